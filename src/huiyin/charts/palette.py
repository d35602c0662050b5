"""Colours that hold for colour-blind eyes and on light and dark pages : one orange–teal pair, one accent."""

from __future__ import annotations

from typing import Any

NEGATIVE = "#CC6B2C"
NEUTRAL = "#9AA0A8"
POSITIVE = "#1F958D"
ACCENT = "#6373DD"
GRID = "rgba(128,136,144,0.25)"
WHISKER = "rgba(128,136,144,0.85)"

# Each polarity also has its own mark and pattern, so that no meaning rests on colour alone.
MARKS = {-1: "▼", 0: "●", 1: "▲"}
COLOURS = {-1: NEGATIVE, 0: NEUTRAL, 1: POSITIVE}
NAMES = {-1: ("负面", "Negative"), 0: ("中性", "Neutral"), 1: ("正面", "Positive")}


def polarity_style(sentiment: int) -> dict[str, Any]:
    """Return the item style of a polarity: its colour, and hatching for the negative."""
    style: dict[str, Any] = {"color": COLOURS[sentiment]}
    if sentiment < 0:
        style["decal"] = {
            "symbol": "rect",
            "color": "rgba(255,255,255,0.45)",
            "dashArrayX": [1, 0],
            "dashArrayY": [2, 5],
            "rotation": 0.785,
        }
    return style
