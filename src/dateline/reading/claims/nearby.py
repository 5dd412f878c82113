"""When was an event that its own sentences do not date?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from dateline.codebook import Codebook
from dateline.model import ACTUAL, Span, TimeMention, When
from dateline.reading.claims.around import Around, is_aside
from dateline.reading.claims.drafts import HEDGED, Draft
from dateline.reading.events.attach import Governors, governors_of
from dateline.reading.events.dates import token_of
from dateline.reading.events.entries import entry_of
from dateline.reading.events.event import Event
from dateline.reading.events.telling import is_definite
from dateline.reading.modality import ASSERTED
from dateline.reading.rules import Rule
from dateline.reading.times.calendar import precision
from dateline.reading.times.reader import counted_back, counted_from
from dateline.reading.tree import ancestors, children, is_verb

WHEN_NEAR = Rule(
    "event.when_near",
    "An event without a date has, hedged, the day told beside it in a sentence that tells of no other.",
    example="Two men were killed in Baghdad. Police were called to the house at noon on Monday.",
    reads="when 2021-03-08",
)
COUNTED = Rule(
    "event.when_counted",
    "An event told as so many days before or after another is dated from that other one.",
    example="Rockets hit a camp on 9 March 2021, five days after a bomb exploded in Baghdad.",
    reads="when 2021-03-04",
)
PUBLISHED = Rule(
    "event.when_published",
    "News without a date was, hedged, on the day of its publication or the two before.",
    example="Gunmen attacked a convoy near Baghdad.",
    reads="when 2021-03-08",
)
SINCE = Rule(
    "event.when_since",
    "What something of today is told to be so many weeks or months after is dated back from the publication.",
    example="Five weeks after a bomb exploded in Baghdad, families wait for answers.",
    reads="when 2021-01-30",
)
RULES = (WHEN_NEAR, COUNTED, PUBLISHED, SINCE)

PRESENT = frozenset(("VBZ", "VBP"))
"""Tags of verbs of the present."""

NEWS = timedelta(days=2)
"""How long before its report what happened is still news."""
LEAD = 4
"""Sentences that tell what a report is about."""
REACH = 2
"""Sentences from an event within which a day may be its own."""


def read_nearby(around: Around, events: Sequence[Event], codebook: Codebook) -> Iterator[tuple[Event, Draft]]:
    """Times for events without one."""
    counted = list(_counted_back(around, events, codebook))
    yield from counted
    dated = {id(event) for event, _ in counted}
    governors = governors_of(codebook)
    taken = {around.parse.tokens[t.trigger.i].sentence for e in events for t in e.tellings}
    for event in events:
        if not event.first.apart and event.when() is None and id(event) not in dated:
            time = _day_beside(around, event, events, governors) or _day_near(around, event, taken, governors)
            if time is not None:
                yield event, _draft(time, event)
            elif _is_news(around, event, governors):
                yield from _published(around, event)


def _draft(time: TimeMention, event: Event) -> Draft:
    return Draft("when", time.value, time.span, event.first.trigger.i, HEDGED, WHEN_NEAR.id)


def _counted_back(
    around: Around, events: Sequence[Event], codebook: Codebook
) -> Iterator[tuple[Event, Draft]]:
    """The day of what is told as "three days before" an event whose day is known, or as so long after it."""
    event_of = {t.trigger.i: e for e in events for t in e.tellings}
    for earlier in around.earlier:
        sentence = around.parse.tokens[earlier.above].sentence
        here = [i for i in event_of if around.parse.tokens[i].sentence == sentence]
        inner = next((event_of[i] for i in here if i in earlier.tokens), None)
        beside = [i for i in here if i not in earlier.tokens]
        if (
            not beside
            and inner
            and earlier.time
            and inner.when() is None
            and _is_present(around, earlier.above)
        ):
            yield from _counted_from_publication(around, earlier.time, inner, codebook)
            continue
        if not beside:  # "it came a day after a bomb killed two": told of in the sentence before
            beside = [i for i in event_of if i < min(earlier.tokens, default=0) and i not in here][-1:]
        if earlier.time is None or inner is None:
            continue
        dated = next((event_of[i] for i in beside if event_of[i].when()), None)
        if dated is not None and inner.when() is None:
            yield from _counted_from(around, earlier.time, dated, inner, codebook, ahead=False)
        elif dated is None and beside and event_of[beside[0]] is not inner:
            yield from _counted_from(around, earlier.time, inner, event_of[beside[0]], codebook, ahead=True)
        if dated is None and inner.when() is None and _is_present(around, earlier.above, perfect=True):
            yield from _since(around, earlier.time, inner, codebook)


def _since(around: Around, time: Span, event: Event, codebook: Codebook) -> Iterator[tuple[Event, Draft]]:
    """The days of an event so many weeks or months before the publication."""
    words, published = time.of(around.parse.text), around.report.published
    days = counted_back(words, published, codebook) if published else None
    if days:
        value = When(days.start, days.end, precision(days), None, words)
        yield event, Draft("when", value, time, event.first.trigger.i, ASSERTED, SINCE.id)


def _is_present(around: Around, i: int, *, perfect: bool = False) -> bool:
    """Whether what a clause hangs on is told of the present: "three days after the raid, they still wait".

    With ``perfect`` also of what has been since: "five weeks after the raid, nobody has been charged".
    """
    parse = around.parse
    above = next((t for t in (parse.tokens[i], *ancestors(parse, i)) if is_verb(t)), None)
    if above is None:
        return False
    helpers = list(children(parse, above.i, "aux", "auxpass"))
    if perfect:
        return above.dep not in ("relcl", "acl") and any(t.tag in PRESENT for t in (above, *helpers))
    progressive = above.tag == "VBG" and bool(helpers)
    finite = helpers[0] if progressive else above
    had = not progressive and any(t.lemma != "do" for t in helpers)
    return finite.tag in PRESENT and not had


def _counted_from_publication(
    around: Around, time: Span, event: Event, codebook: Codebook
) -> Iterator[tuple[Event, Draft]]:
    """The day so long before the report of what it tells as so long ago, hedged: it was written by then."""
    published, words = around.report.published, time.of(around.parse.text)
    days = counted_from(words, published, codebook, ahead=False) if published else None
    if days and days.length == 1:
        value = When(days.start, days.end, precision(days), None, words)
        yield event, Draft("when", value, time, event.first.trigger.i, HEDGED, COUNTED.id)
    else:
        yield from _since(around, time, event, codebook)


def _counted_from(
    around: Around, time: Span, dated: Event, other: Event, codebook: Codebook, *, ahead: bool
) -> Iterator[tuple[Event, Draft]]:
    """The day of one event from the one day of another and the words between them."""
    day = dated.when()
    if day is None or day.days() != 1 or day.start is None:
        return
    words = time.of(around.parse.text)
    days = counted_from(words, day.start, codebook, ahead=ahead)
    if days:
        value = When(days.start, days.end, precision(days), None, words)
        yield other, Draft("when", value, time, other.first.trigger.i, ASSERTED, COUNTED.id)


def _day_beside(
    around: Around, event: Event, events: Sequence[Event], governors: Governors
) -> TimeMention | None:
    """The one time of the past in the event's own sentences that no event has, where no other is told there.

    "More than 500 were killed, most of them executed, in March 2022": what stands between hides whose it is.
    """
    parse = around.parse
    here = {parse.tokens[t.trigger.i].sentence for t in event.tellings}
    others = {parse.tokens[t.trigger.i].sentence for e in events if e is not event for t in e.tellings}
    owned = {m.span for e in events for t in e.tellings for m in t.times}
    free = []
    for mention in around.times:
        head = token_of(parse, mention.span)
        end, published = mention.value.end, around.report.published
        if parse.tokens[head].sentence not in here - others or mention.span in owned or end is None:
            continue
        if published and end < published - NEWS and not is_aside(parse, head, governors):
            free.append(mention)
    return free[0] if len({m.value for m in free}) == 1 else None


def _day_near(around: Around, event: Event, taken: set[int], governors: Governors) -> TimeMention | None:
    """The first day told within reach of the event in a sentence without an event of its own."""
    here = [around.parse.tokens[t.trigger.i].sentence for t in event.tellings]
    published = around.report.published
    for mention in around.times:
        when, head = mention.value, token_of(around.parse, mention.span)
        sentence = around.parse.tokens[head].sentence
        if sentence in taken or when.precision not in ("day", "days") or when.start is None:
            continue
        if published and when.start > published:
            continue
        if min(abs(sentence - s) for s in here) <= REACH and not is_aside(around.parse, head, governors):
            return mention
    return None


def _is_news(around: Around, event: Event, governors: Governors) -> bool:
    """Whether an event is told for the first time, as something that took place: "gunmen attacked a convoy".

    What is in court, mourned or told of as "the attack" may be of long ago.
    """
    parse, first = around.parse, event.first
    token = parse.tokens[first.trigger.i]
    if _is_follow_up(around, token.sentence, governors):
        return False
    if first.judged.modality not in ACTUAL or any(t.times for t in event.tellings):
        return False
    if any(token.i in e.tokens for e in around.earlier) or is_definite(parse, token.i):
        return False
    entry = entry_of(token.i, around.listed)
    if entry is not None and entry.heading:
        return False  # of those that a report recalls, none is news
    verbs = [t for t in (token, *ancestors(parse, token.i)) if is_verb(t)]
    if not verbs or any(t.lemma in governors.aside for t in verbs):
        return False
    return verbs[0].tag in ("VBD", "VBN") and not any(t.dep == "relcl" for t in (token, *verbs))


def _is_follow_up(around: Around, sentence: int, governors: Governors) -> bool:
    """Whether the report begins with, or the sentence tells of, what comes of a crime: arrests, charges."""
    heads = {*range(LEAD), sentence}
    return any(t.lemma in governors.law for t in around.parse.tokens if t.sentence in heads)


def _published(around: Around, event: Event) -> Iterator[tuple[Event, Draft]]:
    """The days up to the publication."""
    day, trigger = around.report.published, event.first.trigger
    if day is not None:
        words = f"by {day.isoformat()}"
        value = When(day - NEWS, day, "days", None, words)
        yield event, Draft("when", value, trigger.span, trigger.i, HEDGED, PUBLISHED.id, inferred=True)
