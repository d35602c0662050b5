"""YAML documents that ship inside the package."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

import yaml

# The C parser reads the same language ten times as fast; wheels of PyYAML carry it, builds without libyaml do not.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def packaged_document(package: str, *parts: str) -> Any:
    """Return the parsed document at `parts` below a package of ours.

    >>> packaged_document("huiyin.text", "taxonomies", "automotive.yaml")["name"]
    'automotive'
    """
    text = files(package).joinpath(*parts).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_Loader)  # noqa: S506 (either loader is the safe one)
