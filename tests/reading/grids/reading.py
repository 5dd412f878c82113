"""What is read in the cells of a grid, and which of them fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import PEOPLE, Claim, Number, Reading
from dateline.reading import Reader
from tests.reading.grids.grid import Cell
from tests.reading.helpers import report


def failing(reader: Reader, cells: Sequence[Cell]) -> dict[str, str]:
    """The names of the cells that are misread, each with its text and what is wrong with it."""
    found = {}
    for cell, reading in zip(cells, reader.read([report(c.text) for c in cells]), strict=True):
        assert isinstance(reading, Reading), reading
        wrong = sorted(_harm(cell, reading) if cell.grid == "harm" else _speech(cell, reading))
        if wrong:
            found[cell.name] = f"{cell.text} | {'; '.join(wrong)}"
    return found


def _number(claim: Claim) -> str:
    """ "12", or the ends of a range: "12..", "..40", "3..12"."""
    assert isinstance(claim.value, Number)
    low, high = claim.value.low, claim.value.high
    if low == high:
        return str(low)
    return f"{'' if low is None else low}..{'' if high is None else high}"


def _counts(reading: Reading) -> list[Claim]:
    return [c for c in reading.claims if c.field in PEOPLE and isinstance(c.value, Number)]


def _harm(cell: Cell, reading: Reading) -> Iterator[str]:
    """Counts that are missing, and counts that nobody told; a told one with "?" may be there or not."""
    got = {f"{c.field} {_number(c)}" for c in _counts(reading)}
    must = {t.rstrip("~") for t in cell.told if not t.endswith("?")}
    may = {t.rstrip("?") for t in cell.told}
    yield from (f"missing: {t}" for t in must - got)
    yield from (f"invented: {t}" for t in got - must - may)


def _speech(cell: Cell, reading: Reading) -> Iterator[str]:
    """Numbers of the killed that are missing, or are given to another than who tells them, or less firmly."""
    killed = [c for c in _counts(reading) if c.field == "killed"]
    for told in cell.told:
        who, number, *how = told.split(" ")
        names = [name.replace("_", " ").lower() for name in who.split("|")]
        own = [c for c in killed if _number(c) == number]
        if not own:
            yield f"missing: {told}"
        for claim in own:
            heard = "publisher" if claim.source.publisher else claim.source.name
            if not any(name in heard.lower() for name in names):
                yield f"given to {heard}: {told}"
            elif how and claim.modality not in how:
                yield f"{claim.modality}: {told}"
