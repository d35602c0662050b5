"""How well an analyser reads today what people have labelled in this installation's audits."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import polars as pl
from sqlalchemy import Connection

from huiyin import stats
from huiyin.kit.errors import InvalidInputError
from huiyin.stats import Estimate
from huiyin.text import Analyser, Taxonomy
from huiyin.understand.audits.agreement import DEPTH, fold
from huiyin.understand.audits.audits import MARKS, Judgement, list_audits
from huiyin.understand.audits.labels import export_labels

Said = frozenset[Judgement]


@dataclass(frozen=True, slots=True)
class AuditScore:
    """One figure: its measure, its estimate (insufficient where too few were labelled), and over how many voices."""

    measure: str
    estimate: Estimate
    voices: int


@dataclass(frozen=True, slots=True)
class _Voice:
    """What people and the analyser found in one voice; people's marks are None where nobody was asked for them."""

    customer: str
    people: Said
    machine: Said
    people_marks: frozenset[str] | None
    machine_marks: frozenset[str]


def labelled_voices(connection: Connection) -> Iterator[dict[str, Any]]:
    """Yield every voice that people have labelled, audit by audit, as an export of labels writes it."""
    for audit in list_audits(connection):
        for row in export_labels(connection, audit.id):
            if row["human"] is not None:
                yield row


def evaluate_audits(
    analyser: Analyser,
    taxonomies: Mapping[str, Taxonomy],
    rows: Iterable[Mapping[str, Any]],
    minimum_n: int,
) -> list[AuditScore]:
    """Read the labelled voices anew and hold the answer against people's; empty where nothing is labelled.

    Aspects are folded as the finer table of facts folds them. Intervals redraw whole customers. Raises
    InvalidInputError for a row that no export writes or a taxonomy that is not installed.
    """
    voices = list(_read(analyser, taxonomies, [row for row in rows if row.get("human") is not None]))
    if not voices:
        return []
    asked = [voice for voice in voices if voice.people_marks is not None]
    scores = [
        *_matched(
            "aspect", [(v.customer, _aspects(v.people), _aspects(v.machine)) for v in voices], minimum_n
        ),
        *_matched("aspect and sentiment", [(v.customer, v.people, v.machine) for v in voices], minimum_n),
        _sentiment(voices, minimum_n),
    ]
    for mark in MARKS:
        wanted = [(v.customer, {mark} & (v.people_marks or set()), {mark} & v.machine_marks) for v in asked]
        if any(people or machine for _, people, machine in wanted):
            scores += _matched(mark, wanted, minimum_n)
    return scores


def as_lines(scores: Iterable[AuditScore]) -> list[str]:
    """Lay the figures out as plain text, one per line."""
    return [
        f"{'labels of this installation':34} {score.measure:34} {_figure(score.estimate):>22}  "
        f"(n {score.estimate.n}, {score.voices} voices)"
        for score in scores
    ]


def _figure(estimate: Estimate) -> str:
    if not estimate.sufficient:
        return "证据不足"
    return f"{estimate.value:.3f} [{estimate.low:.3f}, {estimate.high:.3f}]"


def _read(
    analyser: Analyser, taxonomies: Mapping[str, Taxonomy], rows: Sequence[Mapping[str, Any]]
) -> Iterator[_Voice]:
    try:
        ordered = sorted(rows, key=lambda row: str(row["taxonomy"]))
        for name, group in groupby(ordered, key=lambda row: str(row["taxonomy"])):
            if name not in taxonomies:
                raise InvalidInputError(
                    f"no taxonomy {name!r}", field="taxonomy", expected=f"one of {', '.join(taxonomies)}"
                )
            yield from _read_alike(analyser, taxonomies[name], list(group))
    except (KeyError, TypeError, ValueError) as error:
        raise InvalidInputError(
            "this is no export of labels", field="audited", expected="a file of `huiyin labels export`"
        ) from error


def _read_alike(
    analyser: Analyser, taxonomy: Taxonomy, rows: Sequence[Mapping[str, Any]]
) -> Iterator[_Voice]:
    analysis = analyser.analyze_batch([str(row["text"]) for row in rows], taxonomy)
    said: list[set[Judgement]] = [set() for _ in rows]
    for index, aspect, sentiment in analysis.opinions.select("text_index", "aspect", "sentiment").iter_rows():
        said[index].add(fold(Judgement(aspect, sentiment), DEPTH))
    marks = [set(types) for types in analysis.voices["types"].to_list()]
    for index, kind in analysis.needs.select("text_index", pl.col("kind").cast(pl.String)).iter_rows():
        marks[index].add(kind)
    for row, opinions, mine in zip(rows, said, marks, strict=True):
        people = (Judgement(str(each["aspect"]), int(each["sentiment"])) for each in row["human"])
        given = row.get("human_marks")
        yield _Voice(
            customer=f"{row['audit']}:{row.get('customer', row['feedback_id'])}",
            people=frozenset(fold(each, DEPTH) for each in people),
            machine=frozenset(opinions),
            people_marks=None if given is None else frozenset(map(str, given)),
            machine_marks=frozenset(mine),
        )


def _matched(
    name: str, voices: Sequence[tuple[str, Collection[Any], Collection[Any]]], minimum_n: int
) -> list[AuditScore]:
    both = [len(set(people) & set(machine)) for _, people, machine in voices]
    counts = [
        (same, same, len(machine), len(people))
        for same, (_, people, machine) in zip(both, voices, strict=True)
    ]
    chance = np.random.default_rng(zlib.crc32(name.encode()))
    found = stats.matching(counts, [customer for customer, _, _ in voices], rng=chance)
    measures = {"F1": found.f1, "precision": found.precision, "recall": found.recall}
    return [
        AuditScore(f"{name} {measure}", estimate.guarded(minimum_n), len(voices))
        for measure, estimate in measures.items()
    ]


def _sentiment(voices: Sequence[_Voice], minimum_n: int) -> AuditScore:
    """Return how often the analyser judges an aspect as people do, where both found it."""
    right, customers = [], []
    for voice in voices:
        theirs, mine = (_judged(part) for part in (voice.people, voice.machine))
        for aspect in sorted(theirs.keys() & mine.keys()):
            right.append(float(bool(theirs[aspect] & mine[aspect])))
            customers.append(voice.customer)
    estimate = stats.cluster_mean(right, customers) if right else stats.insufficient(0, "cluster-robust")
    return AuditScore("sentiment of shared aspects", estimate.guarded(minimum_n), len(voices))


def _aspects(said: Said) -> set[str]:
    return {each.aspect for each in said}


def _judged(said: Said) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {}
    for each in said:
        found.setdefault(each.aspect, set()).add(each.sentiment)
    return found
