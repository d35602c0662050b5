"""Cut the texts of a batch into clauses that keep their place in the original."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from huiyin.text.arrays import Bools, Codes, Ints
from huiyin.text.language import is_han, is_latin
from huiyin.text.normalise import PLANE, Batch

BREAKS = "\x00\n。！!？?；;，,…～~（）()【】[]{}<>《》「」『』|"
SENTENCE_ENDS = "\x00\n。！!？?；;"
NUMERIC = ",.~～"
SPACE, PERIOD = 0x20, 0x2E


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


@cache
def _lookup(characters: str) -> Bools:
    table = np.zeros(PLANE, dtype=np.bool_)
    table[[ord(character) for character in characters]] = True
    return table


def among(codes: Codes, characters: str) -> Bools:
    """Tell which code points are one of `characters` (all of the basic plane)."""
    return np.asarray(_lookup(characters)[np.minimum(codes, PLANE - 1)])


def break_marks(batch: Batch) -> Bools:
    """Tell which characters end a clause by themselves.

    A comma or tilde between digits does not; a period does unless it stands between letters or digits; a space does
    between Chinese characters.
    """
    codes = batch.codes
    before, after = np.roll(codes, 1), np.roll(codes, -1)
    numeric = _is_digit(before) & _is_digit(after) & among(codes, NUMERIC)
    word = (_is_digit(before) | is_latin(before)) & (_is_digit(after) | is_latin(after))
    period = (codes == PERIOD) & ~word
    space = (codes == SPACE) & (is_han(before) | (before == SPACE)) & (is_han(after) | (after == SPACE))
    return np.asarray((among(codes, BREAKS) & ~numeric) | period | space)


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
    text = np.searchsorted(batch.ends, starts, side="left")
    return Clauses(text, first, last, stops, of_char)


def _trimmed(batch: Batch, breaks: Bools, starts: Ints, stops: Ints) -> tuple[Ints, Ints]:
    content = np.flatnonzero(~breaks & (batch.codes != SPACE))
    content = np.append(content, len(batch.codes))
    first = content[np.searchsorted(content, starts)]
    index = np.searchsorted(content, stops) - 1
    empty = first >= stops
    last = np.where(empty, starts, content[np.maximum(index, 0)] + 1)
    return np.where(empty, starts, first), last


def _is_digit(codes: Codes) -> Bools:
    return np.asarray((codes >= 0x30) & (codes <= 0x39))


def clause_has(clauses: Clauses, flags: Bools) -> Bools:
    """Tell for each clause whether any character of it, closing marks included, is flagged."""
    total = np.concatenate(([0], np.cumsum(flags)))
    begin = np.concatenate(([0], clauses.stop[:-1]))
    return np.asarray(total[clauses.stop] > total[begin])
