"""Surveys: letters with tokens of their own, reminders, opt-outs, occasions"""

import sqlalchemy as sa
from alembic import op

from huiyin.store.ledger.types import UtcDateTime

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("survey", sa.Column("purpose", sa.String(length=40), nullable=True))
    op.create_index(op.f("ix_survey_purpose"), "survey", ["purpose"], unique=True)
    op.add_column("survey_invitation", sa.Column("address", sa.String(length=254), nullable=True))
    for name, length in (("occasion", 80), ("language", 8), ("via", 16)):
        op.add_column("survey_response", sa.Column(name, sa.String(length=length), nullable=True))
    op.create_table(
        "survey_letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("invitation_id", sa.Integer(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("respondent", sa.String(length=64), nullable=False),
        sa.Column("occasion", sa.String(length=80), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=8), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("remind_at", UtcDateTime(), nullable=True),
        sa.Column("remind_days", sa.Integer(), nullable=True),
        sa.Column("reminders_left", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["survey_invitation.id"],
            name=op.f("fk_survey_letter_invitation_id_survey_invitation"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_letter")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_survey_letter_token_hash")),
    )
    op.create_index(
        op.f("ix_survey_letter_invitation_id_occasion"), "survey_letter", ["invitation_id", "occasion"]
    )
    op.create_index(op.f("ix_survey_letter_remind_at"), "survey_letter", ["remind_at"])
    op.create_table(
        "survey_opt_out",
        sa.Column("person_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("person_hash", name=op.f("pk_survey_opt_out")),
    )


def downgrade() -> None:
    for table in ("survey_opt_out", "survey_letter"):
        op.drop_table(table)
    for name in ("occasion", "language", "via"):
        op.drop_column("survey_response", name)
    op.drop_column("survey_invitation", "address")
    op.drop_index(op.f("ix_survey_purpose"), "survey")
    op.drop_column("survey", "purpose")
