"""What an action rests on: the fact, opportunity or alert it answers, its experiment, and its effort."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from sqlalchemy import Connection, insert, select, update

from huiyin.kit.errors import InvalidInputError
from huiyin.store.ledger.tables_action_basis import action_basis


class ActionOrigin(StrEnum):
    """What an action was opened from."""

    MANUAL = "manual"
    FACT = "fact"
    OPPORTUNITY = "opportunity"
    ALERT = "alert"
    SIGNAL = "signal"
    LAUNCH = "launch"


_PAGES = {
    ActionOrigin.FACT: "/understand/facts/{}",
    ActionOrigin.OPPORTUNITY: "/understand/opportunities/one?key={}",
    ActionOrigin.ALERT: "/act/alerts",
    ActionOrigin.SIGNAL: "/understand/signals/{}",
    ActionOrigin.LAUNCH: "/understand/launches/{}",
}


@dataclass(frozen=True, slots=True)
class ActionBasis:
    """Where an action came from; `effort` in person-weeks, None while nobody has estimated it."""

    origin: ActionOrigin = ActionOrigin.MANUAL
    origin_id: str | None = None
    experiment: str = ""
    effort: float | None = None

    @property
    def link(self) -> str | None:
        """The page of what it came from.

        >>> ActionBasis(ActionOrigin.SIGNAL, "7").link
        '/understand/signals/7'
        """
        page = _PAGES.get(self.origin)
        return page.format(quote(self.origin_id, safe="")) if page and self.origin_id else None


NO_BASIS = ActionBasis()


def keep_basis(connection: Connection, action_id: int, basis: ActionBasis) -> None:
    """Keep an action's basis; said again, it replaces what was said before.

    Raises `InvalidInputError` for an effort that is not positive.
    """
    if basis.effort is not None and not basis.effort > 0:
        raise InvalidInputError("work takes some time", field="effort", expected="person-weeks above 0")
    values = {
        "origin": basis.origin.value,
        "origin_id": basis.origin_id,
        "experiment": basis.experiment.strip(),
        "effort": basis.effort,
    }
    known = action_basis.c.action_id == action_id
    if connection.execute(update(action_basis).where(known).values(values)).rowcount == 0:
        connection.execute(insert(action_basis).values(values | {"action_id": action_id}))


def bases_of(connection: Connection, action_ids: Iterable[int]) -> dict[int, ActionBasis]:
    """Return what these actions rest on, by action id; an action of which nothing was said is left out."""
    query = select(action_basis).where(action_basis.c.action_id.in_(list(action_ids)))
    return {
        row.action_id: ActionBasis(ActionOrigin(row.origin), row.origin_id, row.experiment, row.effort)
        for row in connection.execute(query)
    }
