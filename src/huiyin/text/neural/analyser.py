"""The accurate analyser: the kernel's composition with a small recurrent reader in its models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from huiyin.text.analysis import Analysis, joined_analysis
from huiyin.text.kernel import KernelAnalyser, Models, Pack, shipped_models
from huiyin.text.kernel.analyser import analyse_slice
from huiyin.text.neural.blending import blended_pack, blended_polarity
from huiyin.text.neural.interpreter import Interpreter
from huiyin.text.neural.jury import ALWAYS
from huiyin.text.neural.marking import marking_pack
from huiyin.text.neural.weights import NeuralModels, shipped_readers
from huiyin.text.slicing import slices
from huiyin.text.taxonomy import Taxonomy

# The reader holds a number of states per character.
SLICE_TEXTS, SLICE_CHARACTERS = 2048, 150_000
# Margins within which the kernel is unsure: of two texts of ten of the forum, of one of ten reviews.
DOUBT = (0.3, 0.3)


@dataclass(frozen=True)
class NeuralAnalyser:
    """Spans, types and finer nodes are the rules'; aspects and sides are judged by kernel and reader together.

    `doubt` is how unsure the kernel must be of a text before the reader is asked: of its labels, and of the whole of it.
    """

    models: Models = field(default_factory=shipped_models)
    neural: NeuralModels = field(default_factory=shipped_readers)
    decisiveness: float = KernelAnalyser.decisiveness
    doubt: tuple[float, float] = (ALWAYS, ALWAYS)
    name: str = "accurate"

    def __post_init__(self) -> None:
        kernel = _blended(self.models, self.neural, self.decisiveness, self.doubt)
        object.__setattr__(self, "_kernel", kernel)

    @property
    def version(self) -> str:
        """The versions of both tiers' trained arrays."""
        return f"{self.models.version}+{self.neural.version}"

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis:
        """Analyse any number of texts; memory stays bounded because they are taken in slices."""
        kernel: KernelAnalyser = self.__dict__["_kernel"]
        return joined_analysis(
            analyse_slice(texts[start:end], taxonomy, kernel.models, kernel.decisiveness, start)
            for start, end in slices(texts, SLICE_TEXTS, SLICE_CHARACTERS)
        )


def cascade(
    models: Models | None = None, neural: NeuralModels | None = None, doubt: tuple[float, float] = DOUBT
) -> NeuralAnalyser:
    """Return the analyser whose reader is asked about those texts only that the kernel is unsure of."""
    return NeuralAnalyser(
        models or shipped_models(), neural or shipped_readers(), doubt=doubt, name="cascade"
    )


def _blended(
    models: Models, neural: NeuralModels, decisiveness: float, doubt: tuple[float, float]
) -> KernelAnalyser:
    interpreter = Interpreter([neural.general])
    # Which of the rules' words to doubt nobody has measured: those packs are for reading everything.
    marked = neural.marked if doubt[0] == ALWAYS else ()
    packs: dict[str, Pack] = dict.fromkeys(marked, marking_pack(interpreter))
    packs |= models.packs
    specialists = {name: Interpreter([neural.specialists[name]]) for name in packs if name in neural.shares}
    for name, specialist in specialists.items():
        packs[name] = blended_pack(packs[name], name, specialist, neural.shares[name], doubt[0])
    asked = (*specialists.values(), interpreter)
    general = blended_polarity(models.general, asked, *neural.overall, doubt[1])
    return KernelAnalyser(replace(models, general=general, packs=packs), decisiveness)
