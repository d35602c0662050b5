"""The colour and the word mark of a public page; what cannot be read on the colour is refused its white."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from huiyin.collect.surveys.question import Theme
from huiyin.kit.errors import InvalidInputError

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
LONGEST_LOGO = 24


def read_theme(raw: Mapping[str, Any]) -> Theme:
    """Return the theme under `theme` of a definition. Raises InvalidInputError."""
    given = raw.get("theme")
    if given is None:
        return Theme()
    if not isinstance(given, dict):
        raise InvalidInputError("theme is no object", field="theme", expected='{"accent", "logo"}')
    accent, logo = str(given.get("accent") or Theme().accent), str(given.get("logo") or "").strip()
    if not _COLOUR.fullmatch(accent):
        raise InvalidInputError(f"{accent!r} is no colour", field="theme", expected="such as #1f5fbf")
    if len(logo) > LONGEST_LOGO:
        raise InvalidInputError(
            "the logo text is too long", field="theme", expected=f"at most {LONGEST_LOGO} characters"
        )
    return Theme(accent.lower(), readable_ink(accent), logo)


def readable_ink(colour: str) -> str:
    """Return white or near-black, whichever is read better on the colour (WCAG 2 contrast).

    >>> readable_ink("#1f5fbf"), readable_ink("#ffd400")
    ('#ffffff', '#10151c')
    """
    light = _luminance(colour)
    return (
        "#ffffff" if 1.05 / (light + 0.05) >= (light + 0.05) / (_luminance("#10151c") + 0.05) else "#10151c"
    )


def _luminance(colour: str) -> float:
    shares = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
