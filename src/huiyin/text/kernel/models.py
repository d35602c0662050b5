"""The trained arrays that ship with the package."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from huiyin.text.kernel.pack import Pack
from huiyin.text.kernel.polarity import PolarityModel

GENERAL = "general"


@dataclass(frozen=True)
class Models:
    """The general polarity model and the packs by taxonomy name."""

    version: str
    general: PolarityModel
    packs: Mapping[str, Pack]


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
    return Models(str(general["version"]), PolarityModel.of(general), packs)
