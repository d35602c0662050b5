"""The kernel's models with the reader's opinion mixed in; they answer as the kernel's own do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import numpy as np

from huiyin.text.arrays import Ints
from huiyin.text.kernel import MARGIN, Evidence, GramSums, LabelReading, Matrix, Pack, PolarityModel
from huiyin.text.neural.interpreter import Interpreter
from huiyin.text.neural.jury import ALWAYS, Shares, blended, doubtful, kinship
from huiyin.text.taxonomy import Taxonomy


@dataclass(frozen=True)
class BlendedReading(LabelReading):
    """The kernel's reading with the reader's sides of each label; zero where it did not read."""

    said: Matrix


@dataclass(frozen=True)
class BlendedPack(Pack):
    """A pack whose aspects and sides are partly the reader's; `name` is the label set it asks for.

    `doubt` bounds which texts the reader is asked about: those with a label whose margin lies nearer to the threshold.
    """

    name: str
    interpreter: Interpreter
    shares: Shares
    doubt: float = ALWAYS

    def aspects(self, evidence: Evidence, taxonomy: Taxonomy, sums: GramSums | None = None) -> BlendedReading:
        """Score every label, 0 at the threshold, in the kernel's margins."""
        found = Pack.aspects(self, evidence, taxonomy, sums)
        chosen = None if self.doubt == ALWAYS else doubtful(found.text, self.doubt)
        seen = self.interpreter.interpret(evidence, (self.name,), chosen=chosen)
        mixed = blended(found.text, seen.odds[self.name], kinship(found.familiar), self.shares) / MARGIN
        plain = {each.name: getattr(found, each.name) for each in fields(LabelReading)}
        plain["text"] = np.where(seen.read[:, None], mixed, found.text).astype(found.text.dtype)
        return BlendedReading(**plain, said=seen.sides[self.name])

    def polarities(
        self,
        evidence: Evidence,
        reading: LabelReading,
        rows: tuple[Ints, Ints, Ints],
        general: tuple[Matrix, Matrix],
    ) -> Matrix:
        """Return log-odds-like scores of negative, neutral, positive for (text, label, clause) rows."""
        scores = Pack.polarities(self, evidence, reading, rows, general)
        if not isinstance(reading, BlendedReading):
            return scores
        said = reading.said[rows[0], rows[1]]
        heard = np.any(said != 0, axis=1, keepdims=True)
        mixed = (1 - self.shares.sides) * scores + self.shares.sides * said
        return np.where(heard, mixed, scores).astype(scores.dtype)


def blended_pack(
    pack: Pack, name: str, interpreter: Interpreter, shares: Shares, doubt: float = ALWAYS
) -> BlendedPack:
    """Add the reader to a pack."""
    own = {each.name: getattr(pack, each.name) for each in fields(Pack) if each.init}
    return BlendedPack(**own, name=name, interpreter=interpreter, shares=shares, doubt=doubt)


@dataclass(frozen=True)
class BlendedPolarity(PolarityModel):
    """The general polarity with a reader's view of the whole text.

    Whoever of `interpreters` has read the batch already answers, so that no text is read twice; else the last one,
    about texts whose score lies within `doubt`.
    """

    interpreters: Sequence[Interpreter]
    share: float
    scale: float
    doubt: float = ALWAYS

    def text_scores(self, evidence: Evidence, grams: Matrix) -> Matrix:
        """Return the score of each text; positive is good."""
        scores = PolarityModel.text_scores(self, evidence, grams)
        knowing = next((each for each in self.interpreters if each.knows(evidence)), self.interpreters[-1])
        chosen = None if self.doubt == ALWAYS else np.abs(scores) < self.doubt
        seen = knowing.interpret(evidence, chosen=chosen)
        mixed = (1 - self.share) * scores + self.share * self.scale * seen.overall
        return np.where(seen.read, mixed, scores).astype(scores.dtype)


def blended_polarity(
    model: PolarityModel,
    interpreters: Sequence[Interpreter],
    share: float,
    scale: float,
    doubt: float = ALWAYS,
) -> BlendedPolarity:
    """Add readers to the general model."""
    own = {each.name: getattr(model, each.name) for each in fields(PolarityModel) if each.init}
    return BlendedPolarity(**own, interpreters=interpreters, share=share, scale=scale, doubt=doubt)
