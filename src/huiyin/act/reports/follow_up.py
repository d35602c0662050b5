"""The page that says what was done about it, and whether it worked."""

from __future__ import annotations

from collections.abc import Sequence

from huiyin.act.actions.actions import Action, ActionState
from huiyin.act.effects.judging import ActionEffect
from huiyin.act.effects.verdict import EffectVerdict
from huiyin.act.reports.page import Page
from huiyin.charts import Language, Table
from huiyin.stats import Estimate
from huiyin.understand import Clause, Sentence

MOST = 8
STATES = {
    ActionState.OPEN: ("待办", "open"),
    ActionState.DOING: ("进行中", "doing"),
    ActionState.DONE: ("已完成", "done"),
    ActionState.DROPPED: ("已放弃", "dropped"),
}
VERDICTS = {
    EffectVerdict.EFFECTIVE: ("有效", "effective"),
    EffectVerdict.NOT_EFFECTIVE: ("无效", "not effective"),
    EffectVerdict.CANNOT_TELL: ("无法判断", "cannot tell"),
}


def follow_up_page(
    actions: Sequence[tuple[Action, ActionEffect | None]], *, language: Language
) -> Page | None:
    """Return the page about the company's answers; None where there is no action yet."""
    if not actions:
        return None
    zh = language is Language.ZH
    head = ("行动", "负责人", "状态", "截止", "效果") if zh else ("Action", "Owner", "State", "Due", "Effect")
    return Page(
        key="actions",
        eyebrow="我们做了什么" if zh else "What we did about it",
        title=_title(actions),
        table=Table(head, tuple(_row(action, effect, zh=zh) for action, effect in actions[:MOST])),
        note=(
            "效果在登记的日期自动检验：对照序列、安慰剂日期与均值回归都已计入。"
            if zh
            else "Effects are tested on the registered day against controls and placebo dates."
        ),
    )


def _title(actions: Sequence[tuple[Action, ActionEffect | None]]) -> Sentence:
    done = sum(action.state is ActionState.DONE for action, _ in actions)
    judged = [effect for _, effect in actions if effect is not None]
    worked = sum(effect.verdict is EffectVerdict.EFFECTIVE for effect in judged)
    zh = f"{len(actions)} 项行动中 {done} 项已完成，{len(judged)} 项到期检验，{worked} 项有效。"
    en = f"Of {len(actions)} actions {done} are done; {len(judged)} were tested, {worked} worked."
    return Sentence((Clause(zh, en, "/act/actions"),))


def _row(action: Action, effect: ActionEffect | None, *, zh: bool) -> tuple[str, ...]:
    at = 0 if zh else 1
    return (
        action.title,
        action.owner,
        STATES[action.state][at],
        action.due_date.isoformat(),
        _verdict(effect, zh=zh),
    )


def _verdict(effect: ActionEffect | None, *, zh: bool) -> str:
    if effect is None:
        return "未到期" if zh else "not due"
    return VERDICTS[effect.verdict][0 if zh else 1] + _change(effect.change)


def _change(change: Estimate) -> str:
    if change.value is None or change.low is None or change.high is None:
        return ""
    return f" {100 * change.value:+.0f}% ({100 * change.low:+.0f}…{100 * change.high:+.0f}%)"
