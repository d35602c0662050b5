"""The last stage of a slice: needs, and the types and intents of whole texts."""

from __future__ import annotations

import numpy as np

from huiyin.text.arrays import Ints
from huiyin.text.assembly import OpinionRows
from huiyin.text.kernel.evidence import Evidence
from huiyin.text.kernel.joint import GramSums
from huiyin.text.kernel.linear import Matrix, scaled
from huiyin.text.language import LANGUAGES
from huiyin.text.needs import TEXT_GRAMS, GramScores, Ground, NeedHeads, Reading
from huiyin.text.taxonomy import Taxonomy

CHINESE = LANGUAGES.index("zh")


def needs_of(
    evidence: Evidence,
    rows: OpinionRows,
    taxonomy: Taxonomy,
    heads: NeedHeads,
    scores: tuple[Matrix, Matrix],
    sums: GramSums,
    language: Ints,
) -> Reading:
    """Read the needs of a slice.

    `rows` are the opinions that stand, `scores` the general model's of clauses and texts, `sums` those of the heads'
    own n-grams.
    """
    reading = evidence.reading
    ground = Ground(
        reading.batch,
        reading.clauses,
        reading.mood,
        evidence.rows,
        evidence.first,
        *scores,
        language == CHINESE,
    )
    count = len(TEXT_GRAMS)
    grams = GramScores(
        scaled(sums.text[:, :count], sums.text_count), scaled(sums.clause[:, count:], sums.clause_count)
    )
    naming = _naming(evidence.rows, rows, taxonomy)
    return heads.read(ground, grams, [node.id for node in taxonomy.nodes], naming)


def _naming(mentioned: OpinionRows, standing: OpinionRows, taxonomy: Taxonomy) -> tuple[Ints, Ints]:
    """Return (clause, node) rows that may name a need: what the words say goes before what a model thinks."""
    clause = np.concatenate([mentioned.clause, standing.clause])
    node = np.concatenate([mentioned.aspect, standing.aspect])
    depth = np.array([each.level if each.id != taxonomy.general else 0 for each in taxonomy.nodes])[node]
    late = np.arange(len(node)) >= len(mentioned.clause)
    # The finest node first, and of equals the one that is named.
    order = np.lexsort((late, -depth, clause))
    kept = order[depth[order] > 0]
    return clause[kept], node[kept]
