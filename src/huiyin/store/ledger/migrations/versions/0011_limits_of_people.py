"""What people may read, and who they are at the company's own sign-in"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Added in place: a rebuilt table would take its sessions and tokens along.
    op.add_column("app_user", sa.Column("limits", sa.JSON(), nullable=True))
    op.add_column("app_user", sa.Column("subject", sa.String(length=300), nullable=True))
    op.create_index(op.f("ix_app_user_subject"), "app_user", ["subject"], unique=True)


def downgrade() -> None:
    op.drop_index(op.f("ix_app_user_subject"), table_name="app_user")
    op.drop_column("app_user", "subject")
    op.drop_column("app_user", "limits")
