"""Masking: those who need not call a customer see that there is a number, not which."""

from __future__ import annotations

from huiyin.linkage import HandleKind

_OPEN = frozenset({HandleKind.CUSTOMER, HandleKind.NICKNAME})


def mask(kind: HandleKind, value: str) -> str:
    """Return a handle with its telling part hidden; customer ids and nicknames are shown.

    >>> mask(HandleKind.PHONE, "+8613800001234"), mask(HandleKind.NAME, "王小明"), mask(HandleKind.EMAIL, "li@example.com")
    ('+861380****234', '王**', 'l***@example.com')
    """
    if kind in _OPEN:
        return value
    if kind is HandleKind.NAME:
        return value[:1] + "*" * max(len(value) - 1, 1)
    if kind is HandleKind.EMAIL:
        name, _, host = value.partition("@")
        return f"{name[:1]}***@{host}"
    return f"{value[:-7]}****{value[-3:]}" if len(value) > 9 else value[:2] + "****"


def mask_name(label: str) -> str:
    """Return a name with all but its first character hidden."""
    return mask(HandleKind.NAME, label)
