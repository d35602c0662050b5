"""How far coders who worked blind agree, sentence by sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import Connection

from huiyin.collect.interviews.codes import Code, codes_of
from huiyin.collect.interviews.coding import Span, finished_spans
from huiyin.collect.interviews.conversations import Conversation, conversations_of, heard_turns
from huiyin.collect.interviews.units import Unit, coded, sentences
from huiyin.stats import Estimate, cohen_kappa, insufficient, krippendorff_alpha, wilson

CUSTOMARY, TENTATIVE = 0.8, 0.667
Marks = Mapping[tuple[str, int, int], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class CodeAgreement:
    """How far coders agree where one code applies: κ of the pair, α of all, and the sentences behind the figures."""

    code: Code
    kappa: Estimate
    alpha: Estimate
    both: int
    one: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of a study: `coders` are those whose work was compared, `pair` the two of κ."""

    coders: tuple[str, ...]
    pair: tuple[str, str] | None
    conversations: tuple[str, ...]
    sentences: int
    alpha: Estimate
    codes: tuple[CodeAgreement, ...]


def agree(connection: Connection, study_id: int) -> Agreement:
    """Compare the codings that are done, over the conversations that at least two coders have done."""
    shared = [one for one in conversations_of(connection, study_id) if len(one.done_by) > 1]
    units = {one.id: _units(connection, one) for one in shared}
    marks = _marks(finished_spans(connection, study_id))
    pair = _pair(shared)
    found = [_of_code(code, shared, units, marks, pair) for code in codes_of(connection, study_id)]
    coders = sorted({coder for one in shared for coder in one.done_by})
    return Agreement(
        coders=tuple(coders),
        pair=pair,
        conversations=tuple(one.title for one in shared),
        sentences=sum(map(len, units.values())),
        alpha=_overall([counts for _, counts, _ in found], [turns for _, _, turns in found]),
        codes=tuple(one for one, _, _ in found),
    )


def _units(connection: Connection, one: Conversation) -> list[Unit]:
    return [unit for turn, _ in heard_turns(connection, one.id) for unit in sentences(turn.id, turn.text)]


def _marks(spans: Iterable[Span]) -> Marks:
    marks: dict[tuple[str, int, int], list[tuple[int, int]]] = defaultdict(list)
    for span in spans:
        marks[span.coder, span.code_id, span.turn_id].append((span.start, span.end))
    return marks


def _pair(shared: Iterable[Conversation]) -> tuple[str, str] | None:
    """Return the two coders who share most conversations."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in shared:
        for first, second in combinations(one.done_by, 2):
            counts[first, second] += 1
    return max(sorted(counts), key=lambda names: counts[names]) if counts else None


def _of_code(
    code: Code,
    shared: Iterable[Conversation],
    units: Mapping[int, list[Unit]],
    marks: Marks,
    pair: tuple[str, str] | None,
) -> tuple[CodeAgreement, NDArray[np.float64], NDArray[np.int64]]:
    counts: list[tuple[int, int]] = []
    turns: list[int] = []
    table = np.zeros((2, 2))
    for one in shared:
        for unit in units[one.id]:
            said = {
                coder: coded(unit, marks.get((coder, code.id, unit.turn_id), ())) for coder in one.done_by
            }
            yes = sum(said.values())
            counts.append((len(said) - yes, yes))
            turns.append(unit.turn_id)
            if pair and pair[0] in said and pair[1] in said:
                table[int(said[pair[0]]), int(said[pair[1]])] += 1
    rows, clusters = np.array(counts, dtype=float).reshape(-1, 2), np.array(turns, dtype=np.int64)
    agreement = CodeAgreement(
        code=code,
        kappa=_humble(cohen_kappa(table), rows) if pair else insufficient(0, "kappa"),
        alpha=_humble(krippendorff_alpha(rows, clusters), rows),
        both=int(table[1, 1]),
        one=int(table[0, 1] + table[1, 0]),
    )
    return agreement, rows, clusters


def _overall(counts: list[NDArray[np.float64]], turns: list[NDArray[np.int64]]) -> Estimate:
    """Return alpha over every decision, sentence by code: was it applied?"""
    if not counts:
        return insufficient(0, "alpha")
    rows = np.concatenate(counts)
    return _humble(krippendorff_alpha(rows, np.concatenate(turns)), rows)


def _humble(found: Estimate, rows: NDArray[np.float64]) -> Estimate:
    """Widen an interval that has shrunk to a point because nobody disagreed in what was seen.

    The lower end supposes as many disagreements as none seen among n allows (Wilson).
    """
    if found.value != 1.0 or not len(rows):
        return found
    share = rows.sum(axis=0) / rows.sum()
    chance = float(share @ share)
    unseen = wilson(0, found.n).high or 0.0
    return replace(found, low=min(found.low or 0.0, 1 - unseen / (1 - chance)))
