"""The stages of training, each kept on disk: guess characters, judge whole texts and spans, learn the taxonomies."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from huiyin.analyse import labelled
from huiyin.analyse.guidelines import FORUM_GUIDELINE, MAKEUP_GUIDELINE
from huiyin.analyse.need_labels import LABELS as LABELS_DIR
from huiyin.analyse.training.folds import FOLDS, TENTHS, folds_by_text
from huiyin.analyse.training.neural import sources
from huiyin.analyse.training.neural.fitting import Plan, fit
from huiyin.analyse.training.neural.network import Reader, Shape
from huiyin.analyse.training.neural.samples import Portion, SampleSet
from huiyin.kit.errors import InvalidInputError
from huiyin.text.neural.alphabet import Alphabet

RAREST = 5
COMPARISON = "comparison"
SEED = 0
LABELS = {
    FORUM_GUIDELINE.taxonomy: len(FORUM_GUIDELINE.labels),
    MAKEUP_GUIDELINE.taxonomy: len(MAKEUP_GUIDELINE.labels),
    COMPARISON: 1,
}
GUESSING = Plan(passes=3, rate=3e-3, guessing=1.0, answering=False)
# Begun again at the full rate, which leaves the first valley.
GUESSING_ON = replace(GUESSING, passes=6)
GUESSING_LONG = replace(GUESSING, passes=22)
JUDGING = Plan(passes=2, rate=1.5e-3, guessing=0.0, blanked=0.05, characters=3072, encoder_rate=0.6)
# Runs from one beginning lie in one valley: the mean of their weights judges about as all of them together
# (Wortsman et al. 2022, model soups), and costs what one costs.
JUDGES = 3
# Each stage of guessing with its seed.
GUESSED = {"guessed-begun": (GUESSING, 0), "guessed": (GUESSING_ON, 1), "guessed-long": (GUESSING_LONG, 7)}
# Nothing automotive was read before: the first pass guesses its characters too.
ADAPTING = Plan(passes=1, rate=3e-3, guessing=0.3, blanked=0.05, characters=2048, encoder_rate=0.6)
SETTLING = replace(ADAPTING, passes=6, guessing=0.0, characters=1536)
# What each pass of the last stage draws of the sets beside its own, so that nothing is forgotten.
REPEATED = {labelled.SHOPPING: 0.015, labelled.DELIVERY: 0.03, labelled.RESTAURANT: 0.03}
REPEATED_ELSE = 0.1
COMPARED = 0.4


@dataclass
class Workshop:
    """The data, and where the stages are kept; a finished stage is not run again."""

    data_dir: Path
    folder: Path
    tell: Callable[[str], None] = lambda _: None
    labels_dir: Path = LABELS_DIR

    @cached_property
    def alphabet(self) -> Alphabet:
        """The characters of all Chinese texts of the data; they number what every stage has learned."""
        files = (
            labelled.SHOPPING,
            labelled.DELIVERY,
            labelled.RESTAURANT,
            labelled.LONG_REVIEWS,
            labelled.MAKEUP,
            *sources.TERMS,
            *sources.COMPARISONS,
            sources.COMPLAINTS,
            labelled.FORUM,
        )
        found = Alphabet.of(
            [row["text"] for name in files for row in labelled.rows(self.data_dir, name)], RAREST
        )
        path = self.folder / "alphabet.npy"
        if path.exists() and not np.array_equal(np.load(path), found.codes):
            raise InvalidInputError(
                f"{self.folder} holds stages that were trained on other data",
                field="work",
                expected="an empty folder, or the one that belongs to this data",
            )
        self.folder.mkdir(parents=True, exist_ok=True)
        np.save(path, found.codes)
        return found

    @cached_property
    def general_sets(self) -> list[Portion]:
        """Whole texts and spans with sides, nothing automotive; the held-out tenth and the few-shot test left out."""
        few = {row["text"].strip() for row in labelled.rows(self.data_dir, labelled.FEWSHOT)}
        portions = []
        for name in (labelled.SHOPPING, labelled.DELIVERY):
            texts = [each.text for each in labelled.polarity_examples(self.data_dir, name)]
            seen = np.array([text.strip() not in few for text in texts], dtype=np.bool_)
            chosen = np.flatnonzero(seen & (folds_by_text(texts, TENTHS) != 0))
            portions.append(Portion(sources.overall(self.data_dir, name, self.alphabet), chosen))
        portions.append(_whole(sources.restaurant_spans(self.data_dir, labelled.RESTAURANT, self.alphabet)))
        portions += [_whole(sources.term_spans(self.data_dir, name, self.alphabet)) for name in sources.TERMS]
        return portions

    @cached_property
    def judged_sets(self) -> list[Portion]:
        """What teaches to judge: the same, and texts of our own that tell facts, none of them of cars."""
        told = _whole(sources.told(self.labels_dir, self.alphabet))
        return [*self.general_sets, told] if len(told.samples) else self.general_sets

    def guessed(self) -> Reader:
        """Return a reader that has learned to guess characters of non-automotive texts."""
        torch.manual_seed(SEED)
        reader = Reader(Shape(len(self.alphabet)), LABELS)
        unlabelled = [
            _whole(sources.long_reviews(self.data_dir, self.alphabet)),
            _whole(SampleSet("make-up texts", sources.makeup(self.data_dir, self.alphabet).ids)),
            _whole(SampleSet("comparison texts", self._compared()[1].ids)),
        ]
        sets = [*self.general_sets, *unlabelled]
        for number, (name, (plan, seed)) in enumerate(GUESSED.items()):
            if not any((self.folder / f"{later}.pt").exists() for later in list(GUESSED)[number + 1 :]):
                reader = self._kept(name, reader, sets, plan, seed)
        return reader

    def judging(self) -> Reader:
        """Return a reader that judges whole texts and spans, without a single automotive text."""
        path = self.folder / "judging.pt"
        if not path.exists():
            runs = [
                self._kept(f"judging{run}", self.guessed(), self.judged_sets, JUDGING, SEED + 2 + 10 * run)
                for run in range(JUDGES)
            ]
            torch.save(_mean([each.state_dict() for each in runs]), path)
        reader = Reader(Shape(len(self.alphabet)), LABELS)
        reader.load_state_dict(torch.load(path, weights_only=True))
        return reader.eval()

    def adapted(self, fold: int) -> Reader:
        """Return a reader that knows the car forum's labels, one fold of which it has not seen."""
        texts = [row["text"] for row in labelled.rows(self.data_dir, labelled.FORUM)]
        seen = np.flatnonzero(folds_by_text(texts, FOLDS) != fold)
        forum = Portion(sources.forum(self.data_dir, self.alphabet), seen)
        reader = Reader(Shape(len(self.alphabet)), LABELS)
        if not self.has_adapted(fold):
            reader = self._kept(f"fold{fold}-begun", self.judging(), [forum, *self._beside()], ADAPTING, fold)
        return self._kept(f"fold{fold}", reader, [forum, *self._beside()], SETTLING, fold + 1)

    def has_adapted(self, fold: int) -> bool:
        """Tell whether the reader of a fold is finished."""
        return (self.folder / f"fold{fold}.pt").exists()

    def _compared(self) -> list[SampleSet]:
        """Return the texts that compare or do not, of cars and of electronics."""
        return [sources.comparisons(self.data_dir, name, self.alphabet) for name in sources.COMPARISONS]

    def _beside(self) -> list[Portion]:
        """Return the other sets, of which each pass draws its share."""
        return [
            *(Portion(each, np.arange(len(each)), COMPARED) for each in self._compared()),
            *(
                Portion(each.samples, each.chosen, REPEATED.get(each.samples.source, REPEATED_ELSE))
                for each in self.judged_sets
            ),
        ]

    def _kept(self, name: str, reader: Reader, portions: list[Portion], plan: Plan, seed: int) -> Reader:
        """Load a finished stage, or run it on `reader` and keep it."""
        path = self.folder / f"{name}.pt"
        if not path.exists():
            self.tell(f"{name}: {sum(len(each.chosen) for each in portions):,} texts, {plan.passes} passes")
            fit(reader, portions, plan, seed, self.tell)
            torch.save(reader.state_dict(), path)
        reader.load_state_dict(torch.load(path, weights_only=True))
        return reader.eval()


def _whole(samples: SampleSet) -> Portion:
    return Portion(samples, np.arange(len(samples)))


def _mean(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    return {name: torch.stack([each[name] for each in states]).mean(0) for name in states[0]}
