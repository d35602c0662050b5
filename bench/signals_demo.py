"""Find what was planted in demo worlds, and cry wolf as little as possible in quiet ones.

    python bench/signals_demo.py run 1 5 out.jsonl     seeds 1 to 5 appended to a file
    python bench/signals_demo.py show out.jsonl        the table over all seeds of the file

An alarm finds a truth when at least half of the voices it counts were planted by it. A false alarm is an alarm
of a quiet world (one beside every third planted one) on something that had none in the two weeks before. EARS C1 and a plain threshold read the same
series by the day, with the same least number of people.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl
from world_facts import ZONE, rows_of

from huiyin.analyse.enrichment import enrich
from huiyin.demo import Truth, World, WorldPlan, generate, quiet_world
from huiyin.stats.detection import ears_c1
from huiyin.text import KernelAnalyser
from huiyin.understand.signals.assessment import assess
from huiyin.understand.signals.causes import flatten
from huiyin.understand.signals.evidence import Material, of_alarm, of_term
from huiyin.understand.signals.merging import Finding
from huiyin.understand.signals.scan import DAY, DEFAULT, Alarm, scan
from huiyin.understand.signals.series import Key, SeriesSet, build_series
from huiyin.understand.signals.terms import DEFAULT as VOGUE
from huiyin.understand.signals.terms import TermIndex

WANTED = ("defect", "topic", "launch")
LEVELS = {
    "huiyin": (0.001, 0.01, 0.05),
    "ears c1": (3.0, 4.0, 6.0, 8.0, 12.0),
    "threshold": (5.0, 8.0, 12.0, 20.0, 40.0),
}
_QUIET_FOR = 14 * DAY
_FIRST_DAY = 100
HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Seen:
    """One alarm of one detector: when, on what, how strong, and which voices it counts."""

    hour: int
    name: str
    strength: float
    voices: Callable[[], frozenset[int]]


class Counted:
    """Which voices a series counts between two times, without a pass over everything."""

    def __init__(self, material: Material) -> None:
        names = ["occurred_at", "feedback_id", "product", "channel"]
        negative = material.opinions.filter(pl.col("sentiment") == -1).sort("occurred_at")
        said = material.voices.sort("occurred_at")
        parts = {("complaints", k): p for (k,), p in negative.partition_by("aspect", as_dict=True).items()}
        parts |= {("volume", k): p for (k,), p in said.partition_by("product", as_dict=True).items()}
        unhappy = said.filter(pl.col("sentiment") == -1)
        parts |= {("mood", k): p for (k,), p in unhappy.partition_by("product", as_dict=True).items()}
        self._parts = {name: [part[each].to_numpy() for each in names] for name, part in parts.items()}

    def voices(self, key: Key, since: Any, until: Any) -> frozenset[int]:
        times, ids, products, channels = self._parts[str(key.kind), key.aspect or key.product]
        first, last = np.searchsorted(times, [np.datetime64(since), np.datetime64(until)])
        return frozenset(
            int(ids[place])
            for place in range(first, last)
            if key.product in (None, products[place]) and key.channel in (None, channels[place])
        )


def main(arguments: list[str]) -> None:
    if arguments[0] == "show":
        show([json.loads(line) for line in Path(arguments[1]).read_text(encoding="utf-8").splitlines()])
        return
    first, last, out = int(arguments[1]), int(arguments[2]), Path(arguments[3])
    for seed in range(first, last + 1):
        for row in (planted(seed), *([quiet(seed)] if seed % 3 == 1 else [])):
            with out.open("a", encoding="utf-8") as lines:
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
            print(row["world"], seed, {k: v for k, v in row.items() if k in ("found", "alarms")}, flush=True)


def planted(seed: int) -> dict[str, Any]:
    """Return for each detector and level when each truth was found, and what cause was named."""
    world = generate(WorldPlan(seed=seed))
    material, owners = frames(world)
    start, end = (each.replace(tzinfo=None) for each in (world.plan.starts_at, world.plan.ends_at))
    series = build_series(material.voices, material.opinions, start, end)
    truths = [truth for truth in world.truths if truth.kind in WANTED and truth.starts_at]
    begins = {t.kind.value: int((t.starts_at.replace(tzinfo=None) - start) / HOUR) for t in truths}
    # Six-hourly while something is fresh, daily else; terms are read from the day before the topic on.
    fresh = {hour for each in begins.values() for hour in range(each - DAY, each + 12 * DAY, 6)}
    daily_looks = range(min(begins.values()), series.hours, DAY)
    looks = sorted(hour for hour in fresh.union(daily_looks) if hour <= series.hours)
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for detector, seen in alarms_of(series, material, looks, begins["topic"] - DAY).items():
        strictest = list(seen)
        for level in LEVELS[detector]:
            kept = [each for each in strictest if passes(detector, each.strength, level)]
            found[f"{detector} {level}"] = {
                truth.kind.value: first_find(truth, kept, owners, world, start) for truth in truths
            }
    defect = next(truth for truth in truths if truth.kind == "defect")
    hit = found["huiyin 0.05"]["defect"]
    causes = causes_at(world, series, material, owners, defect, hit, start) if hit["hour"] is not None else {}
    return {"world": "planted", "seed": seed, "found": found, "causes": causes}


def quiet(seed: int) -> dict[str, Any]:
    """Return the number of new alarms of each detector and level, and the weeks watched."""
    world = generate(quiet_world(seed=1000 + seed))
    material, _ = frames(world)
    start, end = (each.replace(tzinfo=None) for each in (world.plan.starts_at, world.plan.ends_at))
    series = build_series(material.voices, material.opinions, start, end)
    counts: dict[str, int] = {}
    for detector, seen in alarms_of(series, material, range(_FIRST_DAY * DAY, series.hours, 12), 0).items():
        every = list(seen)
        for level in LEVELS[detector]:
            counts[f"{detector} {level}"] = opened(
                each for each in every if passes(detector, each.strength, level)
            )
    weeks = (series.hours - _FIRST_DAY * DAY) / (7 * DAY)
    return {"world": "quiet", "seed": seed, "alarms": counts, "weeks": weeks, "series": len(series.keys)}


def frames(world: World) -> tuple[Material, dict[int, str | None]]:
    """Return voices and opinions as the facts hold them, and which truth planted each voice."""
    voices, opinions, _ = enrich(rows_of(world), KernelAnalyser(), ZONE)
    return Material(voices, opinions), dict(enumerate(world.voice_truth["planted"].to_list()))


def alarms_of(
    series: SeriesSet, material: Material, looks: Sequence[int], terms_from: int
) -> dict[str, Iterator[Seen]]:
    """Return the alarms of each detector at its most permissive level, in order of time."""
    counted = Counted(material)
    return {
        "huiyin": ours(series, material, counted, looks, terms_from),
        "ears c1": daily(series, counted, looks[0], lambda counts: ears_c1(counts)),
        "threshold": daily(series, counted, looks[0], lambda counts: counts),
    }


def ours(
    series: SeriesSet, material: Material, counted: Counted, looks: Sequence[int], terms_from: int
) -> Iterator[Seen]:
    index, loose = TermIndex(material.voices), replace(DEFAULT, alpha=max(LEVELS["huiyin"]))
    for hour in looks:
        at = series.start + timedelta(hours=hour)
        for alarm in scan(series, hour, loose):
            yield seen_of(series, counted, alarm, alarm.adjusted_p)
        for term in index.bursts(at) if hour >= terms_from else ():
            candidate = of_term(term, at, VOGUE.window)
            # Terms have a level of their own, the same in every row of the table.
            yield Seen(hour, candidate.name, 0.0, partial(getattr, candidate, "voices"))


def seen_of(series: SeriesSet, counted: Counted, alarm: Alarm, strength: float) -> Seen:
    at = series.start + timedelta(hours=alarm.at)
    key = alarm.key
    name = f"{key.kind}:{key.taxonomy}:{key.aspect or key.product}"
    return Seen(alarm.at, name, strength, cache(lambda: counted.voices(key, at - alarm.hours * HOUR, at)))


def daily(series: SeriesSet, counted: Counted, first: int, score: Any) -> Iterator[Seen]:
    days = np.arange(0, series.hours, DAY)
    counts = np.diff(series.events[:, days], axis=1)
    scores = np.stack([score(row) for row in counts])
    lowest = {True: LEVELS["ears c1"][0], False: LEVELS["threshold"][0]}[bool(np.isnan(scores).any())]
    with np.errstate(invalid="ignore"):
        hits = (scores >= lowest) & (counts >= DEFAULT.least)
    for day in range(first // DAY, counts.shape[1]):
        hour = (day + 1) * DAY
        for place in np.flatnonzero(hits[:, day]):
            alarm = Alarm(series.keys[place], int(place), hour, DAY, _NOTHING, 0.0)
            yield seen_of(series, counted, alarm, float(scores[place, day]))


_NOTHING: Any = None


def passes(detector: str, strength: float, level: float) -> bool:
    return strength <= level if detector == "huiyin" else strength >= level


def opened(seen: Iterable[Seen]) -> int:
    """Return how many alarms are new: none on the same thing in the two weeks before."""
    last: dict[str, int] = {}
    new = 0
    for each in seen:
        new += each.hour - last.get(each.name, -_QUIET_FOR - 1) > _QUIET_FOR
        last[each.name] = each.hour
    return new


def first_find(
    truth: Truth, seen: list[Seen], owners: dict[int, str | None], world: World, start: Any
) -> dict[str, Any]:
    """Return the hour of the first alarm that is this truth, its delay, and the voices planted by then."""
    begins = truth.starts_at.replace(tzinfo=None)
    for each in seen:
        voices = each.voices() if start + timedelta(hours=each.hour) > begins - timedelta(days=1) else ()
        if voices and 2 * sum(owners[voice] == truth.id for voice in voices) >= len(voices):
            at = start + timedelta(hours=each.hour)
            said = (
                world.voices.filter((world.voice_truth["planted"] == truth.id).fill_null(value=False))[
                    "occurred_at"
                ]
                .dt.replace_time_zone(None)
                .sort()
            )
            least = said[DEFAULT.least - 1]
            return {
                "hour": each.hour,
                "name": each.name,
                "delay_h": (at - begins) / timedelta(hours=1),
                "since_fifth_h": (at - least) / timedelta(hours=1),
                "voices": int((said < at).sum()),
            }
    return {"hour": None}


def causes_at(
    world: World,
    series: SeriesSet,
    material: Material,
    owners: dict[int, str | None],
    truth: Truth,
    hit: dict[str, Any],
    start: Any,
) -> dict[str, Any]:
    """Return the cause named first at the first alarm, and at the first look one and two weeks later."""
    metadata = world.voices["metadata"].to_list()

    def attributes(ids: Any) -> dict[int, dict[str, str]]:
        return {each: flatten(json.loads(metadata[each] or "{}")) for each in ids}

    named = {}
    for later in (0, 7, 14):
        for hour in range(hit["hour"] + later * DAY, min(hit["hour"] + (later + 7) * DAY, series.hours), DAY):
            at = start + timedelta(hours=hour)
            past = Material(*(_past(rows, at) for rows in (material.voices, material.opinions)))
            own = [of_alarm(past, alarm, at) for alarm in scan(series, hour)]
            own = [c for c in own if 2 * sum(owners[v] == truth.id for v in c.voices) >= len(c.voices)]
            if own:
                causes = assess(past, Finding(own[0], ()), attributes).causes
                named[str(later)] = [f"{c.dimension}={c.value}" for c in causes[:3]]
                break
    return named


def _past(rows: pl.DataFrame, at: Any) -> pl.DataFrame:
    return rows.filter(pl.col("occurred_at").is_between(at - timedelta(days=120), at, closed="left"))


def show(rows: list[dict[str, Any]]) -> None:
    """Print false alarms a week on quiet worlds beside what was found how fast on planted ones."""
    found, calm = ([row for row in rows if row["world"] == kind] for kind in ("planted", "quiet"))
    weeks = sum(row["weeks"] for row in calm)
    series = np.mean([row["series"] for row in calm])
    print(
        f"{len(found)} planted and {len(calm)} quiet worlds, {weeks:.0f} quiet weeks, {series:.0f} series each"
    )
    heads = "".join(f"{kind:>22}" for kind in WANTED)
    print(f"{'detector and level':20}{'false/week':>11}{heads}   (found, median delay in hours)")
    for name in [f"{detector} {level}" for detector, levels in LEVELS.items() for level in levels]:
        false = sum(row["alarms"][name] for row in calm) / weeks
        cells = []
        for kind in WANTED:
            hits = [row["found"][name][kind] for row in found]
            delays = [hit["delay_h"] for hit in hits if hit["hour"] is not None]
            delay = f"{np.median(delays):.0f} h" if delays else "—"
            cells.append(f"{len(delays)}/{len(found)} {delay}")
        print(f"{name:20}{false:11.2f}{''.join(f'{cell:>22}' for cell in cells)}")
    hits = [row["found"]["huiyin 0.05"]["defect"] for row in found]
    known = [hit for hit in hits if hit["hour"] is not None]
    if known:
        voices, hours = (np.median([hit[name] for hit in known]) for name in ("voices", "since_fifth_h"))
        print(f"defect: found after {voices:.0f} of its voices, {hours:.0f} h after the fifth (medians)")
    named = defaultdict(list)
    for row in found:
        for later, causes in row["causes"].items():
            named[later].append(bool(causes) and causes[0] == "compressor_batch=S7-B")
    for later, right in sorted(named.items(), key=lambda item: int(item[0])):
        print(f"cause S7-B named first, {later} days after the alarm: {sum(right)} of {len(found)}")


if __name__ == "__main__":
    main(sys.argv[1:])
