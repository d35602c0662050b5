"""Effects of actions"""

import sqlalchemy as sa
from alembic import op

import huiyin.store.ledger.types

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "action_effect",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("judged_at", huiyin.store.ledger.types.UtcDateTime(), nullable=False),
        sa.Column("verdict", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("promised", sa.Float(), nullable=True),
        sa.Column("change", sa.JSON(), nullable=False),
        sa.Column("placebos", sa.JSON(), nullable=False),
        sa.Column("weeks", sa.JSON(), nullable=False),
        sa.Column("done_week", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_action_effect_action_id_action"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_action_effect")),
        sa.UniqueConstraint("action_id", name=op.f("uq_action_effect_action_id")),
    )


def downgrade() -> None:
    op.drop_table("action_effect")
