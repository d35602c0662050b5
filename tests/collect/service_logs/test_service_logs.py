"""Conversations: who speaks, what the customer said, how long they waited."""

from __future__ import annotations

import io

import docx
import pytest

from huiyin.collect.service_logs import (
    Speaker,
    customer_words,
    is_answer_sheet,
    read_transcript,
    sheet_record,
    speaker_of,
    split_turns,
    ticket_record,
    tickets_of,
    timing,
)
from huiyin.kit.errors import InvalidInputError

VTT = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v 客服小王>您好，请讲</v>

00:00:05.000 --> 00:00:09.000
<v 客户>空调有<i>异味</i> &amp; 很吵</v>

00:00:09.000 --> 00:00:12.000
<v 客户>修了两次</v>

00:01:12.000 --> 00:01:20.000
<v 客服小王>抱歉久等</v>
"""
SRT = "1\r\n00:00:01,000 --> 00:00:03,000\r\n坐席：您好\r\n\r\n2\r\n00:00:05,000 --> 00:00:09,000\r\n用户：车机太慢\r\n"


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("客服", Speaker.AGENT), ("客服小王", Speaker.AGENT), ("坐席 03", Speaker.AGENT), ("客户经理", Speaker.AGENT),
        ("Agent", Speaker.AGENT), ("Support Bot", Speaker.AGENT), ("客户", Speaker.CUSTOMER), ("用户12", Speaker.CUSTOMER),
        ("Customer", Speaker.CUSTOMER), ("来电人", Speaker.CUSTOMER), ("张三", Speaker.UNKNOWN),
    ],
)  # fmt: skip
def test_a_label_says_who_speaks(label: str, speaker: Speaker) -> None:
    assert speaker_of(label) is speaker


def test_only_the_customers_words_are_taken() -> None:
    turns = split_turns(
        "客服小王 10:00：您好\n客户 10:01：空调有异味\n还有点吵\n【坐席】：请稍等\n[用户]: 快点\n"
    )
    assert customer_words(turns) == "空调有异味\n还有点吵\n快点"
    assert turns[1].at_s == 10 * 3600 + 60


def test_webvtt_gives_speakers_and_waits() -> None:
    turns = read_transcript(VTT.encode(), "call.vtt")
    assert [turn.speaker for turn in turns] == [Speaker.AGENT, Speaker.CUSTOMER, Speaker.AGENT]
    assert customer_words(turns) == "空调有异味 & 很吵\n修了两次"
    assert timing(turns) == {"first_wait_s": 60.0, "longest_wait_s": 60.0, "length_s": 79.0}


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_subrip_is_read_in_every_encoding(encoding: str) -> None:
    assert customer_words(read_transcript(SRT.encode(encoding), "call.srt")) == "车机太慢"


def test_word_transcripts_are_read_from_paragraphs_and_tables() -> None:
    document, kept = docx.Document(), io.BytesIO()
    document.add_paragraph("客服：您好")
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "客户", "座椅太硬"
    document.save(kept)
    assert customer_words(read_transcript(kept.getvalue(), "call.docx")) == "座椅太硬"


def test_a_file_without_a_conversation_is_refused() -> None:
    with pytest.raises(InvalidInputError, match="no conversation"):
        read_transcript(b"\n\n", "empty.txt")


def test_tickets_keep_the_requesters_words_and_the_times() -> None:
    ticket = {
        "id": 1,
        "subject": "空调",
        "requester_id": 7,
        "requester": {"name": "李雷", "email": "lilei@example.cn"},
        "created_at": "2026-03-05T10:00:00Z",
        "solved_at": "2026-03-06T10:00:00Z",
        "satisfaction_rating": {"score": "bad"},
        "metric_set": {"reply_time_in_minutes": {"calendar": 42}},
        "comments": [
            {"author_id": 7, "html_body": "<p>有<b>异味</b></p>"},
            {"author_id": 1, "body": "安排检测"},
            {"author_id": 1, "body": "内部", "public": False},
        ],
    }
    [record] = [ticket_record(each) for each in tickets_of({"tickets": [ticket]})]
    assert (record["text"], record["rating"]) == ("空调\n有异味", 1.0)
    assert (record["metadata"]["first_wait_s"], record["metadata"]["resolution_s"]) == (2520.0, 86400.0)
    assert [turn["speaker"] for turn in record["metadata"]["turns"]] == ["customer", "agent"]


def test_answer_sheets_keep_answers_words_and_score() -> None:
    row = {
        "序号": 12,
        "提交答卷时间": "2026/3/5 10:00:00",
        "所用时间": "98秒",
        "1、您有多大可能向朋友推荐我们？": "3",
        "2、您用过哪些功能？": "导航┋音乐",
        "3、为什么？": "空调有异味，很久没修好",
        "4、其他": "(空)",
    }
    assert is_answer_sheet(tuple(row))
    record = sheet_record(row)
    assert (record["text"], record["rating"], record["rating_scale"]) == ("空调有异味，很久没修好", 3.0, 10.0)
    assert len(record["answers"]) == 3
