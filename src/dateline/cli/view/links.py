"""Why the reports of an incident are in it, and why the nearest others are not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.cli.view.incident import title
from dateline.model import Claim, Incident
from dateline.reconcile.explain import Link, Links
from dateline.wording.lookup import Lookup
from dateline.wording.words import clean, report_words

NOTHING = 0.05
"""A weight below this would be shown as none."""

MEANING = (
    "What speaks for one occurrence has a plus, what speaks against it a minus; from 0 on, two events are "
    "held to be the same by themselves."
)


def links_explained(links: Links, incident: Incident, lookup: Lookup) -> Iterator[RenderableType]:
    """Each event of the incident beside the one most like it; then the events left out.

    Args:
        links: what linking found.
        incident: the one it is about.
        lookup: the readings and incidents of all events of the links.
    """
    events = _first_claims(lookup)
    yield Rule(Text(title(incident), "bold"), align="left", style="dim")
    yield Padding(Text(incident.id, "dim"), (0, 0, 1, 2))
    yield Text("Why each report is in", "bold")
    yield from (_link(link, events, lookup) for link in links.inside)
    if links.outside:
        yield Text("Why the nearest others are not", "bold")
        yield from (_link(link, events, lookup, of=_incident(link, events, lookup)) for link in links.outside)
    if any(link.reasons for link in (*links.inside, *links.outside)):
        yield Padding(Text(MEANING, "dim"), (0, 0, 0, 2))


def _link(
    link: Link, events: Mapping[str, Claim], lookup: Lookup, *, of: Incident | None = None
) -> RenderableType:
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    score = "" if link.score is None else f"{link.score:+.1f}"
    other = f" (beside {_report(link.other, events, lookup)})" if link.other else ""
    grid.add_row(Text(score, "bold"), Text(clean(link.verdict), "bold").append(other, "not bold"))
    for reason in (each for each in link.reasons if abs(each.weight) >= NOTHING):
        grid.add_row(f"{reason.weight:+.1f}", clean(reason.text))
    head = Text.assemble((_report(link.event, events, lookup), "bold"), ("  ", ""), (link.event, "dim"))
    told = Text(f"“{clean(events[link.event].quote)}”", "dim")
    where = [Text(f"in {title(of)} ({of.id})")] if of else []
    inner = Table.grid()
    for line in (head, *where, told):
        inner.add_row(line)
    inner.add_row(Padding(grid, (0, 0, 0, 2)))
    return Padding(inner, (0, 0, 1, 2))


def _first_claims(lookup: Lookup) -> dict[str, Claim]:
    """By event its claim on the type, which stands where the event is told; or else its first claim."""
    ordered: Sequence[Claim] = sorted(lookup.claims.values(), key=lambda claim: claim.field != "type")
    return {claim.event: claim for claim in reversed(ordered)}


def _report(event: str, events: Mapping[str, Claim], lookup: Lookup) -> str:
    return report_words(lookup.reports[events[event].report])


def _incident(link: Link, events: Mapping[str, Claim], lookup: Lookup) -> Incident | None:
    claim = events[link.event].id
    return next((each for each in lookup.incidents.values() if claim in each.claims), None)
