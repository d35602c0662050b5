"""The trained arrays that ship with the package."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np

from huiyin.text.kernel.english import EnglishModel, shipped_english
from huiyin.text.kernel.joint import JointTable
from huiyin.text.kernel.linear import GramTable
from huiyin.text.kernel.pack import Pack
from huiyin.text.kernel.polarity import PolarityModel
from huiyin.text.needs import NeedHeads, shipped_heads

GENERAL = "general"


@dataclass(frozen=True)
class Models:
    """The general polarity model, the packs by taxonomy name, the heads that read needs, and the model of English."""

    version: str
    general: PolarityModel
    packs: Mapping[str, Pack]
    needs: NeedHeads | None = None
    english: EnglishModel | None = None
    _joint: dict[str, JointTable] = field(default_factory=dict, init=False, repr=False, compare=False)

    def joint(self, taxonomy: str) -> JointTable:
        """Return the n-grams of the general model, of a taxonomy's pack if it has one, and of the needs, as one table."""
        if taxonomy not in self._joint:
            pack = self.packs.get(taxonomy)
            heads = self.needs
            needs = [GramTable(heads.vocabulary, heads.grams)] if heads else []
            self._joint[taxonomy] = JointTable([self.general.grams, *([pack.grams] if pack else []), *needs])
        return self._joint[taxonomy]


@cache
def shipped_models() -> Models:
    """Read the packaged models once."""
    folder = files("huiyin.text") / "models"
    arrays = {}
    for entry in folder.iterdir():
        if entry.name.endswith(".npz"):
            with np.load(io.BytesIO(entry.read_bytes())) as loaded:
                arrays[entry.name.removesuffix(".npz")] = dict(loaded)
    general = arrays.pop(GENERAL)
    packs = {name: Pack.of(each) for name, each in sorted(arrays.items())}
    heads = shipped_heads()
    version = f"{general['version']}+needs.{heads.version}"
    return Models(version, PolarityModel.of(general), packs, heads, shipped_english())
