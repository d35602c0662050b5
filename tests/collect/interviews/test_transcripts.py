"""Transcripts: who said what, in every format."""

from __future__ import annotations

import io

import docx
import pytest

from huiyin.collect.interviews import SpeakerRole, read_lines, role_of, sentences, split_lines
from huiyin.kit.errors import InvalidInputError

VTT = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v 主持人>您好</v>

00:00:05.000 --> 00:00:09.000
<v P1>空调有异味</v>

00:00:09.000 --> 00:00:12.000
<v P1>修了两次</v>
"""


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("主持人", SpeakerRole.MODERATOR), ("访谈员小陈", SpeakerRole.MODERATOR), ("Interviewer", SpeakerRole.MODERATOR), ("Q", SpeakerRole.MODERATOR),
        ("P1", SpeakerRole.PARTICIPANT), ("受访者", SpeakerRole.PARTICIPANT), ("李女士", SpeakerRole.PARTICIPANT), ("客户", SpeakerRole.PARTICIPANT),
    ],
)  # fmt: skip
def test_a_label_suggests_a_role(label: str, role: SpeakerRole) -> None:
    assert role_of(label) is role


def test_webvtt_joins_what_one_speaker_said() -> None:
    lines = read_lines(VTT.encode(), "a.vtt")
    assert [(line.label, line.text) for line in lines] == [("主持人", "您好"), ("P1", "空调有异味\n修了两次")]
    assert lines[1].at_s == 5.0


def test_subrip_with_labels_in_the_words() -> None:
    srt = "1\n00:00:01,000 --> 00:00:02,000\n主持人：您好\n\n2\n00:00:03,000 --> 00:00:04,000\nP1：有点吵\n"
    assert [line.label for line in read_lines(srt.encode("gb18030"), "a.srt")] == ["主持人", "P1"]


def test_word_documents_and_clocks() -> None:
    document, kept = docx.Document(), io.BytesIO()
    document.add_paragraph("主持人（00:12）：您好")
    document.add_paragraph("李女士 00:15：还行")
    document.add_paragraph("李女士：就是吵")
    document.save(kept)
    lines = read_lines(kept.getvalue(), "a.docx")
    assert [(line.label, line.at_s) for line in lines] == [
        ("主持人", 12.0),
        ("李女士", 15.0),
        ("李女士", None),
    ]


def test_a_colon_in_a_sentence_makes_no_speaker() -> None:
    lines = split_lines("P1：我有三个意见：\n第一：贵\nP1：嗯")
    assert [line.label for line in lines] == ["P1", "P1"]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", "没有标签的一段话。".encode(), b"PK\x03\x04broken"])
def test_what_is_no_conversation_is_refused_by_name(content: bytes) -> None:
    with pytest.raises(InvalidInputError):
        read_lines(content, "a.txt")


def test_sentences_keep_their_place_behind_emoji() -> None:
    text = "😀真香！ 就是贵。"
    assert [text[u.start : u.end] for u in sentences(1, text)] == ["😀真香！", "就是贵。"]
