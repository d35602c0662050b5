"""The accurate analyser: the kernel's composition with a small recurrent reader in its models."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from huiyin.text.analysis import Analysis, joined_analysis
from huiyin.text.kernel import KernelAnalyser, Models, Pack, shipped_models
from huiyin.text.kernel.analyser import analyse_slice
from huiyin.text.neural.blending import blended_pack, blended_polarity
from huiyin.text.neural.interpreter import Interpreter
from huiyin.text.neural.marking import marking_pack
from huiyin.text.neural.weights import NeuralModels, shipped_readers
from huiyin.text.rules import SLICE
from huiyin.text.taxonomy import Taxonomy

SLICE_CHARACTERS = 150_000


@dataclass(frozen=True)
class NeuralAnalyser:
    """Spans, types and finer nodes are the rules'; aspects and sides are judged by kernel and reader together."""

    models: Models = field(default_factory=shipped_models)
    neural: NeuralModels = field(default_factory=shipped_readers)
    decisiveness: float = KernelAnalyser.decisiveness
    name: str = "accurate"

    def __post_init__(self) -> None:
        object.__setattr__(self, "_kernel", _blended(self.models, self.neural, self.decisiveness))

    @property
    def version(self) -> str:
        """The versions of both tiers' trained arrays."""
        return f"{self.models.version}+{self.neural.version}"

    def analyze_batch(self, texts: Sequence[str], taxonomy: Taxonomy) -> Analysis:
        """Analyse any number of texts; memory stays bounded because they are taken in slices."""
        kernel: KernelAnalyser = self.__dict__["_kernel"]
        return joined_analysis(
            analyse_slice(texts[start:end], taxonomy, kernel.models, kernel.decisiveness, start)
            for start, end in slices(texts)
        )


def slices(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where each slice starts and ends: few enough texts, and few enough characters.

    >>> list(slices(["甲"] * 3))
    [(0, 3)]
    """
    start, held = 0, 0
    for index, text in enumerate(texts):
        if index > start and (index - start == SLICE or held + len(text) > SLICE_CHARACTERS):
            yield start, index
            start, held = index, 0
        held += len(text)
    if len(texts) > start:
        yield start, len(texts)


def _blended(models: Models, neural: NeuralModels, decisiveness: float) -> KernelAnalyser:
    interpreter = Interpreter([neural.general])
    packs: dict[str, Pack] = dict.fromkeys(neural.marked, marking_pack(interpreter))
    packs |= models.packs
    specialists = {name: Interpreter([neural.specialists[name]]) for name in packs if name in neural.shares}
    for name, specialist in specialists.items():
        packs[name] = blended_pack(packs[name], name, specialist, neural.shares[name])
    asked = (*specialists.values(), interpreter)
    general = blended_polarity(models.general, asked, *neural.overall)
    return KernelAnalyser(replace(models, general=general, packs=packs), decisiveness)
