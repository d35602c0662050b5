"""Characters as numbers."""

from __future__ import annotations

import numpy as np

from huiyin.text.neural.alphabet import FIRST, UNKNOWN, Alphabet


def test_common_characters_get_numbers_and_rare_ones_share_one():
    alphabet = Alphabet.of(["好好车", "好😀"], minimum=2)
    assert len(alphabet) == FIRST + 1
    (numbers,) = alphabet.read(["好车😀"])
    assert numbers.tolist() == [FIRST, UNKNOWN, UNKNOWN]


def test_texts_are_normalised_before_they_are_read():
    alphabet = Alphabet(np.array(sorted(map(ord, "a间")), dtype=np.uint32))
    assert [each.tolist() for each in alphabet.read(["Ａ間", ""])] == [[2, 3], []]
