"""Errors of this room.

NotFoundError
├── PersonNotFoundError
├── LinkNotFoundError
└── ChangeNotFoundError
ConflictError
└── ChangeOverlaidError
"""

from __future__ import annotations

from huiyin.kit.errors import ConflictError, NotFoundError


class PersonNotFoundError(NotFoundError):
    """No accounts belong to this person: the number was never given, or everything was merged elsewhere."""

    code = "person_not_found"


class LinkNotFoundError(NotFoundError):
    """No such link in the review queue."""

    code = "link_not_found"


class ChangeNotFoundError(NotFoundError):
    """No such entry in the merge log."""

    code = "change_not_found"


class ChangeOverlaidError(ConflictError):
    """A later decision moved the same accounts; undo that one first."""

    code = "change_overlaid"
