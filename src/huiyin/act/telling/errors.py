"""What telling customers can refuse.

HuiyinError
├── NotFoundError
│   ├── TellingNotFoundError   404  the customers of this action have not been told
│   └── StrangerError          404  no customer has this id
└── ConflictError
    ├── TellingExistsError     409  the customers of this action have their message already
    └── UntoldActionError      409  there is nothing to tell yet: the action is not done
"""

from __future__ import annotations

from huiyin.kit.errors import ConflictError, NotFoundError


class TellingNotFoundError(NotFoundError):
    """The customers of this action have not been told."""

    code = "telling_not_found"


class TellingExistsError(ConflictError):
    """The customers of this action have their message already."""

    code = "telling_exists"


class UntoldActionError(ConflictError):
    """Nothing is told before it is done."""

    code = "action_not_done"


class StrangerError(NotFoundError):
    """No customer has this id."""

    code = "customer_not_found"
