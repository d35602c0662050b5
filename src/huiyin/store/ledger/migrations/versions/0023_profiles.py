"""Profiles of customers"""

import sqlalchemy as sa
from alembic import op

from huiyin.store.ledger.types import UtcDateTime

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

_KEY = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "profile_round",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_profile_round")),
    )
    op.create_index(op.f("ix_profile_round_made_at"), "profile_round", ["made_at"])
    op.create_table(
        "customer_profile",
        sa.Column("person_id", _KEY, nullable=False),
        sa.Column("stage", sa.String(length=16), nullable=False),
        sa.Column("rfm_class", sa.String(length=32), nullable=True),
        sa.Column("learnt_group", sa.Integer(), nullable=True),
        sa.Column("lifetime", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"],
            ["person.id"],
            name=op.f("fk_customer_profile_person_id_person"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_customer_profile")),
    )
    op.create_index(op.f("ix_customer_profile_stage"), "customer_profile", ["stage"])


def downgrade() -> None:
    op.drop_table("customer_profile")
    op.drop_table("profile_round")
