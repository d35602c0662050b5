"""Copies of a person's words and handles inside other rows: frozen evidence, alerts, messages, dead letters."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, Column, Connection, LargeBinary, String, Table, delete, select, update

from huiyin.customers.privacy.belongings import Belongings
from huiyin.store.ledger import declared

BLANK = "［已按客户要求删除］"
# Shorter pieces are said by many people; they tell nobody apart.
SHORTEST_WORDS, SHORTEST_HANDLE, SHORTEST_NAME = 10, 5, 3
_VOICE_KEYS = ("feedback_id", "voice_id", "id", "ref")
_WORD_KEYS = ("text", "quote", "title", "term", "author", "name", "customer", "detail")
_BREAK = re.compile(r"[，。！？；,.!?;\n…]+")
# Rows that are erased as wholes, and the sign-in of the company's own people.
_ELSEWHERE = frozenset(
    {
        "feedback", "customer", "purchase", "behaviour_event", "account", "handle", "app_user", "session", "api_token",
        "source", "erasure", "erased_record", "person", "account_voice",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Traces:
    """By what a copy is known: ids of voices, pieces of words and handles, and whole names."""

    voices: frozenset[int]
    pieces: tuple[str, ...]
    names: frozenset[str]

    def clean(self, value: Any) -> Any:
        """Return a JSON value without what was copied from the person; the same object shape."""
        if isinstance(value, str):
            return self._words(value)
        if isinstance(value, Mapping):
            mine = any(_is_number(value.get(key)) and value[key] in self.voices for key in _VOICE_KEYS)
            return {
                key: BLANK if mine and key in _WORD_KEYS and isinstance(each, str) else self.clean(each)
                for key, each in value.items()
            }
        if isinstance(value, list | tuple):
            return [self.clean(each) for each in value]
        return value

    def within(self, payload: bytes) -> bool:
        """Tell whether raw bytes hold a piece, as text or as JSON writes it."""
        written = (form for piece in (*self.pieces, *self.names) for form in _forms(piece))
        return any(form in payload for form in written)

    def _words(self, words: str) -> str:
        if words in self.names:
            return BLANK
        for piece in self.pieces:
            if piece in words:
                words = words.replace(piece, BLANK)
        return words


def traces_of(mine: Belongings) -> Traces:
    """Return by what copies of a person's data are known."""
    texts = [row["text"] for row in mine.rows.get("feedback", ())]
    texts += [row["text"] for row in mine.rows.get("interview_turn", ())]
    handles = [
        (row["kind"], form)
        for row in mine.rows.get("handle", ())
        for form in (row["value"], row["normalised"])
    ]
    named = {
        row[field] for row in mine.rows.get("customer", ()) for field in ("name", "external_id") if row[field]
    }
    named |= {row["author"] for row in mine.rows.get("feedback", ()) if row["author"]}
    pieces = {piece for text in texts for piece in _pieces(text)}
    pieces |= {
        value for kind, value in handles if kind not in ("name", "nickname") and len(value) >= SHORTEST_HANDLE
    }
    # A name of two characters is many people's, and part of other words.
    pieces |= {
        row["name"] for row in mine.rows.get("customer", ()) if len(row["name"] or "") >= SHORTEST_NAME
    }
    named |= {value for _, value in handles}
    voices = frozenset(row["id"] for row in mine.rows.get("feedback", ()))
    return Traces(voices, tuple(sorted(pieces, key=len, reverse=True)), frozenset(named))


def blot_copies(connection: Connection, traces: Traces) -> dict[str, int]:
    """Overwrite every copy outside the person's own rows; return how many rows changed, by table.

    Raw payloads that hold a piece are deleted whole: they could be read again.
    """
    changed: dict[str, int] = {}
    for table in declared().sorted_tables:
        columns = [each for each in table.c if isinstance(each.type, JSON | String | LargeBinary)]
        if table.name not in _ELSEWHERE and columns:
            changed[table.name] = _blot(connection, table, columns, traces)
    return {name: count for name, count in changed.items() if count}


def _blot(connection: Connection, table: Table, columns: Sequence[Column[Any]], traces: Traces) -> int:
    count = 0
    keys = list(table.primary_key)
    for row in connection.execute(select(*dict.fromkeys([*keys, *columns]))).mappings().all():
        here = [key == row[key.name] for key in keys]
        if any(isinstance(row[each.name], bytes) and traces.within(row[each.name]) for each in columns):
            connection.execute(delete(table).where(*here))
            count += 1
            continue
        fresh = {each.name: traces.clean(row[each.name]) for each in columns if not each.primary_key}
        fresh = {name: value for name, value in fresh.items() if value != row[name]}
        if fresh:
            connection.execute(update(table).where(*here).values(**_fitting(columns, fresh)))
            count += 1
    return count


def _fitting(columns: Iterable[Column[Any]], fresh: Mapping[str, Any]) -> dict[str, Any]:
    """A text column keeps its length."""
    lengths = {each.name: getattr(each.type, "length", None) for each in columns}
    return {
        name: value[: lengths[name]] if isinstance(value, str) and lengths[name] else value
        for name, value in fresh.items()
    }


def _pieces(text: str) -> Iterable[str]:
    """The whole text, its beginning as lists show it, and its clauses."""
    candidates = (text.strip(), text[:40].strip(), *(each.strip() for each in _BREAK.split(text)))
    return (each for each in candidates if len(each) >= SHORTEST_WORDS)


def _forms(piece: str) -> Iterable[bytes]:
    encoded = json.dumps(piece)[1:-1]
    return (
        piece.encode("utf-8", "surrogatepass"),
        piece.encode("gb18030", "replace"),
        encoded.encode("ascii"),
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)
