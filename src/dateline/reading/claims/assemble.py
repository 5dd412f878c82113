"""Events and counts -> claims."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.codebook import Codebook
from dateline.model import PEOPLE, WEAPONS, Claim, Field, Place, PlaceMention, Report, When, content_id
from dateline.reading.actors.reader import Cast
from dateline.reading.claims.added_up import NAMING
from dateline.reading.claims.around import Around
from dateline.reading.claims.drafts import (
    Draft,
    of_assessment,
    of_count,
    of_damage,
    of_motive,
    of_telling,
)
from dateline.reading.claims.finish import Desk, make_claims
from dateline.reading.claims.headings import links
from dateline.reading.claims.nearby import read_nearby
from dateline.reading.claims.rebuttals import rebuttals, rejected
from dateline.reading.claims.shares import shared_out
from dateline.reading.claims.tally import part_words, tally
from dateline.reading.claims.whereabouts import read_whereabouts
from dateline.reading.counts.reader import Count
from dateline.reading.counts.rules import GAPPED, NAMED, NOT_SURVIVED
from dateline.reading.events.attach import attach, governors_of
from dateline.reading.events.event import Event, Page
from dateline.reading.events.group import main_event
from dateline.reading.events.tell import belongs
from dateline.reading.events.telling import WIDE, Telling, finest
from dateline.reading.events.trigger import Trigger
from dateline.reading.generic import generic
from dateline.reading.modality import ASSERTED, read_modality
from dateline.reading.parse import Parse
from dateline.reading.roles.blame import blames
from dateline.reading.roles.damage import read_damage
from dateline.reading.roles.purpose import read_assessments, read_motives
from dateline.reading.speech import Attribution
from dateline.reading.speech.sources import kind_words
from dateline.reading.tree import subtree
from dateline.reading.withdrawn import withdrawn


@dataclass(frozen=True, slots=True)
class Told:
    """All that was read in one report before claims are made of it."""

    page: Page
    around: Around
    tellings: tuple[Telling, ...]
    events: tuple[Event, ...]
    counts: tuple[Count, ...]
    sites: tuple[PlaceMention, ...]
    cast: Cast
    attribution: Attribution

    @property
    def parse(self) -> Parse:
        """The report as tokens."""
        return self.page.parse

    @property
    def report(self) -> Report:
        """The report."""
        return self.around.report

    def event_of(self) -> dict[int, Event]:
        """Trigger token -> the event that its telling is part of."""
        return {t.trigger.i: e for e in self.events for t in e.tellings}


def assemble(told: Told, codebook: Codebook) -> tuple[Claim, ...]:
    """Every claim of the report, in text order."""
    if not told.tellings:
        return ()
    events = told.event_of()
    first = [events[t.trigger.i].first.trigger.span for t in told.tellings]
    ids = [content_id("event", told.report.id, str(span)) for span in first]
    ties = codebook.tellings.ties
    drafts = [
        (ids[n], d)
        for n, t in enumerate(told.tellings)
        for d in of_telling(told.parse, t, codebook.counts, ties)
    ]
    counted = tuple(_counts(told, codebook))
    loose = (
        *counted,
        *rejected(told.parse, counted, told.cast, codebook),
        *_damage(told, codebook),
        *blames(told.parse, told.tellings, told.cast, codebook),
        *rebuttals(told.parse, told.tellings, told.cast, codebook),
        *_purpose(told, codebook, ids),
    )
    drafts += [(ids[n], d) for n, d in loose]
    main = main_event(told.page, told.events)
    beside = (
        *read_nearby(told.around, told.events, codebook),
        *read_whereabouts(told.around, told.sites, told.events, main, codebook),
    )
    for event, draft in beside:
        drafts.append((content_id("event", told.report.id, str(event.first.trigger.span)), draft))
    kinds = kind_words(codebook.speech)
    desk = Desk(told.parse, told.report, told.attribution, told.cast, kinds, codebook.modality)
    claims = [claim for event, draft in drafts for claim in make_claims(draft, event, desk)]
    made = {c.id: c for c in tally(claims, told.parse.text, codebook.counts)}
    return tuple(sorted(made.values(), key=lambda c: (c.span, c.spans.value or c.span, c.field, c.id)))


Owned = tuple[int, Draft]
NEXT = 8
"""Characters from a number to its place: "40 in the town of" is more."""


def _counts(told: Told, codebook: Codebook) -> Iterator[Owned]:
    events = told.event_of()
    other, cues = links(told.parse), codebook.modality
    gone = withdrawn(told.parse, cues) | generic(told.parse, cues)
    counts = [
        c
        for c in told.counts
        if told.parse.tokens[c.trigger].sentence not in other and not {c.trigger, c.head} & gone
    ]
    owned = [(n, c) for c in counts if (n := _owner(told, c)) is not None]
    tops = _tops(told, owned)
    beside = {(c.field, c.trigger) for _, c in owned if c.rule not in NAMING}
    own = _own_sites(told, codebook)
    shares = shared_out(told.parse, [c for _, c in owned], told.sites)
    for n, count in owned:
        most = tops.get((id(events[told.tellings[n].trigger.i]), count.field), 0)
        several = most == 1 < (count.value.high or 0)  # "a guard was killed": one of those whom it names
        if count.rule in NAMING and most and not several and (count.field, count.trigger) not in beside:
            continue  # the report counts them: a name told elsewhere is one of those
        judged = read_modality(told.parse, count.trigger, codebook.modality)
        if count.field == "failed" and judged.modality == "negated":
            judged = ASSERTED  # "did not explode" is what failing means
        if count.rule == NOT_SURVIVED.id and judged.modality == "negated":
            judged = ASSERTED  # who did not survive is dead
        survives = told.parse.tokens[count.trigger].lemma in codebook.counts.frames.survive
        if survives and judged.modality == "planned":
            judged = ASSERTED  # who "is expected to survive" is hurt, whatever is expected
        telling = told.tellings[n]
        event = events[telling.trigger.i]
        place, when = _site(told.parse, telling, event)
        place = own[count.trigger][0].value if own.get(count.trigger) else place
        place = _sharper(told.parse, place, telling, event)
        place = _behind(told, count) or place if count.rule == GAPPED.id else place
        place = shares.get((count.field, count.span), place)
        part = count.part and count.group is None and count.field in PEOPLE
        words = part_words(count.span, told.parse.text, codebook.counts) if part else count.group
        whole = replace(count, group=words)
        person = told.cast.entity(count.head) if count.rule == NAMED.id else None
        if person is not None:
            whole = replace(whole, value=replace(whole.value, what=person.name))
        yield n, of_count(whole, judged, place, when)


def _tops(told: Told, owned: Sequence[tuple[int, Count]]) -> Mapping[tuple[int, Field], int]:
    """The largest number that counts people of each event and field, not by their names; 1 or more."""
    events = told.event_of()
    found: dict[tuple[int, Field], int] = {}
    for n, count in owned:
        if count.rule not in NAMING:
            key = (id(events[told.tellings[n].trigger.i]), count.field)
            found[key] = max(found.get(key, 1), count.value.high or count.value.low or 0)
    return found


def _owner(told: Told, count: Count) -> int | None:
    """Index of the telling that a count is of; weapons told in a sentence of its own are the main event's."""
    n = belongs(told.parse, count.trigger, told.tellings)
    tokens = told.parse.tokens
    if n is not None and tokens[told.tellings[n].trigger.i].sentence != tokens[count.trigger].sentence:
        n = _before_asides(told, n)
    if n is None or count.field not in WEAPONS:
        return n
    main = main_event(told.page, told.events)
    if main is None or tokens[told.tellings[n].trigger.i].sentence == tokens[count.trigger].sentence:
        return n
    return told.tellings.index(main.first)


def _before_asides(told: Told, n: int) -> int:
    """The last telling up to ``n`` that is no aside: what a raid was in reply to is not what goes on."""
    inside = {i for tokens in told.page.asides for i in tokens}
    return next((k for k in range(n, -1, -1) if told.tellings[k].trigger.i not in inside), n)


def _behind(told: Told, count: Count) -> Place | None:
    """The place right behind a number that leaves out what its place is joined to: "and 40 in Orlow"."""
    near = (m for m in told.sites if 0 <= m.span.start - count.span.end <= NEXT)
    return next((m.value for m in near), None)


def _own_sites(told: Told, codebook: Codebook) -> Mapping[int, tuple[PlaceMention, ...]]:
    """Places told right with a word that counts: "17 were aimed at the base"."""
    parse = told.parse
    triggers = [t.trigger for t in told.tellings]
    known = {t.i for t in triggers}
    idle = sorted({c.trigger for c in told.counts} - known)
    kind = codebook.event_types.type[0]
    triggers += [Trigger(i, parse.tokens[i].span, kind, True) for i in idle]
    return attach(parse, triggers, told.sites, governors_of(codebook))


def _site(parse: Parse, telling: Telling, event: Event) -> tuple[Place | None, When | None]:
    """Place and time of a count: its telling's, else those told in its sentence, else the event's first."""
    here = parse.tokens[telling.trigger.i].sentence
    near = [t for t in event.tellings if parse.tokens[t.trigger.i].sentence == here]
    before = sorted(
        (t for t in event.tellings if t.trigger.i < telling.trigger.i), key=lambda t: -t.trigger.i
    )
    last = [t for t in before if parse.tokens[t.trigger.i].sentence == here - 1]
    order = (telling, *near, *last, *event.tellings)
    place = next((p for t in order if (p := t.place())), None)
    return place, next((w for t in order if (w := t.when())), None)


def _sharper(parse: Parse, place: Place | None, telling: Telling, event: Event) -> Place | None:
    """The place, or a finer one in it that the event has in the sentence: "in Marland 12 died in Orlow"."""
    if place is None or place.precision not in WIDE:
        return place
    here = parse.tokens[telling.trigger.i].sentence
    near = [t for t in event.tellings if parse.tokens[t.trigger.i].sentence == here]
    return finest([place, *(m.value for t in (telling, *near) for m in t.places)])


def _damage(told: Told, codebook: Codebook) -> Iterator[Owned]:
    for damage in read_damage(told.parse, codebook.roles):
        n = belongs(told.parse, damage.trigger, told.tellings)
        if n is not None:
            judged = read_modality(told.parse, damage.trigger, codebook.modality)
            yield n, of_damage(told.parse, damage, told.cast.entity(damage.head), judged)


def _purpose(told: Told, codebook: Codebook, ids: Sequence[str]) -> Iterator[Owned]:
    parse, tellings = told.parse, told.tellings
    for answered in read_motives(parse, codebook.roles):
        below = [n for n, t in enumerate(tellings) if t.trigger.i in subtree(parse, answered.head)]
        others = [t for n, t in enumerate(tellings) if n not in below]
        outside = belongs(parse, answered.cue, others) if others else None
        if outside is not None:
            n = tellings.index(others[outside])
            judged = read_modality(parse, answered.cue, codebook.modality)
            yield (
                n,
                of_motive(answered, parse, ids[below[0]] if below else None, tellings[n].trigger.i, judged),
            )
    for assessed in read_assessments(parse, codebook.roles):
        owner = belongs(parse, assessed.i, tellings)
        if owner is not None:
            yield owner, of_assessment(assessed, parse, assessed.i)
