"""Where an action came from, its experiment and its effort"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "action_basis",
        sa.Column("action_id", sa.Integer(), nullable=False),
        sa.Column("origin", sa.String(length=16), nullable=False),
        sa.Column("origin_id", sa.String(length=200), nullable=True),
        sa.Column("experiment", sa.Text(), nullable=False),
        sa.Column("effort", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["action_id"],
            ["action.id"],
            name=op.f("fk_action_basis_action_id_action"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("action_id", name=op.f("pk_action_basis")),
    )


def downgrade() -> None:
    op.drop_table("action_basis")
