"""The files of the data folder as sample sets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from huiyin.analyse import labelled
from huiyin.analyse.guidelines import FORUM_GUIDELINE, MAKEUP_GUIDELINE, Guideline
from huiyin.analyse.labelled import AspectExample
from huiyin.analyse.training.neural.samples import UNSPOKEN, SampleSet, ids_of
from huiyin.analyse.training.told import FILE as TOLD_FILE
from huiyin.analyse.training.told import told_texts
from huiyin.text.neural.alphabet import Alphabet

LIMIT = 128
FORUM_LIMIT = 160
TERMS = (labelled.PHONE_TERMS, labelled.CAMERA_TERMS)
COMPARISONS = ("automotive/comparisons.train", "electronics/comparisons.train")
COMPARISONS_DEV = ("automotive/comparisons.dev", "electronics/comparisons.dev")
COMPLAINTS = "automotive/complaints.train"
_SENTENCE = re.compile(r"(?<=[。！？!?\n])")


def unlabelled(source: str, texts: Sequence[str], alphabet: Alphabet) -> SampleSet:
    """Return texts that only teach how people write."""
    return SampleSet(source, ids_of(alphabet, texts, LIMIT))


def overall(data_dir: Path, source: str, alphabet: Alphabet) -> SampleSet:
    """Return reviews with one side each."""
    examples = labelled.polarity_examples(data_dir, source)
    sides = np.array([each.polarity for each in examples], dtype=np.int64)
    return SampleSet(source, ids_of(alphabet, [each.text for each in examples], LIMIT), overall=sides)


def told(labels_dir: Path, alphabet: Alphabet) -> SampleSet:
    """Return texts of our own with one side each; those of cars are left out, so that the reader has seen nothing
    automotive."""
    texts = [each for each in told_texts(labels_dir) if each.domain != "car"]
    sides = np.array([each.side for each in texts], dtype=np.int64)
    return SampleSet(TOLD_FILE, ids_of(alphabet, [each.text for each in texts], LIMIT), overall=sides)


def restaurant_spans(data_dir: Path, source: str, alphabet: Alphabet) -> SampleSet:
    """Return restaurant texts whose named aspects have sides; an aspect is found where its words first stand."""
    rows = list(labelled.rows(data_dir, source))
    spans = []
    for index, row in enumerate(rows):
        sides = {}
        for triplet in row["triplets"]:
            start = row["text"].find(triplet["aspect"])
            if triplet["aspect"] and start >= 0:
                sides[start, start + len(triplet["aspect"])] = triplet["polarity"]
        spans += [(index, start, end, side) for (start, end), side in sorted(sides.items())]
    return SampleSet(
        source,
        ids_of(alphabet, [row["text"] for row in rows], LIMIT),
        spans=np.array(spans, dtype=np.int64).reshape(-1, 4),
    )


def term_spans(data_dir: Path, source: str, alphabet: Alphabet) -> SampleSet:
    """Return short texts with one marked term each."""
    rows = [row for row in labelled.rows(data_dir, source) if row["aspect_term"] in row["text"]]
    spans = []
    for index, row in enumerate(rows):
        start = row["text"].find(row["aspect_term"])
        spans.append((index, start, start + len(row["aspect_term"]), row["polarity"]))
    return SampleSet(
        source,
        ids_of(alphabet, [row["text"] for row in rows], LIMIT),
        spans=np.array(spans, dtype=np.int64).reshape(-1, 4),
    )


def aspects(
    source: str, examples: Sequence[AspectExample], guideline: Guideline, alphabet: Alphabet, limit: int
) -> SampleSet:
    """Return texts with labels of a guideline; of two sides for one label the last in order stands."""
    names = guideline.labels
    spoken = np.zeros((len(examples), len(names)), dtype=np.float32)
    sides = np.full(spoken.shape, UNSPOKEN, dtype=np.int64)
    for index, example in enumerate(examples):
        for label, side in sorted(example.pairs):
            spoken[index, names.index(label)] = 1.0
            sides[index, names.index(label)] = side
    return SampleSet(
        source,
        ids_of(alphabet, [each.text for each in examples], limit),
        name=guideline.taxonomy,
        spoken=spoken,
        sides=sides,
    )


def forum(data_dir: Path, alphabet: Alphabet) -> SampleSet:
    """Return the car forum."""
    examples = labelled.aspect_examples(data_dir, labelled.FORUM, "aspect")
    return aspects(labelled.FORUM, examples, FORUM_GUIDELINE, alphabet, FORUM_LIMIT)


def makeup(data_dir: Path, alphabet: Alphabet) -> SampleSet:
    """Return the make-up opinions."""
    examples = labelled.aspect_examples(data_dir, labelled.MAKEUP, "category")
    return aspects(labelled.MAKEUP, examples, MAKEUP_GUIDELINE, alphabet, LIMIT)


def comparisons(data_dir: Path, source: str, alphabet: Alphabet) -> SampleSet:
    """Return texts that compare or do not."""
    rows = list(labelled.rows(data_dir, source))
    spoken = np.array([[bool(row["comparative"])] for row in rows], dtype=np.float32)
    return SampleSet(
        source, ids_of(alphabet, [row["text"] for row in rows], LIMIT), name="comparison", spoken=spoken
    )


def long_reviews(data_dir: Path, alphabet: Alphabet) -> SampleSet:
    """Return the sentences of long restaurant reviews, unlabelled."""
    sentences = []
    for row in labelled.rows(data_dir, labelled.LONG_REVIEWS):
        held = ""
        for sentence in _SENTENCE.split(row["text"]):
            held += sentence
            if len(held) > 30:
                sentences.append(held)
                held = ""
        if held:
            sentences.append(held)
    return unlabelled(labelled.LONG_REVIEWS, sentences, alphabet)
