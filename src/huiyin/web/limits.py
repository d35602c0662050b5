"""Where people with limits may go, and which single things they may open there.

The stores that such a person reads are narrowed already; a door that is not listed here stays shut for them,
so that a new endpoint is closed until somebody has thought about it.
"""

from __future__ import annotations

from fastapi import Depends, Request
from sqlalchemy import select

from huiyin.access import Principal
from huiyin.bootstrap import Installation
from huiyin.kit.errors import AccessDeniedError, InvalidInputError, NotFoundError
from huiyin.store.ledger import metadata
from huiyin.web.deps import App, OptionalUser

_PREFIX = "/api/v1"
# One's own account, what has no rows of voices, and what reads the narrowed stores.
DOORS = frozenset(
    {
        "GET /auth/state",
        "GET /auth/me",
        "GET /auth/tokens",
        "GET /auth/oidc/start",
        "GET /auth/oidc/callback",
        "POST /auth/login",
        "POST /auth/logout",
        "POST /auth/password",
        "POST /auth/tokens",
        "DELETE /auth/tokens/{token_id}",
        "GET /health",
        "GET /meta",
        "GET /overview",
        "GET /facts",
        "GET /facts/{aspect}",
        "GET /verbatims",
        "GET /verbatims/summary",
        "GET /feedback/{feedback_id}",
        "POST /feedback",
        "GET /explore",
        "GET /explore/file",
        "GET /facts/file",
        "GET /compare",
        "GET /compare/file",
        "GET /strengths",
        "GET /performance",
        "GET /reputation",
        "GET /verbatims/file",
        "POST /charts/picture",
        "GET /views",
        "POST /views",
        "PATCH /views/{view_id}",
        "DELETE /views/{view_id}",
        "GET /experience",
        "GET /facts/{aspect}/impact",
        "GET /launches",
        "GET /launches/{event_id}",
        "GET /launches/{event_id}/file",
        "GET /launches/{event_id}/report",
        "GET /opportunities",
        "GET /opportunities/one",
        "GET /opportunities/rivals",
        "GET /taxonomies",
        "GET /taxonomies/{name}/versions",
        "GET /priorities",
        "GET /roadmap",
        "GET /drivers",
        "POST /anecdotes/check",
        "POST /analyse",
        "POST /questions/lint",
        "GET /live",
        "GET /live/recent",
        "GET /live/wall",
        "GET /signals",
        "GET /signals/{signal_id}",
        "PATCH /signals/{signal_id}",
        "GET /customers",
        "GET /customers/{person}",
        "GET /customers/churn",
        "PUT /customers/{customer_id}/consent",
        "GET /customers/cross",
        "GET /customers/cross/file",
        "GET /customers/reports/buying-power",
        "GET /customers/reports/help-seekers",
        "GET /actions",
        "POST /actions",
        "POST /actions/plan",
        "GET /actions/{action_id}",
        "PATCH /actions/{action_id}",
        "GET /actions/{action_id}/raisers",
        "GET /actions/{action_id}/telling",
        "GET /actions/{action_id}/telling/recipients",
        "GET /comments",
        "POST /comments",
        "GET /crises",
        "GET /crises/{signal_id}",
        "GET /programme/five-voices",
        "POST /programme/five-voices",
        "GET /notices",
        "POST /notices/read",
        "GET /cases",
        "POST /cases",
        "GET /cases/{case_id}",
        "PATCH /cases/{case_id}",
        "POST /cases/{case_id}/reply",
        "GET /alerts",
        "GET /alerts/{alert_id}",
        "PATCH /alerts/{alert_id}",
        "GET /reports",
        "GET /reports/preview",
        "GET /reports/preview/file",
        "GET /reports/news",
        "POST /reports/news/seen",
        "GET /reports/{report_id}",
        "GET /reports/{report_id}/pages",
        "GET /reports/{report_id}/file",
    }
)
_TABLES = {
    "feedback_id": "feedback",
    "signal_id": "signal",
    "person": "person",
    "customer_id": "customer",
    "action_id": "action",
    "case_id": "customer_case",
    "alert_id": "alert",
    "rule_id": "alert_rule",
    "report_id": "report",
    "event_id": "watched_event",
}

_WORDS = {"product": "some products", "region": "some regions", "channel": "some channels"}


# Why a part stays shut: what it shows cannot be cut down to some products, regions or channels and still be right.
_REASONS = {
    "topics": "topics are found in everybody's voices together, and fewer voices would give other topics",
    "coverage": "who is not heard is counted against the whole customer base, which knows no products and channels",
    "programme": "the programme's figures are those of the whole company",
    "surveys": "quotas, weights and intervals of a survey rest on all of its answers",
    "imports": "an imported file holds everybody's voices",
    "taxonomies": "a taxonomy is shared, so that a change moves everybody's figures",
    "roadmap": "a decision about the roadmap moves everybody's",
}


class BeyondLimitsError(AccessDeniedError):
    """This part of the product shows everybody's voices; the person may read some of them only.

    `part` is the first word of the address; where the reason is known, the code names it.
    """

    code = "beyond_limits"

    def __init__(self, message: str, part: str = "") -> None:
        super().__init__(message if part not in _REASONS else f"{message}: {_REASONS[part]}")
        self._part = part if part in _REASONS else ""

    def details(self) -> dict[str, object]:
        """Return the machine-readable part of the error."""
        return super().details() | {"code": f"{self.code}_{self._part}" if self._part else self.code}


class OutOfSightError(NotFoundError):
    """The thing does not exist for this reader."""

    code = "not_found"


def check_limits(request: Request, app: App, user: OptionalUser) -> None:
    """Raise `BeyondLimitsError` or `OutOfSightError` where a person with limits may not go."""
    if user is None or user.limits.whole:
        return
    path = request.scope["route"].path.removeprefix(_PREFIX)
    if f"{request.method} {path}" not in DOORS:
        raise BeyondLimitsError(
            "this page speaks of everybody's voices, and your account is limited to "
            + " and ".join(_WORDS[name] for name in user.limits.values()),
            part=path.strip("/").split("/")[0],
        )
    _check_things(request, app)


WithinLimits = Depends(check_limits)


def check_named(app: Installation, **named: int | None) -> None:
    """Raise `InvalidInputError` where a body names what its sender cannot see; writes would see it.

    `named` has the fields of the body, each an id of `_TABLES`.
    """
    for field, key in named.items():
        if key is not None and not _is_there(app, _TABLES[field], key):
            name = field.removesuffix("_id")
            raise InvalidInputError(f"there is no {name} {key}", field=field, expected=f"the id of a {name}")


def check_talk(app: Installation, user: Principal, kind: str, key: str) -> None:
    """Raise where a person with limits asks for the talk about something that they cannot see.

    Talk about a fact quotes whoever was heard on it, so it stays with those who hear everybody.
    """
    if user.limits.whole:
        return
    table = _TABLES.get(f"{kind}_id")
    if table is None:
        raise BeyondLimitsError("talk about a fact may quote voices beyond your account's limits")
    if not key.isdecimal() or not _is_there(app, table, int(key)):
        raise OutOfSightError(f"there is no {kind} {key}")


def _check_things(request: Request, app: Installation) -> None:
    named = {name: value for name, value in request.path_params.items() if name in _TABLES}
    for name, value in named.items():
        if str(value).isdecimal() and not _is_there(app, _TABLES[name], int(value)):
            raise OutOfSightError(f"there is no {name.removesuffix('_id')} {value}")


def _is_there(app: Installation, table: str, key: int) -> bool:
    column = metadata.tables[table].c.id
    with app.ledger.read() as connection:
        return connection.scalar(select(column).where(column == min(key, 2**62))) is not None
