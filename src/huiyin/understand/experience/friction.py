"""Friction by step: where people stumble on the pages, beside what the same people say."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from huiyin import stats
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import Estimate
from huiyin.understand.experience.sessions import (
    MOST_STEPS,
    Sessions,
    fold_sessions,
    read_events,
    split_properties,
    usual_steps,
)
from huiyin.understand.facts.table import ALPHA, Context, Level, aspect_at
from huiyin.understand.filters import Filters
from huiyin.understand.links import voices_link
from huiyin.understand.names import Name
from huiyin.understand.queries import run
from huiyin.understand.window import window_of

SAID = 3
FEWEST = 5


@dataclass(frozen=True, slots=True)
class Said:
    """One aspect of which those who stumble at a step complain more than those who pass it untroubled."""

    aspect: str
    zh: str
    en: str
    stumbling: Estimate
    others: Estimate
    difference: Estimate
    link: str


@dataclass(frozen=True, slots=True)
class Stumble:
    """One sign of trouble at a step: the share of its sessions that show it."""

    event: str
    sessions: int
    share: Estimate


@dataclass(frozen=True, slots=True)
class FunnelStep:
    """One step: how many sessions come, how many go on, what goes wrong and what is said by whom it went wrong for.

    `passed` is the share that reaches the next step, `before` the same in the period before and `change` their
    difference; `complaining` compares all complaints of those who stumble with those of the others.
    """

    event: str
    sessions: int
    people: int
    passed: Estimate | None
    before: Estimate | None
    change: Estimate | None
    stumbles: tuple[Stumble, ...]
    stumbling: Estimate
    complaining: Estimate | None
    said: tuple[Said, ...]
    worst: bool


@dataclass(frozen=True, slots=True)
class Split:
    """How one value of a property, such as an app version, passes a step against the other values."""

    value: str
    step: str
    sessions: int
    passed: Estimate
    difference: Estimate
    unusual: bool


@dataclass(frozen=True, slots=True)
class Journey:
    """The steps of a path, the signs of trouble, and splits of the step where most are lost."""

    steps: tuple[FunnelStep, ...]
    splits: tuple[Split, ...]
    property: str | None
    events: tuple[str, ...]
    properties: tuple[str, ...]
    truncated: bool
    how: Name


def journey(
    context: Context,
    connection: Connection,
    filters: Filters,
    *,
    zone: ZoneInfo,
    steps: Sequence[str] = (),
    split_by: str | None = None,
) -> Journey:
    """Return the path through `steps` within a closed window; without any, the steps are read off the events.

    A session is what an event's property `session` says, else a customer's day. Raises InvalidInputError for a
    step that is no event, or too many.
    """
    window = window_of(filters)
    events, truncated = read_events(connection, window.start, window.end, zone)
    names = tuple(sorted({event.name for event in events}))
    chosen = tuple(steps) or usual_steps(events)
    _check(steps, names)
    properties = split_properties(events)
    by = split_by or next((name for name in properties if "version" in name), None)
    if len(chosen) < 2:
        return Journey((), (), None, names, properties, truncated, HOW)
    sessions, before = fold_sessions(events, chosen), filters.previous()
    earlier = None
    if before is not None and before.start and before.end:
        earlier = fold_sessions(read_events(connection, before.start, before.end, zone)[0], chosen)
    complaints = _complaints(context, filters)
    found = [_step(context, filters, sessions, earlier, complaints, place) for place in range(len(chosen))]
    told = _tested(found)
    lost = _worst(told)
    told = [replace(each, worst=place == lost) for place, each in enumerate(told)]
    splits = _splits(sessions, lost, by, context.minimum_n) if by and lost is not None else ()
    return Journey(tuple(told), splits, by, names, properties, truncated, HOW)


def _complaints(context: Context, filters: Filters) -> Mapping[str, frozenset[int]]:
    """Return, for each aspect and for any ('*'), the known customers who complain within the window."""
    rows = run(
        context.facts, "friction.complaints", node=aspect_at(Level.FINE), opinion=filters.opinion_where()
    )
    heard = run(context.facts, "friction.heard", voice=filters.base().voice_where())
    found = {
        str(aspect[0]): frozenset(part["customer_id"].to_list())
        for aspect, part in rows.group_by("aspect")
        if not context.names.is_general(str(aspect[0]))
    }
    anyone = frozenset(rows["customer_id"].to_list())
    return found | {"*": anyone, "heard": frozenset(heard["customer_id"].to_list())}


def _check(steps: Sequence[str], names: Sequence[str]) -> None:
    unknown = [step for step in steps if step not in names]
    if unknown or len(steps) > MOST_STEPS:
        message = f"no event named {unknown[0]!r}" if unknown else "too many steps"
        expected = f"at most {MOST_STEPS} of {', '.join(names[:20])}"
        raise InvalidInputError(message, field="step", expected=expected)


def _step(
    context: Context,
    filters: Filters,
    sessions: Sessions,
    earlier: Sessions | None,
    complaints: Mapping[str, frozenset[int]],
    place: int,
) -> FunnelStep:
    here, minimum = [session for _, session in sessions.reached(place)], context.minimum_n
    last = place == len(sessions.steps) - 1
    passed = None if last else _passed(sessions, place).guarded(minimum)
    before = None if last or earlier is None else _passed(earlier, place).guarded(minimum)
    change = None if passed is None or before is None else stats.difference(passed, before).guarded(minimum)
    troubles = [session.troubles_at(place) for session in here]
    people = [session.customer_id for session in here]
    stumbling = frozenset(who for who, names in zip(people, troubles, strict=True) if names and who)
    smooth = frozenset(who for who in people if who) - stumbling
    heard = complaints["heard"]
    stumbling_heard, smooth_heard = stumbling & heard, smooth & heard
    return FunnelStep(
        event=sessions.steps[place],
        sessions=len(here),
        people=len(stumbling) + len(smooth),
        passed=passed,
        before=before,
        change=change,
        stumbles=_stumbles(troubles, minimum),
        stumbling=stats.wilson(sum(map(bool, troubles)), len(here)).guarded(minimum),
        complaining=_more(complaints["*"], stumbling_heard, smooth_heard, minimum)[2],
        said=_said(context, filters, complaints, stumbling_heard, smooth_heard),
        worst=False,
    )


def _passed(sessions: Sessions, place: int) -> Estimate:
    """Return the share of sessions at a step that go on, with whole customers as clusters."""
    here = sessions.reached(place)
    if not here:
        return stats.insufficient(0, "cluster-robust")
    going = [float(session.reached > place + 1) for _, session in here]
    # A session without a customer stands for itself.
    who = [str(session.customer_id or key) for key, session in here]
    e = stats.cluster_mean(going, who)
    if e.value is None or e.low is None or e.high is None:
        return e
    return replace(e, low=max(e.low, 0.0), high=min(e.high, 1.0))


def _stumbles(troubled: Sequence[Sequence[str]], minimum: int) -> tuple[Stumble, ...]:
    counted: dict[str, int] = {}
    for names in troubled:
        for name in set(names):
            counted[name] = counted.get(name, 0) + 1
    order = sorted(counted.items(), key=lambda each: (-each[1], each[0]))
    return tuple(
        Stumble(name, count, stats.wilson(count, len(troubled)).guarded(minimum)) for name, count in order
    )


def _more(
    who: frozenset[int], stumbling: frozenset[int], smooth: frozenset[int], minimum: int
) -> tuple[Estimate, Estimate, Estimate]:
    """Return the share complaining among those who stumble, among the others, and the difference."""
    a, b = len(who & stumbling), len(who & smooth)
    there = stats.wilson(a, len(stumbling)).guarded(minimum)
    elsewhere = stats.wilson(b, len(smooth)).guarded(minimum)
    return there, elsewhere, stats.newcombe(a, len(stumbling), b, len(smooth)).guarded(minimum)


def _said(
    context: Context,
    filters: Filters,
    complaints: Mapping[str, frozenset[int]],
    stumbling: frozenset[int],
    smooth: frozenset[int],
) -> tuple[Said, ...]:
    found = []
    for aspect, who in complaints.items():
        if aspect in ("*", "heard") or len(who & stumbling) < FEWEST:
            continue
        there, elsewhere, difference = _more(who, stumbling, smooth, context.minimum_n)
        name = context.names.name(aspect)
        link = voices_link(filters.about(aspect, -1))
        found.append(Said(aspect, name.zh, name.en, there, elsewhere, difference, link))
    return tuple(found)


def _tested(steps: Sequence[FunnelStep]) -> list[FunnelStep]:
    """Keep the aspects that are complained of more after correction over all steps and aspects."""
    said = [(place, each) for place, step in enumerate(steps) for each in step.said]
    tests = [
        stats.p_value_of(each.difference) if each.difference.sufficient else math.nan for _, each in said
    ]
    flags = stats.benjamini_hochberg(tests, alpha=ALPHA).tolist() if tests else []
    kept: dict[int, list[Said]] = {}
    for (place, each), flag in zip(said, flags, strict=True):
        if flag and (each.difference.value or 0.0) > 0:
            kept.setdefault(place, []).append(each)
    return [
        replace(
            step,
            said=tuple(sorted(kept.get(place, []), key=lambda each: -(each.difference.low or 0.0))[:SAID]),
        )
        for place, step in enumerate(steps)
    ]


def _worst(steps: Sequence[FunnelStep]) -> int | None:
    """Return the step whose passing has fallen most surely, else the one that loses most sessions."""
    fallen = [
        (step.change.high or 0.0, place)
        for place, step in enumerate(steps)
        if step.change is not None and step.change.sufficient and (step.change.high or 0.0) < 0
    ]
    if fallen:
        return min(fallen)[1]
    passing = [
        (step.passed.value or 0.0, place)
        for place, step in enumerate(steps)
        if step.passed is not None and step.passed.sufficient
    ]
    return min(passing)[1] if passing else None


def _splits(sessions: Sessions, step: int, by: str, minimum: int) -> tuple[Split, ...]:
    counts: dict[str, list[int]] = {}
    for _, session in sessions.reached(step):
        if by in session.properties:
            count = counts.setdefault(session.properties[by], [0, 0])
            count[0] += session.reached > step + 1
            count[1] += 1
    total = [sum(count[i] for count in counts.values()) for i in (0, 1)]
    differences = {
        value: stats.newcombe(k, n, total[0] - k, total[1] - n).guarded(minimum)
        for value, (k, n) in counts.items()
        if total[1] > n
    }
    tests = [stats.p_value_of(each) if each.sufficient else math.nan for each in differences.values()]
    flags = stats.benjamini_hochberg(tests, alpha=ALPHA).tolist() if tests else []
    found = [
        Split(
            value,
            sessions.steps[step],
            counts[value][1],
            stats.wilson(*counts[value]).guarded(minimum),
            each,
            bool(flag),
        )
        for (value, each), flag in zip(differences.items(), flags, strict=True)
    ]
    return tuple(sorted(found, key=lambda each: each.passed.value or 0.0))


HOW = Name(
    zh="一次会话按事件的 session 属性（没有则按客户与日期）合并；到达某步 = 会话里出现过这一步或更后面的步骤。"
    "通过率的区间以客户为聚类；较上期的变化检验差值本身。重试、放弃、连点、报错等信号记在发生时所处的步骤上。"
    "“说了什么”比较同一步骤中受阻与未受阻、且期内发过声的客户，对全部步骤 × 维度做 Benjamini–Hochberg 校正，只列显著更多的。"
    "行为与原声按同一客户对照，未登录的会话没有原声可对。",
    en="A session is an event's property `session`, else a customer's day; a step is reached when it or a later one occurs. "
    "Intervals of passing take customers as clusters; changes test the difference itself. Retries, abandons, rage clicks and "
    "errors count at the step where they happen. “What they say” compares, at the same step, customers who stumbled with "
    "those who did not, among those heard in the window; Benjamini–Hochberg over all steps × aspects, only what is surely "
    "more is listed. Behaviour and voices meet in the same customer; sessions without sign-in have no voice beside them.",
)
