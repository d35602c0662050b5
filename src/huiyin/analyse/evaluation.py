"""How good an analyser is: aspects and polarities against labelled data, and how many texts a second it reads."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from huiyin.analyse import labelled
from huiyin.analyse.guidelines import FORUM_GUIDELINE, MAKEUP_GUIDELINE, Guideline
from huiyin.analyse.labelled import AspectExample, PolarityExample
from huiyin.text import Analyser, available_taxonomies, load_taxonomy

Pairs: TypeAlias = frozenset[tuple[str, int]]
Found: TypeAlias = dict[str, int]

SPEED_TEXTS = 20_000
SPEED_CHARACTERS = 60


@dataclass(frozen=True, slots=True)
class Score:
    """One measured figure: of what data, which measure, over how many texts, and its 95 % interval where one is drawn."""

    data: str
    measure: str
    value: float
    texts: int
    interval: tuple[float, float] | None = None


def evaluate(analyser: Analyser, data_dir: Path) -> list[Score]:
    """Score an analyser on every known file of `data_dir`; files that are absent are left out.

    For a trained analyser these are figures on its own training texts; `training.cross_validate` gives honest ones.
    """
    forum = labelled.aspect_examples(data_dir, labelled.FORUM, "aspect")
    makeup = labelled.aspect_examples(data_dir, labelled.MAKEUP, "category")
    scores = score_aspects(analyser, labelled.FORUM, forum, FORUM_GUIDELINE)
    scores += score_aspects(analyser, labelled.MAKEUP, makeup, MAKEUP_GUIDELINE)
    for name, taxonomy in (
        (labelled.SHOPPING, "retail"),
        (labelled.DELIVERY, "restaurant"),
        (labelled.FEWSHOT, "retail"),
    ):
        scores += score_polarity(analyser, name, labelled.polarity_examples(data_dir, name), taxonomy)
    return scores + speed(analyser, [example.text for example in forum], "automotive")


def as_lines(scores: Iterable[Score]) -> list[str]:
    """Lay the scores out as plain text, one per line."""
    return [
        f"{score.data:34} {score.measure:34} {_figure(score.value):>9}{_interval(score)}  ({score.texts} texts)"
        for score in scores
    ]


def _interval(score: Score) -> str:
    return f" [{score.interval[0]:.3f}, {score.interval[1]:.3f}]" if score.interval else ""


def _figure(value: float) -> str:
    return f"{value:,.0f}" if value > 1 else f"{value:.3f}"


def score_aspects(
    analyser: Analyser, data: str, examples: Sequence[AspectExample], guideline: Guideline
) -> list[Score]:
    """Score what an analyser finds in labelled texts; see `compare_aspects`."""
    found = label_polarities(analyser, [example.text for example in examples], guideline)
    return compare_aspects(data, examples, found, guideline)


def compare_aspects(
    data: str, examples: Sequence[AspectExample], found: Sequence[Found], guideline: Guideline
) -> list[Score]:
    """Return aspect micro-F1, polarity accuracy and macro-F1 given the gold aspect, and pair-F1.

    A gold aspect that was not found counts as neutral. Where the data labels no bare mentions, only judged opinions
    count as found.
    """
    if not examples:
        return []
    gold = [example.pairs for example in examples]
    pairs = [frozenset(pair for pair in each.items() if pair[1] or guideline.mentions) for each in found]
    sides = [
        (side, each.get(label, 0)) for wanted, each in zip(gold, found, strict=True) for label, side in wanted
    ]
    figures = {
        "aspect micro-F1": micro_f1(_labels(gold), _labels(pairs)),
        "polarity accuracy, gold aspect": sum(g == p for g, p in sides) / len(sides),
        "polarity macro-F1, gold aspect": macro_f1(sides),
        "pair F1": micro_f1(gold, pairs),
    }
    return [Score(data, measure, value, len(examples)) for measure, value in figures.items()]


def _labels(pairs: Sequence[Pairs]) -> list[set[str]]:
    return [{label for label, _ in each} for each in pairs]


def label_polarities(analyser: Analyser, texts: Sequence[str], guideline: Guideline) -> list[Found]:
    """Return for each text the data's labels that were found, with the sign of the summed polarity."""
    opinions = analyser.analyze_batch(texts, load_taxonomy(guideline.taxonomy)).opinions
    label_of = {aspect: guideline.label_of(aspect) for aspect in opinions["aspect"].unique()}
    totals: list[dict[str, float]] = [{} for _ in texts]
    for index, aspect, polarity in opinions.select("text_index", "aspect", "polarity").iter_rows():
        label = label_of[aspect]
        if label:
            totals[index][label] = totals[index].get(label, 0.0) + polarity
    return [{label: _sign(total) for label, total in each.items()} for each in totals]


def _sign(value: float) -> int:
    return (value > 0.15) - (value < -0.15)


def score_polarity(
    analyser: Analyser, data: str, examples: Sequence[PolarityExample], taxonomy: str
) -> list[Score]:
    """Return accuracy and the share left undecided; an undecided text counts as wrong."""
    known = taxonomy if taxonomy in available_taxonomies() else "retail"
    texts = [example.text for example in examples]
    found = analyser.analyze_batch(texts, load_taxonomy(known)).voices["sentiment"].fill_null(0).to_list()
    return compare_polarity(data, examples, found)


def compare_polarity(data: str, examples: Sequence[PolarityExample], found: Sequence[int]) -> list[Score]:
    """Score one side per text against the gold polarity."""
    if not examples:
        return []
    right = sum(example.polarity == side for example, side in zip(examples, found, strict=True))
    return [
        Score(data, "polarity accuracy", right / len(examples), len(examples)),
        Score(data, "undecided", list(found).count(0) / len(examples), len(examples)),
    ]


def speed(analyser: Analyser, texts: Sequence[str], taxonomy: str) -> list[Score]:
    """Return texts of about sixty characters per second of processor time, the whole analyser included."""
    if not texts:
        return []
    stream = "，".join(texts)
    pieces = [stream[at : at + SPEED_CHARACTERS] for at in range(0, len(stream), SPEED_CHARACTERS)]
    batch = (pieces * (SPEED_TEXTS // len(pieces) + 1))[:SPEED_TEXTS]
    tree = load_taxonomy(taxonomy)
    analyser.analyze_batch(batch[:100], tree)
    begin = time.process_time()
    analyser.analyze_batch(batch, tree)
    return [
        Score("speed", "texts per second and core", len(batch) / (time.process_time() - begin), len(batch))
    ]


def micro_f1(gold: Sequence[set[str] | Pairs], predicted: Sequence[set[str] | Pairs]) -> float:
    """Return F1 over all (text, label) decisions.

    >>> round(micro_f1([{"a", "b"}, {"c"}], [{"a"}, {"c", "d"}]), 3)
    0.667
    """
    right = sum(len(g & p) for g, p in zip(gold, predicted, strict=True))
    total = sum(map(len, gold)) + sum(map(len, predicted))
    return 2 * right / total if total else 0.0


def macro_f1(sides: Sequence[tuple[int, int]]) -> float:
    """Return the mean F1 of the classes that occur among the (gold, predicted) pairs.

    >>> round(macro_f1([(1, 1), (1, -1), (-1, -1)]), 3)
    0.667
    """
    classes = sorted({gold for gold, _ in sides})
    return sum(_class_f1(sides, each) for each in classes) / len(classes) if classes else 0.0


def _class_f1(sides: Sequence[tuple[int, int]], side: int) -> float:
    right = sum(g == p == side for g, p in sides)
    total = sum(g == side for g, _ in sides) + sum(p == side for _, p in sides)
    return 2 * right / total if total else 0.0
