"""Folder watch: files that somebody drops are read, whatever they are: tables, transcripts, tickets."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from huiyin.collect.channel import Channel
from huiyin.collect.connectors.port import (
    LARGEST_PAYLOAD,
    MOST_PAYLOADS,
    Config,
    Connector,
    Ground,
    Haul,
    Reading,
    SourceDownError,
    Spoiled,
    Watermark,
    refuse,
)
from huiyin.collect.documents import parse_document, parse_object, to_payload
from huiyin.collect.feedback import FIELD_NAMES
from huiyin.collect.files import Layout as FileLayout
from huiyin.collect.files import Table, open_table
from huiyin.collect.files.table import BadRow
from huiyin.collect.mapping import RowMapper, follow_ups, propose
from huiyin.collect.service_logs import (
    FORMATS,
    customer_words,
    is_answer_sheet,
    read_transcript,
    sheet_record,
    ticket_record,
    tickets_of,
    timing,
    turns_metadata,
)
from huiyin.collect.speech import RecognitionFailedError, is_recording
from huiyin.kit.errors import HuiyinError, InvalidInputError

Layout = Literal["auto", "table", "answers", "transcripts", "tickets"]


_RUNNING_NUMBERS = frozenset(("序号", "No", "No.", "#"))


class FolderConfig(Config):
    """Which files to read, and how."""

    path: str = Field(description="Folder on this machine; files in it are read, never changed.")
    pattern: str = Field("*", description="Names of the files, e.g. *.csv", pattern=r"^[^/\\]+$")
    layout: Layout = Field(
        "auto",
        description="auto, or table, answers (问卷星), transcripts (VTT, SRT, docx, txt), tickets (Zendesk-style JSON).",
    )
    mapping: dict[str, str] = Field(
        default_factory=dict, description="Field → column for tables; recognised when left out."
    )
    defaults: dict[str, Any] = Field(default_factory=dict, description="Field → value for every record.")
    settle_s: float = Field(3.0, ge=0, description="Seconds a file must lie unchanged before it is read.")


def fetch(config: FolderConfig, watermark: Watermark, ground: Ground) -> Iterator[Haul]:
    """Yield the records of new and changed files; one interrupted goes on at its row."""
    folder = Path(config.path).expanduser()
    if not folder.is_dir():
        raise SourceDownError(f"{folder} is no folder")
    done: dict[str, str] = dict(watermark.get("done", {}))
    files = {path.name: path for path in sorted(folder.glob(config.pattern)) if path.is_file()}
    done = {name: mark for name, mark in done.items() if name in files}
    for name, path in files.items():
        mark = _mark(path)
        if done.get(name) == mark or ground.clock().timestamp() - path.stat().st_mtime < config.settle_s:
            continue
        begun = watermark.get("begun", {})
        row = begun.get("row", 0) if (begun.get("file"), begun.get("mark")) == (name, mark) else 0
        for payloads, spoiled in _pieces(path, config, ground, skip=row):
            row += len(payloads) + len(spoiled)
            yield Haul(
                payloads, {"done": dict(done), "begun": {"file": name, "mark": mark, "row": row}}, spoiled
            )
        done[name] = mark
        yield Haul((), {"done": dict(done)})


def read(config: FolderConfig, payload: bytes, ground: Ground) -> Reading:
    """Read one row, transcript or ticket as the fetching wrapped it."""
    del ground
    wrapped = parse_object(payload)
    kind, content, name = wrapped.get("kind"), wrapped.get("content"), wrapped.get("file")
    if not isinstance(name, str) or not isinstance(kind, str) or kind not in _READERS:
        raise refuse("no piece of a file", field="payload", expected="mend the file and save it again")
    record = dict(config.defaults) | _READERS[kind](content, wrapped, config)
    if not record.get("external_id"):
        record["external_id"] = f"{kind}-{blake2b(to_payload(content), digest_size=12).hexdigest()}"
    return Reading(records=(record, *follow_ups(record)))


def _pieces(
    path: Path, config: FolderConfig, ground: Ground, *, skip: int
) -> Iterator[tuple[tuple[bytes, ...], tuple[Spoiled, ...]]]:
    try:
        found = islice(_payloads(path, config, ground), skip, None)
        while part := list(islice(found, MOST_PAYLOADS)):
            good = tuple(each for each in part if isinstance(each, bytes))
            yield good, tuple(each for each in part if isinstance(each, Spoiled))
    except (InvalidInputError, RecognitionFailedError, OSError, EOFError, ValueError, UnicodeError) as error:
        reason = error.message if isinstance(error, HuiyinError) else f"{type(error).__name__}: {error}"
        yield (
            (),
            (Spoiled(to_payload({"file": path.name}), reason, "file", "mend the file and save it again"),),
        )


def _payloads(path: Path, config: FolderConfig, ground: Ground) -> Iterator[bytes | Spoiled]:
    if is_recording(path.name) and ground.listen is not None:
        yield from _whole(path, ground.listen(path))
        return
    layout = _layout(path, config)
    if layout in ("transcripts", "tickets"):
        if path.stat().st_size > LARGEST_PAYLOAD:
            raise refuse(
                f"{path.name} is too large", field="file", expected=f"at most {LARGEST_PAYLOAD >> 20} MiB"
            )
        content = path.read_bytes()
        yield from _whole(path, content) if layout == "transcripts" else _tickets(path, content)
    else:
        yield from _rows(path, config, layout)


def _layout(path: Path, config: FolderConfig) -> str:
    if config.layout != "auto":
        return config.layout
    if path.suffix.lower() in FORMATS and path.suffix.lower() != ".txt":
        return "transcripts"
    if path.suffix.lower() == ".json" and b'"comments"' in path.read_bytes()[: 1 << 20]:
        return "tickets"
    return "table"


def _whole(path: Path, content: bytes) -> Iterator[bytes]:
    turns = read_transcript(content, path.name)
    yield to_payload(
        {
            "kind": "transcript",
            "file": path.name,
            "content": {
                "text": customer_words(turns),
                "turns": turns_metadata(turns),
                "timing": timing(turns),
            },
        }
    )


def _tickets(path: Path, content: bytes) -> Iterator[bytes]:
    for ticket in tickets_of(parse_document(content)):
        yield to_payload({"kind": "ticket", "file": path.name, "content": ticket})


def _rows(path: Path, config: FolderConfig, layout: str) -> Iterator[bytes | Spoiled]:
    table = open_table(path, FileLayout.ROWS)
    kind = (
        "answers"
        if layout == "answers" or (config.layout == "auto" and is_answer_sheet(table.columns))
        else "row"
    )
    mapping = dict(config.mapping) or _proposed(table)
    # The mapper gives rows without an id one from their content and their place among equals.
    mapper = RowMapper({}, {})
    for number, row in table.rows():
        if isinstance(row, BadRow):
            broken = to_payload({"file": path.name, "row": number})
            yield Spoiled(broken, row.reason, "row", row.expected)
            continue
        plain = json.loads(json.dumps(dict(row), default=str))
        wrapped = {"kind": kind, "file": path.name, "row": number, "content": plain, "mapping": mapping}
        yield to_payload(wrapped | {"content_id": mapper(plain)["external_id"]})


def _proposed(table: Table) -> dict[str, str]:
    found = {column.field: column.name for column in propose(table) if column.field}
    if found.get("external_id", "").strip() in _RUNNING_NUMBERS:
        # Every file counts its rows from one, so such a number would make two files one.
        del found["external_id"]
    return found


def _row_record(content: Any, wrapped: Mapping[str, Any], config: FolderConfig) -> dict[str, Any]:
    mapping = config.mapping or wrapped.get("mapping")
    if not isinstance(content, dict) or not isinstance(mapping, dict) or not set(mapping) <= FIELD_NAMES:
        raise refuse("no row of a table", field="mapping", expected=", ".join(sorted(FIELD_NAMES)))
    if not all(isinstance(column, str) for column in mapping.values()):
        raise refuse("the mapping names no columns", field="mapping", expected="field → column")
    record = RowMapper(mapping, {})(content)
    if str(record["external_id"]).startswith("row-") and isinstance(wrapped.get("content_id"), str):
        record["external_id"] = wrapped["content_id"]
    return record


def _sheet_record(content: Any, wrapped: Mapping[str, Any], config: FolderConfig) -> dict[str, Any]:
    del config
    if not isinstance(content, dict):
        raise refuse("no row of an answer sheet", field="row", expected="a respondent")
    record = sheet_record(content)
    # Sheets number their rows from one, so the number is only unique within its file.
    if record.get("external_id"):
        record["external_id"] = f"{wrapped['file']}#{record['external_id']}"
    return record


def _transcript_record(content: Any, wrapped: Mapping[str, Any], config: FolderConfig) -> dict[str, Any]:
    del config
    if not isinstance(content, dict) or not content.get("text"):
        raise refuse(
            "nobody in it is the customer", field="speaker", expected="turns marked 客户, 用户 or customer"
        )
    timed = content.get("timing")
    return {
        "external_id": str(wrapped["file"])[:200],
        "text": content["text"],
        "metadata": {"turns": content.get("turns"), "file": wrapped["file"]}
        | (timed if isinstance(timed, dict) else {}),
    }


def _ticket_record(content: Any, wrapped: Mapping[str, Any], config: FolderConfig) -> dict[str, Any]:
    del wrapped, config
    return ticket_record(content)


_READERS = {
    "row": _row_record,
    "answers": _sheet_record,
    "transcript": _transcript_record,
    "ticket": _ticket_record,
}


def _mark(path: Path) -> str:
    known = path.stat()
    return f"{known.st_size}-{known.st_mtime_ns}"


CONNECTOR = Connector(
    kind="folder",
    zh="文件夹",
    en="Folder",
    about_zh="放进文件夹的表格、问卷星答卷、通话转写与工单导出会自动读入。",
    about_en="Tables, answer sheets, transcripts and ticket exports dropped in a folder are read.",
    channel=Channel.REVIEW,
    config=FolderConfig,
    read=read,
    fetch=fetch,
    every_s=30,
)
