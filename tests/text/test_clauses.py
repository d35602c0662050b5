from __future__ import annotations

import numpy as np
import pytest

from huiyin.text.clauses import break_marks, split_clauses
from huiyin.text.normalise import normalise


def clauses_of(text: str) -> list[str]:
    batch = normalise([text])
    clauses = split_clauses(batch, break_marks(batch), np.array([], dtype=np.int64))
    spans = zip(clauses.start.tolist(), clauses.end.tolist(), strict=True)
    return [text[start:end] for start, end in spans if end > start]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("空间很大，油耗不高。隔音差！", ["空间很大", "油耗不高", "隔音差"]),
        ("花了1,200元，2.0T油耗5~6升", ["花了1,200元", "2.0T油耗5~6升"]),
        ("空间大 油耗低 BMW X5", ["空间大", "油耗低 BMW X5"]),
        ("good car. bad seats", ["good car", "bad seats"]),
        ("  （很好）  ", ["很好"]),
        ("！！！", []),
    ],
)
def test_clauses_end_at_marks_but_not_inside_numbers_or_words(text: str, expected: list[str]) -> None:
    assert clauses_of(text) == expected
