"""Every parser of strangers' bytes, with payloads that it reads, for tests and benchmarks that mutate them."""

from __future__ import annotations

import gzip
import io
import json
import random
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import docx
import polars as pl
import xlsxwriter
from tests.conftest import NOON

from huiyin.collect import connectors, open_table, propose, validate
from huiyin.collect.connectors.builtin.folder import _pieces
from huiyin.collect.connectors.builtin.mail_message import read_mail
from huiyin.collect.connectors.builtin.rss import feed_entries
from huiyin.collect.connectors.conformance import mutate
from huiyin.collect.documents import parse_document, to_payload
from huiyin.collect.files.table import BadRow
from huiyin.collect.service_logs import customer_words, read_transcript, ticket_record, tickets_of, timing
from huiyin.kit.errors import HuiyinError
from huiyin.web.collect.bodies import gunzip

SLOWEST_S = 2.0
ZONE = ZoneInfo("Asia/Shanghai")
GROUND = connectors.Ground(ZONE, lambda: NOON)

CONFIGS: Mapping[str, Mapping[str, Any]] = {
    "chatwoot": {},
    "folder": {"path": "."},
    "kafka": {"servers": "h:9092", "topic": "t"},
    "mailbox": {"host": "h", "user": "u", "password": "p", "own_domains": ["brand.example"]},
    "nats": {"url": "nats://h", "stream": "S", "subject": "s"},
    "redis": {"url": "redis://h", "stream": "s"},
    "rss": {"url": "http://h/"},
    "segment": {},
    "sql": {
        "url": "sqlite://",
        "query": "SELECT 1",
        "column": "id",
        "mapping": {"external_id": "id", "text": "said"},
    },
    "webhook": {"html": True},
}

CHAT = {
    "event": "message_created",
    "id": 81,
    "content": "<p>空调有异味</p>",
    "message_type": "incoming",
    "created_at": "2026-03-05T10:00:00+08:00",
    "private": False,
    "sender": {"id": 5, "name": "李雷", "type": "contact", "email": "lilei@example.cn", "identifier": "c-5"},
    "conversation": {"id": 9},
    "inbox": {"name": "官网"},
    "account": {"id": 1},
}
TRACK = {
    "type": "track",
    "event": "Checkout Started",
    "messageId": "m-1",
    "userId": "c-5",
    "anonymousId": "a-1",
    "timestamp": "2026-03-05T10:00:00.000Z",
    "sentAt": "2026-03-05T10:00:01.000Z",
    "receivedAt": "2026-03-05T10:00:02+00:00",
    "properties": {"path": "/checkout", "feedback": "付款总是失败"},
    "context": {"page": {"path": "/checkout"}},
}
TICKET = {
    "id": 35436,
    "subject": "空调异味",
    "description": "空调有异味",
    "created_at": "2026-03-05T10:00:00Z",
    "solved_at": "2026-03-06T10:00:00Z",
    "requester_id": 20978392,
    "status": "solved",
    "tags": ["空调"],
    "satisfaction_rating": {"score": "bad"},
    "metric_set": {"reply_time_in_minutes": {"calendar": 42}},
    "comments": [
        {"author_id": 20978392, "html_body": "<p>开空调就有<b>霉味</b></p>", "public": True},
        {"author_id": 1, "body": "您好，我们安排检测", "public": True},
        {"author_id": 1, "body": "内部备注", "public": False},
    ],
}
BOUNCE = (
    b"From: MAILER-DAEMON@mx.example.cn\r\nMessage-ID: <r1@mx.example.cn>\r\nSubject: Undelivered\r\n"
    b'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
    b"--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n"
    b"--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example.cn\r\n\r\n"
    b"Final-Recipient: rfc822; lilei@example.cn\r\nAction: failed\r\nStatus: 5.1.1\r\n\r\n"
    b"--b\r\nContent-Type: text/rfc822-headers\r\n\r\n"
    b"Message-ID: <2b1d9f2e-53c5-4a0e-9a6b-0f3f0a1b2c3d@example.com>\r\nSubject: s\r\n--b--\r\n"
)
MAIL = (
    (
        b"From: =?gb2312?B?wO7A1w==?= <lilei@example.cn>\r\nDate: Thu, 05 Mar 2026 10:30:00 +0800\r\n"
        b"Message-ID: <m1@example.cn>\r\nIn-Reply-To: <m0@example.cn>\r\nSubject: =?utf-8?B?56m66LCD?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/alternative; boundary="b1"\r\n\r\n--b1\r\nContent-Type: text/plain; charset=gb18030\r\n'
        b"Content-Transfer-Encoding: 8bit\r\n\r\n"
    )
    + "还是有异味\r\n\r\n在 2026年3月5日，客服 <a@b.cn> 写道：\r\n> 您好\r\n".encode("gb18030")
    + (
        b"\r\n--b1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<div>=E7=A9=BA</div><blockquote>x</blockquote>\r\n--b1--\r\n"
    )
)
VTT = """WEBVTT

NOTE a note

1
00:00:01.000 --> 00:00:03.500 align:start
<v 客服小王>您好，<i>请问</i>有什么问题？</v>

00:00:05.000 --> 00:00:09.000
<v 客户>空调有异味 &amp; 很吵</v>
"""
SRT = """1
00:00:01,000 --> 00:00:03,500
坐席：您好，请讲

2
00:00:05,000 --> 00:00:09,000
用户：车机启动太慢了
"""
TALK = "客服小王 10:00：您好\n客户 10:01：空调有异味\n还有点吵\n【坐席】：请稍等\nCustomer: it smells\n"
RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>论坛</title>
<item><guid>g1</guid><title>空调</title><description><![CDATA[<p>有<b>异味</b></p>]]></description>
<pubDate>Thu, 05 Mar 2026 10:00:00 +0800</pubDate><author>a@b.cn (车友)</author><link>https://e.example/1</link></item>
</channel></rss>"""
ROW = {"id": "r1", "text": "空调有异味", "created_at": "2026-03-05 10:00", "rating": 4}
SHEET = {"序号": "1", "提交答卷时间": "2026/3/5 10:00:00", "所用时间": "98秒", "1、您有多大可能推荐我们？": "3", "2、为什么？": "空调有异味，很久没修好"}  # fmt: skip


def _folder(kind: str, content: Any, **more: Any) -> bytes:
    return to_payload({"kind": kind, "file": "f.csv", "content": content, **more})


PAYLOADS: Mapping[str, tuple[bytes, ...]] = {
    "chatwoot": (to_payload(CHAT),),
    "folder": (
        _folder("row", ROW, mapping={"text": "text", "external_id": "id", "occurred_at": "created_at"}),
        _folder("answers", SHEET),
        _folder("transcript", {"text": "空调有异味", "turns": [], "timing": {"first_wait_s": 3}}),
        _folder("ticket", TICKET),
    ),
    "kafka": (to_payload({"place": "t-0-0", "message": json.dumps(ROW)}),),
    "mailbox": (MAIL, BOUNCE),
    "nats": (to_payload(ROW),),
    "redis": (
        to_payload({"stream_id": "1-0", "message": ROW}),
        to_payload({"stream_id": "1-0", "message": json.dumps(ROW)}),
    ),
    "rss": (
        to_payload({"id": "g1", "title": "空调", "body": "<p>有异味</p>", "at": "2026-03-05T10:00:00+00:00"}),
    ),
    "segment": (
        to_payload(TRACK),
        to_payload(TRACK | {"type": "identify", "traits": {"name": "李雷", "plan": "pro"}}),
    ),
    "sql": (to_payload({"id": 1, "said": "空调有异味"}),),
    "webhook": (to_payload(ROW),),
}


@dataclass(frozen=True)
class Parser:
    """A parser and bytes that it reads."""

    name: str
    parse: Callable[[bytes], object]
    samples: tuple[bytes, ...]


def parsers() -> list[Parser]:
    """Return every parser of bytes that come from outside."""
    reading = [Parser(f"read {kind}", _read(kind), samples) for kind, samples in PAYLOADS.items()]
    splitting = [
        Parser(f"split {kind}", _split(kind), samples)
        for kind, samples in {
            "webhook": (to_payload([ROW, ROW]),),
            "chatwoot": (to_payload(CHAT),),
            "segment": (to_payload({"batch": [TRACK, TRACK], "sentAt": "2026-03-05T10:00:01Z"}),),
        }.items()
    ]
    return [
        *reading,
        *splitting,
        Parser("feed", feed_entries, (RSS.encode(), RSS.encode("utf-16"))),
        Parser("mail", read_mail, (MAIL, BOUNCE)),
        Parser("transcript", _transcript, (VTT.encode(), SRT.encode("gb18030"), TALK.encode(), _document())),
        Parser("tickets", _tickets, (to_payload({"tickets": [TICKET]}),)),
        Parser("gzip body", gunzip, (gzip.compress(b"{}" * 50),)),
        Parser(
            "csv file",
            _file(".csv"),
            ('id,text,time\n1,空调有异味,2026-03-05\n2,"a\nb",\n'.encode("gb18030"),),
        ),
        Parser(
            "jsonl file", _file(".jsonl"), ((json.dumps(ROW) + "\n").encode() * 3, to_payload([ROW, ROW]))
        ),
        Parser("xlsx file", _file(".xlsx"), (_workbook(),)),
        Parser("parquet file", _file(".parquet"), (_parquet(),)),
        Parser("folder file", _dropped, (VTT.encode(), to_payload({"tickets": [TICKET]}), _workbook())),
    ]


@dataclass
class Tally:
    """What became of mutated inputs."""

    inputs: int = 0
    read: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    slowest: str = ""


def attack(parser: Parser, rounds: int, rng: random.Random, tally: Tally) -> None:
    """Give a parser mutated inputs. Raises AssertionError for anything but an answer or a named refusal in time."""
    for _ in range(rounds):
        payload = mutate(rng.choice(parser.samples), rng)
        started = time.perf_counter()
        try:
            parser.parse(payload)
            tally.read += 1
        except HuiyinError as refusal:
            if not refusal.message:
                raise AssertionError(
                    f"{parser.name} refuses without a reason: {payload[:300]!r}"
                ) from refusal
            tally.refused += 1
        except Exception as error:
            raise AssertionError(
                f"{parser.name}: {type(error).__name__}: {error} for {payload[:300]!r}"
            ) from error
        seconds = time.perf_counter() - started
        assert seconds < SLOWEST_S, f"{parser.name} took {seconds:.1f} s for {payload[:300]!r}"
        if seconds > tally.slowest_s:
            tally.slowest_s, tally.slowest = seconds, parser.name
        tally.inputs += 1


def config_of(kind: str) -> Any:
    """Return typed settings of a kind for tests."""
    return connectors.find_connector(kind).config.model_validate(CONFIGS[kind])


def _read(kind: str) -> Callable[[bytes], object]:
    connector, config = connectors.find_connector(kind), config_of(kind)

    def parse(payload: bytes) -> object:
        reading = connector.read(config, payload, GROUND)
        _must_be_storable(reading)
        return reading

    return parse


def _must_be_storable(reading: connectors.Reading) -> None:
    voices, rejected = validate(enumerate(reading.records), zone=ZONE, received_at=NOON)
    assert all(each.reason for each in rejected)
    for voice in voices:
        for words in (voice.text, voice.external_id, voice.author, voice.product, voice.url):
            (words or "").encode()
        json.dumps([voice.answers, voice.metadata], allow_nan=False)
    for event in reading.events:
        f"{event.external_id}{event.name}{event.customer_id}".encode()
        json.dumps(dict(event.properties), allow_nan=False)
    for person in reading.people:
        f"{person.external_id}{person.name}{person.segment}{person.region}".encode()
        json.dumps(dict(person.attributes), allow_nan=False)


def _split(kind: str) -> Callable[[bytes], object]:
    connector, config = connectors.find_connector(kind), config_of(kind)
    assert connector.split is not None
    split = connector.split
    return lambda payload: split(
        config, connectors.Pushed({"x-timestamp": "１", "x-signature": "é"}, payload), GROUND
    )


def _transcript(payload: bytes) -> object:
    turns = read_transcript(payload, "talk")
    return customer_words(turns), timing(turns)


def _tickets(payload: bytes) -> object:
    return [ticket_record(ticket) for ticket in tickets_of(parse_document(payload))]


def _file(suffix: str) -> Callable[[bytes], object]:
    path = Path(tempfile.mkdtemp()) / f"mutated{suffix}"

    def parse(payload: bytes) -> object:
        path.write_bytes(payload)
        table = open_table(path)
        propose(table)
        rows = [(number, row) for number, row in table.rows() if not isinstance(row, BadRow)]
        return validate(rows, zone=ZONE, received_at=NOON)

    return parse


def _dropped(payload: bytes) -> object:
    path = Path(tempfile.gettempdir()) / "huiyin-mutated.json"
    path.write_bytes(payload)
    pieces = list(_pieces(path, config_of("folder"), GROUND, skip=0))
    assert all(spoiled.reason for _, letters in pieces for spoiled in letters)
    return pieces


def _document() -> bytes:
    made, kept = docx.Document(), io.BytesIO()
    for line in TALK.splitlines():
        made.add_paragraph(line)
    made.save(kept)
    return kept.getvalue()


def _workbook() -> bytes:
    kept = io.BytesIO()
    book = xlsxwriter.Workbook(kept, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, line in enumerate((("id", "评论内容", "评分"), ("1", "空调有异味", 2), ("2", "座椅舒服", 5))):
        sheet.write_row(number, 0, line)
    book.close()
    return kept.getvalue()


def _parquet() -> bytes:
    kept = io.BytesIO()
    pl.DataFrame({"id": ["1", "2"], "text": ["空调有异味", "座椅舒服"]}).write_parquet(kept)
    return kept.getvalue()
