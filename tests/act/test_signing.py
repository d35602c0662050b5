from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from huiyin import act

NOW = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
SECRET = "whsec-12345"


def signed(body: bytes, *, delivery="d-1", at=NOW, secret=SECRET) -> dict[str, str]:
    timestamp = int(at.timestamp())
    return {
        "x-huiyin-delivery": delivery,
        "X-HUIYIN-TIMESTAMP": str(timestamp),
        "X-Huiyin-Signature": act.sign(body, secret=secret, delivery_id=delivery, timestamp=timestamp),
    }


@given(st.binary())
def test_own_signature_holds(body):
    assert act.signature_holds(signed(body), body, secret=SECRET, now=NOW)


@given(st.binary(), st.binary())
def test_another_body_does_not_hold(body, other):
    held = act.signature_holds(signed(body), other, secret=SECRET, now=NOW)
    assert held == (body == other)


@pytest.mark.parametrize(
    "tampered",
    [
        {"x-huiyin-delivery": "d-2"},
        {"X-HUIYIN-TIMESTAMP": str(int(NOW.timestamp()) + 1)},
        {"X-HUIYIN-TIMESTAMP": "soon"},
        {"X-Huiyin-Signature": ""},
        {"X-Huiyin-Signature": "sha256=é"},
    ],
)
def test_tampered_headers_do_not_hold(tampered):
    assert not act.signature_holds(signed(b"{}") | tampered, b"{}", secret=SECRET, now=NOW)


def test_old_message_cannot_be_replayed():
    late = NOW + timedelta(minutes=6)
    assert not act.signature_holds(signed(b"{}"), b"{}", secret=SECRET, now=late)


def test_wrong_key_does_not_hold():
    assert not act.signature_holds(signed(b"{}", secret="other"), b"{}", secret=SECRET, now=NOW)


def test_nothing_signed_does_not_hold():
    assert not act.signature_holds({}, b"{}", secret=SECRET, now=NOW)
