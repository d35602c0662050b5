"""Reading JSON documents that strangers send, and finding values in them by path."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NoReturn

from huiyin.kit.errors import InvalidInputError

DEEPEST = 100


def parse_document(payload: bytes) -> Any:
    """Return the JSON value of `payload`. Raises InvalidInputError for anything that is not JSON in UTF-8."""
    try:
        found = json.loads(payload.decode("utf-8-sig"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise InvalidInputError(
            f"no JSON: {error}"[:300], field="payload", expected="JSON in UTF-8"
        ) from error
    if _depth(found) > DEEPEST:
        raise InvalidInputError("nested too deeply", field="payload", expected=f"at most {DEEPEST} levels")
    return found


def parse_object(payload: bytes) -> dict[str, Any]:
    """Return the JSON object of `payload`. Raises InvalidInputError."""
    found = parse_document(payload)
    if not isinstance(found, dict):
        raise InvalidInputError(f"a JSON {type(found).__name__}", field="payload", expected="a JSON object")
    return found


def to_payload(value: Any) -> bytes:
    """Return the JSON bytes of a value; what JSON does not know is written as text."""
    return json.dumps(value, ensure_ascii=True, default=str, sort_keys=True).encode()


def find_value(document: Any, path: str) -> Any:
    """Return the value at a dotted path, None where there is none; an empty path means the document itself.

    >>> find_value({"data": {"items": [{"text": "好"}]}}, "data.items.0.text")
    '好'
    """
    found = document
    for step in path.split(".") if path else ():
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isascii() and step.isdecimal() and int(step[:9]) < len(found):
            found = found[int(step[:9])]
        else:
            return None
    return found


def map_record(document: Any, mapping: Mapping[str, str], defaults: Mapping[str, Any]) -> dict[str, Any]:
    """Return the flat record that the mapping of field to path finds in a document; lists of words are joined."""
    record = dict(defaults)
    for field, path in mapping.items():
        value = find_value(document, path)
        if isinstance(value, list) and all(isinstance(each, str | int | float) for each in value):
            value = "\n".join(str(each) for each in value)
        if value not in (None, ""):
            record[field] = value
    return record


def text_of(document: Any, path: str) -> str:
    """Return the text or number at a path as text, empty where there is none or something else."""
    value = find_value(document, path)
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON number")


def _depth(document: Any) -> int:
    depth, level = 0, [document]
    while level and depth <= DEEPEST:
        depth += 1
        level = [
            child
            for each in level
            if isinstance(each, dict | list)
            for child in (each.values() if isinstance(each, dict) else each)
        ]
    return depth
