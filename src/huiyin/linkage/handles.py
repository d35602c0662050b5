"""Handles: what a source knows a person by, in one written form for each kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from enum import StrEnum


class HandleKind(StrEnum):
    """The kinds of handle, as they are stored."""

    CUSTOMER = "customer_id"
    PHONE = "phone"
    EMAIL = "email"
    OPENID = "openid"
    DEVICE = "device"
    ORDER = "order"
    VIN = "vin"
    PLATE = "plate"
    NICKNAME = "nickname"
    NAME = "name"


# A handle of these kinds belongs to one account or thing for ever; phones and addresses change hands.
STRONG_KINDS = (HandleKind.CUSTOMER, HandleKind.OPENID, HandleKind.DEVICE, HandleKind.VIN)

_NOT_DIGITS = re.compile(r"[^\d+]")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{2,3}\d{7,8}")
_SERVICE_LINE = re.compile(r"[48]00\d{7}")
_FOREIGN = re.compile(r"\+\d{7,15}")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}")
_PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使港澳"
# GA 36: province, office letter, then five marks, or six for vehicles of new energy; police and trailer ends.
_PLATE = re.compile(rf"[{_PROVINCES}][A-Z][A-HJ-NP-Z0-9]{{4,5}}[A-HJ-NP-Z0-9挂学警港澳]")


def normalise(kind: HandleKind, value: object) -> str | None:
    """Return the one written form of a handle, None where the value cannot be one of that kind.

    >>> normalise(HandleKind.PHONE, "+86 138-0000-1234"), normalise(HandleKind.EMAIL, " Li@Example.com ")
    ('+8613800001234', 'li@example.com')
    >>> normalise(HandleKind.PLATE, "沪a·d12345"), normalise(HandleKind.PHONE, "12345")
    ('沪AD12345', None)
    """
    text = unicodedata.normalize("NFKC", str(value)).strip()
    return _NORMALISERS[kind](text) if text else None


def kinds_of(text: str) -> dict[HandleKind, str]:
    """Return every kind that a search text could be, with its normal form.

    >>> sorted(kinds_of("138 0000 1234"))
    [<HandleKind.CUSTOMER: 'customer_id'>, <HandleKind.NAME: 'name'>, <HandleKind.NICKNAME: 'nickname'>, <HandleKind.OPENID: 'openid'>, <HandleKind.ORDER: 'order'>, <HandleKind.PHONE: 'phone'>]
    """
    found = {kind: normalise(kind, text) for kind in HandleKind if kind is not HandleKind.DEVICE}
    return {kind: value for kind, value in found.items() if value is not None}


def _phone(text: str) -> str | None:
    digits = _NOT_DIGITS.sub("", text)
    for prefix in ("+86", "0086", "86"):
        if digits.startswith(prefix) and _MOBILE.fullmatch(digits.removeprefix(prefix)):
            digits = digits.removeprefix(prefix)
    if _MOBILE.fullmatch(digits) or _LANDLINE.fullmatch(digits) or _SERVICE_LINE.fullmatch(digits):
        return f"+86{digits}"
    return digits if _FOREIGN.fullmatch(digits) else None


def _email(text: str) -> str | None:
    folded = text.casefold()
    return folded if _EMAIL.fullmatch(folded) else None


def _vin(text: str) -> str | None:
    packed = _packed(text).upper()
    return packed if _VIN.fullmatch(packed) else None


def _plate(text: str) -> str | None:
    packed = _packed(text).upper()
    return packed if _PLATE.fullmatch(packed) else None


def _packed(text: str) -> str:
    return "".join(mark for mark in text if mark.isalnum())


def _code(text: str) -> str | None:
    return _packed(text).upper() or None


def _openid(text: str) -> str | None:
    # Open ids are case-sensitive; they only lose the space around them.
    return text


def _spoken(text: str) -> str | None:
    return " ".join(text.casefold().split()) or None


_NORMALISERS: Mapping[HandleKind, Callable[[str], str | None]] = {
    HandleKind.CUSTOMER: _code,
    HandleKind.PHONE: _phone,
    HandleKind.EMAIL: _email,
    HandleKind.OPENID: _openid,
    HandleKind.DEVICE: _code,
    HandleKind.ORDER: _code,
    HandleKind.VIN: _vin,
    HandleKind.PLATE: _plate,
    HandleKind.NICKNAME: _spoken,
    HandleKind.NAME: _spoken,
}
