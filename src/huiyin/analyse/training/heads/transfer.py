"""Are aspects of cars judged rightly by somebody who has seen no label about cars?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from huiyin.analyse import labelled
from huiyin.analyse.evaluation import Score
from huiyin.analyse.guidelines import FORUM_GUIDELINE
from huiyin.analyse.training.corpora import label_map
from huiyin.text import load_taxonomy
from huiyin.text.kernel import Evidence, PolarityModel, evidence_of

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
# The rules' judgement of the aspect, of the whole text, and the general model's of the clause and of the text.
SHARES = (4.0, 1.0, 0.5, 0.5)


def score_transfer(data_dir: Path, general: PolarityModel) -> Iterator[Score]:
    """Judge the forum's praise and blame of given aspects without any label about cars."""
    examples = labelled.aspect_examples(data_dir, labelled.FORUM, "aspect")
    if not examples:
        return
    labels = FORUM_GUIDELINE.labels
    gold = [
        (index, labels.index(aspect), side)
        for index, example in enumerate(examples)
        for aspect, side in sorted(example.pairs)
        if side
    ]
    found = _sides([example.text for example in examples], gold, general)
    right = float((found == np.array([side for _, _, side in gold])).mean())
    yield Score(f"{labelled.FORUM}, no cars in training", "side of non-neutral opinions", right, len(gold))


def _sides(texts: Sequence[str], gold: Sequence[tuple[int, int, int]], general: PolarityModel) -> Floats:
    """Return the side of each (text, label) in `gold`, by the rules and the general model alone."""
    taxonomy = load_taxonomy(FORUM_GUIDELINE.taxonomy)
    evidence = evidence_of(texts, taxonomy)
    label = label_map(taxonomy, FORUM_GUIDELINE).label_of_node[evidence.rows.aspect]
    clause, value = _spoken(evidence, label, len(FORUM_GUIDELINE.labels), gold)
    text = np.array([index for index, _, _ in gold])
    whole = np.bincount(evidence.text_of, weights=evidence.clause_value, minlength=len(texts))[text]
    of_clause, of_text = general.scores(evidence)
    views = (
        np.clip(value, -1, 1),
        np.clip(whole, -1, 1),
        of_clause[clause],
        general.text_scores(evidence, of_text)[text],
    )
    return np.asarray(np.sign(sum(share * view for share, view in zip(SHARES, views, strict=True))))


def _spoken(
    evidence: Evidence, label: Ints, labels: int, gold: Sequence[tuple[int, int, int]]
) -> tuple[Ints, Floats]:
    """Return for each (text, label) the clause that says most about it, or most at all, and the rules' sum of it."""
    values = np.zeros((len(evidence.first), labels))
    best: dict[tuple[int, int], tuple[float, int]] = {}
    text = evidence.text_of[evidence.rows.clause]
    for owner, each, clause, value in zip(
        text, label, evidence.rows.clause, evidence.rows.value, strict=True
    ):
        if each >= 0:
            values[owner, each] += value
            best[owner, each] = max(best.get((owner, each), (-1.0, 0)), (abs(value), int(clause)))
    last = np.append(evidence.first[1:], len(evidence.text_of))
    loudest = [
        int(first + np.argmax(np.abs(evidence.clause_value[first:stop])))
        for first, stop in zip(evidence.first, last, strict=True)
    ]
    clauses = [best[index, each][1] if (index, each) in best else loudest[index] for index, each, _ in gold]
    return np.array(clauses), np.array([values[index, each] for index, each, _ in gold])
