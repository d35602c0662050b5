"""What an action rests on: where it came from, the experiment that tests it, and the work it takes."""

from sqlalchemy import Column, Float, ForeignKey, String, Table, Text

from huiyin.store.ledger.metadata import metadata

action_basis = Table(
    "action_basis",
    metadata,
    Column("action_id", ForeignKey("action.id", ondelete="CASCADE"), primary_key=True),
    Column("origin", String(16), nullable=False),
    Column("origin_id", String(200)),
    # A name or an address of the experiment, kept wherever the company runs its experiments.
    Column("experiment", Text, nullable=False),
    # Person-weeks; None until somebody has estimated them.
    Column("effort", Float),
)
