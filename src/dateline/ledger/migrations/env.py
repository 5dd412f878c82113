"""Run by Alembic: takes the connection that ``opening`` holds a transaction on."""

from alembic import context

from dateline.ledger.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
