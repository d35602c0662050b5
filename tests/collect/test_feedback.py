"""What a valid record is, and what each error says."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin.collect import parse_feedback
from huiyin.collect.feedback import fingerprint
from huiyin.kit.errors import InvalidInputError

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


def parse(**raw: object):
    return parse_feedback({"external_id": "1", "text": "好"} | raw, zone=ZONE, received_at=NOW)


def test_local_time_becomes_utc() -> None:
    assert parse(occurred_at="2026-11-20 08:30").occurred_at == datetime(2026, 11, 20, 0, 30, tzinfo=UTC)


def test_missing_time_is_the_moment_of_receipt() -> None:
    assert parse().occurred_at == NOW


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        ({"external_id": ""}, "external_id"),
        ({"external_id": None}, "external_id"),
        ({"external_id": "x" * 201}, "external_id"),
        ({"text": ""}, "text"),
        ({"text": "   "}, "text"),
        ({"text": {"a": 1}}, "text"),
        ({"text": "坏\ud800"}, "text"),
        ({"occurred_at": "昨天"}, "occurred_at"),
        ({"occurred_at": "2026-13-01"}, "occurred_at"),
        ({"occurred_at": "2031-01-01"}, "occurred_at"),
        ({"rating": "很好"}, "rating"),
        ({"rating": 7}, "rating"),
        ({"rating": "nan"}, "rating"),
        ({"rating": -1}, "rating"),
        ({"rating": 5, "rating_scale": 0}, "rating"),
        ({"metadata": "x"}, "metadata"),
        ({"metadata": {"a": float("nan")}}, "metadata"),
    ],
)
def test_error_names_the_field_and_what_would_be_right(raw: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse(**raw)
    assert caught.value.field == field
    assert caught.value.expected


def test_rating_without_words_is_a_voice() -> None:
    assert parse(text="", rating=9, rating_scale=10).rating == 9


def test_event_without_words_is_a_voice() -> None:
    assert parse(text="", metadata={"event": "rage_click"}).text == ""


def test_spreadsheet_number_is_an_id() -> None:
    assert parse(external_id=1042.0).external_id == "1042"


def test_customer_is_taken_from_the_flat_fields() -> None:
    person = parse(customer_id="M1", customer_name="李雷", segment="增换购", region="华东").customer
    assert person is not None
    assert (person.external_id, person.name, person.segment, person.region) == (
        "M1",
        "李雷",
        "增换购",
        "华东",
    )


def test_fingerprint_sees_through_marks_and_width() -> None:
    assert fingerprint("ＡＢＣ，很好！") == fingerprint("abc 很好")
    assert fingerprint("很好") != fingerprint("不好")
    assert fingerprint("！！") != fingerprint("？？")


@given(st.dictionaries(st.sampled_from(["external_id", "text", "occurred_at", "rating", "rating_scale", "author", "customer_id", "metadata", "answers", "url"]), st.one_of(st.none(), st.text(), st.integers(), st.floats(), st.booleans(), st.lists(st.integers(), max_size=2), st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2))))  # fmt: skip
def test_any_input_is_a_voice_or_a_named_error(raw: dict[str, object]) -> None:
    try:
        voice = parse_feedback(raw, zone=ZONE, received_at=NOW)
    except InvalidInputError as error:
        named = bool(error.field and error.expected)
    else:
        voice.text.encode("utf-8")
        named = voice.occurred_at.tzinfo is not None
    assert named
