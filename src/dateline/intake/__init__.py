"""Intake: bytes -> reports."""

from dateline.intake.copies import copy_groups
from dateline.intake.raw import raw_copies
from dateline.intake.reports import report_id, report_of, take
from dateline.intake.unpack.copy import RawCopy

__all__ = ["RawCopy", "copy_groups", "raw_copies", "report_id", "report_of", "take"]
