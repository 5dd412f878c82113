"""Drafts -> claims: each with its source, its quote and its id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from dateline.codebook.modality import ModalityCues
from dateline.model import (
    Claim,
    ClaimSpans,
    Field,
    Modality,
    Number,
    Report,
    Source,
    Value,
    content_id,
    publisher_source,
)
from dateline.reading.actors.reader import Cast
from dateline.reading.claims.drafts import Draft
from dateline.reading.events.support import event_span
from dateline.reading.modality import ASSERTED, Judged
from dateline.reading.parse import Parse, Token
from dateline.reading.speech import Attribution, Said
from dateline.reading.speech.saying import speaker_of
from dateline.reading.speech.sources import KindWords, is_speaker, issuer_of, read_source
from dateline.reading.tree import ancestors, is_verb

PARTIES = frozenset(("actor", "target", "responsibility"))
"""Fields that name somebody: a rumour that its subject denies accuses nobody."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What turning a draft into a claim needs to know about the report."""

    parse: Parse
    report: Report
    attribution: Attribution
    cast: Cast
    kinds: KindWords
    cues: ModalityCues


def make_claims(draft: Draft, event: str, desk: Desk) -> Iterator[Claim]:
    """The claim, and beside one of denial the one that is denied.

    "The army rejected the rebels' claim that they had killed 30": the army denies it, the rebels assert it.
    """
    said = desk.attribution.at(draft.span)
    denied = _denied(draft, desk)
    if denied is None:
        denier = _denier(draft, desk, said)
        yield _claim(draft, event, desk, denier or _source(draft, desk, said), said)
        return
    by = replace(said, cue=desk.parse.tokens[denied.verb].span) if said else None
    yield _claim(draft, event, desk, denied.by, by)
    owner = denied.whose
    if owner is not None:
        yield _claim(replace(draft, judged=ASSERTED), event, desk, owner, said)
    elif draft.field not in PARTIES and desk.parse.tokens[denied.noun].lower in desk.cues.hedge_nouns:
        rumour = replace(draft, judged=Judged("hedged", denied.noun))
        yield _claim(rumour, event, desk, publisher_source(desk.report.publisher), None)


def _denier(draft: Draft, desk: Desk, said: Said | None) -> Source | None:
    """Who denies, where the verb of denial stands in one voice with what it denies: "denied killing 12"."""
    verb = draft.judged.cue
    if draft.judged.modality != "denied" or verb is None or draft.speaker is not None:
        return None
    if not is_verb(desk.parse.tokens[verb]) or desk.attribution.at(desk.parse.tokens[verb].span) != said:
        return None
    by = speaker_of(desk.parse, verb)
    if by is None or _is_unknown(desk, by) or not _may_deny(desk, by):
        return None
    source = read_source(desk.parse, by, desk.cast, desk.kinds)
    outer = said.source if said else None
    return replace(source, via=(outer,)) if outer and outer.name != source.name else source


def _may_deny(desk: Desk, i: int) -> bool:
    """Whether someone is named who can deny, a country too: not "the report", not "claims of it"."""
    actor = desk.cast.at(i)
    return is_speaker(desk.parse, i, desk.cast, desk.kinds) or (actor is not None and actor.kind == "state")


class Denied(NamedTuple):
    """A verb of denial and the noun of what is denied, who denies it and whose saying it is, if told."""

    verb: int
    noun: int
    by: Source
    whose: Source | None


def _denied(draft: Draft, desk: Desk) -> Denied | None:
    """The saying that a verb of denial rejects and in which the draft stands."""
    parse, verb = desk.parse, draft.judged.cue
    if draft.judged.modality != "denied" or verb is None or draft.speaker is not None:
        return None
    path = (parse.tokens[draft.trigger], *ancestors(parse, draft.trigger))
    noun = next((t for t in path if t.head == verb and t.i != verb and t.dep == "dobj"), None)
    by = speaker_of(parse, verb)
    if noun is None or by is None or not _is_saying(noun, desk.cues):
        return None
    owner = issuer_of(parse, noun.i, desk.cast, desk.kinds)
    whose = read_source(parse, owner, desk.cast, desk.kinds) if owner is not None else None
    return Denied(verb, noun.i, read_source(parse, by, desk.cast, desk.kinds), whose)


def _is_saying(noun: Token, cues: ModalityCues) -> bool:
    return noun.lower in cues.hedge_nouns or noun.lemma in cues.content_nouns


def _claim(draft: Draft, event: str, desk: Desk, source: Source, said: Said | None) -> Claim:
    """Quote the sentence, and give the claim its id."""
    parse, report = desk.parse, desk.report
    cue = (
        parse.tokens[draft.judged.cue].span if draft.judged.cue is not None else (said.cue if said else None)
    )
    sentence = parse.sentence_span(draft.trigger)
    there = parse.sentence_span(parse.token_range(draft.span)[0])
    near = sentence.contains(draft.span) or not there.contains(draft.span)
    covering = sentence.cover(draft.span) if near else there
    words = None if draft.inferred else draft.span
    trigger = event_span(parse, draft.trigger, desk.cues)
    if draft.deed is not None and parse.tokens[draft.deed].sentence == parse.tokens[draft.trigger].sentence:
        trigger, cue = event_span(parse, draft.deed, desk.cues), cue or parse.tokens[draft.trigger].span
    spans = ClaimSpans(words, trigger, cue, said.source_span if said else None)
    modality = draft.judged.modality
    if modality == "negated" and isinstance(draft.value, Number) and draft.value.high == 0:
        modality = "asserted"  # the negation is in the zero; what remains is a plain count of none
    told = (draft.field, draft.value, draft.group, modality, spans, draft.rule)
    return Claim(
        _id_of(report.id, event, told),
        report.id,
        event,
        draft.field,
        draft.value,
        draft.group,
        draft.place,
        draft.when,
        source,
        modality,
        covering.of(report.text),
        covering,
        spans,
        draft.rule,
    )


def identified(claim: Claim) -> Claim:
    """The claim with the id of what it says."""
    told = (claim.field, claim.value, claim.group, claim.modality, claim.spans, claim.rule)
    return replace(claim, id=_id_of(claim.report, claim.event, told))


def _id_of(report: str, event: str, said: tuple[Field, Value, str | None, Modality, ClaimSpans, str]) -> str:
    field, value, group, modality, spans, rule = said
    return content_id("claim", report, event, field, repr(value), str(group), modality, repr(spans), rule)


def _source(draft: Draft, desk: Desk, said: Said | None) -> Source:
    """Who the construction names ("X blamed Y"), else whose speech the words stand in, else the publisher."""
    outer = said.source if said else None
    if draft.speaker is not None and not _is_unknown(desk, draft.speaker):
        source = read_source(desk.parse, draft.speaker, desk.cast, desk.kinds)
        return _passed_on(source, draft.speaker, desk, said)
    return outer or publisher_source(desk.report.publisher)


def _passed_on(source: Source, speaker: int, desk: Desk, said: Said | None) -> Source:
    """The source with whoever passes its words on: "the mayor said that the army blamed rebels"."""
    outer = said.source if said else None
    if said is None or outer is None or outer.publisher or source.publisher or source.name in outer.name:
        return source
    own = said.source_span is not None and said.source_span.overlaps(desk.parse.tokens[speaker].span)
    return source if own else replace(source, via=(replace(outer, via=()), *outer.via))


def _is_unknown(desk: Desk, speaker: int) -> bool:
    """Whether the speaker is a pronoun that stands for nobody known: "it put the blame on the rebels"."""
    return desk.parse.tokens[speaker].tag == "PRP" and desk.cast.entity(speaker) is None
