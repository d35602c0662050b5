"""Signals: what the clauses' own words say about wishes, troubles and intents, one trie before the patterns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import yaml

from huiyin.text.arrays import Bools, Ints
from huiyin.text.clauses import Clauses
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

    def fires(self, clause: str) -> bool:
        """Tell whether a normalised clause, closing mark included, says it.

        >>> wish = Signal("hope", ("希望",), re.compile("希望"), re.compile("有希望"))
        >>> wish.fires("希望出大瓶装"), wish.fires("这下有希望了")
        (True, False)
        """
        return self.pattern.search(clause) is not None and not (self.veto and self.veto.search(clause))


class SignalReader:
    """Finds the clauses in which a signal's gate word stands, and asks the patterns only about those."""

    def __init__(self, signals: tuple[Signal, ...]) -> None:
        self.signals = signals
        self.names = tuple(signal.name for signal in signals)
        gates = sorted({gate for signal in signals for gate in signal.gates})
        self._trie = Trie(gates)
        self._opens = np.array([[gate in signal.gates for signal in signals] for gate in gates])

    def read(self, batch: Batch, clauses: Clauses) -> Bools:
        """Return which signals fire in which clause, shape (clauses, signals)."""
        fired = np.zeros((len(clauses), len(self.signals)), dtype=np.bool_)
        clause, signal = self._candidates(batch, clauses)
        asked, place = np.unique(clause, return_inverse=True)
        text, spans = (
            batch.text,
            zip(clauses.start[asked].tolist(), clauses.stop[asked].tolist(), strict=True),
        )
        said = [text[start:stop].rstrip(_CLOSING) for start, stop in spans]
        fires = [each.fires for each in self.signals]
        fired[clause, signal] = [
            fires[number](said[at]) for number, at in zip(signal.tolist(), place.tolist(), strict=True)
        ]
        return fired

    def _candidates(self, batch: Batch, clauses: Clauses) -> tuple[Ints, Ints]:
        found = self._trie.every(batch.codes)
        row, signal = np.divmod(np.flatnonzero(self._opens[found.word]), len(self.signals))
        keys: Ints = np.unique(clauses.of_char[found.start[row]] * len(self.signals) + signal)
        clause, signal = np.divmod(keys, len(self.signals))
        return clause, signal


@cache
def signal_reader() -> SignalReader:
    """Return the reader of the packaged signals, built once."""
    text = (files("huiyin.text.needs") / "signals.yaml").read_text(encoding="utf-8")
    return SignalReader(tuple(_signal(name, entry) for name, entry in yaml.safe_load(text).items()))


def _signal(name: str, entry: dict[str, str]) -> Signal:
    veto = entry.get("veto")
    gates = tuple(str(entry["gates"]).split())
    return Signal(name, gates, re.compile(entry["pattern"]), re.compile(veto) if veto else None)
