"""The composed analyser: rules find the spans and types, trained linear models decide aspects and polarities."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from huiyin.text.analysis import Analysis, joined_analysis
from huiyin.text.arrays import Floats
from huiyin.text.assembly import (
    OpinionRows,
    opinion_frame,
    shown_sentiment,
    told_types,
    type_masks,
    voice_frame,
)
from huiyin.text.kernel.composing import with_pack
from huiyin.text.kernel.english import with_complaints
from huiyin.text.kernel.evidence import Evidence, evidence_of
from huiyin.text.kernel.joint import GramSums
from huiyin.text.kernel.linear import Matrix
from huiyin.text.kernel.models import Models, shipped_models
from huiyin.text.kernel.needs_stage import CHINESE, needs_of
from huiyin.text.kernel.overall import text_sentiment, with_implicit
from huiyin.text.language import languages
from huiyin.text.slicing import slices
from huiyin.text.taxonomy import Taxonomy


@dataclass(frozen=True)
class KernelAnalyser:
    """Rules plus linear models; a taxonomy without a pack keeps the rules' aspects and gains the general polarity.

    `decisiveness` is how much a judgement of the rules weighs against a pack that does not see the aspect or calls it
    neutral: 0 follows the habit of the training labels, which name one or two aspects of a text and call half of the
    plain praise and blame neutral; 1 believes the words of the customer in texts of other kinds than those labelled,
    in proportion to the probability that a text is of another kind.
    """

    models: Models = field(default_factory=shipped_models)
    decisiveness: float = 1.0
    name: str = "kernel"

    @property
    def version(self) -> str:
        """The version of the trained arrays."""
        return self.models.version

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis:
        """Analyse any number of texts; memory stays bounded because they are taken in slices."""
        return joined_analysis(
            analyse_slice(texts[start:end], taxonomy, self.models, self.decisiveness, start)
            for start, end in slices(texts)
        )


def analyse_slice(
    texts: Sequence[str], taxonomy: Taxonomy, models: Models, decisiveness: float, offset: int
) -> Analysis:
    """Run rules and models on one slice that begins at text `offset` of its batch."""
    evidence = evidence_of(texts, taxonomy)
    reading = evidence.reading
    sums = models.joint(taxonomy.name).sums(evidence)
    general = models.general.scores(evidence, sums[0])
    rows, belief = _composed(evidence, taxonomy, models, (sums, general), decisiveness)
    score = models.general.text_scores(evidence, general[1])
    rows = with_implicit(evidence, taxonomy, rows, (general[0], score), belief)
    opinions = opinion_frame(reading.batch, reading.clauses, rows, taxonomy, offset)
    sentiment = shown_sentiment(text_sentiment(evidence, rows, score), reading.clauses, rows)
    language = languages(reading.batch)
    types = type_masks(len(texts), reading.clauses, reading.mood, rows)
    if models.english:
        types = with_complaints(types, language, texts, models.english)
    if not models.needs:
        return Analysis(voice_frame(language, types, sentiment, offset=offset), opinions)
    needs = needs_of(evidence, rows, taxonomy, models.needs, (general[0], score), sums[-1], language)
    types = np.where(language == CHINESE, told_types(needs.types), types)
    return Analysis(
        voice_frame(language, types, sentiment, needs.intents, offset), opinions, needs.counted_on(offset)
    )


def _composed(
    evidence: Evidence,
    taxonomy: Taxonomy,
    models: Models,
    scores: tuple[Sequence[GramSums], tuple[Matrix, Matrix]],
    decisiveness: float,
) -> tuple[OpinionRows, Floats]:
    """Return the opinions as the pack, if there is one, leaves them, and how far each text's rules are believed."""
    sums, general = scores
    belief = np.full(len(evidence.first), decisiveness)
    pack = models.packs.get(taxonomy.name)
    if pack is None:
        return evidence.rows, belief
    found = pack.aspects(evidence, taxonomy, sums[1])
    belief /= 1.0 + np.exp(found.familiar)
    return with_pack(evidence, taxonomy, (pack, found), general, (belief, decisiveness)), belief
