"""The demo company's actions: one that works, one that does not, and one that has only begun."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from huiyin import access, act
from huiyin.bootstrap import Installation
from huiyin.demo.nodes import node_of
from huiyin.demo.plan import BEIJING, TruthKind
from huiyin.demo.truths import Truth
from huiyin.demo.world import World
from huiyin.understand import Context

_WINDOW = timedelta(days=56)


@dataclass(frozen=True, slots=True)
class Measure:
    """An action as the demo company took it."""

    truth: TruthKind
    title: str
    kind: act.ActionKind
    owner: str
    team: str
    hypothesis: str
    reduction: float
    opened_before_days: int
    outcome: act.ActionState
    note: str
    # Until the effect is judged: no less than the plan asks for (act.plan_effect), where it finds any week.
    weeks: int
    # Person-weeks, as the owner estimated them.
    effort: float


MEASURES = (
    Measure(
        TruthKind.ACTION_WORKS,
        "OTA 4.2：修复 E5 车机卡顿与黑屏重启",
        act.ActionKind.PRODUCT,
        "林工",
        "智能座舱部",
        "内存泄漏导致长时间使用后卡死；4.2 版释放缓存并换用新的渲染进程，车机卡顿抱怨应减少六成。C3 本次不升级，作为对照。",
        60,
        28,
        act.ActionState.DONE,
        "4.2 版已向全部 E5 推送完毕。",
        17,
        24.0,
    ),
    Measure(
        TruthKind.ACTION_FAILS,
        "C3 售后预约流程改版：减少到店等待",
        act.ActionKind.SERVICE,
        "周经理",
        "服务运营部",
        "把预约入口挪到 App 首页、增加短信提醒，预约与等待抱怨应减少一半。E5 仍用旧流程，作为对照。",
        50,
        14,
        act.ActionState.DONE,
        "新流程已在全国门店上线。",
        13,
        6.0,
    ),
    Measure(
        TruthKind.DEFECT,
        "排查 S7 空调压缩机 B 批次酸臭异味",
        act.ActionKind.PRODUCT,
        "陈工",
        "质量部",
        "怀疑 B 批次压缩机冷冻油配比异常；召回检测并更换后，异味抱怨应下降七成。",
        70,
        -92,
        act.ActionState.DOING,
        "已从库存抽检 20 台，供应商配合分析。",
        11,
        18.0,
    ),
)


def open_measures(app: Installation, world: World, by: access.Principal) -> list[act.Action]:
    """Open the demo's actions as of their days; the facts must have been projected before.

    The evidence is frozen over the eight weeks before each action was opened.
    """
    planted = {truth.kind: truth for truth in world.truths}
    return [
        _open(app, measure, planted[measure.truth], by) for measure in MEASURES if measure.truth in planted
    ]


def _open(app: Installation, measure: Measure, truth: Truth, by: access.Principal) -> act.Action:
    start = truth.starts_at or app.clock()
    # The world's axis begins at midnight; people decide in office hours.
    opened = start - timedelta(days=measure.opened_before_days) + timedelta(hours=10)
    launched = max(start, opened) if measure.outcome is act.ActionState.DONE else opened + timedelta(days=3)
    aspect = node_of(truth.taxonomy, truth.aspect or "", truth.facet or "")
    known_until = _day(opened) - timedelta(days=1)
    filters = act.parse_filters(
        {
            "product": [truth.product],
            "from": (known_until - _WINDOW).isoformat(),
            "to": known_until.isoformat(),
        }
    )
    evidence = act.freeze_evidence(
        Context(app.facts, app.names, app.settings.minimum_n),
        filters,
        aspect=aspect,
        today=_day(opened),
        clock=lambda: opened,
    )
    draft = _draft(measure, truth, aspect, launched)
    plan = act.read_plan(app.facts, draft, today=_day(opened))
    with app.ledger.write() as connection:
        action = act.create_action(
            connection,
            draft,
            evidence=evidence | {"plan": None if plan is None else plan.as_dict()},
            by=by,
            clock=lambda: opened,
        )
        act.keep_basis(
            connection, action.id, act.ActionBasis(act.ActionOrigin.FACT, aspect, effort=measure.effort)
        )
        return act.change_action(
            connection,
            action.id,
            act.ActionChange(state=measure.outcome, note=measure.note),
            by=by,
            clock=lambda: launched,
        )


def _draft(measure: Measure, truth: Truth, aspect: str | None, launched: datetime) -> act.ActionDraft:
    due = _day(launched) + timedelta(days=0 if measure.outcome is act.ActionState.DONE else 30)
    return act.ActionDraft(
        title=measure.title,
        kind=measure.kind,
        owner=measure.owner,
        team=measure.team,
        due_date=due,
        aspect=aspect,
        hypothesis=measure.hypothesis,
        filters={"product": [truth.product]},
        expected_effect=act.ExpectedEffect(
            metric=act.EffectMetric.NEGATIVE_CUSTOMERS,
            direction=act.EffectDirection.DOWN,
            size=measure.reduction,
            unit=act.EffectUnit.PERCENT,
            due_date=due + timedelta(weeks=measure.weeks),
        ),
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(BEIJING).date()
