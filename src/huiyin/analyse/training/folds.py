"""Parts of labelled texts that never depend on the order of a file: equal texts share a fold."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

FOLDS = 5
# Whole-text polarity is scored on the tenth with number 0.
TENTHS = 10


def folds_by_text(texts: Sequence[str], count: int) -> npt.NDArray[np.int64]:
    """Return a fold per text that equal texts share and that no order of the file changes."""
    digests = (hashlib.sha256(text.strip().encode("utf-8", "replace")).digest() for text in texts)
    return np.fromiter((int.from_bytes(digest[:4], "big") % count for digest in digests), dtype=np.int64)
