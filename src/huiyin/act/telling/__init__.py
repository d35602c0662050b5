"""Telling customers what became of their words: 我们听到了，改好了."""

from huiyin.act.telling.consent import Consent, consent_of, record_consent, willing
from huiyin.act.telling.errors import (
    StrangerError,
    TellingExistsError,
    TellingNotFoundError,
    UntoldActionError,
)
from huiyin.act.telling.outcomes import Outcome, read_outcomes
from huiyin.act.telling.raisers import Raiser, find_raisers
from huiyin.act.telling.tellings import (
    DEFAULT_CAP,
    DEFAULT_HOLDOUT,
    Recipient,
    RecipientState,
    Telling,
    TellingDraft,
    draft_messages,
    draft_telling,
    get_telling,
    list_recipients,
    mark_sent,
    send_mails,
)

__all__ = [
    "DEFAULT_CAP",
    "DEFAULT_HOLDOUT",
    "Consent",
    "Outcome",
    "Raiser",
    "Recipient",
    "RecipientState",
    "StrangerError",
    "Telling",
    "TellingDraft",
    "TellingExistsError",
    "TellingNotFoundError",
    "UntoldActionError",
    "consent_of",
    "draft_messages",
    "draft_telling",
    "find_raisers",
    "get_telling",
    "list_recipients",
    "mark_sent",
    "read_outcomes",
    "record_consent",
    "send_mails",
    "willing",
]
