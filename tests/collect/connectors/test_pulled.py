"""Each pulled connector carries real records from a real source to the ledger."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import nats
import redis
from sqlalchemy import select
from tests.collect.connectors.conftest import Bench, FeedServer
from tests.collect.connectors.imap_server import ImapServer

from huiyin.store.ledger import tables

ATOM = """<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>论坛</title>
<entry><id>tag:1</id><title>空调</title><updated>2026-03-05T10:00:00+08:00</updated>
<author><name>车友</name></author><link href="https://forum.example/1"/>
<content type="html">&lt;p&gt;空调&lt;b&gt;有异味&lt;/b&gt;&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry>
<entry><id>tag:2</id><title>座椅很舒服</title><updated>2026-03-06T10:00:00+08:00</updated></entry></feed>"""


def test_a_feed_brings_entries_without_markup_once(bench: Bench, feed: FeedServer) -> None:
    feed.content = ATOM.encode()
    made = bench.connect("rss", {"url": feed.url, "product": "星河 S5"})
    assert bench.run(made).arrival.accepted == 2
    voices = {voice["external_id"]: voice for voice in bench.voices()}
    assert voices["tag:1"]["text"] == "空调有异味"
    assert (voices["tag:1"]["author"], voices["tag:1"]["url"]) == ("车友", "https://forum.example/1")
    assert voices["tag:2"]["occurred_at"].isoformat() == "2026-03-06T02:00:00+00:00"
    bench.run(made)
    assert feed.answers == [200, 304]
    feed.content = ATOM.replace("</feed>", "<entry><id>tag:3</id><title>新</title></entry></feed>").encode()
    assert bench.run(made).arrival.accepted == 1


def test_a_page_that_is_no_feed_is_named(bench: Bench, feed: FeedServer) -> None:
    feed.content = b"<html><body>login</body></html>"
    assert "neither RSS nor Atom" in (bench.run(bench.connect("rss", {"url": feed.url})).error or "")


def _mailbox(imap: ImapServer, **more: Any) -> dict[str, Any]:
    return {
        "host": "127.0.0.1",
        "port": imap.port,
        "security": "none",
        "user": "service@brand.example",
        "password": imap.password,
        **more,
    }


def _mail(number: int, subject: str, words: str, *, charset: str = "utf-8", **headers: str) -> bytes:
    mail = EmailMessage()
    mail["From"] = headers.pop("From", f"李雷 <lilei{number}@example.cn>")
    mail["Date"] = "Thu, 05 Mar 2026 10:30:00 +0800"
    mail["Message-ID"] = f"<m{number}@example.cn>"
    mail["Subject"] = subject
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content(words, charset=charset, cte="base64")
    return mail.as_bytes()


def test_a_mailbox_brings_the_senders_own_words(bench: Bench, imap: ImapServer) -> None:
    imap.put(_mail(1, "空调问题", "空调有异味。\n\n发自我的iPhone\n"))
    imap.put(
        _mail(
            2,
            "Re: 空调问题",
            "还是没修好\n\n在 2026年3月5日，客服 <a@b.cn> 写道：\n> 您好\n",
            In_Reply_To="<m1@example.cn>",
        )
    )
    imap.put(_mail(3, "自动回复", "我在休假", Auto_Submitted="auto-replied"))
    imap.put(_mail(4, "内部", "转给你们", From="staff@brand.example"))
    made = bench.connect("mailbox", _mailbox(imap, own_domains=["brand.example"]))
    assert bench.run(made).arrival.accepted == 2
    first, second = bench.voices()
    assert first["text"] == "空调问题\n空调有异味。"
    assert second["text"] == "还是没修好"
    assert second["parent_external_id"] == first["external_id"] == "m1@example.cn"
    assert first["metadata"]["handles"] == {"email": "lilei1@example.cn", "name": "李雷"}
    assert bench.run(made).arrival.payloads == 0


def test_a_mail_that_says_gb2312_and_means_gb18030_is_read(bench: Bench, imap: ImapServer) -> None:
    words = "车机卡顿，㐂镕都显示不出来"
    raw = b"From: a@b.cn\r\nMessage-ID: <g@b.cn>\r\nSubject: =?gb2312?B?s7W7+g==?=\r\nContent-Type: text/plain; charset=gb2312\r\n\r\n"
    imap.put(raw + words.encode("gb18030"))
    bench.run(bench.connect("mailbox", _mailbox(imap)))
    assert bench.voices()[0]["text"] == f"车机\n{words}"


def test_html_mails_lose_their_quotes(bench: Bench, imap: ImapServer) -> None:
    mail = EmailMessage()
    mail["From"], mail["Message-ID"], mail["Subject"] = "a@b.cn", "<h@b.cn>", "退款"
    mail.set_content("<div>请退款</div><blockquote>客服：您好</blockquote>", subtype="html")
    imap.put(mail.as_bytes())
    bench.run(bench.connect("mailbox", _mailbox(imap)))
    assert bench.voices()[0]["text"] == "退款\n请退款"


def test_a_mailbox_that_numbers_anew_is_read_again_without_doubles(bench: Bench, imap: ImapServer) -> None:
    imap.put(_mail(1, "一", "空调有异味"))
    made = bench.connect("mailbox", _mailbox(imap))
    bench.run(made)
    imap.renumber()
    imap.put(_mail(2, "二", "座椅太硬"))
    arrival = bench.run(made).arrival
    assert (arrival.accepted, arrival.duplicates) == (1, 1)


def test_a_wrong_mail_password_is_said(bench: Bench, imap: ImapServer) -> None:
    assert "wrong password" in (
        bench.run(bench.connect("mailbox", _mailbox(imap) | {"password": "no"})).error or ""
    )


def test_a_query_is_read_onward_by_its_growing_column(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "crm.sqlite3"
    shop = sqlite3.connect(path)
    shop.execute("CREATE TABLE note (id TEXT, said TEXT, changed INTEGER, stars REAL)")
    rows = [(f"n{n}", f"第{n}条意见", n // 3, 4) for n in range(1200)]
    shop.executemany("INSERT INTO note VALUES (?, ?, ?, ?)", rows)
    shop.commit()
    mapping = {"external_id": "id", "text": "said", "rating": "stars"}
    config = {
        "url": f"sqlite:///{path}",
        "query": "SELECT * FROM note",
        "column": "changed",
        "mapping": mapping,
    }
    made = bench.connect("sql", config)
    assert bench.run(made).arrival.accepted == 1200
    assert bench.run(made).arrival.payloads == 0
    shop.execute("INSERT INTO note VALUES ('tie', '同一时刻的一条', 399, 5)")
    shop.execute("INSERT INTO note VALUES ('new', '更新的一条', 500, 5)")
    shop.commit()
    arrival = bench.run(made).arrival
    assert (arrival.accepted, arrival.duplicates) == (2, 0)
    shop.close()


def test_a_query_brings_orders_and_customers(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "shop.sqlite3"
    shop = sqlite3.connect(path)
    shop.execute("CREATE TABLE buy (no TEXT, who TEXT, paid REAL, at TEXT, car TEXT)")
    shop.execute("INSERT INTO buy VALUES ('o1', 'c1', 199800, '2026-03-05 10:00:00', '星河 S5')")
    shop.execute("INSERT INTO buy VALUES ('o2', 'c1', 99, 'no time', '脚垫')")
    shop.commit()
    shop.close()
    mapping = {"external_id": "no", "customer_id": "who", "amount": "paid", "at": "at", "product": "car"}
    config = {
        "url": f"sqlite:///{path}",
        "query": "SELECT * FROM buy",
        "column": "no",
        "mapping": mapping,
        "target": "orders",
    }
    bench.run(bench.connect("sql", config))
    with bench.ledger.read() as connection:
        [order] = connection.execute(select(tables.purchase)).mappings().all()
        [customer] = connection.execute(select(tables.customer)).mappings().all()
    assert (order["amount"], order["product"], order["customer_id"]) == (199800.0, "星河 S5", customer["id"])
    assert [letter.field for letter in bench.letters()] == ["at"]


def test_a_redis_stream_is_acknowledged_after_the_commit(bench: Bench, redis_url: str) -> None:
    client = redis.Redis.from_url(redis_url)
    for n in range(1500):
        client.xadd("voices", {"id": f"r{n}", "text": f"第{n}条，空调有异味"})
    client.xadd("voices", {"id": "bad"})
    made = bench.connect("redis", {"url": redis_url, "stream": "voices", "stay_s": 0})
    assert bench.run(made).arrival.accepted == 1500
    assert client.xpending("voices", "huiyin")["pending"] == 0
    assert [letter.field for letter in bench.letters()] == ["text"]
    client.xadd("voices", {"id": "late", "text": "座椅舒服"})
    assert bench.run(made).arrival.accepted == 1
    client.close()


def test_a_jetstream_is_acknowledged_after_the_commit(bench: Bench, nats_url: str) -> None:
    asyncio.run(_publish(nats_url, [{"id": f"n{n}", "text": f"第{n}条"} for n in range(700)]))
    config = {"url": nats_url, "stream": "VOICES", "subject": "voices.>", "stay_s": 0}
    made = bench.connect("nats", config)
    assert bench.run(made).arrival.accepted == 700
    assert bench.run(made).arrival.payloads == 0
    assert asyncio.run(_waiting(nats_url)) == (0, 0)


async def _publish(url: str, messages: list[dict[str, str]]) -> None:
    client = await nats.connect(url)
    stream = client.jetstream()
    await stream.add_stream(name="VOICES", subjects=["voices.>"])
    for message in messages:
        await stream.publish("voices.app", json.dumps(message).encode())
    await client.close()


async def _waiting(url: str) -> tuple[int | None, int | None]:
    client = await nats.connect(url)
    info = await client.jetstream().consumer_info("VOICES", "huiyin")
    await client.close()
    return info.num_pending, info.num_ack_pending


def test_a_folder_takes_tables_transcripts_tickets_and_answer_sheets(bench: Bench, tmp_path: Path) -> None:
    folder = tmp_path / "drop"
    folder.mkdir()
    (folder / "reviews.csv").write_bytes(
        "评论编号,评论内容,评分\n1,空调有异味,2\n2,座椅舒服,5\n".encode("gb18030")
    )
    (folder / "call.vtt").write_text(
        "WEBVTT\n\n00:00:01.000 --> 00:00:03.000\n<v 客户>车机太慢\n\n00:01:03.000 --> 00:01:05.000\n<v 客服>抱歉\n",
        "utf-8",
    )
    ticket = {
        "id": 7,
        "subject": "异响",
        "requester_id": 1,
        "comments": [{"author_id": 1, "body": "过坎异响"}],
    }
    (folder / "tickets.json").write_text(json.dumps({"tickets": [ticket, {"subject": "no id"}]}), "utf-8")
    (folder / "sheet.csv").write_text(
        "序号,提交答卷时间,1、您有多大可能推荐我们？,2、为什么？\n1,2026/3/5 10:00,3,空调一直没修好\n",
        "utf-8",
    )
    outcome = bench.run(bench.connect("folder", {"path": str(folder), "settle_s": 0}))
    voices = {voice["external_id"]: voice for voice in bench.voices()}
    assert outcome.arrival.accepted == len(voices) == 5
    assert voices["1"]["text"] == "空调有异味"
    assert (voices["call.vtt"]["text"], voices["call.vtt"]["metadata"]["first_wait_s"]) == ("车机太慢", 60.0)
    assert voices["ticket-7"]["text"] == "异响\n过坎异响"
    assert (voices["sheet.csv#1"]["rating"], voices["sheet.csv#1"]["text"]) == (3.0, "空调一直没修好")
    assert [letter.field for letter in bench.letters()] == ["id"]
