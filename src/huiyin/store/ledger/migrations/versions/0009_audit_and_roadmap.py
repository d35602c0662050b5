"""Audit samples, their labels, decisions about the roadmap"""

import sqlalchemy as sa
from alembic import op

import huiyin.store.ledger.types

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = huiyin.store.ledger.types.UtcDateTime()
    op.create_table(
        "audit_sample",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("taxonomy", sa.String(length=60), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("seed", sa.Integer(), nullable=False),
        sa.Column("population", sa.Integer(), nullable=False),
        sa.Column("customers", sa.Integer(), nullable=False),
        sa.Column("analyser", sa.String(length=120), nullable=False),
        sa.Column("drawn_at", moment, nullable=False),
        sa.Column("drawn_by", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_sample")),
    )
    op.create_index(op.f("ix_audit_sample_drawn_at"), "audit_sample", ["drawn_at"], unique=False)
    op.create_table(
        "audit_label",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sample_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("feedback_id", sa.Integer(), nullable=False),
        sa.Column("customer", sa.BigInteger(), nullable=False),
        sa.Column("machine", sa.JSON(), nullable=False),
        sa.Column("human", sa.JSON(), nullable=True),
        sa.Column("labelled_by", sa.String(length=128), nullable=True),
        sa.Column("labelled_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["sample_id"], ["audit_sample.id"], name=op.f("fk_audit_label_sample_id_audit_sample")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_label")),
        sa.UniqueConstraint("sample_id", "feedback_id", name=op.f("uq_audit_label_sample_id_feedback_id")),
    )
    op.create_index(op.f("ix_audit_label_sample_id"), "audit_label", ["sample_id"], unique=False)
    op.create_table(
        "roadmap_decision",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aspect", sa.String(length=200), nullable=False),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("cost", sa.Float(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decided_at", moment, nullable=False),
        sa.Column("decided_by", sa.String(length=128), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roadmap_decision")),
    )
    op.create_index(op.f("ix_roadmap_decision_aspect"), "roadmap_decision", ["aspect"], unique=False)


def downgrade() -> None:
    op.drop_table("roadmap_decision")
    op.drop_table("audit_label")
    op.drop_table("audit_sample")
