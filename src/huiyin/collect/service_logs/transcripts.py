"""Transcripts in WebVTT, SubRip, Word and plain text, read into turns."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from html import unescape
from io import BytesIO

from docx import Document

from huiyin.collect.charset import decode_bytes
from huiyin.collect.service_logs.turns import Speaker, Turn, joined_turns, speaker_of, split_turns
from huiyin.kit.errors import InvalidInputError

_TIMING = re.compile(
    r"^\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
)
_VOICE = re.compile(r"^\s*<v(?:\.[^\s>]{1,60})?\s+([^>]{1,80})>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|<\d[\d:.]{0,20}>|\{\\[^}]{0,60}\}")
LARGEST_UNPACKED = 50 << 20
FORMATS = (".vtt", ".srt", ".docx", ".txt")


def read_transcript(content: bytes, file_name: str) -> list[Turn]:
    """Return the turns of a transcript; what it is, its bytes say before its name does.

    Raises InvalidInputError when there is nothing to read.
    """
    text = transcript_text(content)
    turns = joined_turns(list(_cues(text))) if "-->" in text else split_turns(text)
    if not turns:
        raise InvalidInputError(
            f"{file_name} holds no conversation",
            field="file",
            expected="WebVTT, SRT, docx or text with turns",
        )
    return turns


def transcript_text(content: bytes) -> str:
    """Return the text of a transcript file: a Word document, or text in any usual encoding.

    Raises InvalidInputError for a document that cannot be read.
    """
    if content[:4] == b"PK\x03\x04":
        return _word_text(content)
    return decode_bytes(
        content.removeprefix(b"\xef\xbb\xbf"),
        "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else None,
    )


def _cues(text: str) -> Iterator[Turn]:
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip().split("\n")
        at = next((place for place, line in enumerate(lines[:3]) if "-->" in line), None)
        if at is None or lines[0].startswith(("NOTE", "STYLE", "REGION")):
            continue
        times = _TIMING.match(lines[at])
        if times:
            yield from _spoken(lines[at + 1 :], _seconds(times.groups()[:4]), _seconds(times.groups()[4:]))


def _spoken(lines: list[str], start: float, end: float) -> Iterator[Turn]:
    name = ""
    words: list[str] = []
    for line in lines:
        voice = _VOICE.match(line)
        if voice:
            if words:
                yield _turn(name, words, start, end)
            name, words = unescape(voice[1]).strip(), []
        words.append(unescape(_TAG.sub("", line)).strip())
    if any(words):
        yield _turn(name, words, start, end)


def _turn(name: str, words: list[str], start: float, end: float) -> Turn:
    text = "\n".join(word for word in words if word)
    if name:
        return Turn(speaker_of(name), text, name, start, end)
    first = next(iter(split_turns(text)), None)
    if first is None or first.speaker is Speaker.UNKNOWN:
        return Turn(Speaker.UNKNOWN, text, "", start, end)
    return Turn(first.speaker, first.text, first.name, start, end)


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (part or "0" for part in parts)
    whole = int(hours) * 3600 + int(minutes) * 60 + int(seconds)
    return whole + float(f"0.{fraction}")


def _word_text(content: bytes) -> str:
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            size = sum(each.file_size for each in packed.infolist())
        if size > LARGEST_UNPACKED:
            raise InvalidInputError(
                "the document unpacks too large", field="file", expected="at most 50 MiB of text"
            )
        document = Document(BytesIO(content))
        tables = (
            " ： ".join(cell.text for cell in row.cells[:2]) for each in document.tables for row in each.rows
        )
        return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *tables])
    except InvalidInputError:
        raise
    except Exception as error:
        raise InvalidInputError(
            f"no readable document: {error}"[:300], field="file", expected="a docx file"
        ) from error
