"""What the act room can refuse.

HuiyinError
├── NotFoundError
│   ├── ActionNotFoundError     404  no action has this id
│   ├── RuleNotFoundError       404  no alert rule has this id
│   ├── AlertNotFoundError      404  no alert has this id
│   ├── NotificationNotFoundError  404  no notification has this id
│   ├── CaseNotFoundError       404  no case has this id
│   ├── TeamTargetNotFoundError 404  no team target has this id
│   └── CrisisNotFoundError     404  the signal has no crisis room, or the room no such task
├── ConflictError
│   ├── PreRegisteredError      409  the expected effect and its evidence never change after creation
│   ├── CaseExistsError         409  this alert, voice or answer has opened a case already
│   ├── CrisisExistsError       409  the signal has a crisis room already
│   └── CrisisClosedError       409  the crisis is closed; its review stands
└── DeliveryError               502  a notification could not be handed over; it is tried again
    └── UndeliverableError      502  it never will be: trying again is pointless
        └── AddressRefusedError 502  the mail server knows no such address
"""

from __future__ import annotations

from huiyin.kit.errors import ConflictError, HuiyinError, NotFoundError


class ActionNotFoundError(NotFoundError):
    """No action has this id."""

    code = "action_not_found"


class RuleNotFoundError(NotFoundError):
    """No alert rule has this id, or it was removed."""

    code = "alert_rule_not_found"


class AlertNotFoundError(NotFoundError):
    """No alert has this id."""

    code = "alert_not_found"


class NotificationNotFoundError(NotFoundError):
    """No notification has this id."""

    code = "notification_not_found"


class CaseNotFoundError(NotFoundError):
    """No case has this id."""

    code = "case_not_found"


class CaseExistsError(ConflictError):
    """This alert, voice or answer has opened a case already."""

    code = "case_exists"


class PreRegisteredError(ConflictError):
    """What was promised before the outcome was known must not be rewritten after it."""

    code = "pre_registered"


class DeliveryError(HuiyinError):
    """The receiver did not take a notification; the outbox tries again."""

    code = "delivery_failed"
    status = 502


class UndeliverableError(DeliveryError):
    """The receiver will never take this notification."""

    code = "undeliverable"


class AddressRefusedError(UndeliverableError):
    """The mail server takes nothing for this address; `reply` is its RFC 3463 code."""

    code = "address_refused"

    def __init__(self, message: str, *, reply: str) -> None:
        super().__init__(message)
        self.reply = reply


class TeamTargetNotFoundError(NotFoundError):
    """No team target has this id."""

    code = "team_target_not_found"


class CrisisNotFoundError(NotFoundError):
    """The signal has no crisis room, or the room no such task."""

    code = "crisis_not_found"


class CrisisExistsError(ConflictError):
    """The signal has a crisis room already."""

    code = "crisis_exists"


class CrisisClosedError(ConflictError):
    """The crisis is closed; its review stands."""

    code = "crisis_closed"
