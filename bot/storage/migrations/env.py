"""Alembic's door: runs the migrations on the connection it is given."""

from __future__ import annotations

from alembic import context

from bot.storage import machinery  # noqa: F401  (its tables belong to the metadata)
from bot.storage.tables import metadata

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
