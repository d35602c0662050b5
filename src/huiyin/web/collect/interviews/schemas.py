"""The shapes of interviews and focus groups."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal

from pydantic import BaseModel, Field

from huiyin.collect import interviews
from huiyin.web.understand.schemas import EstimateOut, Out, TableOut

Side = Literal[-1, 0, 1]


class StudyIn(BaseModel):
    """A new study."""

    title: str = Field(min_length=1, max_length=80)
    kind: interviews.StudyKind
    goals: list[str] = Field(default_factory=list, max_length=50)
    guide: str = Field("", max_length=100_000)
    taxonomy: str | None = None


class StudyChangeIn(BaseModel):
    """New goals or a new guide."""

    goals: list[str] | None = Field(None, max_length=50)
    guide: str | None = Field(None, max_length=100_000)


class ConversationOut(Out):
    """A conversation, how many took part, how many are heard, and whose coding is done."""

    id: int
    study_id: int
    title: str
    held_at: datetime
    turns: int
    participants: int
    heard: int
    done_by: list[str]


class StudyOut(BaseModel):
    """A study with its conversations."""

    id: int
    title: str
    kind: interviews.StudyKind
    goals: list[str]
    guide: str
    taxonomy: str
    source: str
    created_by: str
    created_at: datetime
    conversations: list[ConversationOut]
    participants: int
    heard: int


class SpeakerOut(Out):
    """Who took part, and what they agreed to."""

    id: int
    label: str
    role: interviews.SpeakerRole
    person: str | None
    consent: interviews.Consent
    quotable: bool
    decided_by: str | None
    decided_at: datetime | None


class SpeakerChangeIn(BaseModel):
    """What to record about a speaker; an empty person removes the link."""

    role: interviews.SpeakerRole | None = None
    person: str | None = Field(None, max_length=120)
    consent: interviews.Consent | None = None
    quotable: bool | None = None


class UnitOut(Out):
    """A sentence of a turn, in Unicode code points: the unit in which coders are compared."""

    start: int
    end: int


class TurnOut(BaseModel):
    """What one speaker said; the text is empty where consent is missing."""

    id: int
    position: int
    speaker_id: int
    text: str
    at_s: float | None
    units: list[UnitOut]


class CodedSpanOut(Out):
    """A mark on a turn's text, in Unicode code points."""

    id: int
    turn_id: int
    code_id: int
    coder: str
    start: int
    end: int


class CodedSpanIn(BaseModel):
    """A passage to mark."""

    turn_id: int
    code_id: int
    start: int = Field(ge=0)
    end: int = Field(ge=1)


class TranscriptOut(BaseModel):
    """A conversation to code: one's own marks, or another's once both are done."""

    conversation: ConversationOut
    study: str
    taxonomy: str
    coder: str
    mine: bool
    done: bool
    speakers: list[SpeakerOut]
    turns: list[TurnOut]
    spans: list[CodedSpanOut]


class CodingIn(BaseModel):
    """Whether one's coding of a conversation is done."""

    done: bool


class CodeIn(BaseModel):
    """An entry of the code book."""

    name: str = Field(min_length=1, max_length=40)
    about: str = Field("", max_length=2_000)
    aspect: str | None = Field(None, description="An aspect of the study's taxonomy, by its full id.")
    sentiment: Side | None = Field(None, description="The side the code stands for, where it has one.")
    colour: int | None = Field(None, ge=0, lt=interviews.COLOURS)


class CodeOut(Out):
    """A code, and how often it marks something."""

    id: int
    name: str
    about: str
    colour: int
    aspect: str | None
    sentiment: int | None
    spans: int


class ThemeOut(Out):
    """A code and the participants it applies to; n is participants, in focus groups the groups."""

    code: CodeOut
    participants: int
    conversations: int
    share: EstimateOut


class CodeAgreementOut(Out):
    """κ of the pair and α of all coders for one code; sentences that both or only one of the pair marked."""

    code: CodeOut
    kappa: EstimateOut
    alpha: EstimateOut
    both: int
    one: int


class AgreementOut(Out):
    """Agreement of coders who worked blind, in sentences."""

    coders: list[str]
    pair: list[str] | None
    conversations: list[str]
    sentences: int
    alpha: EstimateOut
    codes: list[CodeAgreementOut]
    customary: float
    tentative: float


class SaturationOut(BaseModel):
    """What each coded conversation added; `reached` counts the conversations that were needed, null while more are."""

    conversations: list[str]
    new: list[list[str]]
    total: list[int]
    ratios: list[float]
    base: int
    run: int
    threshold: float
    reached: int | None
    chart: dict[str, Any]
    table: TableOut


class TalkOut(BaseModel):
    """A participant's part of the talk."""

    label: str
    turns: int
    characters: int
    share: EstimateOut
    is_dominant: bool


class DominanceOut(BaseModel):
    """How unevenly the talk of a conversation was shared out."""

    conversation_id: int
    title: str
    gini: float
    evenness: float
    moderator: float
    people: list[TalkOut]
    chart: dict[str, Any]
    table: TableOut


class CodedQuoteOut(Out):
    """A coded passage with who said it, without a name."""

    span_id: int
    code_id: int
    code: str
    text: str
    who: str
    conversation_id: int
    conversation: str
    turn_id: int
    quotable: bool
    feedback_id: int | None
    coder: str


class FindingsOut(BaseModel):
    """Everything the coded conversations of a study say."""

    themes: list[ThemeOut]
    agreement: AgreementOut
    saturation: SaturationOut
    dominance: list[DominanceOut]
