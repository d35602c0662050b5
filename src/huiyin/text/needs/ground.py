"""What the needs are read from: a batch as the rules and the general polarity model have left it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

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


def features(ground: Ground, fired: Bools) -> tuple[Matrix, Matrix]:
    """Return what is known of each clause and of each text.

    A clause: its signals, the rules' types and moods, how good it and its surroundings sound, its length. A text: the
    same signals, types and moods anywhere in it, how good and bad it gets, and how it asks.
    """
    moods = ground.mood.weighed
    signals = fired.shape[1]
    held = signals + len(TYPES) + len(moods)
    clauses = np.zeros((len(fired), held + SOUNDS), dtype=np.float32)
    clauses[:, :signals] = fired
    clauses[ground.rows.clause, signals + ground.rows.type] = 1.0
    for column, flags in enumerate(moods, start=signals + len(TYPES)):
        clauses[:, column] = flags
    score = np.tanh(ground.clause_score)
    clauses[:, held:] = _sounds(ground, score)
    whole = np.tanh(ground.text_score)
    best, worst = (pick.reduceat(score, ground.first) for pick in (np.maximum, np.minimum))
    columns = [
        _anywhere(ground, fired, moods),
        np.stack([whole, best, worst, np.abs(whole) < CALM], axis=1),
        _values(ground),
        _asking(ground, fired),
    ]
    return clauses, np.hstack(columns).astype(np.float32)


def _anywhere(ground: Ground, fired: Bools, moods: Sequence[Bools]) -> Matrix:
    """Return which signals, types and moods stand anywhere in each text.

    Few flags are set: writing these costs a tenth of a maximum over all of them.
    """
    text = ground.clauses.text
    found = np.zeros((len(ground.first), fired.shape[1] + len(TYPES) + len(moods)), dtype=np.float32)
    # Several times faster than asking for rows and columns at once.
    clause, signal = np.divmod(np.flatnonzero(fired), fired.shape[1])
    found[text[clause], signal] = 1.0
    found[text[ground.rows.clause], fired.shape[1] + ground.rows.type] = 1.0
    for column, flags in enumerate(moods, start=fired.shape[1] + len(TYPES)):
        found[text[np.flatnonzero(flags)], column] = 1.0
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
