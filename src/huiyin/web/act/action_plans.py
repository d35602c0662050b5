"""How long an action must be waited for, what it rests on, and what it promises for its effort."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict, Field

from huiyin import act
from huiyin.bootstrap import Installation
from huiyin.web.act.schemas import StoredFilters, today
from huiyin.web.deps import Agent, App
from huiyin.web.understand.schemas import EstimateOut, Out

router = APIRouter(prefix="/actions", tags=["act"])

# A stand-in where only the test matters: who does it and when says nothing about the weeks it needs.
_NOBODY = "-"


class PlannedEffectIn(BaseModel):
    """The promise as far as the plan needs it."""

    metric: act.EffectMetric
    direction: act.EffectDirection
    size: float = Field(gt=0, allow_inf_nan=False)
    unit: act.EffectUnit = act.EffectUnit.PERCENT


class PlanIn(BaseModel):
    """An action that somebody is about to open."""

    aspect: str | None = Field(None, max_length=200)
    filters: StoredFilters = Field(default_factory=dict)
    expected_effect: PlannedEffectIn
    due_date: date | None = Field(None, description="Day on which the action is to be done.")


class EffectPlanOut(BaseModel):
    """What the effect test will be able to see.

    `weeks` after the action until a true change of the promised size is found with a power of 80 %, null where
    not even a year is enough; `customers` are heard on it meanwhile. `smallest` is the change a quarter shows.
    """

    model_config = ConfigDict(from_attributes=True)

    promised: float
    weeks: int | None
    customers: int | None
    power: float
    events_a_week: float
    weeks_before: int
    controlled: bool
    smallest: float | None
    shaken: bool = Field(False, description="All issues move together: only an untouched group can tell.")


class PlannedOut(BaseModel):
    """The plan in words and figures; null where the figure cannot be tested or nothing was heard of it yet."""

    plan: EffectPlanOut | None
    due_date: date | None = Field(
        description="The day to judge the effect; a quarter later where even a year is short."
    )
    text_zh: str
    text_en: str
    enough: bool


class ActionBasisOut(Out):
    """Where an action came from, its experiment, and its effort in person-weeks."""

    origin: act.ActionOrigin
    origin_id: str | None
    experiment: str
    effort: float | None
    link: str | None


class ActionScoreOut(Out):
    """Reach x impact x confidence / effort: customers a quarter spared for each person-week."""

    reach: EstimateOut
    impact: float | None
    confidence: float
    judged: int
    effort: float | None
    relief: float | None
    value: float | None


@router.post("/plan", summary="How long until an effect could be seen")
def post_plan(body: PlanIn, app: App, _user: Agent) -> PlannedOut:
    """Return after how many weeks the promised change would be found, from the weeks known today; nothing is kept."""
    effect = act.ExpectedEffect(**body.expected_effect.model_dump(), due_date=today(app))
    draft = act.ActionDraft(
        title=_NOBODY,
        kind=act.ActionKind.OTHER,
        owner=_NOBODY,
        due_date=today(app),
        expected_effect=effect,
        aspect=body.aspect or None,
        filters=body.filters,
    )
    return planned(draft, app, done=body.due_date or today(app))


def planned(draft: act.ActionDraft, app: Installation, *, done: date) -> PlannedOut:
    """Return the plan of a draft whose action shall be done on a day."""
    act.check_filters(draft.filters)
    plan = act.read_plan(app.facts, draft, today=today(app))
    zh, en = _words(plan)
    weeks = None if plan is None else plan.weeks
    return PlannedOut(
        plan=None if plan is None else EffectPlanOut.model_validate(plan),
        # The week in which an action ends counts on neither side.
        due_date=None if plan is None else done + timedelta(weeks=(weeks or act.QUARTER) + 1),
        text_zh=zh,
        text_en=en,
        enough=weeks is not None,
    )


def plan_json(found: PlannedOut) -> dict[str, Any] | None:
    """Return the plan as it is frozen into an action's evidence."""
    return None if found.plan is None else found.plan.model_dump(mode="json")


def _words(plan: act.EffectPlan | None) -> tuple[str, str]:
    if plan is None:
        return (
            "这个指标无法按周检验，或还没有相关的声音；到期时只能判为“无法判断”。",
            "This figure cannot be tested week by week, or nobody has spoken of it yet; the verdict will be “cannot tell”.",
        )
    if plan.weeks is not None:
        return (
            f"要看出这样的变化，完成后约需 {plan.weeks} 周、{plan.customers} 位提到它的客户"
            f"（现在每周约 {plan.events_a_week:.0f} 位）；变化若是真的，到时有 {plan.power:.0%} 的把握看出来。",
            f"To see such a change takes about {plan.weeks} weeks and {plan.customers} customers after it is done "
            f"(about {plan.events_a_week:.0f} a week now); a true one is then found with a chance of {plan.power:.0%}.",
        )
    if plan.shaken:
        return (
            "各个问题的周数常常一起大涨大落，没有对照就分不清是行动还是大势，等多久都一样；"
            "请先只在部分产品或地区做，留下其余的作对照。",
            "The weeks of all issues rise and fall together, so that without a control no time is enough to tell the "
            "action from the tide; start with some products or regions and keep the others to compare with.",
        )
    zh = f"等上一年也只有 {plan.power:.0%} 的把握看出这样的变化：现在每周约 {plan.events_a_week:.1f} 位客户提到。"
    en = (
        f"Even a year finds such a change with a chance of {plan.power:.0%} only: "
        f"about {plan.events_a_week:.1f} customers a week speak of it."
    )
    if plan.smallest is None:
        return (
            f"{zh}请放宽范围，或把几项行动合起来评估。",
            f"{en} Widen the selection, or judge several actions together.",
        )
    size = f"{abs(plan.smallest):.0%}"
    return (
        f"{zh}一个季度内能看出的最小变化约为 {size}。",
        f"{en} The smallest change that a quarter shows is about {size}.",
    )
