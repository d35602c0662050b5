"""A trained pack: which labels a text is about, and what it says about each; one pack per taxonomy that has data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.text.arrays import Floats, Ints
from huiyin.text.kernel.contest import Contest
from huiyin.text.kernel.evidence import Evidence, label_values, node_presence, pair_features, tag_scores
from huiyin.text.kernel.grams import ORDERS
from huiyin.text.kernel.joint import GramSums, sums_of
from huiyin.text.kernel.linear import GramTable, Matrix, pack_table, scaled, unpack_table
from huiyin.text.taxonomy import Taxonomy

SIDES = (-1, 0, 1)
KINSHIP = 3
LONG = 6.0
# Slope and offset that leave a confidence as it is.
UNCALIBRATED = (1.0, 0.0)
CERTAIN = 1e-4


@dataclass(frozen=True)
class LabelMap:
    """How a taxonomy's nodes fall under a pack's labels: `home` is the node that stands for a label by itself."""

    homes: tuple[str, ...]
    nodes: tuple[str, ...]
    label_of_node: Ints

    def __len__(self) -> int:
        return len(self.homes)

    def onto(self, taxonomy: Taxonomy) -> tuple[Ints, Ints]:
        """Return, for the nodes of a taxonomy as it is now, their index in this map and their label; -1 if new."""
        index = {node: i for i, node in enumerate(self.nodes)}
        known = np.array([index.get(node.id, -1) for node in taxonomy.nodes], dtype=np.int64)
        return known, np.where(known >= 0, self.label_of_node[known], -1)


@dataclass(frozen=True)
class Pack:
    """Weights of one taxonomy's models.

    `grams` has three outputs for the polarity of the text, one per label, three for the polarity of the clause, and one
    for whether the text is of the kind the pack was trained on. `nodes` weighs the nodes that the rules found,
    `kinship` what `kinship_features` says; `calibration` turns scores into probabilities, `contest` weighs each label
    against its rivals. The decision threshold is part of `bias`.
    """

    labels: LabelMap
    grams: GramTable
    nodes: Matrix
    bias: Matrix
    dense: Matrix
    label_polarity: Matrix
    tags: Matrix
    kinship: Matrix = field(default_factory=lambda: np.zeros(KINSHIP, dtype=np.float32), kw_only=True)
    calibration: Floats = field(default_factory=lambda: np.array(UNCALIBRATED), kw_only=True)
    contest: Contest = field(default=Contest(), kw_only=True)

    def aspects(self, evidence: Evidence, taxonomy: Taxonomy, sums: GramSums | None = None) -> LabelReading:
        """Score every label for every text and clause."""
        count = len(self.labels)
        sums = sums or sums_of(self.grams, evidence)
        whole = scaled(sums.text[:, : count + 3], sums.text_count)
        known, label = self.labels.onto(taxonomy)
        weights = np.where((known >= 0)[:, None], self.nodes[known], 0.0).astype(np.float32)
        present = node_presence(evidence, len(taxonomy.nodes)) @ weights
        familiar = self._familiar(evidence, sums)
        alone = whole[:, 3:] + present + self.bias
        return LabelReading(
            text=self.contest.judged(alone, 1.0 / (1.0 + np.exp(-familiar))),
            alone=alone,
            clause=sums.clause[:, 3 : count + 3],
            text_polarity=whole[:, :3],
            clause_polarity=scaled(sums.clause[:, count + 3 : count + 6], sums.clause_count)
            + tag_scores(evidence, self.tags),
            label_of_node=label,
            values=label_values(evidence, label, count),
            familiar=familiar,
        )

    def _familiar(self, evidence: Evidence, sums: GramSums) -> Floats:
        """Return the log-odds that each text is of the kind this pack was trained on."""
        own = scaled(sums.text[:, len(self.labels) + 6 :], sums.text_count).sum(axis=1)
        batch = evidence.reading.batch
        features = kinship_features(batch.ends - batch.starts, sums.text_count[:, 0])
        return np.asarray(own + features @ self.kinship, dtype=np.float64)

    def polarities(
        self,
        evidence: Evidence,
        reading: LabelReading,
        rows: tuple[Ints, Ints, Ints],
        general: tuple[Matrix, Matrix],
    ) -> Matrix:
        """Return log-odds-like scores of negative, neutral, positive for (text, label, clause) rows."""
        text, label, clause = rows
        dense = pair_features(evidence, text, clause, reading.values[text, label], general)
        score = reading.text_polarity.take(text, axis=0) + reading.clause_polarity.take(clause, axis=0)
        return np.asarray(score + dense @ self.dense + self.label_polarity.take(label, axis=0))

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """Return what is shipped."""
        return {
            **pack_table(self.grams, "grams"),
            "homes": np.array(self.labels.homes),
            "node_ids": np.array(self.labels.nodes),
            "label_of_node": self.labels.label_of_node,
            "nodes": self.nodes,
            "bias": self.bias,
            "dense": self.dense,
            "label_polarity": self.label_polarity,
            "tags": self.tags.astype(np.float16),
            "kinship": self.kinship,
            "calibration": self.calibration,
            "contest": np.array(astuple(self.contest)),
        }

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Pack:
        """Rebuild a pack from shipped arrays."""
        homes, nodes = tuple(arrays["homes"].tolist()), tuple(arrays["node_ids"].tolist())
        return cls(
            labels=LabelMap(homes, nodes, arrays["label_of_node"]),
            grams=unpack_table(arrays, "grams"),
            tags=arrays["tags"].astype(np.float32),
            contest=Contest(*arrays["contest"].tolist()),
            **{
                name: arrays[name]
                for name in ("nodes", "bias", "dense", "label_polarity", "kinship", "calibration")
            },
        )


@dataclass(frozen=True)
class LabelReading:
    """Scores of one batch under one pack: labels per text (above 0 is present), each beside its rivals and alone, and
    per clause, polarity parts, and how far above 0 each text resembles those the pack was trained on."""

    text: Matrix
    alone: Matrix
    clause: Matrix
    text_polarity: Matrix
    clause_polarity: Matrix
    label_of_node: Ints
    values: Floats
    familiar: Floats


def calibrated(confidence: Floats, line: Floats) -> Floats:
    """Return how often claims of such confidence are right, by a line over their log-odds.

    >>> calibrated(np.array([0.8]), np.array(UNCALIBRATED)).round(3).tolist()
    [0.8]
    """
    share = np.clip(confidence, CERTAIN, 1 - CERTAIN)
    return np.asarray(1.0 / (1.0 + np.exp(-(line[0] * np.log(share / (1 - share)) + line[1]))))


def kinship_features(characters: Ints, known: Matrix) -> Matrix:
    """Return which share of its grams a text has in common with the training texts, how long it is, and a constant."""
    grams = np.maximum(ORDERS * characters - ORDERS, 1)
    length = np.minimum(np.log1p(grams) / LONG, 1.0)
    return np.stack([known / grams, length, np.ones(len(grams))], axis=1).astype(np.float32)


def best_clause(evidence: Evidence, scores: Matrix, text: Ints, label: Ints) -> Ints:
    """Return for each (text, label) the clause that speaks most for the label, the first of equals."""
    return best_clauses(evidence, scores)[text, label]


def best_clauses(evidence: Evidence, scores: Matrix) -> Ints:
    """Return what `best_clause` does for every text and label, shape (texts, labels)."""
    peak = np.maximum.reduceat(scores, evidence.first, axis=0)
    labels = scores.shape[1]
    place = np.flatnonzero(scores == peak.take(evidence.text_of, axis=0))
    clause, label = np.divmod(place, labels)
    best = np.empty(peak.size, dtype=np.int64)
    # Written last to first, so that the earliest of equal clauses stays.
    best[(evidence.text_of.take(clause) * labels + label)[::-1]] = clause[::-1]
    return best.reshape(peak.shape)
