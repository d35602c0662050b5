"""The accurate analyser as it ships."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.text.any_text import ANY_TEXT, WORDS, assert_valid

from huiyin.bootstrap import analyser_of
from huiyin.kit.settings import Settings
from huiyin.text import KernelAnalyser, NeuralAnalyser, available_taxonomies, cascade, load_taxonomy
from huiyin.text.neural.weights import shipped_readers

ANALYSER = NeuralAnalyser()


@given(texts=st.lists(ANY_TEXT | WORDS, max_size=5), name=st.sampled_from(sorted(available_taxonomies())))
@settings(max_examples=60, deadline=None)
def test_any_text_is_analysed_with_valid_offsets(texts, name):
    assert_valid(texts, ANALYSER.analyze_batch(texts, load_taxonomy(name)))


def test_a_text_reads_the_same_alone_and_among_others():
    texts = ["发动机动力很足，就是油耗高了点", "空间太小", "内饰做工粗糙，塑料感强" * 3]
    taxonomy = load_taxonomy("automotive")
    together = ANALYSER.analyze_batch(texts, taxonomy).opinions
    for index, text in enumerate(texts):
        alone = ANALYSER.analyze_batch([text], taxonomy).opinions
        among = together.filter(together["text_index"] == index)
        assert alone["aspect"].to_list() == among["aspect"].to_list()
        assert alone["polarity"].to_list() == pytest.approx(among["polarity"].to_list(), abs=1e-4)


def test_a_megabyte_is_read():
    analysis = ANALYSER.analyze_batch(["动力不错。" * 200_000], load_taxonomy("automotive"))
    assert len(analysis.voices) == 1


def test_no_text_gives_an_empty_analysis():
    assert len(ANALYSER.analyze_batch([], load_taxonomy("automotive")).voices) == 0


def test_it_names_both_tiers():
    assert ANALYSER.name == "accurate"
    assert ANALYSER.version == f"{KernelAnalyser().version}+{shipped_readers().version}"


def test_a_kernel_that_doubts_nothing_asks_nobody():
    texts = ["发动机动力很足，就是油耗高了点", "空间太小", "买回来就扔了"]
    taxonomy = load_taxonomy("automotive")
    sure = NeuralAnalyser(doubt=(0.0, 0.0)).analyze_batch(texts, taxonomy)
    kernel = KernelAnalyser().analyze_batch(texts, taxonomy)
    assert sure.opinions.equals(kernel.opinions)
    assert sure.voices.equals(kernel.voices)


def test_a_doubt_that_no_margin_exceeds_asks_about_everything():
    texts = ["发动机动力很足，就是油耗高了点", "空间太小"]
    taxonomy = load_taxonomy("automotive")
    unsure = NeuralAnalyser(doubt=(1e9, 1e9)).analyze_batch(texts, taxonomy)
    assert unsure.opinions.equals(ANALYSER.analyze_batch(texts, taxonomy).opinions)


@pytest.mark.parametrize("name", sorted(available_taxonomies()))
def test_the_cascade_reads_a_text_the_same_alone_and_among_others(name):
    texts = ["发动机动力很足，就是油耗高了点", "空间太小", "内饰做工粗糙，塑料感强", "还行吧", ""]
    together = cascade().analyze_batch(texts, load_taxonomy(name)).opinions
    for index, text in enumerate(texts):
        alone = cascade().analyze_batch([text], load_taxonomy(name)).opinions
        among = together.filter(together["text_index"] == index)
        assert alone["aspect"].to_list() == among["aspect"].to_list()
        assert alone["polarity"].to_list() == pytest.approx(among["polarity"].to_list(), abs=1e-4)


@pytest.mark.parametrize(
    ("mode", "name"), [("fast", "kernel"), ("cascade", "cascade"), ("accurate", "accurate")]
)
def test_the_setting_chooses_the_analyser(mode, name):
    assert analyser_of(Settings(analyser=mode)).name == name


def test_readers_ship_small():
    from importlib.resources import files

    folder = files("huiyin.text.neural") / "models"
    assert sum(len(entry.read_bytes()) for entry in folder.iterdir()) < 20_000_000
    readers = (shipped_readers().general, *shipped_readers().specialists.values())
    assert all(np.isfinite(reader.arrays["key.weight"]).all() for reader in readers)
