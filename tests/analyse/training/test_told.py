"""Texts of our own: read, named where wrong, weighed, and never measured on."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from huiyin.analyse.training.corpora import TOLD_WEIGHT, polarity_corpus
from huiyin.analyse.training.told import DOMAINS, told_texts
from huiyin.kit.errors import InvalidInputError

ROW = {"text": "用了三年，外壳裂了一道缝", "side": -1, "domain": "goods", "how": "implicit"}
OURS = Path(__file__).parents[3] / "labels"


def folder(tmp_path: Path, *rows: dict[str, object]) -> Path:
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (tmp_path / "told.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("wrong", "field"), [({"text": " "}, "text"), ({"side": 0}, "side"), ({"domain": "moon"}, "domain")]
)
def test_a_wrong_line_is_named(tmp_path: Path, wrong: dict[str, object], field: str) -> None:
    with pytest.raises(InvalidInputError, match=r"told\.jsonl, line 2") as raised:
        told_texts(folder(tmp_path, ROW, {**ROW, **wrong}))
    assert raised.value.field == field


def test_no_file_means_no_texts(tmp_path: Path) -> None:
    assert told_texts(tmp_path) == []


def test_they_are_weighed_believed_and_not_measured_on(tmp_path: Path) -> None:
    rows = [{**ROW, "text": f"{ROW['text']}{n}", "domain": domain} for n, domain in enumerate(DOMAINS * 9)]
    corpus = polarity_corpus(tmp_path, folder(tmp_path, *rows))
    assert not corpus.held_out.any()
    assert (corpus.weight == TOLD_WEIGHT).all()
    assert (corpus.taught < 0).all()
    assert corpus.automotive.tolist() == [row["domain"] == "car" for row in rows]


def test_ours_say_both_sides_of_everything_once() -> None:
    told = told_texts(OURS)
    assert len({each.text for each in told}) == len(told) > 2000
    for domain in DOMAINS:
        sides = np.array([each.side for each in told if each.domain == domain])
        assert 0.4 < (sides > 0).mean() < 0.6, domain
