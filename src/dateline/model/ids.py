"""Identifiers are content hashes: same input, same id, on any machine and in any order."""

from __future__ import annotations

import hashlib

ID_LENGTH = 16
"""Hexadecimal digits kept: 64 bits, a collision in ten million records has odds of 1 in 370,000."""


def content_id(kind: str, *parts: str) -> str:
    """A stable id for a record of ``kind`` made of ``parts``, such as ``claim-9f86d081884c7d65``."""
    joined = "\x1f".join((kind, *parts))
    return f"{kind}-{hashlib.sha256(joined.encode()).hexdigest()[:ID_LENGTH]}"


def raw_hash(data: bytes) -> str:
    """The SHA-256 of a raw copy, as 64 hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()
