"""Why answers are not taken.

HuiyinError
├── ConflictError
│   └── SurveyClosedError   409  a draft, closed, or its quota is full
└── NotFoundError
    └── UnknownTokenError   404  the personal link belongs to no invitation of this survey
"""

from __future__ import annotations

from huiyin.kit.errors import ConflictError, NotFoundError


class SurveyClosedError(ConflictError):
    """The survey takes no answers now."""

    code = "survey_closed"


class UnknownTokenError(NotFoundError):
    """The personal link is unknown."""

    code = "unknown_token"
