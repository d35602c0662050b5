"""The readers that ship with the package."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from huiyin.text.neural.blending import Shares
from huiyin.text.neural.reader import Reader

FOLDER = "models"
BLEND = "blend.json"


@dataclass(frozen=True)
class NeuralModels:
    """Readers whose answers are averaged, and how much they count beside the kernel.

    `shares` says so per label set, `overall` holds the share and the scale of the whole text's score, `marked` names
    the taxonomies without a label set whose kind of text the readers know, so that they judge what the rules find.
    """

    version: str
    readers: Sequence[Reader]
    shares: Mapping[str, Shares]
    overall: tuple[float, float]
    marked: Sequence[str]


@cache
def shipped_readers() -> NeuralModels:
    """Read the packaged readers once."""
    folder = files("huiyin.text.neural") / FOLDER
    entries = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".npz"))
    readers = [Reader.of(_arrays((folder / name).read_bytes())) for name in entries]
    return _models(json.loads((folder / BLEND).read_text("utf-8")), readers)


def _models(blend: dict[str, Any], readers: Sequence[Reader]) -> NeuralModels:
    share, scale = blend["overall"]
    shares = {name: Shares(**each) for name, each in blend["shares"].items()}
    return NeuralModels(blend["version"], readers, shares, (float(share), float(scale)), blend["marked"])


def _arrays(content: bytes) -> dict[str, npt.NDArray[Any]]:
    with np.load(io.BytesIO(content)) as loaded:
        return dict(loaded)


def write_reader(path: Path, arrays: Mapping[str, npt.NDArray[Any]]) -> Path:
    """Write a reader's arrays at half precision."""
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = {name: each if name == "alphabet" else each.astype(np.float16) for name, each in arrays.items()}
    np.savez_compressed(path, allow_pickle=False, **kept)
    return path
