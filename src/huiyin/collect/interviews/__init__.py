"""Interviews and focus groups: studies, consent, transcripts, codes, and what the coded conversations say."""

from huiyin.collect.interviews.agreement import CUSTOMARY, TENTATIVE, Agreement, CodeAgreement, agree
from huiyin.collect.interviews.codes import (
    COLOURS,
    Code,
    CodeDraft,
    add_code,
    change_code,
    codes_of,
    get_code,
    remove_code,
)
from huiyin.collect.interviews.coding import Span, finish, mark, reopen, spans_of, unmark
from huiyin.collect.interviews.conversations import (
    Conversation,
    Turn,
    add_conversation,
    conversations_of,
    get_conversation,
    turns_of,
)
from huiyin.collect.interviews.dominance import Dominance, Talk, measure_dominance
from huiyin.collect.interviews.errors import CodeInUseError, StillBlindError
from huiyin.collect.interviews.opinions import CodedOpinion, coded_opinions
from huiyin.collect.interviews.quotes import Quote, quotes_csv, quotes_of
from huiyin.collect.interviews.speakers import (
    Consent,
    Speaker,
    SpeakerChange,
    get_speaker,
    record,
    speakers_of,
    speakers_of_study,
)
from huiyin.collect.interviews.studies import (
    Study,
    StudyKind,
    change_study,
    create_study,
    get_study,
    list_studies,
)
from huiyin.collect.interviews.themes import NewThemes, Theme, new_themes, themes_of
from huiyin.collect.interviews.transcripts import Line, SpeakerRole, read_lines, role_of, split_lines
from huiyin.collect.interviews.units import Unit, sentences
from huiyin.collect.interviews.voices import sync_voices

__all__ = [
    "COLOURS",
    "CUSTOMARY",
    "TENTATIVE",
    "Agreement",
    "Code",
    "CodeAgreement",
    "CodeDraft",
    "CodeInUseError",
    "CodedOpinion",
    "Consent",
    "Conversation",
    "Dominance",
    "Line",
    "NewThemes",
    "Quote",
    "Span",
    "Speaker",
    "SpeakerChange",
    "SpeakerRole",
    "StillBlindError",
    "Study",
    "StudyKind",
    "Talk",
    "Theme",
    "Turn",
    "Unit",
    "add_code",
    "add_conversation",
    "agree",
    "change_code",
    "change_study",
    "coded_opinions",
    "codes_of",
    "conversations_of",
    "create_study",
    "finish",
    "get_code",
    "get_conversation",
    "get_speaker",
    "get_study",
    "list_studies",
    "mark",
    "measure_dominance",
    "new_themes",
    "quotes_csv",
    "quotes_of",
    "read_lines",
    "record",
    "remove_code",
    "reopen",
    "role_of",
    "sentences",
    "spans_of",
    "speakers_of",
    "speakers_of_study",
    "split_lines",
    "sync_voices",
    "themes_of",
    "turns_of",
    "unmark",
]
