"""Scores of a ledger against marked reports: tables for people, a record for programs."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dateline.evaluate.gold import GoldClaim
from dateline.evaluate.match import Matched, wrong_parts
from dateline.evaluate.score import FieldScore, Rate, Scores
from dateline.model import Claim, Number
from dateline.wording.words import clean

RATES = ("recall", "precision", "source", "modality", "place", "time")
INCIDENT_RATES = ("found", "type", "days", "country", "places", "actors", "weapons", "figures")


def scores_view(scores: Scores) -> Iterator[RenderableType]:
    """A line a field, then linking and incidents."""
    table = _table("field", *RATES)
    for each in (*scores.fields, scores.all):
        style = "bold" if each is scores.all else ""
        table.add_row(Text(each.field, style), *(_told(getattr(each, rate)) for rate in RATES))
    yield Text("Claims", "bold")
    yield Padding(table, (0, 0, 0, 2))
    yield Text(
        "  recall: of values marked; precision: of values read; the rest: of values found\n",
        "dim",
    )
    linked = _table("", "recall", "precision")
    linked.add_row("pairs of claims", _told(scores.linking.recall), _told(scores.linking.precision))
    yield Text("Linking", "bold")
    yield Padding(linked, (0, 0, 1, 2))
    incidents = _table("", *INCIDENT_RATES)
    incidents.add_row("", *(_told(getattr(scores.incidents, rate)) for rate in INCIDENT_RATES))
    yield Text("Incidents", "bold")
    yield Padding(incidents, (0, 0, 0, 2))


def misses_view(matched: Matched) -> Iterator[RenderableType]:
    """Marked claims that were not found or are not right in a part; and those read that nobody marked."""
    yield Text("\nMissed", "bold")
    for pair in matched.pairs:
        if pair.claim is None:
            yield Text(f"  {clean(_marked(pair.gold))}")
    yield Text("\nFound, and not right", "bold")
    for pair in matched.pairs:
        if pair.claim and (wrong := wrong_parts(pair.claim, pair.gold)):
            yield Text(f"  {clean(_marked(pair.gold))}")
            yield Text(f"    {' and '.join(wrong)}: {clean(_read(pair.claim))}")
    yield Text("\nRead, and not marked", "bold")
    for claim in matched.beyond:
        yield Text(f"  {clean(_read(claim))}")


def score_record(scores: Scores) -> dict[str, object]:
    """The same as JSON: each rate is ``{"right", "of", "share"}``, the share in per cent or null."""
    return {
        "fields": {each.field: _field_record(each) for each in scores.fields},
        "all": _field_record(scores.all),
        "linking": {part: _record(getattr(scores.linking, part)) for part in ("recall", "precision")},
        "incidents": {part: _record(getattr(scores.incidents, part)) for part in INCIDENT_RATES},
        "absent": list(scores.matched.absent),
    }


def _field_record(score: FieldScore) -> dict[str, object]:
    return {rate: _record(getattr(score, rate)) for rate in RATES}


def _record(rate: Rate) -> dict[str, object]:
    return {"right": rate.right, "of": rate.of, "share": rate.share}


def _table(first: str, *columns: str) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    table.add_column(first, no_wrap=True)
    for column in columns:
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _told(rate: Rate) -> str:
    return "-" if rate.share is None else f"{rate.share:.0f}% {rate.right}/{rate.of}"


def _marked(gold: GoldClaim) -> str:
    value = gold.value
    told = (
        f"{_ends(value.low, value.high)} {value.what or ''}" if value.counted() else " or ".join(value.names)
    )
    words = [f"{gold.report}: {gold.fields[0]} {told or value.what or ''}".rstrip()]
    words += [f"of {gold.group}"] if gold.group else []
    words += [f"by {' or '.join(gold.sources)}"] if gold.sources else []
    return f"{', '.join(words)}, {' or '.join(gold.modalities)}"


def _ends(low: tuple[int | None, ...], high: tuple[int | None, ...]) -> str:
    least, most = (" or ".join("" if end is None else str(end) for end in ends) for ends in (low, high))
    return least if least == most or not high else f"{least}..{most}"


def _read(claim: Claim) -> str:
    value, source = claim.value, claim.source
    told = f"{value.text} {value.what or ''}".rstrip() if isinstance(value, Number) else value.text
    words = [f"{claim.field} {told!r}"]
    words += [f"of {claim.group}"] if claim.group else []
    words += ["by the publisher" if source.publisher else f"by {source.name}"]
    words += [f"at {claim.place.name}"] if claim.place else []
    return f"{', '.join(words)}, {claim.modality} [{claim.id}, {claim.rule}]"
