"""What one clause says for its text is learned even where labels name only the text."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from huiyin.analyse.training.need_samples import Rows, Sample
from huiyin.analyse.training.spoken import fit_spoken
from huiyin.text.needs import CLAUSE_LABELS, TEXT_LABELS

TEXTS, WISH, PLAIN = 40, [1.0, 0.0], [0.0, 1.0]


def rows(dense: list[list[float]], text: list[int], labels: int) -> Rows:
    shape = (len(dense), labels)
    unknown = np.zeros(shape, dtype=np.bool_)
    grams = sparse.csr_array((len(dense), 1))
    return Rows(grams, np.array(dense), np.full(shape, -1.0), unknown, unknown.copy(), np.array(text))


def test_the_clause_that_says_it_is_found_without_its_place() -> None:
    """Every other text wishes in its second clause, and nobody said in which."""
    wishes = np.arange(TEXTS) % 2 == 0
    dense = [clause for wish in wishes for clause in (PLAIN, WISH if wish else PLAIN)]
    texts = rows([PLAIN] * TEXTS, list(range(TEXTS)), len(TEXT_LABELS))
    clauses = rows(dense, [text for text in range(TEXTS) for _ in range(2)], len(CLAUSE_LABELS))
    column = TEXT_LABELS.index("suggestion")
    texts.known[:, column], texts.wanted[wishes, column] = True, 1.0
    # Clauses of texts that wish nothing are known to wish nothing, and one place is known.
    told = CLAUSE_LABELS.index("suggestion")
    clauses.known[:, told] = np.repeat(~wishes, 2)
    clauses.known[1, told], clauses.wanted[1, told] = True, 1.0

    found = fit_spoken(sparse.csr_array(clauses.dense), Sample(texts, clauses), "suggestion")

    assert found.heard[wishes].min() > found.heard[~wishes].max()
    assert found.weights[0, 0] > found.weights[1, 0]
