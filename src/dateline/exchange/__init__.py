"""Ledgers in the formats that others read, one file a format."""

from dateline.exchange.json import ledger_to_json, write_json

__all__ = ["ledger_to_json", "write_json"]
