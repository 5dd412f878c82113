"""Intake: bytes -> reports."""

from dateline.intake.copies import copy_groups, group_copies
from dateline.intake.file import Walk
from dateline.intake.raw import bytes_under, is_taken, raw_copies
from dateline.intake.reports import report_id, report_of, take
from dateline.intake.unpack.copy import RawCopy

__all__ = [
    "RawCopy",
    "Walk",
    "bytes_under",
    "copy_groups",
    "group_copies",
    "is_taken",
    "raw_copies",
    "report_id",
    "report_of",
    "take",
]
