"""Figures by department: each the department's own, guarded by a minimum n, and checked for the usual games."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select

from huiyin import stats
from huiyin.act.actions.actions import ActionState, list_actions
from huiyin.act.effects.judging import effects_of
from huiyin.act.effects.verdict import EffectVerdict
from huiyin.stats import Estimate
from huiyin.store.ledger.tables_act import customer_case

NO_TEAM = ""
# Cases that are solved within minutes in a row were hardly solved.
HASTY = timedelta(minutes=5)
MOST_HASTY = 0.3
# Effects promised so small that anything keeps the promise.
SMALL_PROMISE_PERCENT = 5.0
MOST_REOPENED = 0.2
FEWEST_FOR_A_GAME = 5


@dataclass(frozen=True, slots=True)
class Game:
    """A pattern by which a figure may look better than the work: a question to ask, no verdict."""

    id: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class DepartmentKpis:
    """One department: cases solved in time, customers content afterwards, actions done and found effective."""

    team: str
    in_time: Estimate
    content: Estimate
    done: Estimate
    effective: Estimate
    games: tuple[Game, ...]


def read_departments(
    connection: Connection, *, since: datetime, now: datetime, minimum_n: int
) -> list[DepartmentKpis]:
    """Return every department that has a case or an action of the window, by name."""
    cases, actions = _cases(connection, since, now), _actions(connection, since, now)
    teams = sorted({*cases, *actions})
    return [_department(team, cases.get(team, []), actions.get(team, []), minimum_n) for team in teams]


@dataclass(frozen=True, slots=True)
class _Case:
    opened: datetime
    solved: datetime | None
    due: datetime
    score: int | None
    reopened: int


@dataclass(frozen=True, slots=True)
class _Action:
    done: bool
    verdict: EffectVerdict | None
    small: bool


def _cases(connection: Connection, since: datetime, now: datetime) -> dict[str, list[_Case]]:
    columns = customer_case.c
    found: dict[str, list[_Case]] = {}
    for row in connection.execute(select(customer_case).where(columns.created_at.between(since, now))):
        case = _Case(row.created_at, row.resolved_at, row.resolve_by, row.asked_again_score, row.reopened)
        found.setdefault(row.team or NO_TEAM, []).append(case)
    return found


def _actions(connection: Connection, since: datetime, now: datetime) -> dict[str, list[_Action]]:
    opened = [each for each in list_actions(connection) if since <= each.created_at <= now]
    effects = effects_of(connection, [each.id for each in opened])
    found: dict[str, list[_Action]] = {}
    for each in opened:
        verdict = effects[each.id].verdict if each.id in effects else None
        effect = each.expected_effect
        small = effect.unit.value == "percent" and effect.size < SMALL_PROMISE_PERCENT
        done = each.state is ActionState.DONE
        found.setdefault(each.team or NO_TEAM, []).append(_Action(done, verdict, small))
    return found


def _department(team: str, cases: list[_Case], actions: list[_Action], minimum_n: int) -> DepartmentKpis:
    solved = [case for case in cases if case.solved is not None]
    scored = [case.score for case in cases if case.score is not None]
    judged = [each for each in actions if each.verdict not in (None, EffectVerdict.CANNOT_TELL)]
    least = max(minimum_n // 3, FEWEST_FOR_A_GAME)
    return DepartmentKpis(
        team=team,
        in_time=_share([case.solved <= case.due for case in solved if case.solved is not None], least),
        content=_share([score > 2 for score in scored], least),
        done=_share([each.done for each in actions], FEWEST_FOR_A_GAME),
        effective=_share([each.verdict is EffectVerdict.EFFECTIVE for each in judged], FEWEST_FOR_A_GAME),
        games=tuple(_games(solved, actions)),
    )


def _share(outcomes: list[bool], minimum: int) -> Estimate:
    return stats.wilson(sum(outcomes), len(outcomes)).guarded(minimum)


def _games(solved: list[_Case], actions: list[_Action]) -> list[Game]:
    games = []
    hasty = [case for case in solved if case.solved is not None and case.solved - case.opened < HASTY]
    if _many(len(hasty), len(solved), MOST_HASTY):
        games.append(Game("hasty", "许多个案几分钟内就关闭", "many cases are closed within minutes"))
    if _many(sum(case.reopened > 0 for case in solved), len(solved), MOST_REOPENED):
        games.append(Game("reopened", "许多关闭的个案又被打开", "many closed cases come back"))
    if _many(sum(case.score is None for case in solved), len(solved), 0.9):
        games.append(Game("unasked", "几乎没有客户回访评分", "hardly any customer was heard afterwards"))
    if _many(sum(each.small for each in actions), len(actions), 0.5):
        games.append(Game("small", "承诺的效果小到总能达到", "promised effects are too small to miss"))
    return games


def _many(count: int, total: int, share: float) -> bool:
    return total >= FEWEST_FOR_A_GAME and count > share * total
