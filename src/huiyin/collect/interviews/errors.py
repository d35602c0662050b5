"""What can go wrong with a study.

ConflictError
├── StillBlindError     another coder's work is shown only after one's own is done
└── CodeInUseError      a code that marks something is not removed
"""

from huiyin.kit.errors import ConflictError


class StillBlindError(ConflictError):
    """Two coders work blind: the other's codes are shown when both are done."""

    code = "still_blind"


class CodeInUseError(ConflictError):
    """The code marks text; take those marks away first, or rename the code."""

    code = "code_in_use"
