"""Finding topics among clauses: weighted words, a small space, clusters; and knowing earlier topics again.

The same clauses give the same topics: every start is fixed. A topic that was found before keeps its words and its name
and takes its clauses first, so that new voices do not rename what people already speak of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import sparse
from scipy.sparse.linalg import svds

from huiyin.text.topics.terms import vocabulary, words_in

Matrix = npt.NDArray[np.float64]

DIMENSIONS = 64
SEED = 20_261_122
PER_TOPIC = 60
FEWEST_TOPICS, MOST_TOPICS = 6, 40
PROFILE = 30
NAMED = 3
SHOWN = 8
SAME = 0.5
NEAR = 0.35
LEAST_PEOPLE = 5
COHERENT = 0.06
ROUNDS = 40
MEMBER = 0.25
PASSES = 10


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause and who said it; `key` is whatever the caller knows it by."""

    words: str
    who: int
    key: int


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """A topic of an earlier run: its id, name and weighted words."""

    id: int
    name: str
    profile: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic: `known` is the id it had before, None for a new one.

    `words` are the most telling ones, `clauses` the places of its clauses in the input, the most typical first,
    `coherence` the mean normalised pointwise mutual information of its words, -1 to 1.
    """

    known: int | None
    name: str
    words: tuple[str, ...]
    profile: Mapping[str, float]
    clauses: tuple[int, ...]
    people: int
    coherence: float


@dataclass(frozen=True, slots=True)
class Discovery:
    """The topics, those of most people first, quiet ones included; `unassigned` clauses belong to none of them."""

    topics: tuple[Topic, ...]
    clauses: int
    unassigned: int


def discover(
    clauses: Sequence[Clause],
    earlier: Sequence[KnownTopic] = (),
    *,
    taken: Iterable[str] = (),
) -> Discovery:
    """Return the topics of some clauses; too few clauses give none.

    Clauses of one voice (`key`) are read together: a clause alone is too short to tell what goes with what. Earlier
    topics take their clauses first; what is left over is searched for new ones until nothing new is found. `taken` are
    words of the taxonomy itself.
    """
    known = vocabulary([clause.words for clause in clauses], taken)
    held = [words_in(clause.words, known) for clause in clauses]
    voices = _voices(clauses, held)
    profiles: list[Mapping[str, float]] = [topic.profile for topic in earlier]
    names: list[tuple[int | None, str]] = [(topic.id, topic.name) for topic in earlier]
    for _ in range(PASSES):
        free = _free(voices, held, profiles)
        fresh = _found(free, held, profiles)
        if not fresh:
            break
        for profile in fresh:
            profiles.append(profile)
            names.append((None, " · ".join(_names(list(profile))[:NAMED])))
    said = [set[str]().union(*(held[place] for place in places)) for places in voices]
    homes = _homes(held, profiles)
    topics = [
        _topic(key, name, profile, np.flatnonzero(homes == at), held, clauses, said)
        for at, (profile, (key, name)) in enumerate(zip(profiles, names, strict=True))
    ]
    topics.sort(key=lambda each: (-each.people, each.name))
    assigned = sum(len(topic.clauses) for topic in topics)
    return Discovery(tuple(topics), len(clauses), len(clauses) - assigned)


def _free(
    voices: Sequence[Sequence[int]], held: Sequence[set[str]], profiles: Sequence[Mapping[str, float]]
) -> list[list[int]]:
    """Return the clauses of each voice that no topic has taken."""
    homes = _homes(held, profiles)
    left = ([place for place in places if homes[place] < 0 and held[place]] for places in voices)
    return [places for places in left if places]


def _homes(held: Sequence[set[str]], profiles: Sequence[Mapping[str, float]]) -> npt.NDArray[np.int64]:
    """Return the topic of each clause, the one whose words it says most; -1 for none."""
    owners: dict[str, list[tuple[int, float]]] = {}
    for at, profile in enumerate(profiles):
        for word, weight in profile.items():
            owners.setdefault(word, []).append((at, weight))
    homes = np.full(len(held), -1, dtype=np.int64)
    marks = [tuple(profile) for profile in profiles]
    for place, words in enumerate(held):
        score: dict[int, float] = {}
        for word in sorted(words):
            for at, weight in owners.get(word, ()):
                score[at] = score.get(at, 0.0) + weight
        if score:
            # Ties fall to the words, not to the order in which topics happen to be known.
            best = max(score, key=lambda at: (round(score[at], 6), marks[at]))
            if score[best] >= MEMBER:
                homes[place] = best
    return homes


def _found(
    voices: Sequence[Sequence[int]],
    held: Sequence[set[str]],
    profiles: Sequence[Mapping[str, float]],
) -> list[Mapping[str, float]]:
    """Return the word profiles of the clusters among some voices, the largest cluster first."""
    said = [set[str]().union(*(held[place] for place in places)) for places in voices]
    index = {word: column for column, word in enumerate(sorted({word for each in said for word in each}))}
    if len(index) <= FEWEST_TOPICS or len(voices) < PER_TOPIC:
        return []
    rows = _weighted(said, index)
    space = _space(rows)
    near = _clustered(rows @ space, _starts(rows @ space))
    spread = Counter(word for words in said for word in words)
    sizes = np.bincount(near[near >= 0], minlength=int(near.max()) + 1)
    found: list[Mapping[str, float]] = []
    for each in np.lexsort((np.arange(len(sizes)), -sizes)):
        inside = [said[row] for row in np.flatnonzero(near == each)]
        profile = _profile(inside, spread, len(said))
        named = _names(list(profile))[:SHOWN]
        if len(named) >= NAMED and _coherence(named, said) >= COHERENT and _new(profile, [*profiles, *found]):
            found.append(profile)
    return found


def _new(profile: Mapping[str, float], profiles: Sequence[Mapping[str, float]]) -> bool:
    return all(_likeness(profile, other) < SAME for other in profiles)


def _voices(clauses: Sequence[Clause], held: Sequence[set[str]]) -> list[list[int]]:
    """Return the places of the clauses of each voice that says any known word."""
    places: dict[int, list[int]] = {}
    for place, clause in enumerate(clauses):
        places.setdefault(clause.key, []).append(place)
    return [found for found in places.values() if any(held[place] for place in found)]


def _weighted(held: Sequence[set[str]], index: Mapping[str, int]) -> sparse.csr_array:
    """Return unit rows of inverse document frequencies."""
    row = np.repeat(np.arange(len(held)), [len(words) for words in held])
    column = np.array([index[word] for words in held for word in sorted(words)], dtype=np.int64)
    frequency = np.bincount(column, minlength=len(index))
    rarity = np.log((len(held) + 1) / (frequency + 1))
    rows = sparse.csr_array((rarity[column], (row, column)), shape=(len(held), len(index)))
    length = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return sparse.csr_array(sparse.diags_array(1 / np.maximum(length, 1e-9)) @ rows)


def _space(rows: sparse.csr_array) -> Matrix:
    """Return the directions of most variance, as columns, always the same ones."""
    size = min(DIMENSIONS, min(rows.shape) - 1)
    start = np.ones(min(rows.shape))
    _, _, directions = svds(rows.astype(np.float64), k=size, v0=start)
    return np.asarray(directions.T)


def _starts(points: Matrix) -> Matrix:
    """Return where the clusters start: each far from all others, always the same for the same points."""
    points = _unit(points)
    wanted = int(np.clip(len(points) // PER_TOPIC, FEWEST_TOPICS, MOST_TOPICS))
    chance = np.random.default_rng(SEED)
    centres = [points[0]]
    away = np.maximum(1 - points @ centres[0], 0)
    while len(centres) < wanted and away.sum() > 0:
        share = away**2
        centres.append(points[chance.choice(len(points), p=share / share.sum())])
        away = np.minimum(away, np.maximum(1 - points @ centres[-1], 0))
    return np.array(centres)


def _clustered(points: Matrix, centres: Matrix) -> npt.NDArray[np.int64]:
    """Return the cluster of each point by spherical k-means; -1 for one that is near none."""
    points = _unit(points)
    near = np.zeros(len(points), dtype=np.int64)
    for _ in range(ROUNDS):
        likeness = points @ centres.T
        moved = likeness.argmax(axis=1)
        if np.array_equal(moved, near):
            break
        near = moved
        sums = np.zeros_like(centres)
        np.add.at(sums, near, points)
        full = np.linalg.norm(sums, axis=1) > 0
        centres = np.where(full[:, None], _unit(sums), centres)
    best = (points @ centres.T).max(axis=1)
    return np.where(best >= NEAR, near, -1)


def _unit(points: Matrix) -> Matrix:
    return np.asarray(points / np.maximum(np.linalg.norm(points, axis=1, keepdims=True), 1e-9))


def _profile(inside: Sequence[set[str]], spread: Mapping[str, int], voices: int) -> dict[str, float]:
    """Return the words that a cluster says far more often than others, as weights of unit length."""
    counted = Counter(word for words in inside for word in words)
    weights = {
        word: count * float(np.log((count / len(inside)) / (spread[word] / voices)))
        for word, count in counted.items()
        if count >= LEAST_PEOPLE
    }
    telling = (word for word in weights if weights[word] > 0)
    top = sorted(telling, key=lambda word: (-weights[word], word))[:PROFILE]
    length = float(np.sqrt(sum(weights[word] ** 2 for word in top))) or 1.0
    return {word: round(weights[word] / length, 4) for word in top}


def _topic(
    key: int | None,
    name: str,
    profile: Mapping[str, float],
    places: npt.NDArray[np.int64],
    held: Sequence[set[str]],
    clauses: Sequence[Clause],
    said: Sequence[set[str]],
) -> Topic:
    """Describe a topic by its clauses, the most typical first: many of its words, and few others."""
    score = {int(p): sum(profile.get(word, 0.0) for word in held[p]) for p in places}
    kept = sorted(score, key=lambda p: (-round(score[p], 3), len(clauses[p].words), p))
    named = _names(list(profile))[:SHOWN]
    return Topic(
        known=key,
        name=name,
        words=tuple(named),
        profile=profile,
        clauses=tuple(kept),
        people=len({clauses[place].who for place in kept}),
        coherence=_coherence(named, said),
    )


def _names(ranked: Sequence[str]) -> list[str]:
    """Drop words that only repeat a part of a better one."""
    named: list[str] = []
    for word in ranked:
        if not any(word in other or other in word for other in named):
            named.append(word)
    return named


def _coherence(words: Sequence[str], said: Sequence[set[str]]) -> float:
    """Return the mean normalised pointwise mutual information of the pairs of words, over voices.

    One is added to observed and expected counts: two rare words that never met tell nothing.
    """
    wanted = sorted(words)
    holds = np.array([[word in each for word in wanted] for each in said], dtype=np.float64)
    together = holds.T @ holds
    single = np.diag(together)
    above = np.triu_indices(len(wanted), 1)
    met = together[above] + 1
    expected = (np.outer(single, single) / len(said))[above] + 1
    scores = np.log(met / expected) / np.log((len(said) + 2) / met)
    return round(float(scores.mean()), 4) if len(scores) else 0.0


def _likeness(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    return sum(weight * second.get(word, 0.0) for word, weight in first.items())
