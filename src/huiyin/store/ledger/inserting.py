"""Inserting in the words of either database, where a key may be taken already."""

from __future__ import annotations

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_into(connection: Connection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """Return an insert that can say what is to happen on a conflict, which plain SQL cannot."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)
