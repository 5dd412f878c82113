"""Reports made of invented sentences."""

from __future__ import annotations

from datetime import date

from dateline.model import Reading, Report, content_id, raw_hash
from dateline.reading import Reader
from dateline.reconcile.values import value_words


def report(text: str, published: date | None = date(2021, 3, 10), dateline: str | None = None) -> Report:
    """A report of the invented Harbour Post."""
    raw = raw_hash(text.encode())
    ident = content_id("report", raw)
    return Report(
        ident,
        "invented",
        "invented.txt",
        raw,
        "Harbour Post",
        None,
        published,
        "input" if published else None,
        dateline,
        None,
        "en",
        text,
        (),
        content_id("copies", ident),
    )


def read(reader: Reader, text: str, published: date | None = date(2021, 3, 10)) -> Reading:
    """What is read in a text."""
    (reading,) = reader.read([report(text, published)])
    assert isinstance(reading, Reading), reading
    return reading


def said(reader: Reader, text: str, *fields: str) -> list[str]:
    """What is claimed of some fields, sorted: "actor Rebels", with the modality where it is not asserted."""
    found = set()
    for claim in read(reader, text).claims:
        if claim.field in fields:
            put = "" if claim.modality == "asserted" else f" ({claim.modality})"
            found.add(f"{claim.field} {value_words(claim)}{put}")
    return sorted(found)


def table(text: str) -> list[tuple[str, list[str]]]:
    """Lines "sentence | claim; claim" as sentences and what is to be read; a line may end in "\\"."""
    rows = [line.split("|") for line in text.replace("\\\n", " ").strip().splitlines()]
    return [(left.strip(), sorted(c.strip() for c in right.split(";") if c.strip())) for left, right in rows]
