"""Alembic: how the tables of an older ledger become those of this Dateline."""
