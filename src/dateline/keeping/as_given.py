"""The input of a report that is kept, as it was given."""

from __future__ import annotations

from typing import cast

from dateline.intake import RawCopy
from dateline.intake.sniff import Kind
from dateline.model import Kept


def as_given(kept: Kept, data: bytes) -> RawCopy:
    """Its raw copy, under the names that it came with."""
    return RawCopy(kept.path, kept.making.name, cast(Kind, kept.making.kind), data)
