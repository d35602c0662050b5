"""Types and needs that people and the machine give an audit's voices"""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("audit_label", sa.Column("machine_marks", sa.JSON(), nullable=True))
    op.add_column("audit_label", sa.Column("human_marks", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("audit_label", "human_marks")
    op.drop_column("audit_label", "machine_marks")
