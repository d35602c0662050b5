"""Alembic's entry: runs on the connection that `huiyin.store.ledger.schema.migrate` hands over."""

from alembic import context

from huiyin.store.ledger.metadata import declared

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=declared(),
    render_as_batch=True,
    compare_type=True,
    transactional_ddl=False,
)
context.run_migrations()
