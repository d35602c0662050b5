"""Many words found at once: a trie whose steps all positions of a batch take together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from huiyin.text.arrays import Codes, Ints
from huiyin.text.characters import PLANE

CHILD_BITS = 24
CHILD = (1 << CHILD_BITS) - 1
EMPTY = -1
ROOM = 4
PAIRS = 1 << 18
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Found:
    """Occurrences in text order: which word (its place in the trie's list), and where it starts and ends."""

    word: Ints
    start: Ints
    end: Ints


class Trie:
    """Words as paths of letters; the steps between nodes are kept in one open-addressed table.

    A step is one number: the node and the letter that lead to a child above the child's own number.
    """

    def __init__(self, words: Sequence[str]) -> None:
        joined = np.frombuffer("".join(words).encode("utf-32-le"), dtype=np.uint32)
        alphabet, letters = np.unique(joined, return_inverse=True)
        self._alphabet = alphabet
        self._letter_bits = int(len(alphabet) + 1).bit_length()
        self._letter_of = np.zeros(PLANE + 1, dtype=np.int64)
        basic = alphabet[alphabet < PLANE]
        self._letter_of[basic] = np.arange(1, len(basic) + 1)
        lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
        self._longest = int(lengths.max())
        self._table, self._word = self._grown(letters.astype(np.int64) + 1, lengths)

    def _grown(self, letters: Ints, lengths: Ints) -> tuple[Ints, Ints]:
        """Return the table of steps, and for each node the word that ends there or -1; a first letter is a node."""
        starts = np.cumsum(lengths) - lengths
        node, active = letters[starts], np.arange(len(lengths))
        nodes = len(self._alphabet) + 1
        self._pairs = np.zeros(PAIRS, dtype=np.bool_)
        second = starts[lengths > 1] + 1
        self._pairs[_pair(letters[second - 1], letters[second])] = True
        last = node.copy()
        steps = [np.zeros(0, dtype=np.int64)]
        for depth in range(1, self._longest):
            longer = lengths[active] > depth
            active, node = active[longer], node[longer]
            step, child = np.unique(self._step(node, letters[starts[active] + depth]), return_inverse=True)
            steps.append(step << CHILD_BITS | np.arange(nodes, nodes + len(step)))
            node = child + nodes
            last[active] = node
            nodes += len(step)
        word = np.full(nodes, -1, dtype=np.int64)
        word[last] = np.arange(len(lengths))
        self._single = word[: len(self._alphabet) + 1] >= 0
        return self._hashed(np.concatenate(steps)), word

    def _step(self, node: Ints, letter: Ints) -> Ints:
        return node << self._letter_bits | letter

    def _hashed(self, steps: Ints) -> Ints:
        bits = int(ROOM * len(steps) + 1).bit_length()
        self._shift = np.uint64(64 - bits)
        table = np.full(1 << bits, EMPTY, dtype=np.int64)
        slot = self._slot(steps >> CHILD_BITS)
        while len(steps):
            free = table[slot] == EMPTY
            table[slot[free]] = steps[free]
            # Of several that claim one slot the last stays.
            homeless = table[slot] != steps
            steps, slot = steps[homeless], (slot[homeless] + 1) & (len(table) - 1)
        return table

    def _slot(self, step: Ints) -> Ints:
        return ((step.view(np.uint64) * _MIX) >> self._shift).view(np.int64)

    def _children(self, node: Ints, letter: Ints) -> Ints:
        """Return the child each letter leads to, 0 for none."""
        step = self._step(node, letter)
        slot = self._slot(step)
        held = self._table.take(slot)
        met = held >> CHILD_BITS == step
        child = np.where(met, held & CHILD, 0)
        rest = np.flatnonzero(~met & (held != EMPTY))
        while len(rest):
            slot[rest] = (slot[rest] + 1) & (len(self._table) - 1)
            held = self._table.take(slot[rest])
            met = held >> CHILD_BITS == step[rest]
            child[rest[met]] = held[met] & CHILD
            rest = rest[~met & (held != EMPTY)]
        return child

    def _walk(self, codes: Codes) -> Iterator[tuple[Ints, Ints]]:
        """Yield, for lengths 1, 2, ..., where words of that length start, and which they are."""
        letter = np.zeros(len(codes) + self._longest, dtype=np.int64)
        letter[: len(codes)] = self._letters(codes)
        single = np.flatnonzero(self._single.take(letter))
        yield single, self._word.take(letter.take(single))
        # Four letters in five open no pair that a word begins with, which a small table tells at once.
        at = np.flatnonzero(self._pairs.take(_pair(letter[:-1], letter[1:])))
        node = letter.take(at)
        for depth in range(1, self._longest):
            child = self._children(node, letter.take(at + depth))
            alive = np.flatnonzero(child)
            if not len(alive):
                return
            at, node = at.take(alive), child.take(alive)
            word = self._word.take(node)
            ends = np.flatnonzero(word >= 0)
            yield at.take(ends), word.take(ends)

    def _letters(self, codes: Codes) -> Ints:
        letters = self._letter_of.take(np.minimum(codes, PLANE))
        if len(self._alphabet) and self._alphabet[-1] >= PLANE:
            high = np.flatnonzero(codes >= PLANE)
            place = np.searchsorted(self._alphabet, codes[high])
            known = self._alphabet[np.minimum(place, len(self._alphabet) - 1)] == codes[high]
            letters[high] = np.where(known, place + 1, 0)
        return letters

    def every(self, codes: Codes) -> Found:
        """Return all occurrences of all words, the shorter words first."""
        parts = [(word, at, at + length) for length, (at, word) in enumerate(self._walk(codes), start=1)]
        return Found(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def longest(self, codes: Codes) -> Found:
        """Return the occurrences a reader picks from left to right, the longest word at each place, none overlapping.

        >>> trie = Trie(["不", "不错", "错过"])
        >>> found = trie.longest(np.array([ord(letter) for letter in "不错过不"], dtype=np.uint32))
        >>> found.word.tolist(), found.start.tolist()
        ([1, 0], [0, 3])
        """
        longest, word = np.zeros(len(codes), dtype=np.int64), np.zeros(len(codes), dtype=np.int64)
        for length, (at, words) in enumerate(self._walk(codes), start=1):
            longest[at], word[at] = length, words
        start = np.flatnonzero(longest > 0)
        end = start + longest.take(start)
        picked = _picked(start, end)
        start = start.take(picked)
        return Found(word.take(start), start, end.take(picked))


def _pair(first: Ints, second: Ints) -> Ints:
    """Return the place of two letters in the table of pairs; a few share theirs."""
    return (first * 509 + second) & (PAIRS - 1)


def _picked(start: Ints, end: Ints) -> Ints:
    """Return which spans are picked from left to right, each the first that begins where the one before has ended."""
    reach = np.concatenate(([0], np.maximum.accumulate(end)))
    # What begins behind all that came before is picked whatever happens there.
    free = start >= reach[:-1]
    tangled = np.flatnonzero(~free | ~np.append(free[1:], True))
    follower = np.append(np.searchsorted(start[tangled], end[tangled]), len(tangled))
    picked = np.append(free[tangled], False)
    while True:
        reached = follower[np.flatnonzero(picked)]
        if picked[reached[reached < len(tangled)]].all():
            break
        picked[reached] = True
        picked[-1] = False
        # Steps twice as long each time: a tangle of a million words takes twenty rounds.
        follower = follower[follower]
    free[tangled] = picked[:-1]
    return np.flatnonzero(free)
