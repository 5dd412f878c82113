"""What stands around the events of a report, and what of it is beside the matter?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import PlaceMention, Report, TimeMention
from dateline.reading.events.attach import Governors
from dateline.reading.events.earlier import Earlier
from dateline.reading.events.entries import Entry
from dateline.reading.parse import Parse
from dateline.reading.tree import ancestors, children, is_verb

RETOLD = frozenset(("report", "claim"))


@dataclass(frozen=True, slots=True)
class Around:
    """The report around its events: every time and place that it names, attached or not.

    ``listed`` are the entries where it is a list.
    """

    parse: Parse
    report: Report
    times: Sequence[TimeMention]
    places: Sequence[PlaceMention]
    earlier: Sequence[Earlier]
    listed: Sequence[Entry] = ()


def is_aside(parse: Parse, head: int, governors: Governors) -> bool:
    """Whether the time is that of speech, of a court or of someone's life; or is no part of a sentence."""
    verbs = [t for t in ancestors(parse, head) if is_verb(t)]
    if not verbs:
        return True
    if any(t.dep == "aux" and t.tag == "MD" for t in children(parse, verbs[0].i)):
        return True
    if verbs[0].dep == "relcl" and verbs[0].lemma in RETOLD:
        return True  # "the 11 that it reported last week"
    return verbs[0].lemma in governors.reporting | governors.aside | governors.home
