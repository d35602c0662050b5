"""The demo company's inbox: single customers' troubles that somebody took on, in every state a case can be in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, update

from huiyin import access, act
from huiyin.bootstrap import Installation
from huiyin.kit.clock import Clock
from huiyin.store.ledger.tables_act import customer_case

# A complaint is taken on within this time, or it is not what a case would be about any more.
_WINDOW = timedelta(days=10)
_TITLE_LENGTH = 40
# The person who looks at the demo finds cases of their own.
_READER = ""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A case as the demo company handled it; hours count from its opening, None is not yet."""

    aspect: str
    opened_hours_ago: int
    priority: act.CasePriority
    owner: str
    team: str
    answered_after: int | None = None
    waits_after: int | None = None
    resolved_after: int | None = None
    root_cause: str = ""
    resolution: str = ""
    # What the customer answered when asked again, 1 to 5.
    score: int | None = None


TROUBLES = (
    Trouble(
        "automotive.comfort.odour",
        218,
        act.CasePriority.HIGH,
        "陈工",
        "质量部",
        2,
        resolved_after=46,
        root_cause="空调压缩机 B 批次冷冻油配比异常",
        resolution="上门更换压缩机与滤芯，登记批次号，一周后回访",
    ),
    Trouble(
        "retail.logistics",
        196,
        act.CasePriority.NORMAL,
        "赵敏",
        "商城客服",
        3,
        resolved_after=27,
        root_cause="华南分拨中心改造，包裹滞留",
        resolution="当天补发并退还运费",
    ),
    Trouble(
        "retail.packaging",
        150,
        act.CasePriority.NORMAL,
        "赵敏",
        "商城客服",
        6,
        resolved_after=50,
        root_cause="新纸箱抗压不足",
        resolution="换货，并反馈仓库改用加固纸箱",
    ),
    Trouble(
        "automotive.after_sales.waiting",
        122,
        act.CasePriority.HIGH,
        "周经理",
        "服务运营部",
        1,
        waits_after=26,
        root_cause="门店预约时段没有与工位数对齐",
    ),
    Trouble("automotive.comfort.odour", 78, act.CasePriority.URGENT, "陈工", "质量部"),
    Trouble("retail.platform.payment", 50, act.CasePriority.NORMAL, _READER, "商城客服", 4),
    Trouble("automotive.cockpit.freezing", 27, act.CasePriority.NORMAL, "林工", "智能座舱部", 5),
    Trouble("retail.logistics", 5, act.CasePriority.HIGH, _READER, "商城客服"),
)


def take_on_cases(
    app: Installation, by: access.Principal, troubles: Sequence[Trouble] = TROUBLES
) -> list[act.Case]:
    """Open the cases from recent complaints of known customers, each at its hour; return what stands.

    The facts must have been projected. A trouble that nobody told of lately opens nothing.
    """
    taken: set[int] = set()
    cases = []
    for trouble in troubles:
        opened = app.clock() - timedelta(hours=trouble.opened_hours_ago)
        complaint = _complaint(app, trouble.aspect, opened, taken)
        if complaint is not None:
            taken.add(complaint[0])
            cases.append(_handle(app, trouble, *complaint, opened=opened, by=by))
    return cases


def _complaint(app: Installation, aspect: str, until: datetime, taken: set[int]) -> tuple[int, str] | None:
    """Return the latest complaint of somebody known before `until`, and what it says."""
    told = app.facts.query(
        """
        SELECT v.feedback_id, v.text FROM voice v JOIN opinion o USING (feedback_id)
        WHERE o.aspect = $aspect AND o.sentiment < 0 AND o.type = 'complaint' AND v.sentiment < 0
          AND v.customer_id IS NOT NULL
          AND v.occurred_at BETWEEN $since AND $until
        ORDER BY v.occurred_at DESC, v.feedback_id LIMIT 50
        """,
        {
            "aspect": aspect,
            "since": (until - _WINDOW).replace(tzinfo=None),
            "until": until.replace(tzinfo=None),
        },
    )
    return next(((id_, text) for id_, text in told.iter_rows() if id_ not in taken), None)


def _handle(
    app: Installation,
    trouble: Trouble,
    feedback_id: int,
    text: str,
    *,
    opened: datetime,
    by: access.Principal,
) -> act.Case:
    policy = act.usual_policy(app.settings.zone)
    draft = act.CaseDraft(
        title=text[:_TITLE_LENGTH],
        owner=trouble.owner or by.display_name,
        priority=trouble.priority,
        team=trouble.team,
        origin=act.CaseOrigin.VOICE,
        origin_id=str(feedback_id),
        feedback_id=feedback_id,
    )
    with app.ledger.write() as connection:
        case = act.open_case(connection, draft, policy=policy, by=by, clock=_standing_at(opened))
        for hours, change in _steps(trouble):
            moment = opened + timedelta(hours=hours)
            case = act.change_case(
                connection, case.id, change, policy=policy, by=case.owner, clock=_standing_at(moment)
            )
        if trouble.score is not None:
            _hear_again(connection, case, trouble.score)
    return case


def _hear_again(connection: Connection, case: act.Case, score: int) -> None:
    asked = {"asked_again_at": case.resolved_at, "asked_again_score": score}
    connection.execute(update(customer_case).where(customer_case.c.id == case.id).values(asked))


def _standing_at(moment: datetime) -> Clock:
    return lambda: moment


def _steps(trouble: Trouble) -> list[tuple[int, act.CaseChange]]:
    """Return what was done, at how many hours after the opening."""
    waits = act.CaseChange(state=act.CaseState.WAITING, root_cause=trouble.root_cause)
    resolved = act.CaseChange(
        state=act.CaseState.RESOLVED, root_cause=trouble.root_cause, resolution=trouble.resolution
    )
    steps = (
        (trouble.answered_after, act.CaseChange(answered=True)),
        (trouble.waits_after, waits),
        (trouble.resolved_after, resolved),
    )
    return [(hours, change) for hours, change in steps if hours is not None]
