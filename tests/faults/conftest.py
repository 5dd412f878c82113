"""PostgreSQL for the faults."""

from __future__ import annotations

from tests.contract.conftest import postgres

__all__ = ["postgres"]
