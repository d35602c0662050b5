"""Voices before they have words: who says what about what, where and when, as columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

NOBODY = -1


@dataclass(frozen=True, slots=True)
class Drafts:
    """Columns of n voices and, in `op_voice` and `op_code`, of their m opinions (voice place, section code).

    `product` is a place in the product list or -1, `planted` a place in the truths or -1, `parent` the
    place of the voice that this one answers or repeats or -1.
    """

    source: NDArray[np.int8]
    day: NDArray[np.float64]
    person: NDArray[np.int32]
    product: NDArray[np.int8]
    planted: NDArray[np.int16]
    parent: NDArray[np.int32]
    repost: NDArray[np.bool_]
    op_voice: NDArray[np.int32]
    op_code: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.day)

    def with_opinions(self, voices: NDArray[np.int32], codes: NDArray[np.int32]) -> Drafts:
        """Return the drafts with further opinions added to `voices`."""
        return replace(
            self,
            op_voice=np.concatenate([self.op_voice, voices.astype(np.int32)]),
            op_code=np.concatenate([self.op_code, codes.astype(np.int32)]),
        )

    def keep(self, mask: NDArray[np.bool_]) -> Drafts:
        """Return the drafts of `mask`; voices that others answer must be kept."""
        place = np.cumsum(mask) - 1
        said = mask[self.op_voice]
        parent = self.parent[mask]
        return Drafts(
            source=self.source[mask],
            day=self.day[mask],
            person=self.person[mask],
            product=self.product[mask],
            planted=self.planted[mask],
            parent=np.where(parent == NOBODY, NOBODY, place[parent]).astype(np.int32),
            repost=self.repost[mask],
            op_voice=place[self.op_voice[said]].astype(np.int32),
            op_code=self.op_code[said],
        )

    def grouped(self) -> list[list[int]]:
        """Return the opinion codes of each voice, in the order in which they were given."""
        order = np.argsort(self.op_voice, kind="stable")
        bounds = np.searchsorted(self.op_voice[order], np.arange(len(self) + 1)).tolist()
        codes = self.op_code[order].tolist()
        return [codes[start:end] for start, end in pairwise(bounds)]


def make_drafts(
    *,
    source: NDArray[np.int8],
    day: NDArray[np.float64],
    person: NDArray[np.int32],
    product: NDArray[np.int8],
    planted: int = NOBODY,
    op_voice: NDArray[np.int32],
    op_code: NDArray[np.int32],
    parent: NDArray[np.int32] | None = None,
    repost: NDArray[np.bool_] | None = None,
) -> Drafts:
    """Return drafts of equal columns; the ones left out mean none."""
    count = len(day)
    return Drafts(
        source=source.astype(np.int8),
        day=day,
        person=person.astype(np.int32),
        product=product.astype(np.int8),
        planted=np.full(count, planted, dtype=np.int16),
        parent=np.full(count, NOBODY, dtype=np.int32) if parent is None else parent,
        repost=np.zeros(count, dtype=np.bool_) if repost is None else repost,
        op_voice=op_voice.astype(np.int32),
        op_code=op_code.astype(np.int32),
    )


def join(parts: Sequence[Drafts]) -> Drafts:
    """Return all parts as one, ordered by time; places of voices are moved along."""
    offsets = np.cumsum([0, *(len(part) for part in parts[:-1])])
    whole = Drafts(
        source=np.concatenate([part.source for part in parts]),
        day=np.concatenate([part.day for part in parts]),
        person=np.concatenate([part.person for part in parts]),
        product=np.concatenate([part.product for part in parts]),
        planted=np.concatenate([part.planted for part in parts]),
        parent=np.concatenate(
            [_moved(part.parent, shift) for part, shift in zip(parts, offsets, strict=True)]
        ),
        repost=np.concatenate([part.repost for part in parts]),
        op_voice=np.concatenate([part.op_voice + shift for part, shift in zip(parts, offsets, strict=True)]),
        op_code=np.concatenate([part.op_code for part in parts]),
    )
    return _by_time(whole)


def _moved(places: NDArray[np.int32], shift: int) -> NDArray[np.int32]:
    return np.where(places == NOBODY, NOBODY, places + shift).astype(np.int32)


def _by_time(drafts: Drafts) -> Drafts:
    order = np.argsort(drafts.day, kind="stable")
    place = np.empty(len(order), dtype=np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    parent = drafts.parent[order]
    return Drafts(
        source=drafts.source[order],
        day=drafts.day[order],
        person=drafts.person[order],
        product=drafts.product[order],
        planted=drafts.planted[order],
        parent=np.where(parent == NOBODY, NOBODY, place[parent]).astype(np.int32),
        repost=drafts.repost[order],
        op_voice=place[drafts.op_voice],
        op_code=drafts.op_code,
    )
