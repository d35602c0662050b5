"""The recurrent unit in numpy against its definition, written out one character at a time."""

from __future__ import annotations

import numpy as np
import pytest

from huiyin.text.neural.layers import Direction, softmax

CHARACTERS, WIDTH, SIZE = 11, 5, 4


@pytest.fixture
def weights():
    random = np.random.default_rng(7)

    def draw(*shape: int):
        return random.standard_normal(shape).astype(np.float32)

    return (
        draw(CHARACTERS, WIDTH),
        draw(3 * SIZE, WIDTH),
        draw(3 * SIZE, SIZE),
        (draw(3 * SIZE), draw(3 * SIZE)),
    )


def by_hand(weights, numbers):
    characters, given, held, (of_input, of_state) = weights
    state, states = np.zeros(SIZE), []
    for number in numbers:
        one, two = given @ characters[number] + of_input, held @ state + of_state
        reset, update = (1 / (1 + np.exp(-(one + two)[at : at + SIZE])) for at in (0, SIZE))
        fresh = np.tanh(one[2 * SIZE :] + reset * two[2 * SIZE :])
        state = (1 - update) * fresh + update * state
        states.append(state)
    return np.array(states)


@pytest.mark.parametrize("backwards", [False, True])
def test_direction_computes_the_gated_unit(weights, backwards):
    numbers = np.array([[3, 1, 4, 1], [5, 9, 0, 0]], dtype=np.int32)
    lengths = np.array([4, 2])
    states = np.zeros((2, 4, SIZE), dtype=np.float32)
    Direction.of(*weights).read(numbers, lengths, states, backwards=backwards)
    for row, length in enumerate(lengths):
        step = -1 if backwards else 1
        wanted = by_hand(weights, numbers[row, :length][::step])[::step]
        assert states[row, :length] == pytest.approx(wanted, abs=1e-5)
        assert not states[row, length:].any()


def test_softmax_points_only_inside():
    inside = np.array([[[True, True, False]]])
    weights = softmax(np.array([[[1.0, 1.0, 9.0]]], dtype=np.float32), inside)
    assert weights == pytest.approx(np.array([[[0.5, 0.5, 0.0]]]))
