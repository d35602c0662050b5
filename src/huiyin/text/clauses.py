"""Cut the texts of a batch into clauses that keep their place in the original."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from huiyin.text.arrays import Bools, Ints
from huiyin.text.characters import Kind, being
from huiyin.text.normalise import Batch


@dataclass(frozen=True, slots=True)
class Clauses:
    """Clauses of a whole batch, in order; positions are those of the joined batch.

    `start` to `end` is the clause without surrounding punctuation, `stop` where the next clause begins (so that the
    closing mark lies in end..stop); `of_char` maps each character to its clause. A clause without any letter,
    digit or symbol has `start == end`.
    """

    text: Ints
    start: Ints
    end: Ints
    stop: Ints
    of_char: Ints

    def __len__(self) -> int:
        return len(self.text)


def break_marks(batch: Batch) -> Bools:
    """Tell which characters end a clause by themselves.

    A comma or tilde between digits does not; a period does unless it stands between letters or digits; a space does
    between Chinese characters.
    """
    kinds = batch.kinds
    breaks = being(kinds, Kind.BREAK)
    # Few characters can be the one or the other, so that only they are asked for their neighbours.
    at = np.flatnonzero(being(kinds, Kind.NUMERIC | Kind.PERIOD | Kind.SPACE))
    own, before, after = kinds.take(at), kinds.take(at - 1), kinds.take(at + 1, mode="wrap")

    def beside(kind: Kind) -> Bools:
        return being(before, kind) & being(after, kind)

    ends = breaks.take(at) & ~(being(own, Kind.NUMERIC) & beside(Kind.DIGIT))
    ends |= being(own, Kind.PERIOD) & ~beside(Kind.DIGIT | Kind.LATIN)
    ends |= being(own, Kind.SPACE) & beside(Kind.HAN | Kind.SPACE)
    breaks[at] = ends
    return breaks


def split_clauses(batch: Batch, breaks: Bools, splits: Ints) -> Clauses:
    """Cut after every run of break marks and before every position in `splits` (where a connective opens a clause)."""
    opens = np.zeros(len(batch.codes) + 1, dtype=np.bool_)
    opens[1:] = breaks
    # The marks that follow a mark (！！！) stay with its clause.
    opens[:-1] &= ~breaks
    opens[splits] = True
    opens[batch.starts] = True
    starts = np.flatnonzero(opens[:-1])
    of_char = np.cumsum(opens[:-1]) - 1
    stops = np.append(starts[1:], len(batch.codes))
    first, last = _trimmed(batch, breaks, starts, stops)
    clauses = np.diff(of_char.take(batch.starts), append=len(starts))
    text = np.repeat(np.arange(len(batch.starts)), clauses)
    return Clauses(text, first, last, stops, of_char)


def _trimmed(batch: Batch, breaks: Bools, starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    solid = ~breaks & ~being(batch.kinds, Kind.SPACE)
    content = np.append(np.flatnonzero(solid), len(batch.codes))
    until = np.concatenate(([0], np.cumsum(solid)))
    first = content.take(until.take(starts))
    index = until.take(stops) - 1
    empty = first >= stops
    last = np.where(empty, starts, content[np.maximum(index, 0)] + 1)
    return np.where(empty, starts, first), last


def clause_has(clauses: Clauses, batch: Batch, kind: Kind) -> Bools:
    """Tell for each clause whether any character of it, closing marks included, is of a kind."""
    flags = np.zeros(len(clauses), dtype=np.bool_)
    flags[clauses.of_char.take(np.flatnonzero(being(batch.kinds, kind)))] = True
    return flags
