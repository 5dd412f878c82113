"""Events of one report -> the claims that their tellings make, before anyone is named as their source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dateline.codebook.counts import Counts
from dateline.codebook.tellings import TieWords
from dateline.model import (
    Entity,
    Field,
    Motive,
    Place,
    PlaceMention,
    Responsibility,
    Span,
    Term,
    Value,
    When,
)
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.reader import Count
from dateline.reading.events.aftermath import is_counting_day
from dateline.reading.events.dates import token_of
from dateline.reading.events.telling import Part, Telling
from dateline.reading.modality import ASSERTED, Judged
from dateline.reading.parse import Parse
from dateline.reading.roles.blame_rules import Blame
from dateline.reading.roles.damage import Damage
from dateline.reading.roles.purpose import ASSESSMENT, MOTIVE, Answered, Assessed
from dateline.reading.rules import Rule
from dateline.reading.tree import noun_phrase, without_article

TYPE = Rule(
    "event.trigger",
    "A trigger of the codebook names the type, made finer by the weapon used.",
    example="A bomb exploded in the market of Brindle on Monday.",
    reads="type bombing",
)
PLACE = Rule(
    "event.place",
    "A place belongs to the event word that is nearest in the grammar of the sentence.",
    example="Gunmen attacked a convoy in Baghdad on Monday.",
    reads="place Baghdad",
)
WHEN = Rule(
    "event.when",
    "A time belongs to the event word that is nearest in the grammar of the sentence.",
    example="Gunmen attacked a convoy in Baghdad on 4 March 2021.",
    reads="when 2021-03-04",
)
PLACE_HAPPENED = Rule(
    "event.place_happened",
    "Where 'it' or 'the incident' took place is where what was told before did.",
    example="Two men were shot on Monday. The incident occurred in Baghdad.",
    reads="place Baghdad",
)
WHEN_HAPPENED = Rule(
    "event.when_happened",
    "When 'it' or 'the incident' took place is when what was told before did.",
    example="Two men were shot in Baghdad. The incident occurred on 4 March 2021.",
    reads="when 2021-03-04",
)
PERSON = Rule(
    "place.person",
    "What befell someone of a town was, hedged, in that town, where the report puts it nowhere else.",
    example="A Baghdad man was killed on Monday.",
    reads="place Baghdad",
)
RULES = (TYPE, PLACE, WHEN, PLACE_HAPPENED, WHEN_HAPPENED, PERSON)


HEDGED = Judged("hedged", None)


@dataclass(frozen=True, slots=True)
class Draft:
    """A claim in the making: its value and words, and the trigger that ties it to the event.

    An ``inferred`` value has no words of its own in the text; ``span`` is then the trigger's. ``deed`` is
    the event word that a cue of blame at ``trigger`` is about.
    """

    field: Field
    value: Value
    span: Span
    trigger: int
    judged: Judged
    rule: str
    group: str | None = None
    place: Place | None = None
    when: When | None = None
    speaker: int | None = None
    inferred: bool = False
    deed: int | None = None


def of_telling(parse: Parse, telling: Telling, book: Counts, ties: TieWords) -> Iterator[Draft]:
    """Type, parties, weapons, places and times of one telling; the day of a toll is not the event's."""
    i, judged = telling.trigger.i, telling.judged
    place, when = telling.place(), telling.when()
    name = Term(telling.type.name, telling.trigger.span.of(parse.text))
    yield Draft("type", name, telling.trigger.span, i, judged, TYPE.id, place=place, when=when)
    for part in telling.parts:
        yield from _of_part(parse, telling, part)
    here = parse.sentence_span(i)
    for spot in telling.places:
        rule, how = (PLACE if here.contains(spot.span) else PLACE_HAPPENED), judged
        if _is_of_person(parse, spot, book):
            rule, how = PERSON, HEDGED if judged == ASSERTED else judged
        yield Draft("place", spot.value, spot.span, i, how, rule.id, place=spot.value, when=when)
    for time in telling.times:
        if is_counting_day(parse, token_of(parse, time.span), i, ties):
            continue
        rule = WHEN if here.contains(time.span) else WHEN_HAPPENED
        yield Draft("when", time.value, time.span, i, judged, rule.id, place=place, when=time.value)


def _of_part(parse: Parse, telling: Telling, part: Part) -> Iterator[Draft]:
    role, i, judged = part.role, telling.trigger.i, telling.judged
    place, when = telling.place(), telling.when()
    if part.weapon:
        weapon = Term(part.weapon.kind.name, part.weapon.span.of(parse.text))
        yield Draft("weapon", weapon, part.weapon.span, i, judged, role.rule.id, place=place, when=when)
    elif part.entity:
        span = words_span(parse, role.head)
        value = replace(part.entity, text=span.of(parse.text))
        if role.cue is not None and judged.modality == "asserted":
            judged = Judged("hedged", role.cue)
        yield Draft(role.field, value, span, i, judged, role.rule.id, place=place, when=when)


def _is_of_person(parse: Parse, spot: PlaceMention, book: Counts) -> bool:
    """Whether a place says where a person belongs: "a Hillton man"."""
    token = parse.tokens[token_of(parse, spot.span)]
    owner = parse.tokens[token.head]
    return (
        token.dep in ("compound", "nmod", "amod")
        and owner.i > token.i
        and is_person(noun_of(parse, owner.i), book)
    )


def of_count(count: Count, judged: Judged, place: Place | None, when: When | None) -> Draft:
    """A number of people, weapons or things."""
    return Draft(
        count.field, count.value, count.span, count.trigger, judged, count.rule, count.group, place, when
    )


def of_damage(parse: Parse, damage: Damage, entity: Entity | None, judged: Judged) -> Draft:
    """A thing that was damaged or destroyed and not counted."""
    span = words_span(parse, damage.head)
    words = span.of(parse.text)
    value = replace(entity, text=words) if entity else Entity(words, "facility", None, None, words)
    return Draft(damage.field, value, span, damage.trigger, judged, damage.rule.id)


def of_blame(parse: Parse, blame: Blame, party: tuple[int, Entity], judged: Judged, deed: int) -> Draft:
    """A responsibility of the party at a token; what a party denies of itself is put as denied.

    ``deed`` is the event word of the telling that it is for.
    """
    head, entity = party
    span = words_span(parse, head)
    value = Responsibility(entity.name, entity.kind, entity.country, blame.how, span.of(parse.text))
    how = judged if judged.modality in ("hedged", "denied") else ASSERTED
    return Draft(
        "responsibility", value, span, blame.cue, how, blame.rule.id, speaker=blame.speaker, deed=deed
    )


def of_motive(answered: Answered, parse: Parse, event: str | None, trigger: int, judged: Judged) -> Draft:
    """What the event is said to answer."""
    value = Motive(answered.span.of(parse.text), event)
    return Draft("motive", value, answered.span, trigger, judged, MOTIVE.id)


def of_assessment(assessed: Assessed, parse: Parse, trigger: int) -> Draft:
    """How an assessment stands."""
    token = parse.tokens[assessed.cue]
    return Draft("assessment", Term(assessed.state, token.text), token.span, trigger, ASSERTED, ASSESSMENT.id)


def words_span(parse: Parse, head: int) -> Span:
    """The words of a noun phrase without its article."""
    first, end = noun_phrase(parse, head)
    return parse.span(without_article(parse, first, end), end)
