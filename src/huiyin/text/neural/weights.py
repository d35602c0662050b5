"""The readers that ship with the package."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.text.neural.jury import Jury, Shares
from huiyin.text.neural.reader import Reader

FOLDER = "models"
BLEND = "blend.json"
GENERAL = "general"


@dataclass(frozen=True)
class NeuralModels:
    """The readers, and how much they count beside the kernel.

    `general` judges whole texts and marked words, `specialists` the labels of one taxonomy each. `shares` says how much
    a specialist counts, `overall` holds the share and the scale of the whole text's score, `marked` names the taxonomies
    without a label set whose kind of text the general reader knows, so that it judges what the rules find.
    """

    version: str
    general: Reader
    specialists: Mapping[str, Reader]
    shares: Mapping[str, Shares]
    overall: tuple[float, float]
    marked: Sequence[str]


@cache
def shipped_readers() -> NeuralModels:
    """Read the packaged readers once."""
    return read_readers(files("huiyin.text.neural") / FOLDER)


def read_readers(folder: Traversable) -> NeuralModels:
    """Read readers and their blend from a folder that `huiyin train --neural` wrote."""
    blend: dict[str, Any] = json.loads((folder / BLEND).read_text("utf-8"))
    shares = {name: _shares(each) for name, each in blend["shares"].items()}
    general, *specialists = (
        Reader.of(_arrays((folder / f"{name}.npz").read_bytes())) for name in (GENERAL, *shares)
    )
    share, scale = blend["overall"]
    return NeuralModels(
        version=blend["version"],
        general=general,
        specialists=dict(zip(shares, specialists, strict=True)),
        shares=shares,
        overall=(float(share), float(scale)),
        marked=blend["marked"],
    )


def _shares(kept: Mapping[str, Any]) -> Shares:
    jury = Jury(tuple(kept["jury"]["weights"]), tuple(kept["jury"]["labels"]))
    return Shares(**{**kept, "jury": jury})


def _arrays(content: bytes) -> dict[str, npt.NDArray[Any]]:
    with np.load(io.BytesIO(content)) as loaded:
        return dict(loaded)


def write_reader(path: Path, arrays: Mapping[str, npt.NDArray[Any]]) -> Path:
    """Write a reader's arrays at half precision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {name: each if name == "alphabet" else each.astype(np.float16) for name, each in arrays.items()}
    np.savez_compressed(path, allow_pickle=False, **kept)
    return path
