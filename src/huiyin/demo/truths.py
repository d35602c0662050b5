"""Truths: what was planted in a world, written so that a machine can check whether it was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from huiyin.demo.nodes import node_of
from huiyin.demo.plan import TruthKind


@dataclass(frozen=True, slots=True)
class Truth:
    """One planted truth.

    `aspect` and `facet` are the labels of `voice_truth`; `where` names the dimensions that single it out;
    `size` counts what was realised; `expected` says what a good analysis should conclude.
    """

    id: str
    kind: TruthKind
    zh: str
    en: str
    taxonomy: str = "automotive"
    aspect: str | None = None
    facet: str | None = None
    product: str | None = None
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    terms: tuple[str, ...] = ()
    where: Mapping[str, Any] = field(default_factory=dict)
    size: Mapping[str, Any] = field(default_factory=dict)
    expected: Mapping[str, Any] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return the truth as plain JSON values, times in ISO 8601."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "zh": self.zh,
            "en": self.en,
            "taxonomy": self.taxonomy,
            "aspect": self.aspect,
            "facet": self.facet,
            "node": node_of(self.taxonomy, self.aspect, self.facet or "") if self.aspect else None,
            "product": self.product,
            "starts_at": _iso(self.starts_at),
            "ends_at": _iso(self.ends_at),
            "terms": list(self.terms),
            "where": dict(self.where),
            "size": dict(self.size),
            "expected": dict(self.expected),
        }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
