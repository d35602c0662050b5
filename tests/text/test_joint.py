"""The fast way to sum n-grams' weights gives what adding them one by one gives."""

from __future__ import annotations

import numpy as np

from huiyin.text import load_taxonomy
from huiyin.text.kernel import distinct, evidence_of, gram_ids, occurrences, shipped_models
from huiyin.text.kernel.grams import BLOCK, NONE, gram_rows
from huiyin.text.kernel.joint import CACHE_LINE, JointTable
from huiyin.text.kernel.linear import repeated

TEXTS = [
    "空间很大，就是油耗有点高，空间很大",
    "",
    "哈" * 300,
    "停车时方向打不动，只能凑合开？",
    "a。b！",
] * 30


def test_sums_equal_those_added_one_by_one() -> None:
    evidence = evidence_of(TEXTS, load_taxonomy("automotive"))
    models = shipped_models()
    ids = gram_ids(evidence.reading.batch.codes)
    for table, sums in zip(
        (models.general.grams, models.packs["automotive"].grams),
        models.joint("automotive").sums(evidence),
        strict=False,
    ):
        weight_of = dict(zip(table.vocabulary.tolist(), table.weights.astype(np.float64), strict=True))
        batch, clauses = evidence.reading.batch, evidence.reading.clauses
        starts = np.append(0, clauses.stop[:-1])
        for row, (start, stop) in enumerate(zip(starts[:9], clauses.stop[:9], strict=True)):
            known = [weight_of[each] for each in ids[start:stop].reshape(-1).tolist() if each in weight_of]
            np.testing.assert_allclose(
                sums.clause[row], sum(known, np.zeros(table.weights.shape[1])), rtol=1e-4, atol=1e-3
            )
            assert sums.clause_count[row, 0] == len(known)
        for row, (start, stop) in enumerate(zip(batch.starts[:5], batch.ends[:5], strict=True)):
            once = set(ids[start:stop].reshape(-1).tolist()) & set(weight_of)
            total = sum((weight_of[each] for each in once), np.zeros(table.weights.shape[1]))
            np.testing.assert_allclose(sums.text[row], total, rtol=1e-4, atol=1e-3)
            assert sums.text_count[row, 0] == len(once)


def test_grams_over_the_edge_of_a_block_are_looked_up_too() -> None:
    codes = np.random.default_rng(3).integers(0, 40, size=2 * BLOCK + 5, dtype=np.uint32)
    row_of = np.random.default_rng(4).integers(0, 99, size=NONE + 1).astype(np.int32)
    assert (gram_rows(codes, row_of) == row_of[gram_ids(codes)]).all()


def test_what_is_there_once_and_what_is_there_again() -> None:
    generator = np.random.default_rng(5)
    columns = generator.integers(0, 30, size=4000).astype(np.int32)
    stops = np.sort(generator.integers(0, 4001, size=199))
    counts = occurrences(columns, np.append(stops, 4000), 30)
    dense = counts.toarray()
    assert (distinct(counts).toarray() == (dense > 0)).all()
    again = np.maximum(dense - 1, 0)
    again[:, 20:] = 0
    assert (repeated(counts, 20).toarray() == again).all()


def test_rows_of_weights_lie_on_few_cache_lines() -> None:
    table = JointTable([shipped_models().general.grams])
    assert table.weights.ctypes.data % CACHE_LINE == 0
