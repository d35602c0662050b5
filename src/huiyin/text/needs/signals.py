"""Signals: what the clauses' own words say about wishes, troubles and intents, one trie before the patterns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from huiyin.kit.packaged import packaged_document
from huiyin.text.arrays import Bools, Ints
from huiyin.text.clauses import Clauses
from huiyin.text.needs.openings import guarded
from huiyin.text.normalise import Batch
from huiyin.text.trie import Trie

# What closes a clause says nothing that a pattern asks for, but for a question mark.
_CLOSING = "\x00 .,!;:~。，、！；：…～"


@dataclass(frozen=True, slots=True)
class Signal:
    """One kind of wording: it fires in a clause that holds its pattern and not its veto."""

    name: str
    gates: tuple[str, ...]
    pattern: re.Pattern[str]
    veto: re.Pattern[str] | None

    def firing(self, clauses: Sequence[str], places: Iterable[int]) -> list[int]:
        """Return those of some places at which a normalised clause, closing mark included, says it.

        >>> wish = Signal("hope", ("希望",), re.compile("希望"), re.compile("有希望"))
        >>> wish.firing(["希望出大瓶装", "这下有希望了"], range(2))
        [0]
        """
        search = self.pattern.search
        found = [place for place in places if search(clauses[place])]
        if self.veto is None:
            return found
        forbids = self.veto.search
        return [place for place in found if not forbids(clauses[place])]


class SignalReader:
    """Finds the clauses in which a signal's gate word stands, and asks the patterns only about those."""

    def __init__(self, signals: tuple[Signal, ...]) -> None:
        self.signals = signals
        self.names = tuple(signal.name for signal in signals)
        gates = sorted({gate for signal in signals for gate in signal.gates})
        self._trie = Trie(gates)
        opens = [[number for number, signal in enumerate(signals) if gate in signal.gates] for gate in gates]
        # Which signals each gate opens, one gate after the other.
        self._opened = np.array([number for numbers in opens for number in numbers])
        self._count = np.array([len(numbers) for numbers in opens])
        self._before = np.cumsum(self._count) - self._count

    def read(self, batch: Batch, clauses: Clauses) -> Bools:
        """Return which signals fire in which clause, shape (clauses, signals)."""
        fired = np.zeros((len(clauses), len(self.signals)), dtype=np.bool_)
        clause, signal = self._candidates(batch, clauses)
        asked, place = np.unique(clause, return_inverse=True)
        text = batch.text
        spans = zip(clauses.start[asked].tolist(), clauses.stop[asked].tolist(), strict=True)
        said = [text[start:stop].rstrip(_CLOSING) for start, stop in spans]
        # One signal after the other: asking each for each clause by itself would cost as much as the patterns.
        for number, part in enumerate(np.split(place, np.searchsorted(signal, range(1, len(self.signals))))):
            fired[asked[self.signals[number].firing(said, part.tolist())], number] = True
        return fired

    def _candidates(self, batch: Batch, clauses: Clauses) -> tuple[Ints, Ints]:
        """Return the (clause, signal) rows worth a search, in the order of the signals."""
        found = self._trie.every(batch.codes)
        count = self._count.take(found.word)
        place = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        signal = self._opened.take(np.repeat(self._before.take(found.word), count) + place)
        clause = np.repeat(clauses.of_char.take(found.start), count)
        # Sorting numbers that are almost in order takes a twentieth of what `unique` takes.
        keys = np.sort(signal * len(clauses) + clause)
        keys = keys[np.diff(keys, prepend=-1) > 0]
        signal, clause = np.divmod(keys, len(clauses))
        return clause, signal


@cache
def signal_reader() -> SignalReader:
    """Return the reader of the packaged signals, built once."""
    signals = packaged_document("huiyin.text.needs", "signals.yaml")
    return SignalReader(tuple(_signal(name, entry) for name, entry in signals.items()))


def _signal(name: str, entry: dict[str, str]) -> Signal:
    veto = entry.get("veto")
    gates = tuple(str(entry["gates"]).split())
    return Signal(name, gates, re.compile(guarded(entry["pattern"])), re.compile(veto) if veto else None)
