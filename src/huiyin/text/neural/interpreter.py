"""The readers over one batch: texts cut into windows, read in order of length, and put together again."""

from __future__ import annotations

import weakref
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Bools, Ints
from huiyin.text.kernel import Evidence, Matrix
from huiyin.text.neural.alphabet import PAD
from huiyin.text.neural.layers import Numbers, log_odds
from huiyin.text.neural.reader import Reader, States

WINDOW = 160
MOST_WINDOWS = 16
BATCH_TEXTS = 128
BATCH_CHARACTERS = 8192
SUBJECTS = 32


@dataclass(frozen=True)
class Marks:
    """Stretches of the joined batch that are asked about: mark i belongs to subject `subject[i]`.

    `text` is each subject's text; a subject may have several marks.
    """

    text: Ints
    subject: Ints
    start: Ints
    end: Ints


@dataclass(frozen=True)
class Interpretation:
    """What the readers think of each text; `read` tells which texts they looked at, the rest is zero.

    `overall` is above 0 for good, `odds` the log-odds of each label of a set, `sides` the log-odds of negative,
    neutral and positive about each label, `marked` those about each subject of the marks.
    """

    read: Bools
    overall: Matrix
    odds: Mapping[str, Matrix]
    sides: Mapping[str, Matrix]
    marked: Matrix


_NONE = np.zeros(0, dtype=np.int64)
NO_MARKS = Marks(_NONE, _NONE, _NONE, _NONE)


@dataclass
class Interpreter:
    """Asks every reader and averages; remembers the last batch, because the stages of one analysis ask in turn."""

    readers: Sequence[Reader]
    _last: tuple[weakref.ref[Evidence], tuple[str, ...], Interpretation] | None = field(
        default=None, repr=False
    )

    def knows(self, evidence: Evidence) -> bool:
        """Tell whether this batch is the last one read."""
        return self._last is not None and self._last[0]() is evidence

    def interpret(
        self,
        evidence: Evidence,
        names: tuple[str, ...] = (),
        marks: Marks = NO_MARKS,
        *,
        chosen: Bools | None = None,
    ) -> Interpretation:
        """Read the texts of a batch and question them about the label sets in `names` and about marked stretches.

        `chosen` are the texts to read, all where it is left out; marks are asked about in all of them only.
        """
        last = self._last
        if last and last[0]() is evidence and set(names) <= set(last[1]) and not len(marks.text):
            return last[2]
        parts = [_interpreted(reader, evidence, names, marks, chosen) for reader in self.readers]
        whole = _mean(parts, names)
        self._last = (weakref.ref(evidence), names, whole)
        return whole


@dataclass(frozen=True)
class Windows:
    """Stretches of the batch that are read in one go: their text, start and length."""

    text: Ints
    start: Ints
    length: Ints

    def holding(self, text: Ints, place: Ints) -> Ints:
        """Return the window of a text that holds a place, or its last one."""
        first = np.searchsorted(self.text, text, side="left")
        last = np.searchsorted(self.text, text, side="right") - 1
        step = np.maximum(self.length[np.minimum(first, len(self.text) - 1)], 1)
        return np.asarray(np.minimum(first + (place - self.start[first]) // step, last))

    @classmethod
    def of(cls, starts: Ints, ends: Ints) -> Windows:
        """Cut each text into as few even windows as hold it; a very long text is read at its beginning only."""
        sizes = ends - starts
        count = np.minimum(-(-sizes // WINDOW), MOST_WINDOWS)
        text = np.repeat(np.arange(len(sizes)), count)
        place = np.arange(len(text)) - np.repeat(np.cumsum(count) - count, count)
        length = np.minimum(-(-sizes[text] // np.maximum(count[text], 1)), WINDOW)
        start = starts[text] + place * length
        return cls(text, start, np.minimum(length, ends[text] - start))

    def batches(self) -> Iterator[Ints]:
        """Yield windows of like length together, longest first."""
        order = np.argsort(-self.length, kind="stable")
        at = 0
        while at < len(order):
            size = max(1, min(BATCH_TEXTS, BATCH_CHARACTERS // int(self.length[order[at]])))
            yield order[at : at + size]
            at += size

    def laid(self, chosen: Ints, numbers: Numbers) -> Numbers:
        """Return the character numbers of some windows, (windows, time), padded to the first and longest."""
        time = np.arange(int(self.length[chosen[0]]))
        at = np.minimum(self.start[chosen][:, None] + time, len(numbers) - 1)
        return np.where(time < self.length[chosen][:, None], numbers[at], PAD)


def _interpreted(
    reader: Reader, evidence: Evidence, names: Sequence[str], marks: Marks, chosen: Bools | None
) -> Interpretation:
    batch = evidence.reading.batch
    ends = batch.ends if chosen is None else np.where(chosen, batch.ends, batch.starts)
    windows = Windows.of(batch.starts, ends)
    numbers = reader.alphabet.numbers(batch.codes)
    count = len(windows.text)
    overall = np.zeros(count, dtype=np.float32)
    odds = {name: np.zeros((count, len(reader.heads[name].floor)), dtype=np.float32) for name in names}
    sides = {name: np.zeros((*odds[name].shape, 3), dtype=np.float32) for name in names}
    marked = np.zeros((len(marks.text), 3), dtype=np.float32)
    home = _homes(windows, marks)
    for part in windows.batches():
        states = reader.read(windows.laid(part, numbers), windows.length[part])
        overall[part] = reader.overall(states)
        for name in names:
            odds[name][part], scores = reader.labels(states, name)
            sides[name][part] = log_odds(scores)
        _question(reader, states, (windows, part), (marks, home), marked)
    texts = len(batch.starts)
    return Interpretation(
        read=np.bincount(windows.text, minlength=texts) > 0,
        overall=_mean_of_windows(overall, windows, texts),
        odds={name: _peak_of_windows(odds[name], windows, texts) for name in names},
        sides={name: _at_peak(sides[name], odds[name], windows, texts) for name in names},
        marked=marked,
    )


def _homes(windows: Windows, marks: Marks) -> Ints:
    """Return the window in which each subject is asked about: that of its first mark."""
    if not len(marks.text):
        return marks.text
    place = np.full(len(marks.text), np.iinfo(np.int64).max)
    np.minimum.at(place, marks.subject, marks.start)
    return windows.holding(marks.text, place)


def _question(
    reader: Reader,
    states: States,
    read: tuple[Windows, Ints],
    asked: tuple[Marks, Ints],
    marked: Matrix,
) -> None:
    """Ask a read batch of windows about the subjects that live in it; write their sides into `marked`."""
    (windows, chosen), (marks, home) = read, asked
    row_of = np.full(len(windows.text), -1)
    row_of[chosen] = np.arange(len(chosen))
    subjects = np.flatnonzero(row_of[home] >= 0)
    # Every subject takes a copy of its window's states with it: a few at a time keep that small.
    for at in range(0, len(subjects), SUBJECTS):
        part = subjects[at : at + SUBJECTS]
        row = row_of[home[part]]
        anchors = _anchors(windows.start[home], marks, part, states.states.shape[1]) * states.inside[row]
        anchors /= np.maximum(anchors.sum(axis=1, keepdims=True), 1.0)
        seen = States(states.states[row], states.keys[row], states.inside[row])
        marked[part] = log_odds(reader.sides(seen, anchors[:, None], np.zeros(1, dtype=np.float32))[:, 0])


def _anchors(begins: Ints, marks: Marks, subjects: Ints, time: int) -> Matrix:
    """Return 1 at the places of each subject's marks, (subjects, time), counted from where its window begins."""
    place_of = np.full(len(marks.text), -1)
    place_of[subjects] = np.arange(len(subjects))
    mine = np.flatnonzero(place_of[marks.subject] >= 0)
    place, begin = place_of[marks.subject[mine]], begins[marks.subject[mine]]
    rim = np.zeros((len(subjects), time + 1), dtype=np.float32)
    np.add.at(rim, (place, np.clip(marks.start[mine] - begin, 0, time)), 1.0)
    np.add.at(rim, (place, np.clip(marks.end[mine] - begin, 0, time)), -1.0)
    return np.asarray(np.minimum(rim.cumsum(axis=1)[:, :time], 1.0))


def _mean_of_windows(values: Matrix, windows: Windows, texts: int) -> Matrix:
    total = np.bincount(windows.text, weights=values * windows.length, minlength=texts)
    length = np.bincount(windows.text, weights=windows.length, minlength=texts)
    return (total / np.maximum(length, 1)).astype(np.float32)


def _peak_of_windows(odds: Matrix, windows: Windows, texts: int) -> Matrix:
    peak = np.full((texts, odds.shape[1]), -np.inf, dtype=np.float32)
    np.maximum.at(peak, windows.text, odds)
    return np.where(np.isfinite(peak), peak, np.float32(0.0))


def _at_peak(sides: Matrix, odds: Matrix, windows: Windows, texts: int) -> Matrix:
    """Return each label's sides from the window that speaks most for it."""
    peak = _peak_of_windows(odds, windows, texts)
    chosen = np.zeros((texts, *sides.shape[1:]), dtype=np.float32)
    window, label = np.nonzero(odds == peak[windows.text])
    chosen[windows.text[window], label] = sides[window, label]
    return chosen


def _mean(parts: Sequence[Interpretation], names: Sequence[str]) -> Interpretation:
    if len(parts) == 1:
        return parts[0]
    return Interpretation(
        parts[0].read,
        _average([part.overall for part in parts]),
        {name: _average([part.odds[name] for part in parts]) for name in names},
        {name: _average([part.sides[name] for part in parts]) for name in names},
        _average([part.marked for part in parts]),
    )


def _average(parts: Sequence[npt.NDArray[np.float32]]) -> Matrix:
    return np.asarray(np.mean(parts, axis=0), dtype=np.float32)
