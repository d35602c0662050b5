"""The reader: what a batch of character numbers says overall, about a taxonomy's labels, and about marked spans."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Ints
from huiyin.text.kernel import Matrix
from huiyin.text.neural.alphabet import Alphabet
from huiyin.text.neural.layers import Direction, Numbers, softmax

FAR = 20


@dataclass(frozen=True)
class LabelHead:
    """What one label set adds to the reader: where each label looks, and how present it is."""

    queries: Matrix
    own: Matrix
    presence: Matrix
    floor: Matrix


@dataclass(frozen=True)
class States:
    """A read batch: states (texts, time, both directions), their keys, and where characters are."""

    states: Matrix
    keys: Matrix
    inside: npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Reader:
    """One bidirectional recurrent layer over characters and the heads that question it."""

    alphabet: Alphabet
    onward: Direction
    back: Direction
    arrays: Mapping[str, Matrix]
    heads: Mapping[str, LabelHead]
    _reach: float = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_reach", float(np.log1p(np.exp(self.arrays["reach"]))))

    def read(self, numbers: Numbers, lengths: Ints) -> States:
        """Read texts laid out as (texts, time), longest first."""
        texts, time = numbers.shape
        size = len(self.onward.weights)
        states = np.zeros((texts, time, 2 * size), dtype=np.float32)
        self.onward.read(numbers, lengths, states[:, :, :size], backwards=False)
        self.back.read(numbers, lengths, states[:, :, size:], backwards=True)
        keys = states @ self.arrays["key.weight"].T
        keys += self.arrays["key.bias"]
        return States(states, np.tanh(keys, out=keys), np.arange(time) < lengths[:, None])

    def overall(self, read: States) -> Matrix:
        """Return how good (above 0) or bad each text sounds."""
        even = read.inside / read.inside.sum(axis=1, keepdims=True)
        scores = self.sides(read, even.astype(np.float32)[:, None], self.arrays["overall"])[:, 0]
        return np.asarray(scores[:, 2] - scores[:, 0])

    def labels(self, read: States, name: str) -> tuple[Matrix, Matrix]:
        """Return log-odds of presence (texts, labels) and scores of the sides (texts, labels, 3)."""
        head = self.heads[name]
        anchors = softmax((read.keys @ head.queries.T).transpose(0, 2, 1), read.inside[:, None])
        found = anchors @ read.states
        peak = _peak(read)
        near, wide = np.split(head.presence, 2, axis=1)
        odds = np.einsum("tls,ls->tl", found, near) + peak @ wide.T + head.floor
        return odds, self.sides(read, anchors, head.own)

    def sides(self, read: States, anchors: Matrix, own: Matrix) -> Matrix:
        """Return scores of negative, neutral, positive about what each anchor (texts, anchors, time) points at."""
        array = self.arrays
        time = np.arange(read.states.shape[1])
        away = np.minimum(np.abs(time[:, None] - time), FAR).astype(np.float32)
        found = anchors @ read.states
        question = found @ array["turn.weight"].T + array["turn.bias"] + own
        scores = question @ read.keys.transpose(0, 2, 1) - np.float32(self._reach) * (anchors @ away)
        said = softmax(scores, read.inside[:, None]) @ read.states
        both = np.concatenate([found, said], axis=2)
        hidden = np.maximum(both @ array["hidden.weight"].T + array["hidden.bias"], 0.0)
        return np.asarray(hidden @ array["side.weight"].T + array["side.bias"])

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Reader:
        """Rebuild a reader from shipped arrays, which are named as PyTorch names them."""
        plain = {name: each.astype(np.float32) for name, each in arrays.items() if name != "alphabet"}
        names = [name.removeprefix("queries.") for name in plain if name.startswith("queries.")]
        heads = {
            name: LabelHead(*(plain[f"{part}.{name}"] for part in ("queries", "own", "presence", "floor")))
            for name in names
        }
        wanted = ("reach", "overall", *(f"{part}.{kind}" for part in _LINEAR for kind in ("weight", "bias")))
        return cls(
            Alphabet(arrays["alphabet"].astype(np.uint32)),
            _direction(plain, "onward"),
            _direction(plain, "back"),
            {name: plain[name] for name in wanted},
            heads,
        )


def _direction(plain: Mapping[str, Matrix], name: str) -> Direction:
    parts = (plain[f"{name}.{part}_l0"] for part in ("weight_ih", "weight_hh", "bias_ih", "bias_hh"))
    given, held, of_input, of_state = parts
    return Direction.of(plain["characters.weight"], given, held, (of_input, of_state))


def _peak(read: States) -> Matrix:
    """Return the greatest value each state ever takes in a text."""
    if read.inside.all():
        return np.asarray(read.states.max(axis=1))
    return np.asarray(np.where(read.inside[:, :, None], read.states, np.float32(-1.0)).max(axis=1))


_LINEAR = ("key", "turn", "hidden", "side")
