"""One figure about the programme itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from huiyin.stats import Estimate


class Unit(StrEnum):
    """How a figure is written."""

    SHARE = "share"
    DAYS = "days"
    HOURS = "hours"
    RATIO = "ratio"


class LoopStage(StrEnum):
    """Which of the four verbs a figure is about."""

    COLLECT = "collect"
    ANALYSE = "analyse"
    UNDERSTAND = "understand"
    ACT = "act"


@dataclass(frozen=True, slots=True)
class HealthFigure:
    """A figure with its definition in both languages; `good` says which direction is better."""

    id: str
    stage: LoopStage
    zh: str
    en: str
    unit: Unit
    estimate: Estimate
    about_zh: str
    about_en: str
    good: str
    link: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the JSON shape kept with a review."""
        return {
            "id": self.id,
            "stage": self.stage.value,
            "zh": self.zh,
            "en": self.en,
            "unit": self.unit.value,
            "estimate": self.estimate.as_dict(),
            "about_zh": self.about_zh,
            "about_en": self.about_en,
            "good": self.good,
            "link": self.link,
        }
