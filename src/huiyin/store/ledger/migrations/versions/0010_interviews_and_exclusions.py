"""Interviews and focus groups, exclusions"""

import sqlalchemy as sa
from alembic import op

from huiyin.store.ledger.types import UtcDateTime

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = UtcDateTime()
    op.create_table(
        "interview_study",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("goals", sa.JSON(), nullable=False),
        sa.Column("guide", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Integer(), nullable=False),
        sa.Column("created_by", sa.String(length=120), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["source_id"], ["source.id"], name=op.f("fk_interview_study_source_id_source")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_study")),
    )
    op.create_table(
        "exclusion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feedback_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reason", sa.String(length=60), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("excluded_by", sa.String(length=120), nullable=False),
        sa.Column("excluded_at", moment, nullable=False),
        sa.Column("restored_by", sa.String(length=120), nullable=True),
        sa.Column("restored_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["feedback_id"],
            ["feedback.id"],
            name=op.f("fk_exclusion_feedback_id_feedback"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exclusion")),
    )
    op.create_index(op.f("ix_exclusion_excluded_at"), "exclusion", ["excluded_at"], unique=False)
    op.create_index(op.f("ix_exclusion_feedback_id"), "exclusion", ["feedback_id"], unique=False)
    op.create_table(
        "interview_code",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("study_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("colour", sa.Integer(), nullable=False),
        sa.Column("aspect", sa.String(length=200), nullable=True),
        sa.Column("sentiment", sa.Integer(), nullable=True),
        sa.Column("created_by", sa.String(length=120), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["study_id"],
            ["interview_study.id"],
            name=op.f("fk_interview_code_study_id_interview_study"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_code")),
        sa.UniqueConstraint("study_id", "name", name=op.f("uq_interview_code_study_id_name")),
    )
    op.create_table(
        "interview_conversation",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("study_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("held_at", moment, nullable=False),
        sa.Column("created_by", sa.String(length=120), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["study_id"],
            ["interview_study.id"],
            name=op.f("fk_interview_conversation_study_id_interview_study"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_conversation")),
        sa.UniqueConstraint("study_id", "title", name=op.f("uq_interview_conversation_study_id_title")),
    )
    op.create_index(
        op.f("ix_interview_conversation_study_id"), "interview_conversation", ["study_id"], unique=False
    )
    op.create_table(
        "interview_coding",
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("coder", sa.String(length=120), nullable=False),
        sa.Column("done_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["interview_conversation.id"],
            name=op.f("fk_interview_coding_conversation_id_interview_conversation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "coder", name=op.f("pk_interview_coding")),
    )
    op.create_table(
        "interview_speaker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("person", sa.String(length=120), nullable=True),
        sa.Column("consent", sa.String(length=20), nullable=False),
        sa.Column("quotable", sa.Boolean(), nullable=False),
        sa.Column("decided_by", sa.String(length=120), nullable=True),
        sa.Column("decided_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["interview_conversation.id"],
            name=op.f("fk_interview_speaker_conversation_id_interview_conversation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_speaker")),
        sa.UniqueConstraint(
            "conversation_id", "label", name=op.f("uq_interview_speaker_conversation_id_label")
        ),
    )
    op.create_table(
        "interview_turn",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("speaker_id", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at_s", sa.Float(), nullable=True),
        sa.Column("end_s", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["interview_conversation.id"],
            name=op.f("fk_interview_turn_conversation_id_interview_conversation"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["speaker_id"],
            ["interview_speaker.id"],
            name=op.f("fk_interview_turn_speaker_id_interview_speaker"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_turn")),
        sa.UniqueConstraint(
            "conversation_id", "position", name=op.f("uq_interview_turn_conversation_id_position")
        ),
    )
    op.create_table(
        "interview_span",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("turn_id", sa.Integer(), nullable=False),
        sa.Column("code_id", sa.Integer(), nullable=False),
        sa.Column("coder", sa.String(length=120), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.ForeignKeyConstraint(
            ["code_id"], ["interview_code.id"], name=op.f("fk_interview_span_code_id_interview_code")
        ),
        sa.ForeignKeyConstraint(
            ["turn_id"],
            ["interview_turn.id"],
            name=op.f("fk_interview_span_turn_id_interview_turn"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interview_span")),
        sa.UniqueConstraint(
            "turn_id",
            "code_id",
            "coder",
            "start",
            "end",
            name=op.f("uq_interview_span_turn_id_code_id_coder_start_end"),
        ),
    )
    op.create_index(op.f("ix_interview_span_code_id"), "interview_span", ["code_id"], unique=False)


def downgrade() -> None:
    for table in (
        "interview_span",
        "interview_turn",
        "interview_coding",
        "interview_code",
        "interview_speaker",
        "interview_conversation",
        "interview_study",
        "exclusion",
    ):
        op.drop_table(table)
