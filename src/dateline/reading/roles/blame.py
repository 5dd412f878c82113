"""Whose deed is it said to be: claimed, admitted, alleged, denied?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.codebook.roles import RoleWords
from dateline.model import Actor, Entity
from dateline.reading.actors.reader import Cast
from dateline.reading.claims.drafts import Draft, of_blame
from dateline.reading.events.tell import belongs, doer, party
from dateline.reading.events.telling import Telling
from dateline.reading.events.triggers import VIOLENT
from dateline.reading.modality import ASSERTED, read_modality
from dateline.reading.parse import Parse
from dateline.reading.roles.behind import BEHIND, behind, stands_for
from dateline.reading.roles.blame_others import read_blamed, read_guilty, read_planter, read_uninvolved
from dateline.reading.roles.blame_own import own_words, read_answer, read_own
from dateline.reading.roles.blame_rules import BLAMED, RULES, SUPPOSED, SUSPECTED, Blame
from dateline.reading.roles.blame_supposed import read_supposed
from dateline.reading.roles.blame_traced import read_traced
from dateline.reading.roles.fit import ACTING, OWNING, is_vague
from dateline.reading.tree import children, is_verb

NAMING = frozenset(("NNP", "NNPS", "NNS"))
"""Tags of nouns that may stand for a party unknown to the cast."""

PLACES = frozenset(("GPE", "LOC", "FAC"))
"""Tags of names that stand for places."""

REACH = 3
"""Sentences back to the violence that a blame without a deed is for."""

__all__ = ["RULES", "blames", "read_blame"]


def read_blame(parse: Parse, cast: Cast, words: RoleWords) -> tuple[Blame, ...]:
    """Every responsibility that the text puts in so many words, in text order."""
    found: list[Blame] = []
    for token in parse.tokens:
        if is_verb(token):
            found += read_own(parse, token, cast, words)
            found += read_answer(parse, token, cast, words, found)
            found += read_blamed(parse, token, words)
            found += read_planter(parse, token, words)
        else:
            found += read_guilty(parse, token, words)
        found += read_uninvolved(parse, token, words)
        found += read_supposed(parse, token, words)
        found += read_traced(parse, token, words)
    told = (own_words(parse, blame, cast, words) for blame in found)
    return tuple(blame for blame in told if blame is not None)


def blames(
    parse: Parse, tellings: Sequence[Telling], cast: Cast, codebook: Codebook
) -> Iterator[tuple[int, Draft]]:
    """Every responsibility with the index of the telling of its deed; the party behind people comes too."""
    heads = {t.trigger.i: n for n, t in enumerate(tellings)}
    for blame in (*read_blame(parse, cast, codebook.roles), *_suspected(tellings)):
        inside = [heads[i] for i in blame.about if i in heads]
        if inside:
            n: int | None = inside[0]
        elif blame.bare:
            n = _told_before(parse, blame.cue, tellings)
        else:
            n = None if blame.told else _deed_near(parse, blame.cue, tellings)
        if n is None:
            continue
        guessed = blame.rule in (SUSPECTED, SUPPOSED)
        judged = ASSERTED if guessed else read_modality(parse, _clause(parse, blame.cue), codebook.modality)
        if blame.rule is BLAMED and judged.modality == "denied":
            judged = ASSERTED  # "denied it and blamed Marland" denies no blame
        for head, entity in _parties(parse, blame, cast, codebook):
            if blame.bare and not inside and entity.kind not in OWNING and entity.name.islower():
                continue
            whose = (head, _cut(parse, blame, head, entity))
            yield n, of_blame(parse, blame, whose, judged, tellings[n].trigger.i)


def _deed_near(parse: Parse, cue: int, tellings: Sequence[Telling]) -> int | None:
    """Index of the telling that a word belongs to; of one in another sentence only violence is a deed."""
    n = belongs(parse, cue, tellings)
    if n is None or parse.tokens[tellings[n].trigger.i].sentence == parse.tokens[cue].sentence:
        return n
    before = _told_before(parse, cue, tellings)
    return n if before is None or tellings[n].type.family in VIOLENT else before


def _told_before(parse: Parse, cue: int, tellings: Sequence[Telling]) -> int | None:
    """Index of the last violence told as a fact in the few sentences before a word, or earlier in its own."""
    here = parse.tokens[cue].sentence
    before = (
        n
        for n, t in enumerate(tellings)
        if t.trigger.i < cue and here - parse.tokens[t.trigger.i].sentence <= REACH
        if t.type.family in VIOLENT and t.judged.modality in ("asserted", "hedged")
    )
    return max(before, key=lambda n: tellings[n].trigger.i, default=None)


def _cut(parse: Parse, blame: Blame, head: int, entity: Entity) -> Entity:
    """The party without the deed where the parse takes it for a part: "the council" "of the attack"."""
    end = next((t.i for t in children(parse, head, "prep") if t.i > head and t.i in blame.about), None)
    tail = parse.words(end, end + 1) if end is not None else None
    if tail is None or f" {tail} " not in entity.name:
        return entity
    return replace(entity, name=entity.name.partition(f" {tail} ")[0])


def _clause(parse: Parse, cue: int) -> int:
    """The verb that says how a cue without a clause of its own is put: "is behind", "were responsible"."""
    token = parse.tokens[cue]
    above = parse.tokens[token.head]
    return above.i if token.dep in ("prep", "acomp", "oprd", "attr") and is_verb(above) else cue


def _suspected(tellings: Sequence[Telling]) -> Iterator[Blame]:
    """Parties that are called suspected right where they act."""
    for telling in tellings:
        for part in telling.parts:
            if part.role.field == "actor" and part.role.cue is not None:
                about = (telling.trigger.i,)
                yield Blame(part.role.head, "alleged", part.role.cue, None, about, SUSPECTED, False)


def _parties(parse: Parse, blame: Blame, cast: Cast, codebook: Codebook) -> Iterator[tuple[int, Entity]]:
    """Whom a blamed noun stands for, where it can act at all; who speaks for a body, for that body."""
    head = stands_for(parse, _antecedent(parse, blame.head), cast)
    known, token = cast.entity(head), parse.tokens[head]
    if known is not None and blame.speaker == blame.head and blame.how != "alleged":
        body = _spoken_for(known, cast.body(head)) or _state_of(known, codebook)
        if body is not None:
            yield head, body
            return
    entity = party(parse, head, cast, codebook)
    if entity is None or entity.kind not in ACTING:
        return
    if entity.kind in ("unknown", "organisation") and entity.name.islower() and token.tag == "PRP":
        return  # "it" is some group that nobody names
    named = token.tag in NAMING or any(t.tag == "NNP" for t in children(parse, head, "compound"))
    if known is None and (is_vague(token, codebook.roles) or not named):
        return
    if known is None and (token.lemma in codebook.roles.deed_nouns or token.ent in PLACES):
        return
    acting = doer(parse, head, entity, codebook)
    if acting is not None:
        yield head, acting
    whose = behind(parse, head, cast, codebook.roles)
    if whose is not None and (found := cast.entity(whose)) is not None:
        yield whose, found


def _antecedent(parse: Parse, i: int) -> int:
    """The noun that a relative pronoun stands for: "the front, which has claimed the attack"."""
    token = parse.tokens[i]
    clause = parse.tokens[token.head]
    return clause.head if token.tag in ("WDT", "WP") and clause.dep == "relcl" else i


def _state_of(speaker: Entity, codebook: Codebook) -> Entity | None:
    """The state for which its government answers: "Marland's ministry denied that its forces did it"."""
    if speaker.kind != "government" or speaker.country is None:
        return None
    state = codebook.countries.by_code[speaker.country]
    return Entity(state.name, "state", state.code, None, speaker.text)


def _spoken_for(speaker: Entity, party: Actor | None) -> Entity | None:
    """The named body for which somebody in an office speaks: "a spokesman for the front said it did it"."""
    if speaker.kind not in ("person", "unknown") or party is None or party.kind not in BEHIND:
        return None
    return Entity(party.name, party.kind, party.country, None, speaker.text)
