"""Ledger tables of surveys: what is asked, who was invited, and what they answered so far."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

survey = Table(
    "survey",
    metadata,
    Column("id", Integer, primary_key=True),
    # The unguessable part of the public address.
    Column("slug", String(32), nullable=False, unique=True),
    Column("title", String(80), nullable=False),
    Column("definition", JSON, nullable=False),
    Column("source_id", Integer, ForeignKey("source.id"), nullable=False),
    Column("state", String(16), nullable=False),
    Column("anonymous", Boolean, nullable=False),
    Column("quota", Integer),
    Column("recontact_days", Integer, nullable=False),
    # A standing survey that the product itself sends, such as the question after a case.
    Column("purpose", String(40), unique=True, index=True),
    Column("created_by", String(120), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)

survey_invitation = Table(
    "survey_invitation",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("survey_id", Integer, ForeignKey("survey.id", ondelete="CASCADE"), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("person", String(120), nullable=False),
    Column("name", String(120)),
    Column("segment", String(60)),
    Column("region", String(60)),
    Column("address", String(254)),
    Column("created_at", UtcDateTime, nullable=False),
    Column("opened_at", UtcDateTime),
    UniqueConstraint("survey_id", "person"),
    # The recontact cap asks when a person was last invited anywhere.
    Index(None, "person", "created_at"),
)

survey_response = Table(
    "survey_response",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("survey_id", Integer, ForeignKey("survey.id", ondelete="CASCADE"), nullable=False),
    Column("invitation_id", Integer, ForeignKey("survey_invitation.id", ondelete="SET NULL")),
    # Who answers: the digest of a personal token, or of a key that the browser made up.
    Column("respondent", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("answers", JSON, nullable=False),
    # What the answers are about, where a person is asked again and again: a case, an order.
    Column("occasion", String(80)),
    Column("language", String(8)),
    # How the respondent came: a link, a mail, a frame on another site.
    Column("via", String(16)),
    Column("seconds", Float),
    Column("started_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("completed_at", UtcDateTime),
    UniqueConstraint("survey_id", "respondent"),
    Index(None, "survey_id", "state"),
)

# Each message has a token of its own; answers by any of them go to the same response.
survey_letter = Table(
    "survey_letter",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("invitation_id", Integer, ForeignKey("survey_invitation.id", ondelete="CASCADE"), nullable=False),
    Column("token_hash", String(64), nullable=False, unique=True),
    Column("respondent", String(64), nullable=False),
    Column("occasion", String(80)),
    # 0 for the invitation, then the reminders.
    Column("number", Integer, nullable=False),
    Column("language", String(8), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    # When to remind, if there is no answer until then.
    Column("remind_at", UtcDateTime, index=True),
    Column("remind_days", Integer),
    Column("reminders_left", Integer, nullable=False),
    Index(None, "invitation_id", "occasion"),
)

# Who asked not to be asked again, by the digest of their id.
survey_opt_out = Table(
    "survey_opt_out",
    metadata,
    Column("person_hash", String(64), primary_key=True),
    Column("created_at", UtcDateTime, nullable=False),
)
