"""Accounts: whom the sources know, and by which handles, gathered from what the ledger has accepted.

A customer record is an account; so is a nickname at a source, and so is a caller whom nobody knows yet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from huiyin.linkage import HandleKind, normalise

LONGEST = 200


class AccountKind(StrEnum):
    """What an account is."""

    CUSTOMER = "customer"
    AUTHOR = "author"
    CONTACT = "contact"


@dataclass(slots=True)
class Sighting:
    """A handle of one account: how it was written, whether a clerk noted it, how often and when it was seen."""

    value: str
    noted: bool
    seen: int
    first_at: datetime
    last_at: datetime

    def again(self, at: datetime, *, noted: bool) -> None:
        """Count one more sighting."""
        self.seen += 1
        self.noted = self.noted and noted
        self.first_at, self.last_at = min(self.first_at, at), max(self.last_at, at)


@dataclass(slots=True)
class Draft:
    """An account as gathered: its handles by (kind, normal form), and voices that only it knows."""

    key: str
    kind: AccountKind
    label: str
    created_at: datetime
    customer_id: int | None = None
    source_id: int | None = None
    handles: dict[tuple[HandleKind, str], Sighting] = field(default_factory=dict)
    voices: list[int] = field(default_factory=list)

    def note(self, kind: HandleKind, value: object, at: datetime, *, noted: bool = False) -> None:
        """Add one sighting of a handle; what cannot be a handle of the kind is passed over."""
        normal = normalise(kind, value)
        if normal is None or len(normal) > LONGEST:
            return
        known = self.handles.get((kind, normal))
        if known is None:
            self.handles[kind, normal] = Sighting(str(value)[:LONGEST], noted, 1, at, at)
        else:
            known.again(at, noted=noted)


RECORDED = (
    HandleKind.PHONE,
    HandleKind.EMAIL,
    HandleKind.OPENID,
    HandleKind.DEVICE,
    HandleKind.NICKNAME,
    HandleKind.VIN,
    HandleKind.PLATE,
)


def note_customer(draft: Draft, customer: Mapping[str, Any]) -> None:
    """Add the handles of a row of the customer table."""
    at = customer["created_at"]
    draft.note(HandleKind.CUSTOMER, customer["external_id"], at)
    draft.note(HandleKind.NAME, customer["name"] or "", at)
    _note_all(draft, customer["attributes"] or {}, RECORDED, at, noted=False)


def note_voice(draft: Draft, voice: Mapping[str, Any]) -> None:
    """Add the handles that came with a voice: its author's nickname and what the channel or clerk noted."""
    at = voice["occurred_at"]
    if voice["author"]:
        draft.note(HandleKind.NICKNAME, voice["author"], at)
    _note_all(draft, handles_of(voice), (*RECORDED, HandleKind.NAME, HandleKind.ORDER), at, noted=True)
    if draft.kind is not AccountKind.CUSTOMER:
        draft.voices.append(voice["id"])


def _note_all(
    draft: Draft, given: Mapping[str, Any], kinds: Iterable[HandleKind], at: datetime, *, noted: bool
) -> None:
    for kind in kinds:
        value = given.get(kind)
        if isinstance(value, str | int) and value:
            draft.note(kind, value, at, noted=noted)


def handles_of(voice: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return what the source noted of the speaker in metadata.handles."""
    found = (voice["metadata"] or {}).get("handles")
    return found if isinstance(found, dict) else {}


def key_of(voice: Mapping[str, Any]) -> tuple[str, AccountKind] | None:
    """Return the account a voice belongs to, None when nobody is behind it."""
    if voice["customer_id"] is not None:
        return f"c:{voice['customer_id']}", AccountKind.CUSTOMER
    if voice["author"]:
        # Namesakes at one source are told apart where the source gives an open id.
        openid = handles_of(voice).get("openid")
        return f"a:{voice['source_id']}:{openid or voice['author']}", AccountKind.AUTHOR
    noted = contact_key(handles_of(voice))
    return (f"h:{noted}", AccountKind.CONTACT) if noted else None


def contact_key(noted: Mapping[str, Any]) -> str | None:
    """Return the key of an unknown caller: the same notes mean the same account.

    >>> contact_key({"phone": "138 0000 1234", "name": "王伟"}) == contact_key({"name": "王伟", "phone": "+8613800001234"})
    True
    >>> contact_key({"name": "王伟"}) is None
    True
    """
    normal = {
        kind.value: normalise(kind, noted[kind]) for kind in (*RECORDED, HandleKind.NAME) if noted.get(kind)
    }
    if not any(value for kind, value in normal.items() if kind != HandleKind.NAME):
        return None
    text = "|".join(f"{kind}={value}" for kind, value in sorted(normal.items()) if value)
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
