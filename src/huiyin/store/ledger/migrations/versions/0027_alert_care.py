"""Learned baselines, teams, quiet hours and escalation of alert rules"""

import sqlalchemy as sa
from alembic import op

from huiyin.store.ledger.types import UtcDateTime

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for name, length, default in (
        ("basis", 16, "threshold"),
        ("team", 80, ""),
        ("quiet_hours", 5, ""),
        ("escalate_team", 80, ""),
    ):
        column = sa.Column(name, sa.String(length=length), nullable=False, server_default=default)
        op.add_column("alert_rule", column)
    op.add_column("alert_rule", sa.Column("escalate_hours", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("alert_rule", sa.Column("standing_value", sa.Float(), nullable=True))
    op.add_column("alert", sa.Column("team", sa.String(length=80), nullable=False, server_default=""))
    op.add_column("alert", sa.Column("baseline", sa.JSON(), nullable=True))
    op.add_column("alert", sa.Column("escalated_at", UtcDateTime(), nullable=True))


def downgrade() -> None:
    for name in ("escalated_at", "baseline", "team"):
        op.drop_column("alert", name)
    for name in ("standing_value", "escalate_hours", "escalate_team", "quiet_hours", "team", "basis"):
        op.drop_column("alert_rule", name)
