"""Learning one aspect from seed words and a handful of examples, against unlabelled clauses as background.

The background is not free of the aspect: it is unlabelled. So thresholds are chosen by recall² over the share of the
background that fires, which orders classifiers as F1 would (Lee and Liu, ICML 2003).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.optimize import minimize

from huiyin.text.arrays import Bools, Floats
from huiyin.text.aspect_head import AspectHead
from huiyin.text.few_shot.pieces import Pieces, gram_counts, gram_id, pieces_of
from huiyin.text.lexicon import base_entries

FEWEST = 2
WORD_LENGTHS = (2, 3, 4)
LIFT = 4.0
ALPHA = 0.01
MOST_WORDS = 12
BETTER = 1.02
PENALTY = 0.05
BACKGROUND_WEIGHT = 10.0
COUNTER_WEIGHT = 3.0
ECHOES = 200
ECHO_WEIGHT = 2.0
FOLDS = 5
LEAST_RECALL = 0.15
ENOUGH = 0.35
CLEARLY = 1.25
NEVER = 1e9


@dataclass(frozen=True, slots=True)
class Example:
    """A clause or short text that is about the aspect, or that is not although it looks so."""

    text: str
    holds: bool = True


def fit_head(
    aspect: str, seeds: Sequence[str], examples: Sequence[Example], background: Sequence[str]
) -> AspectHead:
    """Return the head of an aspect; without examples it is empty, for seed words are the rules' business.

    `background` are texts of the same source of talk, a few hundred or more, labelled or not.
    """
    good = pieces_of([example.text for example in examples if example.holds])
    bad = pieces_of([example.text for example in examples if not example.holds])
    around = pieces_of(background)
    if not len(good) or not len(around):
        return AspectHead(aspect, (), (), NEVER)
    words = shared_words(good, bad, around, seeds)
    known = [*(seed.replace("_", " ").lower() for seed in seeds), *words]
    return _with_grams(AspectHead(aspect, words, (), NEVER), known, _telling(good, known), bad, around)


def _telling(good: Pieces, known: Sequence[str]) -> Pieces:
    """Keep one clause of each example: the first that holds a known word, or else the longest."""
    holds = good.holding(known)
    order = np.lexsort((good.start, good.start - good.end, ~holds, good.text))
    return good.chosen(order[np.flatnonzero(np.diff(good.text[order], prepend=-1))])


def shared_words(good: Pieces, bad: Pieces, around: Pieces, seeds: Sequence[str]) -> tuple[str, ...]:
    """Return words that the examples share more than chance and the background explain, the most shared first."""
    # scipy.stats costs a fifth of a second to import; few commands learn from examples.
    from scipy.stats import binom

    counted = Counter(gram for grams in _owners(good) for gram in grams)
    shown = [word for word, count in counted.items() if count >= FEWEST and not _is_cue(word)]
    named = [seed.replace("_", " ").lower() for seed in seeds]
    covered, fired = good.by_text(good.holding(named)), around.holding(named)
    best = _worth(covered, fired)
    # An example of many clauses holds a word by chance more often than the single clauses of the background.
    clauses = len(good) / max(len(covered), 1)
    chosen: list[str] = []
    for word in sorted(shown, key=lambda each: (-counted[each], -len(each), each)):
        hits, noise = good.by_text(good.holding([word])), around.holding([word])
        rate = clauses * (int(noise.sum()) + 0.5) / (len(around) + 1)
        by_chance = float(binom.sf(int(hits.sum()) - 1, len(hits), min(rate, 1.0))) * len(shown)
        worth = _worth(covered | hits, fired | noise)
        telling = hits.mean() >= LIFT * rate and by_chance < ALPHA and not bad.holding([word]).any()
        if telling and worth > best * BETTER and len(chosen) < MOST_WORDS:
            best, covered, fired = worth, covered | hits, fired | noise
            chosen.append(word)
    return tuple(chosen)


_HAN = re.compile(r"[\u4e00-\u9fff]+")
_LATIN = re.compile(r"[a-z]{3,}")


def _owners(pieces: Pieces) -> list[set[str]]:
    """Return the Chinese and Latin strings of each example."""
    owners: dict[int, set[str]] = {}
    for text, clause in zip(pieces.text.tolist(), pieces.words(), strict=True):
        grams = (clause[at : at + size] for size in WORD_LENGTHS for at in range(len(clause) - size + 1))
        owners.setdefault(text, set()).update(
            gram for gram in grams if _HAN.fullmatch(gram) or _LATIN.fullmatch(gram)
        )
    return list(owners.values())


def _is_cue(word: str) -> bool:
    """Tell whether a word judges or steers whatever the aspect (不错, 感觉), and so tells nothing of this one."""
    return word in base_entries()


def _worth(covered: Bools, fired: Bools) -> float:
    return float(covered.mean() ** 2 / ((fired.sum() + 2) / (len(fired) + 2)))


def _with_grams(
    head: AspectHead, known: Sequence[str], good: Pieces, bad: Pieces, around: Pieces
) -> AspectHead:
    """Fit the n-gram weights; clauses of the background that hold a known word count as faint examples."""
    names = sorted({gram for clause in good.words() for gram in _grams(clause)})
    ids = np.array([gram_id(gram) for gram in names], dtype=np.int64)
    order = np.argsort(ids)
    vocabulary, first = np.unique(ids[order], return_index=True)
    labels = [names[order[place]] for place in first]
    sides = [gram_counts(part, vocabulary) for part in (good, bad, around)]
    frequency = np.asarray((sides[2][0] > 0).sum(axis=0)).ravel()
    rarity = np.log((len(around) + 1) / (frequency + 1))
    rows = [_scaled(counts, sizes, rarity) for counts, sizes in sides]
    echo = around.holding(known) if known else np.zeros(len(around), dtype=np.bool_)
    echoes = np.flatnonzero(echo)[:ECHOES]
    weights, bias = _fit(rows[0], rows[1], rows[2], echoes, ~echo)
    held_out = _held_out(rows, echoes, ~echo)
    threshold = _threshold(held_out, rows[2] @ weights + bias, good.holding(known), echo)
    kept = [
        (label, round(float(weight * rare), 4))
        for label, weight, rare in zip(labels, weights, rarity, strict=True)
        if abs(weight * rare) > 1e-3
    ]
    if threshold == NEVER:
        return head
    return AspectHead(head.aspect, head.words, tuple(kept), round(float(threshold - bias), 4))


def _grams(clause: str) -> set[str]:
    return {clause[at : at + size] for size in (1, 2, 3) for at in range(len(clause) - size + 1)}


def _scaled(counts: sparse.csr_array, sizes: Floats, rarity: Floats) -> sparse.csr_array:
    return sparse.csr_array(sparse.diags_array(1 / np.sqrt(sizes)) @ counts @ sparse.diags_array(rarity))


def _fit(
    good: sparse.csr_array,
    bad: sparse.csr_array,
    around: sparse.csr_array,
    echoes: npt.NDArray[np.int64],
    silent: Bools,
) -> tuple[Floats, float]:
    rest = around[np.flatnonzero(silent)]
    parts = [good, around[echoes], bad, rest]
    rows = sparse.csr_array(sparse.vstack(parts))
    sizes = [part.shape[0] for part in parts]
    side = np.repeat([1.0, 1.0, -1.0, -1.0], sizes)
    shares = (
        1.0,
        ECHO_WEIGHT * sizes[0] / max(sizes[1], 1),
        COUNTER_WEIGHT,
        BACKGROUND_WEIGHT * sizes[0] / max(sizes[3], 1),
    )
    cost = np.repeat(shares, sizes)

    def loss(point: Floats) -> tuple[float, Floats]:
        margin = side * (rows @ point[:-1] + point[-1])
        slope = -cost * side / (1 + np.exp(np.clip(margin, -50, 50)))
        value = float(cost @ np.logaddexp(0, -margin) + PENALTY / 2 * point[:-1] @ point[:-1])
        return value, np.concatenate([rows.T @ slope + PENALTY * point[:-1], [slope.sum()]])

    found = minimize(loss, np.zeros(rows.shape[1] + 1), jac=True, method="L-BFGS-B", options={"maxiter": 80})
    return found.x[:-1], float(found.x[-1])


def _held_out(rows: Sequence[sparse.csr_array], echoes: npt.NDArray[np.int64], silent: Bools) -> Floats:
    """Score each example by a fit that has not seen it."""
    good = rows[0]
    fold = np.arange(good.shape[0]) % FOLDS
    scores = np.full(good.shape[0], -NEVER)
    for each in range(min(FOLDS, good.shape[0])):
        train = np.flatnonzero(fold != each)
        if not len(train):
            continue
        weights, bias = _fit(good[train], rows[1], rows[2], echoes, silent)
        scores[fold == each] = good[np.flatnonzero(fold == each)] @ weights + bias
    return scores


def _threshold(examples: Floats, background: Floats, named: Bools, echo: Bools) -> float:
    """Return the score that adds most to what the words alone reach, or one that is never reached."""
    best, found = CLEARLY * _worth(named, echo), NEVER
    if named.mean() > ENOUGH:
        return NEVER
    for score in np.unique(examples):
        caught, fired = named | (examples >= score), echo | (background >= score)
        worth = _worth(caught, fired)
        if caught.mean() >= LEAST_RECALL and worth > best:
            best, found = worth, float(score)
    return found
