"""Signals"""

import sqlalchemy as sa
from alembic import op

import huiyin.store.ledger.types

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = huiyin.store.ledger.types.UtcDateTime()
    op.create_table(
        "signal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("taxonomy", sa.String(length=60), nullable=False),
        sa.Column("aspect", sa.String(length=200), nullable=True),
        sa.Column("product", sa.String(length=120), nullable=True),
        sa.Column("channel", sa.String(length=20), nullable=True),
        sa.Column("term", sa.String(length=40), nullable=True),
        sa.Column("members", sa.JSON(), nullable=False),
        sa.Column("since", moment, nullable=False),
        sa.Column("first_seen_at", moment, nullable=False),
        sa.Column("last_seen_at", moment, nullable=False),
        sa.Column("window_from", moment, nullable=False),
        sa.Column("window_to", moment, nullable=False),
        sa.Column("observed", sa.Integer(), nullable=False),
        sa.Column("expected", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("p_value", sa.Float(), nullable=False),
        sa.Column("adjusted_p", sa.Float(), nullable=False),
        sa.Column("people", sa.Integer(), nullable=False),
        sa.Column("voices", sa.Integer(), nullable=False),
        sa.Column("crisis", sa.Float(), nullable=False),
        sa.Column("crisis_parts", sa.JSON(), nullable=False),
        sa.Column("days", sa.JSON(), nullable=False),
        sa.Column("who", sa.JSON(), nullable=False),
        sa.Column("origin", sa.JSON(), nullable=False),
        sa.Column("causes", sa.JSON(), nullable=False),
        sa.Column("verbatims", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("snoozed_until", moment, nullable=True),
        sa.Column("owner", sa.String(length=128), nullable=True),
        sa.Column("useful", sa.Boolean(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("updated_by", sa.String(length=128), nullable=True),
        sa.ForeignKeyConstraint(["merged_into"], ["signal.id"], name=op.f("fk_signal_merged_into_signal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signal")),
    )
    for column in ("first_seen_at", "last_seen_at", "crisis", "state", "merged_into"):
        op.create_index(op.f(f"ix_signal_{column}"), "signal", [column], unique=False)


def downgrade() -> None:
    op.drop_table("signal")
