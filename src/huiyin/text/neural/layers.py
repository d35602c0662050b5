"""The arithmetic of the reader in numpy: a gated recurrent unit over texts of like length, and soft pointing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Ints
from huiyin.text.kernel import Matrix

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Direction:
    """One direction of the recurrent unit (Cho et al. 2014, as PyTorch computes it).

    `table` holds what each character adds to the three gates, so that reading one is a look-up and not a product.
    The rows of the first two gates are halved: a logistic function is then one hyperbolic tangent.
    """

    table: Matrix
    weights: Matrix
    bias: Matrix

    @classmethod
    def of(cls, characters: Matrix, given: Matrix, held: Matrix, biases: tuple[Matrix, Matrix]) -> Direction:
        """Build from the weights of characters, input and state, and the biases of both."""
        size = held.shape[1]
        half = np.repeat(np.array([0.5, 0.5, 1.0], dtype=np.float32), size)
        of_input, of_state = biases
        inner = of_state.copy()
        inner[: 2 * size] = 0.0
        outer = of_input + of_state - inner
        table = (characters @ given.T + outer) * half
        return cls(np.ascontiguousarray(table), np.ascontiguousarray(held.T * half), inner[2 * size :])

    def read(self, numbers: Numbers, lengths: Ints, onto: Matrix, backwards: bool) -> None:
        """Write the state at each character onto (texts, time, state); longest text first, padding stays as it is."""
        texts, time = numbers.shape
        size = len(self.weights)
        state = np.zeros((texts, size), dtype=np.float32)
        alive = np.searchsorted(-lengths, -np.arange(time), side="left")
        every = np.arange(texts)
        for at in range(time):
            count = int(alive[at])
            held, row = state[:count], every[:count]
            place = lengths[:count] - 1 - at if backwards else at
            gates = self.table[numbers[row, place]]
            moved = held @ self.weights
            switch = gates[:, : 2 * size]
            switch += moved[:, : 2 * size]
            np.tanh(switch, out=switch)
            switch *= 0.5
            switch += 0.5
            fresh = moved[:, 2 * size :]
            fresh += self.bias
            fresh *= switch[:, :size]
            fresh += gates[:, 2 * size :]
            np.tanh(fresh, out=fresh)
            held -= fresh
            held *= switch[:, size:]
            held += fresh
            onto[row, place] = held


def softmax(scores: Matrix, inside: npt.NDArray[np.bool_]) -> Matrix:
    """Return weights over the last axis that sum to one, none outside."""
    scores = scores.copy() if inside.all() else np.where(inside, scores, np.float32(-1e4))
    scores -= scores.max(axis=-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(axis=-1, keepdims=True)
    return scores


def log_odds(scores: Matrix) -> Matrix:
    """Turn scores of exclusive classes (last axis) into each one's log-odds against the others.

    >>> log_odds(np.array([[0.0, 0.0, 0.0]], dtype=np.float32)).round(2).tolist()
    [[-0.6899999976158142, -0.6899999976158142, -0.6899999976158142]]
    """
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    rest = raised.sum(axis=-1, keepdims=True) - raised
    return np.asarray(np.log(raised + 1e-6) - np.log(rest + 1e-6))
