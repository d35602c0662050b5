"""Accounts are found by the blocks they stand in, so that a newcomer is compared with few"""

import sqlalchemy as sa
from alembic import op

from huiyin.store.ledger.tables import Key

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "account_key",
        sa.Column("key", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column(
            "account_id",
            Key,
            sa.ForeignKey("account.id", ondelete="CASCADE"),
            primary_key=True,
            autoincrement=False,
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_account_key_account_id", "account_key", ["account_id"])


def downgrade() -> None:
    op.drop_table("account_key")
