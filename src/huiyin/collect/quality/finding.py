"""What a quality check says about a voice: a proposal to leave it out, which people accept or refuse."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The checks of data quality."""

    NEAR_DUPLICATE = "near_duplicate"
    BURST = "burst"
    BOT = "bot"
    PROMOTION = "promotion"
    SPEEDER = "speeder"
    STRAIGHT_LINING = "straight_lining"


@dataclass(frozen=True, slots=True)
class Finding:
    """One voice, the check it fails, the cluster it belongs to, how surely (0…1), and why in both languages."""

    feedback_id: int
    rule: Rule
    cluster: str
    score: float
    zh: str
    en: str
