"""Opportunities"""

import sqlalchemy as sa
from alembic import op

import huiyin.store.ledger.types

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = huiyin.store.ledger.types.UtcDateTime()
    op.create_table(
        "opportunity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=240), nullable=False),
        sa.Column("zh", sa.String(length=240), nullable=False),
        sa.Column("en", sa.String(length=240), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=True),
        sa.Column("action_id", sa.Integer(), nullable=True),
        sa.Column("expected_value", sa.Float(), nullable=True),
        sa.Column("realised_value", sa.Float(), nullable=True),
        sa.Column("frozen", sa.JSON(), nullable=False),
        sa.Column("updated_at", moment, nullable=False),
        sa.Column("updated_by", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"], ["action.id"], name=op.f("fk_opportunity_action_id_action"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity")),
        sa.UniqueConstraint("key", name=op.f("uq_opportunity_key")),
    )
    op.create_index(op.f("ix_opportunity_state"), "opportunity", ["state"], unique=False)
    op.create_table(
        "opportunity_step",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("opportunity_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["opportunity_id"],
            ["opportunity.id"],
            name=op.f("fk_opportunity_step_opportunity_id_opportunity"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opportunity_step")),
    )
    op.create_index(
        op.f("ix_opportunity_step_opportunity_id"), "opportunity_step", ["opportunity_id"], unique=False
    )


def downgrade() -> None:
    op.drop_table("opportunity_step")
    op.drop_table("opportunity")
