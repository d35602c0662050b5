"""What a language model says of unsure opinions, and which names of topics are its own"""

import sqlalchemy as sa
from alembic import op

from huiyin.store.ledger.types import UtcDateTime

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "second_opinion",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("taxonomy", sa.String(length=60), nullable=False),
        sa.Column("aspect", sa.String(length=200), nullable=False),
        sa.Column("start_offset", sa.Integer(), nullable=False),
        sa.Column("end_offset", sa.Integer(), nullable=False),
        sa.Column("sentiment", sa.Integer(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("analyser", sa.String(length=120), nullable=False),
        sa.Column("given_aspect", sa.String(length=200), nullable=True),
        sa.Column("given_sentiment", sa.Integer(), nullable=True),
        sa.Column("quote_start", sa.Integer(), nullable=True),
        sa.Column("quote_end", sa.Integer(), nullable=True),
        sa.Column("model", sa.String(length=120), nullable=False),
        sa.Column("judged_at", UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("decided_by", sa.String(length=128), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_second_opinion")),
        sa.UniqueConstraint(
            "feedback_id",
            "aspect",
            "start_offset",
            "end_offset",
            name=op.f("uq_second_opinion_feedback_id_aspect_start_offset_end_offset"),
        ),
    )
    op.create_index(op.f("ix_second_opinion_feedback_id"), "second_opinion", ["feedback_id"])
    op.create_index(op.f("ix_second_opinion_judged_at"), "second_opinion", ["judged_at"])
    op.add_column("topic", sa.Column("named_by", sa.String(length=128), nullable=True))


def downgrade() -> None:
    op.drop_column("topic", "named_by")
    op.drop_table("second_opinion")
