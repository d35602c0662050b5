"""Churn: models, today's risks, outreach with its hold-out"""

import sqlalchemy as sa
from alembic import op

from huiyin.store.ledger.tables import Key
from huiyin.store.ledger.types import UtcDateTime

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "churn_model",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("fitted_at", UtcDateTime(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_churn_model")),
    )
    op.create_index(op.f("ix_churn_model_fitted_at"), "churn_model", ["fitted_at"])
    op.create_table(
        "churn_score",
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("person_id", Key, nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("risk", sa.Float(), nullable=False),
        sa.Column("low", sa.Float(), nullable=False),
        sa.Column("high", sa.Float(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("play", sa.String(length=32), nullable=False),
        sa.Column("scored_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_churn_score_customer_id_customer"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_churn_score_person_id_person"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_churn_score")),
    )
    op.create_index(op.f("ix_churn_score_person_id"), "churn_score", ["person_id"])
    op.create_index(op.f("ix_churn_score_risk"), "churn_score", ["risk"])
    op.create_table(
        "churn_outreach",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_id", Key, nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("held_out", sa.Boolean(), nullable=False),
        sa.Column("play", sa.String(length=32), nullable=False),
        sa.Column("risk", sa.Float(), nullable=False),
        sa.Column("case_id", sa.Integer(), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=False),
        sa.Column("decided_by", sa.String(length=120), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"],
            ["customer.id"],
            name=op.f("fk_churn_outreach_customer_id_customer"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_churn_outreach")),
        sa.UniqueConstraint("customer_id", "due", name=op.f("uq_churn_outreach_customer_id_due")),
    )
    op.create_index(op.f("ix_churn_outreach_customer_id"), "churn_outreach", ["customer_id"])


def downgrade() -> None:
    op.drop_table("churn_outreach")
    op.drop_table("churn_score")
    op.drop_table("churn_model")
