"""Erasure of persons"""

import sqlalchemy as sa
from alembic import op

from huiyin.store.ledger.types import UtcDateTime

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.String(length=120), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.Column("compacted_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
    )
    op.create_table(
        "erased_record",
        sa.Column("digest", sa.String(length=32), nullable=False),
        sa.Column("erasure_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["erasure_id"], ["erasure.id"], name=op.f("fk_erased_record_erasure_id_erasure")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_erased_record")),
    )


def downgrade() -> None:
    op.drop_table("erased_record")
    op.drop_table("erasure")
