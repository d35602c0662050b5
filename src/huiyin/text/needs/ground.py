"""What the needs are read from: a batch as the rules and the general polarity model have left it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse

from huiyin.text.arrays import Bools, Floats, Ints
from huiyin.text.assembly import OpinionRows
from huiyin.text.clauses import Clauses
from huiyin.text.moods import TYPES, Moods
from huiyin.text.needs.signals import signal_reader
from huiyin.text.normalise import Batch

LENGTH = 20.0
CALM = 0.3
SOUNDS = 5
Matrix = npt.NDArray[np.float32]
SHORT = 15.0


@dataclass(frozen=True)
class Ground:
    """A batch of texts; `rows` are the rules' opinions, `first` each text's first clause, the scores those of the
    general polarity model (positive is good), `chinese` tells which texts the heads know the language of."""

    batch: Batch
    clauses: Clauses
    mood: Moods
    rows: OpinionRows
    first: Ints
    clause_score: Matrix
    text_score: Matrix
    chinese: Bools

    def signals(self) -> Bools:
        """Return which signals fire in which clause."""
        return signal_reader().read(self.batch, self.clauses)


@dataclass(frozen=True)
class ClauseFeatures:
    """What is known of each clause: few flags out of many (its signals, the rules' types and moods), and how it and
    its surroundings sound, with its length."""

    flags: sparse.csr_array
    sounds: Matrix

    def dense(self) -> Matrix:
        """Return all columns side by side, the flags first."""
        return np.hstack([self.flags.toarray(), self.sounds])

    def scores(self, weights: Matrix, bias: Matrix) -> Matrix:
        """Return what the weights of those columns make of each clause."""
        held = self.flags.shape[1]
        return np.asarray(self.flags @ weights[:held] + (self.sounds @ weights[held:] + bias))


def features(ground: Ground, fired: Bools) -> tuple[ClauseFeatures, Matrix]:
    """Return what is known of each clause and of each text.

    A text: the same signals, types and moods anywhere in it, how good and bad it gets, and how it asks.
    """
    score = np.tanh(ground.clause_score)
    whole = np.tanh(ground.text_score)
    best, worst = (pick.reduceat(score, ground.first) for pick in (np.maximum, np.minimum))
    clause, flag = _flags(ground, fired)
    shape = (len(fired), fired.shape[1] + len(TYPES) + len(ground.mood.weighed))
    columns = [
        _anywhere(ground, clause, flag, shape[1]),
        np.stack([whole, best, worst, np.abs(whole) < CALM], axis=1),
        _values(ground),
        _asking(ground, fired),
    ]
    ones = np.ones(len(clause), dtype=np.float32)
    flags = sparse.coo_array((ones, (clause, flag)), shape=shape).tocsr()
    return ClauseFeatures(flags, _sounds(ground, score)), np.hstack(columns).astype(np.float32)


def _flags(ground: Ground, fired: Bools) -> tuple[Ints, Ints]:
    """Return the (clause, column) of each flag that is set, none twice: signals, then types, then moods."""
    typed = np.zeros((len(fired), len(TYPES)), dtype=np.bool_)
    typed[ground.rows.clause, ground.rows.type] = True
    # Several times faster than asking for rows and columns at once.
    found = [np.divmod(np.flatnonzero(flags), flags.shape[1]) for flags in (fired, typed)]
    moods = [np.flatnonzero(flags) for flags in ground.mood.weighed]
    begin = fired.shape[1]
    clause = np.concatenate([found[0][0], found[1][0], *moods])
    mood = np.repeat(np.arange(len(moods)), [len(each) for each in moods])
    return clause, np.concatenate([found[0][1], found[1][1] + begin, mood + begin + len(TYPES)])


def _anywhere(ground: Ground, clause: Ints, flag: Ints, width: int) -> Matrix:
    """Return which flags stand anywhere in each text."""
    found = np.zeros((len(ground.first), width), dtype=np.float32)
    found[ground.clauses.text[clause], flag] = 1.0
    return found


def _sounds(ground: Ground, score: Matrix) -> Matrix:
    """Return how good each clause, its text, the next and the previous clause sound, and how long it is."""
    clauses = ground.clauses
    same = clauses.text[1:] == clauses.text[:-1]
    found = np.zeros((len(score), SOUNDS), dtype=np.float32)
    found[:, 0] = score
    found[:, 1] = np.tanh(ground.text_score)[clauses.text]
    found[:-1, 2] = np.where(same, score[1:], 0.0)
    found[1:, 3] = np.where(same, score[:-1], 0.0)
    found[:, 4] = np.minimum((clauses.end - clauses.start) / LENGTH, 1.0)
    return found


def _values(ground: Ground) -> Floats:
    """Return how much good, bad, and in balance the rules found in each text."""
    text, value = ground.clauses.text[ground.rows.clause], ground.rows.value
    count = len(ground.first)
    good = np.bincount(text, weights=np.maximum(value, 0.0), minlength=count)
    bad = np.bincount(text, weights=np.maximum(-value, 0.0), minlength=count)
    balance = (good - bad) / (good + bad + 0.5)
    return np.stack([np.minimum(good, 2) / 2, np.minimum(bad, 2) / 2, balance], axis=1)


def _asking(ground: Ground, fired: Bools) -> Floats:
    """Return whether a text asks in earnest, with which share of its clauses, last of all, without scolding, and short."""
    names = signal_reader().names
    asks = fired[:, [index for index, name in enumerate(names) if name.startswith("ask_")]].any(axis=1)
    asks &= ~fired[:, names.index("rhetoric")]
    solid = ground.clauses.end > ground.clauses.start
    clauses = np.maximum(np.add.reduceat(solid.astype(np.float64), ground.first), 1.0)
    share = np.add.reduceat((asks & solid).astype(np.float64), ground.first) / clauses
    earnest = share > 0
    calm = earnest & (ground.text_score > -0.5)
    place = np.where(solid, np.arange(len(solid)), -1)
    last = np.maximum.reduceat(place, ground.first)
    final = (last >= 0) & asks[last]
    short = earnest & (ground.batch.ends - ground.batch.starts < SHORT)
    return np.stack([earnest, share, final, calm, final & calm, short], axis=1).astype(np.float64)
