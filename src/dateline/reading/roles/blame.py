"""Whose deed is it said to be: claimed, admitted, alleged, denied?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook import Codebook
from dateline.codebook.roles import RoleWords
from dateline.model import Entity
from dateline.reading.actors.reader import Cast
from dateline.reading.claims.drafts import Draft, of_blame
from dateline.reading.events.tell import belongs, doer, party
from dateline.reading.events.telling import Telling
from dateline.reading.modality import ASSERTED, read_modality
from dateline.reading.parse import Parse
from dateline.reading.roles.blame_others import read_blamed, read_guilty, read_supposed
from dateline.reading.roles.blame_own import read_own
from dateline.reading.roles.blame_rules import RULES, SUPPOSED, SUSPECTED, Blame
from dateline.reading.roles.fit import ACTING, behind, is_vague
from dateline.reading.tree import is_verb

NAMING = frozenset(("NNP", "NNPS", "NNS"))
"""Tags of nouns that may stand for a party unknown to the cast."""

__all__ = ["RULES", "blames", "read_blame"]


def read_blame(parse: Parse, cast: Cast, words: RoleWords) -> tuple[Blame, ...]:
    """Every responsibility that the text puts in so many words, in text order."""
    found: list[Blame] = []
    for token in parse.tokens:
        if is_verb(token):
            found += read_own(parse, token, cast, words)
            found += read_blamed(parse, token, words)
        else:
            found += read_guilty(parse, token, words)
        found += read_supposed(parse, token, words)
    return tuple(found)


def blames(
    parse: Parse, tellings: Sequence[Telling], cast: Cast, codebook: Codebook
) -> Iterator[tuple[int, Draft]]:
    """Every responsibility with the index of the telling of its deed; the party behind people comes too."""
    heads = {t.trigger.i: n for n, t in enumerate(tellings)}
    for blame in (*read_blame(parse, cast, codebook.roles), *_suspected(tellings)):
        inside = [heads[i] for i in blame.about if i in heads]
        n = inside[0] if inside else None if blame.told else belongs(parse, blame.cue, tellings)
        if n is None:
            continue
        guessed = blame.rule in (SUSPECTED, SUPPOSED)
        judged = ASSERTED if guessed else read_modality(parse, blame.cue, codebook.modality)
        for head, entity in _parties(parse, blame.head, cast, codebook):
            yield n, of_blame(parse, blame, (head, entity), judged)


def _suspected(tellings: Sequence[Telling]) -> Iterator[Blame]:
    """Parties that are called suspected right where they act."""
    for telling in tellings:
        for part in telling.parts:
            if part.role.field == "actor" and part.role.cue is not None:
                about = (telling.trigger.i,)
                yield Blame(part.role.head, "alleged", part.role.cue, None, about, SUSPECTED, False)


def _parties(parse: Parse, head: int, cast: Cast, codebook: Codebook) -> Iterator[tuple[int, Entity]]:
    """Whom a blamed noun stands for, where it can act at all."""
    known, token = cast.entity(head), parse.tokens[head]
    entity = party(parse, head, cast)
    if entity is None or entity.kind not in ACTING:
        return
    if known is None and (is_vague(token, codebook.roles) or token.tag not in NAMING):
        return
    if known is None and token.lemma in codebook.roles.deed_nouns:
        return
    acting = doer(parse, head, entity, codebook)
    if acting is not None:
        yield head, acting
    named = behind(parse, head, cast)
    if named is not None and (found := cast.entity(named)) is not None:
        yield named, found
