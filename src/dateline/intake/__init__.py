"""Intake: bytes -> reports."""

from dateline.intake.copies import copy_groups, group_copies
from dateline.intake.raw import raw_copies
from dateline.intake.reports import report_id, report_of, take
from dateline.intake.unpack.copy import RawCopy

__all__ = ["RawCopy", "copy_groups", "group_copies", "raw_copies", "report_id", "report_of", "take"]
