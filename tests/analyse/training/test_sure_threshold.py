"""Spans that people look at one by one are marked only where enough of them are right."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np

from huiyin.analyse.need_labels import JUDGED, makeshift_verdicts
from huiyin.analyse.training.needs import THRESHOLDS, sure_threshold


def test_the_lowest_threshold_that_is_sure_enough_is_taken() -> None:
    scores = np.array([0.6, 0.5, 0.3, 0.1, -0.2, -0.4])
    wanted = np.array([True, True, True, False, False, False])
    assert 0.1 <= sure_threshold(scores, wanted, 0.9) < 0.3
    assert -0.4 <= sure_threshold(scores, wanted, 0.6) < -0.1


def test_where_nothing_is_sure_the_highest_is_taken() -> None:
    assert sure_threshold(np.array([0.9, 0.8]), np.array([False, False]), 0.9) == THRESHOLDS[-1]


def test_places_drawn_by_a_score_choose_no_threshold(tmp_path: Path) -> None:
    (tmp_path / "retail").mkdir()
    with gzip.open(tmp_path / "retail" / "mine.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(2 * (json.dumps({"text": "坏了没人修，只好凑合用着"}, ensure_ascii=False) + "\n"))
    span = {"kind": "workaround", "start": 6, "end": 12}
    places = [
        {"file": "retail/mine", "row": row, "sentence": None, "stratum": stratum, "spans": [span]}
        for row, stratum in enumerate(("cue:workaround", "above:workaround"))
    ]
    (tmp_path / "makeshift.jsonl").write_text("".join(json.dumps(place) + "\n" for place in places))
    found = makeshift_verdicts(tmp_path, tmp_path)
    assert [verdict.fair for verdict in found] == [True, False]
    assert all(verdict.complete == JUDGED and not verdict.said for verdict in found)
