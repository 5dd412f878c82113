"""Columns that several tables have."""

from __future__ import annotations

from sqlalchemy import Column, Date, Float, ForeignKey, Integer, Text


def superseded_columns() -> tuple[Column[str], Column[str]]:
    """By which record, null for none in its place; and why, null while the row is current."""
    return Column("superseded_by", Text), Column("superseded_why", Text)


def of_report_columns() -> tuple[Column[str], Column[int]]:
    """The report that a drawn row belongs to, and its place in the report's order."""
    return Column("report", ForeignKey("reports.id"), nullable=False, index=True), int_column("position")


def text_column(name: str) -> Column[str]:
    """A text that is always there."""
    return Column(name, Text, nullable=False)


def made_columns(*names: str) -> tuple[Column[str], ...]:
    """How a row came about; empty where an older Dateline did not keep it."""
    return tuple(Column(name, Text, nullable=False, server_default="") for name in names)


def decided_columns() -> tuple[Column[str] | Column[int], ...]:
    """Who decided it, why and when (UTC), and the id of the entry that it takes back."""
    return (
        Column("number", Integer, nullable=False, unique=True),
        text_column("judge"),
        text_column("why"),
        text_column("at"),
        Column("undoes", Text),
    )


def int_column(name: str) -> Column[int]:
    """A number that is always there."""
    return Column(name, Integer, nullable=False)


def place_columns() -> tuple[
    Column[str], Column[float], Column[float], Column[str], Column[str], Column[str]
]:
    """Where: WGS 84 degrees; ``country`` is ISO 3166-1 alpha-2."""
    return (
        Column("place", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("country", Text),
        Column("admin1", Text),
        Column("place_precision", Text),
    )


def when_columns() -> tuple[Column[object], Column[object], Column[str]]:
    """First and last day."""
    return Column("starts", Date), Column("ends", Date), Column("time_precision", Text)
