"""Ledger tables of the act room: actions, alert rules, alerts and the notification outbox."""

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    true,
)

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.types import UtcDateTime

action = Table(
    "action",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(200), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("owner", String(128), nullable=False, index=True),
    Column("team", String(128), nullable=False),
    Column("due_date", Date, nullable=False),
    Column("aspect", String(200)),
    Column("hypothesis", Text, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("effect_metric", String(32), nullable=False),
    Column("effect_direction", String(16), nullable=False),
    Column("effect_size", Float, nullable=False),
    Column("effect_unit", String(16), nullable=False),
    Column("effect_due_date", Date, nullable=False),
    Column("evidence", JSON, nullable=False),
    Column("created_by", String(128), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("started_at", UtcDateTime),
    Column("closed_at", UtcDateTime),
)

action_event = Table(
    "action_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("action_id", ForeignKey("action.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("changes", JSON, nullable=False),
    Column("note", Text, nullable=False),
)

alert_rule = Table(
    "alert_rule",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(200), nullable=False),
    Column("filters", JSON, nullable=False),
    Column("metric", String(32), nullable=False),
    Column("window_hours", Integer, nullable=False),
    Column("threshold", Float, nullable=False),
    Column("cooldown_hours", Integer, nullable=False),
    Column("targets", JSON, nullable=False),
    Column("enabled", Boolean, nullable=False, server_default=true()),
    Column("created_by", String(128), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("last_fired_at", UtcDateTime),
    # `threshold`, or `unusual`: also beyond what the same window usually brings.
    Column("basis", String(16), nullable=False, server_default="threshold"),
    Column("team", String(80), nullable=False, server_default=""),
    # Hours of the day in which nobody is told, such as `22-8`; empty for none.
    Column("quiet_hours", String(5), nullable=False, server_default=""),
    # 0 for never.
    Column("escalate_hours", Integer, nullable=False, server_default="0"),
    Column("escalate_team", String(80), nullable=False, server_default=""),
    # The figure it last fired at, until the figure has fallen below the threshold again.
    Column("standing_value", Float),
    # A removed rule stays readable because the alerts it fired still name it.
    Column("removed_at", UtcDateTime),
)

alert = Table(
    "alert",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("rule_id", ForeignKey("alert_rule.id"), nullable=False),
    Column("rule_name", String(200), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("metric", String(32), nullable=False),
    Column("threshold", Float, nullable=False),
    Column("estimate", JSON, nullable=False),
    Column("filters", JSON, nullable=False),
    Column("window_from", UtcDateTime, nullable=False),
    Column("window_to", UtcDateTime, nullable=False),
    Column("verbatims", JSON, nullable=False),
    Column("fired_at", UtcDateTime, nullable=False, index=True),
    Column("useful", Boolean),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("updated_by", String(128)),
    Column("team", String(80), nullable=False, server_default=""),
    Column("baseline", JSON),
    Column("escalated_at", UtcDateTime),
    Index(None, "rule_id", "fired_at"),
)

notification = Table(
    "notification",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("delivery_id", String(36), nullable=False, unique=True),
    Column("alert_id", ForeignKey("alert.id", ondelete="CASCADE"), index=True),
    Column("kind", String(16), nullable=False),
    Column("address", Text, nullable=False),
    Column("secret", Text),
    Column("subject", Text, nullable=False),
    Column("payload", JSON, nullable=False),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("next_attempt_at", UtcDateTime, nullable=False),
    Column("last_error", Text),
    Column("created_at", UtcDateTime, nullable=False),
    Column("sent_at", UtcDateTime),
    Index(None, "state", "next_attempt_at"),
)

action_effect = Table(
    "action_effect",
    metadata,
    Column("id", Integer, primary_key=True),
    # An action is judged once: a verdict that could be repeated until it pleases would be none.
    Column("action_id", ForeignKey("action.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("judged_at", UtcDateTime, nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("reason", String(64), nullable=False),
    Column("promised", Float),
    Column("change", JSON, nullable=False),
    Column("placebos", JSON, nullable=False),
    Column("weeks", JSON, nullable=False),
    Column("done_week", Date, nullable=False),
)

customer_case = Table(
    "customer_case",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("title", String(200), nullable=False),
    Column("state", String(16), nullable=False, index=True),
    Column("priority", String(16), nullable=False),
    Column("origin", String(16), nullable=False),
    Column("origin_id", String(64)),
    Column("customer_id", Integer, index=True),
    Column("feedback_id", Integer),
    Column("owner", String(128), nullable=False, index=True),
    Column("team", String(128), nullable=False),
    Column("root_cause", Text, nullable=False),
    Column("resolution", Text, nullable=False),
    Column("respond_by", UtcDateTime, nullable=False),
    Column("resolve_by", UtcDateTime, nullable=False),
    Column("responded_at", UtcDateTime),
    Column("waiting_since", UtcDateTime),
    Column("resolved_at", UtcDateTime),
    Column("escalated_at", UtcDateTime),
    Column("reopened", Integer, nullable=False),
    Column("created_by", String(128), nullable=False),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    # The question after the resolution: when it was asked, and what the customer said (1 to 5).
    Column("asked_again_at", UtcDateTime),
    Column("asked_again_score", Integer),
    # The same alert or voice opens one case, however often somebody asks for it.
    UniqueConstraint("origin", "origin_id"),
)

case_event = Table(
    "case_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("case_id", ForeignKey("customer_case.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    Column("actor", String(128), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("changes", JSON, nullable=False),
    Column("note", Text, nullable=False),
)
