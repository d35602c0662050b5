"""Working together: teams, comments, notices, crisis rooms; the question after a case; goals, maturity, cost"""

import sqlalchemy as sa
from alembic import op

import huiyin.store.ledger.types

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    moment = huiyin.store.ledger.types.UtcDateTime()
    op.create_table(
        "comment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("object_kind", sa.String(length=16), nullable=False),
        sa.Column("object_id", sa.String(length=200), nullable=False),
        sa.Column("author", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_comment")),
    )
    op.create_index(
        op.f("ix_comment_object_kind_object_id"), "comment", ["object_kind", "object_id"], unique=False
    )
    op.create_table(
        "maturity_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("checked_by", sa.String(length=128), nullable=False),
        sa.Column("checked_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_maturity_check")),
    )
    op.create_index(op.f("ix_maturity_check_checked_at"), "maturity_check", ["checked_at"], unique=False)
    op.create_table(
        "notice",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("username", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("object_kind", sa.String(length=16), nullable=False),
        sa.Column("object_id", sa.String(length=200), nullable=False),
        sa.Column("actor", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("read_at", moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_index(op.f("ix_notice_username_read_at"), "notice", ["username", "read_at"], unique=False)
    op.create_table(
        "programme_cost",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("amount", sa.Float(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("noted_by", sa.String(length=128), nullable=False),
        sa.Column("noted_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_cost")),
        sa.UniqueConstraint("month", name=op.f("uq_programme_cost_month")),
    )
    op.create_table(
        "programme_goal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("figure", sa.String(length=40), nullable=False),
        sa.Column("target", sa.Float(), nullable=False),
        sa.Column("due_date", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("created_by", sa.String(length=128), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.Column("removed_at", moment, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_programme_goal")),
    )
    op.create_table(
        "team_target",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("secret", sa.Text(), nullable=True),
        sa.Column("created_by", sa.String(length=128), nullable=False),
        sa.Column("created_at", moment, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_team_target")),
    )
    op.create_index(op.f("ix_team_target_team"), "team_target", ["team"], unique=False)
    op.create_table(
        "crisis_room",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("signal_id", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("owner", sa.String(length=128), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("review", sa.Text(), nullable=False),
        sa.Column("opened_by", sa.String(length=128), nullable=False),
        sa.Column("opened_at", moment, nullable=False),
        sa.Column("closed_at", moment, nullable=True),
        sa.ForeignKeyConstraint(["signal_id"], ["signal.id"], name=op.f("fk_crisis_room_signal_id_signal")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_room")),
        sa.UniqueConstraint("signal_id", name=op.f("uq_crisis_room_signal_id")),
    )
    op.create_index(op.f("ix_crisis_room_state"), "crisis_room", ["state"], unique=False)
    op.create_table(
        "crisis_entry",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("room_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("actor", sa.String(length=128), nullable=False),
        sa.Column("at", moment, nullable=False),
        sa.Column("assignee", sa.String(length=128), nullable=True),
        sa.Column("done_at", moment, nullable=True),
        sa.ForeignKeyConstraint(
            ["room_id"],
            ["crisis_room.id"],
            name=op.f("fk_crisis_entry_room_id_crisis_room"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_crisis_entry")),
    )
    op.create_index(op.f("ix_crisis_entry_room_id"), "crisis_entry", ["room_id"], unique=False)
    op.add_column("customer_case", sa.Column("asked_again_at", moment, nullable=True))
    op.add_column("customer_case", sa.Column("asked_again_score", sa.Integer(), nullable=True))


def downgrade() -> None:
    for column in ("asked_again_score", "asked_again_at"):
        op.drop_column("customer_case", column)
    op.drop_index(op.f("ix_crisis_entry_room_id"), table_name="crisis_entry")
    op.drop_table("crisis_entry")
    op.drop_index(op.f("ix_crisis_room_state"), table_name="crisis_room")
    op.drop_table("crisis_room")
    op.drop_index(op.f("ix_team_target_team"), table_name="team_target")
    op.drop_table("team_target")
    op.drop_table("programme_goal")
    op.drop_table("programme_cost")
    op.drop_index(op.f("ix_notice_username_read_at"), table_name="notice")
    op.drop_table("notice")
    op.drop_index(op.f("ix_maturity_check_checked_at"), table_name="maturity_check")
    op.drop_table("maturity_check")
    op.drop_index(op.f("ix_comment_object_kind_object_id"), table_name="comment")
    op.drop_table("comment")
