"""Whose deed is it said to be: claimed, admitted, alleged, denied?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.codebook.roles import RoleWords
from dateline.model import How
from dateline.reading.parse import Parse, Token
from dateline.reading.rules import Rule
from dateline.reading.tree import child, children, conjuncts, is_passive, is_verb, subjects, subtree

CLAIMED = Rule(
    "blame.claimed",
    "Who claims, takes or admits responsibility says that the deed is theirs.",
    example="The Northern Front claimed responsibility for the bombing in Brindle.",
    reads="responsibility Northern Front claimed",
)
DENIED = Rule(
    "blame.denied",
    "Who denies responsibility or involvement says that the deed is not theirs.",
    example="A bomb killed four people in Brindle. The Northern Front denied involvement in the bombing.",
    reads="responsibility Northern Front denied",
)
BLAMED = Rule(
    "blame.blamed",
    "Who blames, accuses or suspects a party says that the deed is that party's.",
    example="Police blamed the Northern Front for the bombing in Brindle.",
    reads="responsibility Northern Front alleged",
)
SUSPECTED = Rule(
    "blame.suspected",
    "A party that is called suspected or alleged beside a deed is put forward as having done it.",
    example="Suspected members of the Northern Front attacked a convoy.",
    reads="responsibility members of the Northern Front alleged",
)
RULES = (CLAIMED, DENIED, BLAMED, SUSPECTED)


@dataclass(frozen=True, slots=True)
class Blame:
    """The party at token ``head`` and how its responsibility is put.

    ``cue`` is the verb; ``speaker`` the token of who says it where the construction names them;
    ``about`` are the tokens in which the deed is to be sought.
    """

    head: int
    how: How
    cue: int
    speaker: int | None
    about: tuple[int, ...]
    rule: Rule


def read_blame(parse: Parse, words: RoleWords) -> tuple[Blame, ...]:
    """Every responsibility that the text puts in so many words, in text order."""
    found: list[Blame] = []
    for token in parse.tokens:
        if is_verb(token):
            found += _claiming(parse, token, words)
            found += _blaming(parse, token, words)
    return tuple(found)


def _claiming(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    noun = child(parse, verb.i, "dobj", "nsubjpass")
    if noun is None:
        return
    how: How
    if verb.lemma in words.deny_verbs and noun.lemma in words.involvement_nouns:
        how, rule = "denied", DENIED
    elif verb.lemma in words.claim_verbs and noun.lemma in words.responsibility_nouns:
        how, rule = "claimed", CLAIMED
    elif verb.lemma in words.admit_verbs and noun.lemma in words.involvement_nouns:
        how, rule = "admitted", CLAIMED
    else:
        return
    if how == "claimed" and _negated(parse, verb):
        return
    if noun.dep == "nsubjpass":
        agent = child(parse, verb.i, "agent")
        parties = list(children(parse, agent.i, "pobj")) if agent else []
    else:
        parties = subjects(parse, verb.i)
    for party in parties:
        if party.lower in ("no", "nobody", "none") or any(t.lower == "no" for t in children(parse, party.i)):
            continue
        yield Blame(party.i, how, verb.i, party.i, tuple(subtree(parse, verb.i)), rule)


def _negated(parse: Parse, verb: Token) -> bool:
    return any(t.dep == "neg" for t in children(parse, verb.i))


def _blaming(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    if verb.lemma not in words.blame_verbs and verb.lemma not in words.accuse_verbs:
        return
    passive = is_passive(parse, verb.i)
    speaker = None if passive else next(iter(subjects(parse, verb.i)), None)
    about = tuple(subtree(parse, verb.i))
    party = _party(parse, verb, words, passive)
    if party is None or _negated(parse, verb):
        return
    if verb.lemma in words.accuse_verbs and not _has_deed(parse, verb):
        return
    for c in conjuncts(parse, party.i):
        yield Blame(c, "alleged", verb.i, speaker.i if speaker else None, about, BLAMED)


def _party(parse: Parse, verb: Token, words: RoleWords, passive: bool) -> Token | None:
    """Who is blamed: under "on" or "to" ("blamed it on X"), else the object or passive subject."""
    if verb.lemma in words.blame_verbs:
        for t in children(parse, verb.i, "prep", "dative"):
            if t.lower in ("on", "to"):
                return child(parse, t.i, "pobj")
    if verb.lemma in ("attribute", "ascribe", "pin"):
        return None
    if passive:
        return next((t for t in subjects(parse, verb.i)), None)
    return child(parse, verb.i, "dobj")


def _has_deed(parse: Parse, verb: Token) -> bool:
    """Whether an accusation says of what: "accused X of ..."."""
    return any(t.lower in ("of", "for", "in", "with") for t in children(parse, verb.i, "prep"))
