"""The one canonical record: every voice of every channel becomes a `Feedback` before it is accepted."""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from hashlib import blake2b
from typing import Any

from huiyin.collect.moment import EXPECTED as MOMENT_EXPECTED
from huiyin.collect.moment import parse_moment
from huiyin.kit.errors import InvalidInputError

MAX_TEXT = 1_000_000
MAX_EXTERNAL_ID = 200
EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_TOMORROW = timedelta(days=1)
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Person:
    """The customer behind a voice, as the source knows them."""

    external_id: str
    name: str | None = None
    segment: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True)
class Feedback:
    """One voice, validated: times aware UTC, text free of characters that no store can hold."""

    external_id: str
    occurred_at: datetime
    text: str
    rating: float | None = None
    rating_scale: float | None = None
    author: str | None = None
    customer: Person | None = None
    product: str | None = None
    answers: Any = None
    url: str | None = None
    parent_external_id: str | None = None
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def fingerprint(self) -> str:
        """Group key of voices that say the same words: 128 bits over the text without spaces and marks."""
        return fingerprint(self.text)


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the record as people meet it in mappings and errors."""

    name: str
    zh: str
    en: str
    about: str
    required: bool = False


FIELDS = (
    Field("text", "原文", "Text", "What the customer said; may be empty when there is a rating or an event."),
    Field(
        "external_id", "外部编号", "External id", "The source's own id; makes a second import add nothing."
    ),
    Field("occurred_at", "发生时间", "Time", "When it was said; without zone it is read in the local one."),
    Field("rating", "评分", "Rating", "A number on the scale given by rating_scale."),
    Field("rating_scale", "评分满分", "Rating scale", "The highest possible rating: 5, 10 (NPS) or 100."),
    Field("author", "作者", "Author", "The nickname or handle at the source."),
    Field("customer_id", "客户编号", "Customer id", "Your own id of the customer (member, account)."),
    Field("customer_name", "客户姓名", "Customer name", "Shown in the portrait; masked by role."),
    Field("segment", "客群", "Segment", "The customer's segment."),
    Field("region", "地区", "Region", "The customer's region."),
    Field("product", "产品", "Product", "The product or model that is meant."),
    Field("url", "链接", "Link", "Where the original can be read."),
    Field("parent_external_id", "上级编号", "Parent id", "The post or ticket that this one answers."),
    Field("follow_up_text", "追评", "Follow-up", "A later review in the same row; a voice of its own."),
    Field("follow_up_at", "追评时间", "Follow-up time", "When the follow-up was written."),
)
FIELD_NAMES = frozenset(each.name for each in FIELDS)


def fingerprint(text: str) -> str:
    """Return the group key of `text`.

    >>> fingerprint("空调 有异味！") == fingerprint("空调有异味")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(filter(str.isalnum, folded))
    return blake2b((kept or folded).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def parse_feedback(raw: Mapping[str, Any], *, zone: tzinfo, received_at: datetime) -> Feedback:
    """Turn a flat mapping of field names to values into a `Feedback`.

    Raises InvalidInputError naming the field and what would be right.
    """
    text = _clean(raw, "text", MAX_TEXT) or ""
    rating, scale = _rating(raw)
    answers, metadata = raw.get("answers"), _metadata(raw)
    if not text and rating is None and not answers and "event" not in metadata:
        raise InvalidInputError(
            "text is empty", field="text", expected="words of the customer, or a rating, answers or an event"
        )
    return Feedback(
        external_id=_external_id(raw),
        occurred_at=_occurred_at(raw, zone, received_at),
        text=text,
        rating=rating,
        rating_scale=scale,
        author=_clean(raw, "author", 200),
        customer=_person(raw),
        product=_clean(raw, "product", 120),
        answers=answers,
        url=_clean(raw, "url", 2000),
        parent_external_id=_clean(raw, "parent_external_id", MAX_EXTERNAL_ID),
        metadata=metadata,
    )


def _clean(raw: Mapping[str, Any], name: str, longest: int) -> str | None:
    value = raw.get(name)
    if value is None:
        return None
    if type(value) is not str:
        if isinstance(value, bool | dict | list):
            raise InvalidInputError(f"{name} is not text", field=name, expected="text")
        value = _plain_number(value)
    words: str = value.strip().replace("\x00", "")
    if len(words) > longest:
        raise InvalidInputError(
            f"{name} has {len(words):,} characters", field=name, expected=f"at most {longest:,} characters"
        )
    if not words.isascii() and _LONE_SURROGATE.search(words):
        raise InvalidInputError(
            f"{name} holds bytes that are no characters", field=name, expected="text in the file's encoding"
        )
    return words or None


def _plain_number(value: object) -> str:
    """Spreadsheets store ids as floats; 1042.0 means 1042."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def _external_id(raw: Mapping[str, Any]) -> str:
    given = _clean(raw, "external_id", MAX_EXTERNAL_ID)
    if given is None:
        raise InvalidInputError(
            "external_id is missing", field="external_id", expected="the source's own id of this record"
        )
    return given


def _occurred_at(raw: Mapping[str, Any], zone: tzinfo, received_at: datetime) -> datetime:
    value = raw.get("occurred_at")
    if value is None or value == "":
        return received_at
    try:
        moment = parse_moment(value, zone)
    except (ValueError, OverflowError, OSError) as error:
        raise InvalidInputError(
            f"occurred_at {str(value)[:60]!r} is not a time", field="occurred_at", expected=MOMENT_EXPECTED
        ) from error
    if not EARLIEST <= moment <= received_at + _TOMORROW:
        raise InvalidInputError(
            f"occurred_at {moment:%Y-%m-%d} is out of range",
            field="occurred_at",
            expected="a time between 1990 and today",
        )
    return moment


def _rating(raw: Mapping[str, Any]) -> tuple[float | None, float | None]:
    rating, scale = _number(raw, "rating"), _number(raw, "rating_scale")
    if rating is None:
        return None, None
    highest = scale if scale is not None else 5.0
    if highest <= 0 or not 0 <= rating <= highest:
        raise InvalidInputError(
            f"rating {rating:g} is outside 0–{highest:g}",
            field="rating",
            expected=f"a number from 0 to {highest:g}, or another rating_scale",
        )
    return rating, highest


def _number(raw: Mapping[str, Any], name: str) -> float | None:
    value = raw.get(name)
    if value is None or value == "":
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidInputError(
            f"{name} {str(value)[:60]!r} is not a number", field=name, expected="a number"
        ) from error
    if not math.isfinite(number):
        raise InvalidInputError(f"{name} is not finite", field=name, expected="a number")
    return number


def _metadata(raw: Mapping[str, Any]) -> dict[str, Any]:
    value = raw.get("metadata")
    if value is None:
        return {}
    if not isinstance(value, dict):
        raise InvalidInputError("metadata is not an object", field="metadata", expected="a JSON object")
    try:
        json.dumps(value, allow_nan=False).encode("utf-8")
    except (TypeError, ValueError) as error:
        raise InvalidInputError("metadata is not JSON", field="metadata", expected="a JSON object") from error
    return value


def _person(raw: Mapping[str, Any]) -> Person | None:
    external_id = _clean(raw, "customer_id", 120)
    if external_id is None:
        return None
    return Person(
        external_id=external_id,
        name=_clean(raw, "customer_name", 120),
        segment=_clean(raw, "segment", 60),
        region=_clean(raw, "region", 60),
    )
