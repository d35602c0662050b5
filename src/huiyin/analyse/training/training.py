"""Train the shipped models from the data folder, and measure them by cross-validation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import (
    Found,
    Score,
    compare_aspects,
    compare_polarity,
    label_polarities,
    score_polarity,
)
from huiyin.analyse.labelled import AspectExample, PolarityExample
from huiyin.analyse.need_labels import LABELS
from huiyin.analyse.training.calibration import calibration_error, claims_of, fit_calibration, joined_claims
from huiyin.analyse.training.corpora import (
    CORPORA,
    Corpus,
    PolarityCorpus,
    aspect_sample,
    fit_polarity_of,
    polarity_corpus,
    strangers_to,
)
from huiyin.analyse.training.folds import FOLDS, folds_by_text
from huiyin.analyse.training.heads import score_heads
from huiyin.analyse.training.heads.english import COMPLAINTS, english_texts, fit_english
from huiyin.analyse.training.needs import fit_needs
from huiyin.analyse.training.packs import fit_pack
from huiyin.text import load_taxonomy
from huiyin.text.kernel import KernelAnalyser, Models, Pack, PolarityModel, calibrated

Ints = npt.NDArray[np.int64]
MODES = ((KernelAnalyser.decisiveness, ""), (0.0, ", labels' habit"))


def train(data_dir: Path, models_dir: Path, version: str, labels_dir: Path = LABELS) -> list[Path]:
    """Fit every model on all its data and write the arrays; return the files written.

    The heads that read needs are fitted where `labels_dir` holds the project's own labels, on their train half.
    """
    general = fit_general(data_dir, labels_dir)
    written = [_write(models_dir / "general.npz", {**general.arrays(), "version": np.array(version)})]
    for corpus in CORPORA:
        examples = labelled.aspect_examples(data_dir, corpus.name, corpus.field)
        if examples:
            pack = fit_corpus(data_dir, corpus, examples, general)
            written.append(_write(models_dir / f"{corpus.guideline.taxonomy}.npz", pack.arrays()))
    texts, wanted = english_texts(data_dir, *COMPLAINTS)
    if texts:
        (models_dir / "english").mkdir(exist_ok=True)
        path = models_dir / "english" / "complaints.npz"
        written.append(_write(path, fit_english(texts, wanted).arrays()))
    if heads := fit_needs(data_dir, labels_dir, general, version):
        (models_dir / "needs").mkdir(exist_ok=True)
        written.append(_write(models_dir / "needs" / "heads.npz", heads.arrays()))
    return written


def fit_corpus(
    data_dir: Path, corpus: Corpus, examples: Sequence[AspectExample], general: PolarityModel
) -> Pack:
    """Fit a pack on all of its texts, and its confidence on what packs of a part said of the rest."""
    sample, strangers = aspect_sample(corpus, examples), strangers_to(corpus, data_dir)
    fold = folds_by_text([example.text for example in examples], corpus.recipe.inner_folds)
    claims = []
    for each in range(corpus.recipe.inner_folds):
        part = fit_pack(sample, fold != each, general, corpus.recipe, strangers)
        unseen = [examples[index] for index in np.flatnonzero(fold == each).tolist()]
        claims.append(claims_of(part, general, corpus.guideline, unseen))
    everything = np.ones(len(examples), dtype=np.bool_)
    pack = fit_pack(sample, everything, general, corpus.recipe, strangers)
    return replace(pack, calibration=fit_calibration(joined_claims(claims)))


def _write(path: Path, arrays: dict[str, npt.NDArray[Any]]) -> Path:
    np.savez_compressed(path, allow_pickle=False, **arrays)
    return path


def fit_general(data_dir: Path, labels_dir: Path = LABELS) -> PolarityModel:
    """Fit the general polarity model on all texts that have one polarity."""
    return _fitted_on_all(polarity_corpus(data_dir, labels_dir))


def _fitted_on_all(corpus: PolarityCorpus) -> PolarityModel:
    return fit_polarity_of(corpus, np.ones(len(corpus.texts), dtype=np.bool_))


def cross_validate(data_dir: Path, labels_dir: Path = LABELS) -> Iterator[Score]:
    """Measure the whole analyser on texts its models have not seen, equal texts kept in one fold."""
    reviews = polarity_corpus(data_dir, labels_dir)
    general = _fitted_on_all(reviews)
    for corpus in CORPORA:
        yield from _cross_validate_pack(data_dir, corpus, general)
    yield from _held_out_tenth(data_dir, reviews)
    yield from score_heads(data_dir, fit_polarity_of(reviews, ~reviews.automotive))


def _cross_validate_pack(data_dir: Path, corpus: Corpus, general: PolarityModel) -> list[Score]:
    examples = labelled.aspect_examples(data_dir, corpus.name, corpus.field)
    if not examples:
        return []
    texts = [example.text for example in examples]
    sample, fold = aspect_sample(corpus, examples), folds_by_text(texts, FOLDS)
    strangers = strangers_to(corpus, data_dir)
    packs = [fit_pack(sample, fold != each, general, corpus.recipe, strangers) for each in range(FOLDS)]
    scores = [_calibration(corpus, examples, general, packs, fold)]
    for decisiveness, remark in MODES:
        found: list[Found] = [{} for _ in texts]
        for each, pack in enumerate(packs):
            models = Models("fold", general, {corpus.guideline.taxonomy: pack})
            chosen = np.flatnonzero(fold == each)
            analyser = KernelAnalyser(models, decisiveness)
            readings = label_polarities(analyser, [texts[i] for i in chosen], corpus.guideline)
            for index, reading in zip(chosen, readings, strict=True):
                found[index] = reading
        scores += compare_aspects(f"{corpus.name}, {FOLDS} folds{remark}", examples, found, corpus.guideline)
    return scores


def _calibration(
    corpus: Corpus,
    examples: Sequence[AspectExample],
    general: PolarityModel,
    packs: Sequence[Pack],
    fold: Ints,
) -> Score:
    """Measure how far confidence is from truth: each fold's is fitted on what was claimed of the other folds."""
    claims = [
        claims_of(
            pack,
            general,
            corpus.guideline,
            [examples[index] for index in np.flatnonzero(fold == each).tolist()],
        )
        for each, pack in enumerate(packs)
    ]
    said = [
        calibrated(own.confidence, fit_calibration(joined_claims([*claims[:each], *claims[each + 1 :]])))
        for each, own in enumerate(claims)
    ]
    everything = joined_claims(claims)
    error = calibration_error(np.concatenate(said), everything.right)
    return Score(f"{corpus.name}, {FOLDS} folds", "calibration error", error, len(examples))


def _held_out_tenth(data_dir: Path, corpus: PolarityCorpus) -> list[Score]:
    held_out = corpus.held_out
    analyser = KernelAnalyser(Models("tenth", fit_polarity_of(corpus, ~held_out), {}))
    scores = []
    for number, name in enumerate(corpus.names):
        chosen = np.flatnonzero(held_out & (corpus.source == number))
        examples = [PolarityExample(corpus.texts[i], int(corpus.targets[i])) for i in chosen]
        voices = analyser.analyze_batch([each.text for each in examples], load_taxonomy("retail")).voices
        scores += compare_polarity(
            f"{name} (held-out tenth)", examples, voices["sentiment"].fill_null(0).to_list()
        )
    few = labelled.polarity_examples(data_dir, labelled.FEWSHOT)
    return scores + score_polarity(analyser, f"{labelled.FEWSHOT} (nothing of theirs)", few, "retail")
