"""The report hours after an event: who speaks, what the first users say, how it compares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import polars as pl
from sqlalchemy import Connection

from huiyin import charts, stats
from huiyin.charts import Figure
from huiyin.stats import Estimate
from huiyin.understand.facts.table import Context
from huiyin.understand.launches.comparison import ComparedAspect, LaunchStanding, compare, opinions_of
from huiyin.understand.launches.events import WatchedEvent
from huiyin.understand.launches.roles import LaunchSpeaker
from huiyin.understand.launches.voices import event_voices, with_roles
from huiyin.understand.queries import run
from huiyin.understand.sentences import Clause, Sentence, count_zh, sentence

# The other product's users are those of the half year before.
RIVAL_DAYS = 180
HOURLY_FOR = timedelta(hours=72)
SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Hour:
    """Voices of one step of time, by role; the step is an hour in the first three days, then a day."""

    at: datetime
    counts: dict[str, int]


@dataclass(frozen=True, slots=True)
class Sample:
    """A voice of one role, to read."""

    feedback_id: int
    role: LaunchSpeaker
    text: str
    occurred_at: datetime


@dataclass(frozen=True, slots=True)
class Rivalry:
    """The new product beside one other."""

    rival: str
    people: int
    aspects: tuple[ComparedAspect, ...]


@dataclass(frozen=True, slots=True)
class LaunchReport:
    """The state so many hours after the start; `net` is the judgement of the first users, −1..1."""

    event: WatchedEvent
    until: datetime
    hours: float
    voices: int
    people: dict[str, int]
    user_share: Estimate
    net: Estimate
    timeline: tuple[Hour, ...]
    chart: Figure
    rivalries: tuple[Rivalry, ...]
    samples: tuple[Sample, ...]
    summary: tuple[Sentence, ...]


def launch_report(
    connection: Connection,
    context: Context,
    event: WatchedEvent,
    *,
    now: datetime,
    hours: float | None = None,
) -> LaunchReport:
    """Return the report at `hours` after the start, or at this moment (the closing one, for a closed event)."""
    end = event.closed_at or now
    until = end if hours is None else min(end, event.starts_at + timedelta(hours=hours))
    voices = event_voices(connection, context.facts, event, until=until)
    users = voices.filter(pl.col("role") == LaunchSpeaker.USER.value)
    opinions = opinions_of(context.facts, users)
    people = _people(voices)
    heard = sum(people[each.value] for each in (LaunchSpeaker.USER, LaunchSpeaker.ONLOOKER))
    rivalries = tuple(_rivalry(context, event, rival, opinions, until) for rival in event.rivals)
    net = _net(users, context.minimum_n)
    timeline = _timeline(voices, event, until)
    return LaunchReport(
        event=event,
        until=until,
        hours=round((until - event.starts_at) / timedelta(hours=1), 1),
        voices=voices.height,
        people=people,
        user_share=stats.wilson(people[LaunchSpeaker.USER.value], heard).guarded(context.minimum_n),
        net=net,
        timeline=timeline,
        chart=_chart(timeline, event),
        rivalries=rivalries,
        samples=_samples(voices),
        summary=_summary(event, people, net, rivalries),
    )


def launch_rows(report: LaunchReport) -> list[dict[str, object]]:
    """Return the comparison as flat rows for a file."""
    return [
        {
            "rival": rivalry.rival,
            "aspect": each.aspect,
            "zh": each.zh,
            "en": each.en,
            "side": each.side.value,
            "early": each.early,
        }
        | _written("net", each.net)
        | _written("rival_net", each.rival)
        | _written("difference", each.difference)
        for rivalry in report.rivalries
        for each in rivalry.aspects
    ]


def _written(name: str, found: Estimate) -> dict[str, object]:
    return {name: found.value, f"{name}_low": found.low, f"{name}_high": found.high, f"{name}_n": found.n}


def _people(voices: pl.DataFrame) -> dict[str, int]:
    """Distinct people by role; who once speaks as a user is a user."""
    order = [
        LaunchSpeaker.USER.value,
        LaunchSpeaker.ONLOOKER.value,
        LaunchSpeaker.PROMOTION.value,
        LaunchSpeaker.DUPLICATE.value,
    ]
    rank = pl.col("role").replace_strict(order, list(range(len(order))), return_dtype=pl.Int8)
    first = voices.group_by("speaker").agg(rank.min().alias("rank")).get_column("rank")
    return {name: int((first == place).sum()) for place, name in enumerate(order)}


def _net(users: pl.DataFrame, minimum_n: int) -> Estimate:
    """The mood of each user's voices, as good, bad or neither."""
    mood = (
        users.group_by("speaker")
        .agg(pl.col("sentiment").mean().alias("mood"))
        .get_column("mood")
        .fill_null(0.0)
    )
    good, bad = int((mood > 0).sum()), int((mood < 0).sum())
    return stats.nps(good, mood.len() - good - bad, bad).scaled(0.01).guarded(minimum_n)


def _rivalry(
    context: Context, event: WatchedEvent, rival: str, mine: pl.DataFrame, until: datetime
) -> Rivalry:
    params: dict[str, object] = {
        "product": rival,
        "start": (until - timedelta(days=RIVAL_DAYS)).replace(tzinfo=None),
        "until": until.replace(tzinfo=None),
    }
    # The same reading of who uses a product, on both sides.
    voices = with_roles(run(context.facts, "launches.rival", params=params), [])
    users = voices.filter(pl.col("role") == LaunchSpeaker.USER.value)
    theirs = opinions_of(context.facts, users)
    aspects = compare(mine, theirs, context.names, product=event.product, minimum_n=context.minimum_n)
    return Rivalry(rival, users.get_column("speaker").n_unique(), tuple(aspects))


def _timeline(voices: pl.DataFrame, event: WatchedEvent, until: datetime) -> tuple[Hour, ...]:
    start = event.starts_at.replace(tzinfo=None)
    near = until - event.starts_at <= HOURLY_FOR
    step = "1h" if near else "1d"
    kept = voices.filter(
        pl.col("occurred_at") >= (start - timedelta(hours=24) if near else start - timedelta(days=7))
    )
    counted = (
        kept.with_columns(at=pl.col("occurred_at").dt.truncate(step))
        .group_by("at", "role")
        .len("count")
        .sort("at")
    )
    steps: dict[datetime, dict[str, int]] = {}
    for at, role, count in counted.iter_rows():
        steps.setdefault(at, {})[role] = count
    return tuple(Hour(at, counts) for at, counts in steps.items())


def _chart(timeline: Sequence[Hour], event: WatchedEvent) -> Figure:
    layers = [(role.zh, [hour.counts.get(role.value, 0) for hour in timeline]) for role in LaunchSpeaker]
    names = [f"{hour.at:%m-%d %H:%M}" for hour in timeline]
    return charts.layers_chart(names, layers, title=f"{event.name}：各类声音随时间")


def _samples(voices: pl.DataFrame) -> tuple[Sample, ...]:
    newest = voices.sort("occurred_at", descending=True)
    return tuple(
        Sample(row["feedback_id"], role, row["text"][:200], row["occurred_at"])
        for role in LaunchSpeaker
        for row in newest.filter(pl.col("role") == role.value).head(SAMPLES).to_dicts()
    )


def _summary(
    event: WatchedEvent, people: dict[str, int], net: Estimate, rivalries: Sequence[Rivalry]
) -> tuple[Sentence, ...]:
    users, watching, selling = (
        people[each.value] for each in (LaunchSpeaker.USER, LaunchSpeaker.ONLOOKER, LaunchSpeaker.PROMOTION)
    )
    link = f"/understand/verbatims?product={event.product}" if event.product else None
    first = Clause(
        f"{count_zh(users)} 位首批用户、{count_zh(watching)} 位围观者在谈论，另有 {count_zh(selling)} 个推广账号不计入口碑。",
        f"{users:,} first users and {watching:,} onlookers speak of it; {selling:,} promoting accounts are left out.",
        link,
    )
    return (sentence(first), _judgement(net), *(_standing(each) for each in rivalries))


def _judgement(net: Estimate) -> Sentence:
    if not net.sufficient or net.value is None:
        return sentence(Clause(f"首批用户只有 {net.n} 位，口碑证据不足。", f"Only {net.n} first users: not enough evidence of their judgement."))  # fmt: skip
    mood = (
        ("偏好", "favourable")
        if net.low and net.low > 0
        else ("偏差", "unfavourable")
        if net.high and net.high < 0
        else ("好坏参半", "mixed")
    )
    points = f"{net.value * 100:+.0f}".replace("-", "−")
    return sentence(
        Clause(
            f"首批用户口碑{mood[0]}（净情感 {points}）。",
            f"First users' judgement is {mood[1]} (net {points}).",
        )
    )


def _standing(found: Rivalry) -> Sentence:
    parts = {
        side: [each for each in found.aspects if each.side is side]
        for side in (LaunchStanding.BETTER, LaunchStanding.WORSE)
    }
    better, worse = (
        "、".join(each.zh for each in parts[side][:4])
        for side in (LaunchStanding.BETTER, LaunchStanding.WORSE)
    )
    better_en, worse_en = (
        ", ".join(each.en for each in parts[side][:4])
        for side in (LaunchStanding.BETTER, LaunchStanding.WORSE)
    )
    if not better and not worse:
        return sentence(
            Clause(
                f"与{found.rival}相比，目前没有可分辨的差别。",
                f"No distinguishable difference from {found.rival} yet.",
            )
        )
    zh = "，".join(part for part in (better and f"{better}更受好评", worse and f"{worse}不如对方") if part)
    en = "; ".join(
        part for part in (better_en and f"better on {better_en}", worse_en and f"worse on {worse_en}") if part
    )
    return sentence(Clause(f"与{found.rival}相比：{zh}。", f"Beside {found.rival}: {en}."))
