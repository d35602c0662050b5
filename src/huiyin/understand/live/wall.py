"""The live wall: the last day by the hour, by channel, what rises, and how fresh each source is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from huiyin import charts, stats
from huiyin.charts import Figure, Language
from huiyin.stats import Estimate, detection
from huiyin.understand.facts.table import Context, Level, aspect_at
from huiyin.understand.names import channel_name
from huiyin.understand.queries import run
from huiyin.understand.window import utc

HOURS = 24
MEMORY = timedelta(days=28)
MOST_RISING = 6
LEAST = 3
ALPHA = 0.05
# Complaints come in clumps: a thread, a retold story.
DISPERSION = 2.0
# A source is stale when it is silent for three times its longest usual silence, and six hours at least.
PATIENCE, SHORTEST_PATIENCE = 3.0, timedelta(hours=6)
# In the order of the chart's colours: what is bad is orange, what is good teal, as everywhere.
_MOODS = (("未判断", "Unrated"), ("中性", "Neutral"), ("负面", "Negative"), ("正面", "Positive"))


@dataclass(frozen=True, slots=True)
class WallChannel:
    """What one channel brought in the last hours; the share is of its customers."""

    channel: str
    zh: str
    en: str
    voices: int
    negative: Estimate
    link: str


@dataclass(frozen=True, slots=True)
class Rising:
    """Customers who complain of an aspect in the last hours beside what was expected of the four weeks before."""

    aspect: str
    zh: str
    en: str
    customers: int
    expected: float
    low: float
    high: float
    unusual: bool
    link: str


@dataclass(frozen=True, slots=True)
class SourceFreshness:
    """How fresh a source is: seconds from said to received (median and 95 of 100), and whether it is silent too long."""

    source: str
    voices: int
    last_at: datetime
    delay_p50_s: float
    delay_p95_s: float
    stale: bool


@dataclass(frozen=True, slots=True)
class Wall:
    """The picture of the hours from `since` to `until`."""

    since: datetime
    until: datetime
    voices: int
    volume: Figure
    channels: tuple[WallChannel, ...]
    rising: tuple[Rising, ...]
    sources: tuple[SourceFreshness, ...]


def live_wall(context: Context, *, now: datetime, zone: ZoneInfo, language: Language = Language.ZH) -> Wall:
    """Return the wall as of an aware UTC time; its hours are written in `zone`."""
    until = now.replace(tzinfo=None, minute=0, second=0, microsecond=0) + timedelta(hours=1)
    since = until - timedelta(hours=HOURS)
    params: dict[str, object] = {"since": since, "now": until, "memory": since - MEMORY}
    counted, figure = _volume(context, params, since, zone, language)
    return Wall(
        since=since,
        until=until,
        voices=counted,
        volume=figure,
        channels=_channels(context, params),
        rising=_rising(context, params),
        sources=_sources(context, params, now),
    )


def _volume(
    context: Context, params: dict[str, object], since: datetime, zone: ZoneInfo, language: Language
) -> tuple[int, Figure]:
    found = {row[0]: row[1:] for row in run(context.facts, "wall.hours", params=params).iter_rows()}
    hours = [since + timedelta(hours=step) for step in range(HOURS)]
    rows = [found.get(hour, (0, 0, 0, 0)) for hour in hours]
    place = 0 if language is Language.ZH else 1
    layers = [(names[place], [row[mood] for row in rows]) for mood, names in enumerate(_MOODS)]
    title = ("近 24 小时声音", "Voices of the last 24 hours")[place]
    steps = [f"{hour.replace(tzinfo=UTC).astimezone(zone):%H:%M}" for hour in hours]
    return sum(sum(row) for row in rows), charts.layers_chart(steps, layers, title=title, language=language)


def _channels(context: Context, params: dict[str, object]) -> tuple[WallChannel, ...]:
    rows = run(context.facts, "wall.channels", params=params).iter_rows()
    found = []
    for channel, voices, customers, negative in rows:
        name, share = channel_name(channel), stats.wilson(negative, customers).guarded(context.minimum_n)
        link = f"/understand/verbatims?channel={channel}&range=7d"
        found.append(WallChannel(channel, name.zh, name.en, voices, share, link))
    return tuple(found)


def _rising(context: Context, params: dict[str, object]) -> tuple[Rising, ...]:
    now, before = run(context.facts, "wall.volume", params=params).row(0)
    if not now or not before:
        return ()
    rows = run(context.facts, "wall.complaints", node=aspect_at(Level.FINE), params=params).iter_rows()
    said = [row for row in rows if row[1] >= LEAST and not context.names.is_general(row[0])]
    found = [detection.predictive(count, now, past, before, DISPERSION) for _, count, past in said]
    if not found:
        return ()
    kept = stats.benjamini_hochberg([each.p_value for each in found], alpha=ALPHA).tolist()
    ordered = sorted(zip(said, found, kept, strict=True), key=lambda each: (each[1].p_value, each[0][0]))
    return tuple(
        _risen(context, aspect, surprise, flag)
        for (aspect, _, _), surprise, flag in ordered[:MOST_RISING]
        if surprise.observed > surprise.expected
    )


def _risen(context: Context, aspect: str, surprise: detection.Surprise, flag: bool) -> Rising:
    name = context.names.name(aspect)
    link = f"/understand/verbatims?aspect={aspect}&sentiment=-1&range=7d"
    return Rising(
        aspect, name.zh, name.en, int(surprise.observed), round(surprise.expected, 1), surprise.low, surprise.high,
        flag, link,
    )  # fmt: skip


def _sources(context: Context, params: dict[str, object], now: datetime) -> tuple[SourceFreshness, ...]:
    rows = run(context.facts, "wall.sources", params=params).iter_rows(named=True)
    moment, found = now.replace(tzinfo=None), []
    for row in rows:
        patience = max(SHORTEST_PATIENCE, timedelta(seconds=PATIENCE * row["silence"]))
        last = utc(row["last_at"])
        if last is not None:
            found.append(
                SourceFreshness(
                    row["source"], row["voices"], last, round(row["delay_p50"], 1), round(row["delay_p95"], 1),
                    moment - row["last_at"] > patience,
                )
            )  # fmt: skip
    return tuple(found)
