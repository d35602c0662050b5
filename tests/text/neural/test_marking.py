"""The pack that asks the reader about the words the rules found."""

from __future__ import annotations

import numpy as np

from huiyin.text import NeuralAnalyser, load_taxonomy
from huiyin.text.kernel import evidence_of
from huiyin.text.neural.interpreter import Interpreter
from huiyin.text.neural.marking import marking_pack
from huiyin.text.neural.weights import shipped_readers

TEXTS = ["服务员态度很好，上菜太慢", "", "味道一般", "味道一般" * 100]


def test_a_marking_pack_keeps_what_the_rules_found():
    taxonomy = load_taxonomy("restaurant")
    evidence = evidence_of(TEXTS, taxonomy)
    reading = marking_pack(Interpreter([shipped_readers().general])).aspects(evidence, taxonomy)
    found = {
        (int(evidence.text_of[clause]), int(aspect))
        for clause, aspect in zip(evidence.rows.clause, evidence.rows.aspect, strict=True)
        if taxonomy.nodes[aspect].id != taxonomy.general
    }
    assert found == {(int(text), int(node)) for text, node in np.argwhere(reading.text > 0)}
    assert len(reading.marked) == len(reading.pairs)
    assert np.isfinite(reading.marked).all()


def test_praise_and_blame_of_one_text_stay_apart():
    opinions = NeuralAnalyser().analyze_batch(TEXTS[:1], load_taxonomy("restaurant")).opinions
    sides = dict(zip(opinions["term_start"].to_list(), opinions["sentiment"].to_list(), strict=True))
    assert sorted(sides.values()) == [-1, 1]


def test_marks_in_later_windows_are_asked_there():
    text = "今天和朋友来吃饭。" * 30 + "服务员态度极差"
    taxonomy = load_taxonomy("restaurant")
    opinions = NeuralAnalyser().analyze_batch([text], taxonomy).opinions
    judged = opinions.filter(opinions["start_offset"] >= len(text) - 7)
    assert [polarity < -0.5 for polarity in judged["polarity"]] == [True]
