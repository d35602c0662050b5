"""The shipped readers on texts that they have not seen; needs no PyTorch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score, compare_polarity, macro_f1, score_polarity
from huiyin.analyse.labelled import PolarityExample
from huiyin.analyse.training.corpora import fit_polarity_of, polarity_corpus
from huiyin.analyse.training.neural import sources
from huiyin.analyse.training.neural.answers import UNSEEN, crossed
from huiyin.analyse.training.neural.samples import Ints, SampleSet, padded
from huiyin.text import NeuralAnalyser, load_taxonomy
from huiyin.text.kernel import Matrix, Models
from huiyin.text.neural.layers import softmax
from huiyin.text.neural.reader import Reader, States
from huiyin.text.neural.weights import shipped_readers

BATCH = 64


def score_held_out(data_dir: Path) -> Iterator[Score]:
    """Score the unseen fold of the car forum, whole-text polarity, sides of restaurant aspects, and comparisons."""
    shipped = shipped_readers()
    specialist = shipped.specialists["automotive"]
    if labelled.path_of(data_dir, labelled.FORUM).exists():
        yield from crossed(data_dir, {UNSEEN: specialist}).scores(f"{labelled.FORUM}, the unseen fold")
    yield from _whole_texts(data_dir)
    yield from score_spans([shipped.general], data_dir)
    yield from score_comparisons([specialist], data_dir)


def _whole_texts(data_dir: Path) -> Iterator[Score]:
    """Score the whole analyser, its kernel trained without the held-out tenth that the readers lack too."""
    corpus = polarity_corpus(data_dir)
    held_out = corpus.held_out
    general = fit_polarity_of(corpus, ~held_out)
    analyser = NeuralAnalyser(Models("tenth", general, {}))
    for number, name in enumerate(corpus.names[:2]):
        chosen = np.flatnonzero(held_out & (corpus.source == number))
        examples = [PolarityExample(corpus.texts[i], int(corpus.targets[i])) for i in chosen]
        voices = analyser.analyze_batch([each.text for each in examples], load_taxonomy("retail")).voices
        found = voices["sentiment"].fill_null(0).to_list()
        yield from compare_polarity(f"{name} (held-out tenth)", examples, found)
    few = labelled.polarity_examples(data_dir, labelled.FEWSHOT)
    yield from score_polarity(analyser, f"{labelled.FEWSHOT} (nothing of theirs)", few, "retail")


def score_spans(readers: Sequence[Reader], data_dir: Path) -> list[Score]:
    """Score the sides of restaurant aspects whose words are given."""
    gold: list[int] = []
    found: list[int] = []
    for reader_scores, wanted in _span_scores(readers, data_dir):
        gold += wanted
        found += (reader_scores.argmax(1) - 1).tolist()
    sides = list(zip(gold, found, strict=True))
    right = sum(wanted == side for wanted, side in sides) / max(1, len(sides))
    data = f"{labelled.RESTAURANT_TERMS}, aspects given"
    return [
        Score(data, "polarity accuracy", right, len(sides)),
        Score(data, "polarity macro-F1", macro_f1(sides), len(sides)),
    ]


def _span_scores(readers: Sequence[Reader], data_dir: Path) -> Iterator[tuple[Matrix, list[int]]]:
    samples = sources.restaurant_spans(data_dir, labelled.RESTAURANT_TERMS, readers[0].alphabet)
    marked = [text for text in range(len(samples)) if samples.spans_of(text)]
    for chosen, states in _read(readers, samples, np.array(marked, dtype=np.int64)):
        spans = [(row, *span) for row, text in enumerate(chosen) for span in samples.spans_of(int(text))]
        row = np.array([each[0] for each in spans])
        anchors = np.zeros((len(spans), 1, states[0].states.shape[1]), dtype=np.float32)
        for place, (_, start, end, _) in enumerate(spans):
            anchors[place, 0, start:end] = 1.0
        anchors /= np.maximum(anchors.sum(axis=2, keepdims=True), 1.0)
        parts = [
            reader.sides(
                States(read.states[row], read.keys[row], read.inside[row]), anchors, np.zeros(1, np.float32)
            )[:, 0]
            for reader, read in zip(readers, states, strict=True)
        ]
        scores = [softmax(part, np.ones(part.shape, dtype=np.bool_)) for part in parts]
        yield np.mean(scores, axis=0), [span[3] for span in spans]


def score_comparisons(readers: Sequence[Reader], data_dir: Path) -> list[Score]:
    """Score whether a text compares."""
    scores = []
    for name in sources.COMPARISONS_DEV:
        samples = sources.comparisons(data_dir, name, readers[0].alphabet)
        if samples.spoken is None or not len(samples):
            continue
        right = 0
        for chosen, states in _read(readers, samples, np.arange(len(samples))):
            odds = [
                reader.labels(read, "comparison")[0][:, 0]
                for reader, read in zip(readers, states, strict=True)
            ]
            right += int(((np.mean(odds, axis=0) > 0) == (samples.spoken[chosen, 0] > 0)).sum())
        scores.append(Score(name, "comparison accuracy", right / len(samples), len(samples)))
    return scores


def _read(readers: Sequence[Reader], samples: SampleSet, texts: Ints) -> Iterator[tuple[Ints, list[States]]]:
    lengths = np.array([len(samples.ids[text]) for text in texts])
    order = texts[np.argsort(-lengths, kind="stable")]
    for at in range(0, len(order), BATCH):
        chosen = order[at : at + BATCH]
        numbers, sizes = padded([samples.ids[text] for text in chosen])
        yield chosen, [reader.read(numbers, sizes) for reader in readers]
