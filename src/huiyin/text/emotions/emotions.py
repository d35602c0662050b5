"""One emotion per text: words of ours that voice it, held against what the whole text says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import polars as pl

from huiyin.kit.packaged import packaged_document

EMOTIONS = ("anger", "disappointment", "worry", "delight", "satisfaction")
DENIED = "denied"
# The stronger feeling goes first; what speaks for and against a text decides which of them may be read at all.
_BAD, _OPEN, _GOOD = (
    ("anger", "disappointment", "worry"),
    ("disappointment", "worry"),
    ("delight", "worry", "satisfaction"),
)


@cache
def emotion_patterns() -> dict[str, str]:
    """Return the packaged pattern of each emotion and of what is denied, read once."""
    patterns = packaged_document("huiyin.text.emotions", "emotions.yaml")
    # Line breaks of the file stand between alternatives.
    return {name: re.sub(r"\s+", "", words) for name, words in patterns.items()}


def emotions_of(texts: Sequence[str], voices: pl.DataFrame) -> pl.Series:
    """Return the emotion that each text voices, null for none.

    `voices` are the texts' rows as an analyser answers them: the overall sentiment tells on which side a text stands, its
    types whether it praises without complaint; content is read only there. Chinese only.

    >>> read = pl.DataFrame({"language": ["zh"] * 3, "sentiment": [-1, -1, 1], "types": [["complaint"], [], ["praise"]]})
    >>> emotions_of(["推来推去，气死我了", "有点失望", "很满意"], read).to_list()
    ['anger', 'disappointment', 'satisfaction']
    """
    patterns = emotion_patterns()
    spoken = pl.Series(list(texts), dtype=pl.String).str.replace_all(patterns[DENIED], " ")
    read = voices.select("language", "sentiment", "types").with_columns(
        spoken.str.contains(patterns[name]).alias(name) for name in EMOTIONS
    )
    chinese, side, types = pl.col("language") == "zh", pl.col("sentiment").fill_null(0), pl.col("types")
    praises, blames = types.list.contains("praise"), types.list.contains("complaint")
    asks = types.list.contains("question")
    content = praises & ~blames & ~asks
    rules = [
        *((side < 0, name) for name in _BAD),
        *((side == 0, name) for name in _OPEN),
        *((side > 0, name) for name in _GOOD[:2]),
        ((side > 0) & content, _GOOD[2]),
    ]
    named = [pl.when(chinese & where & pl.col(name)).then(pl.lit(name)) for where, name in rules]
    return read.select(emotion=pl.coalesce(*named)).to_series()
