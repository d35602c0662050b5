"""Ledger tables of profiles: what a nightly round learnt of all customers, and where each of them stands."""

from sqlalchemy import JSON, Column, Float, ForeignKey, Integer, String, Table

from huiyin.store.ledger.metadata import metadata
from huiyin.store.ledger.tables import Key
from huiyin.store.ledger.types import UtcDateTime

profile_round = Table(
    "profile_round",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_at", UtcDateTime, nullable=False, index=True),
    # The lifetime model, its check on later orders, and the learnt groups.
    Column("figures", JSON, nullable=False),
)

customer_profile = Table(
    "customer_profile",
    metadata,
    Column("person_id", Key, ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("stage", String(16), nullable=False, index=True),
    Column("rfm_class", String(32)),
    # The number of the learnt group within the round.
    Column("learnt_group", Integer),
    # Yuan expected in the year ahead, from the orders of the kinds that repeat.
    Column("lifetime", Float),
)
