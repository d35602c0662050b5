"""What the needs are read from: a batch as the rules and the general polarity model have left it."""

from __future__ import annotations

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
SHORT = 15.0


@dataclass(frozen=True)
class Ground:
    """A batch of texts; `rows` are the rules' opinions, `first` each text's first clause, the scores those of the
    general polarity model (positive is good)."""

    batch: Batch
    clauses: Clauses
    mood: Moods
    rows: OpinionRows
    first: Ints
    clause_score: npt.NDArray[np.float32]
    text_score: npt.NDArray[np.float32]

    def signals(self) -> Bools:
        """Return which signals fire in which clause."""
        return signal_reader().read(self.batch, self.clauses)


def clause_features(ground: Ground, fired: Bools) -> Floats:
    """Return what is known of each clause: its signals, how good it and its surroundings sound, its moods and types."""
    score = np.tanh(ground.clause_score)
    same = np.append(ground.clauses.text[1:] == ground.clauses.text[:-1], False)
    after = np.where(same, np.roll(score, -1), 0.0)
    before = np.where(np.roll(same, 1), np.roll(score, 1), 0.0)
    length = np.minimum((ground.clauses.end - ground.clauses.start) / LENGTH, 1.0)
    whole = np.tanh(ground.text_score)[ground.clauses.text]
    columns = [fired, np.stack([score, whole, after, before, length], axis=1), _types(ground), _moods(ground)]
    return np.hstack(columns).astype(np.float64)


def text_features(ground: Ground, fired: Bools) -> Floats:
    """Return what is known of each text: signals anywhere, how good and bad it gets, the rules' types, and how it asks."""
    score = np.tanh(ground.clause_score)
    whole = np.tanh(ground.text_score)
    best = np.maximum.reduceat(score, ground.first)
    worst = np.minimum.reduceat(score, ground.first)
    columns = [
        np.logical_or.reduceat(fired, ground.first),
        np.maximum.reduceat(_types(ground), ground.first),
        np.maximum.reduceat(_moods(ground), ground.first),
        np.stack([whole, best, worst, np.abs(whole) < 0.3], axis=1),
        _values(ground),
        _asking(ground, fired),
    ]
    return np.hstack(columns).astype(np.float64)


def _types(ground: Ground) -> Floats:
    flags = np.zeros((len(ground.clauses), len(TYPES)))
    flags[ground.rows.clause, ground.rows.type] = 1.0
    return flags


def _moods(ground: Ground) -> Floats:
    mood = ground.mood
    flags = (
        mood.question,
        mood.wish,
        mood.condition,
        mood.contrast,
        mood.concession,
        mood.complaint,
        mood.exclaims,
    )
    return np.stack(flags, axis=1).astype(np.float64)


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
