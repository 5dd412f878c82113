"""What a responsibility is before it is a claim, and the rules that find one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.codebook.roles import RoleWords
from dateline.model import How
from dateline.reading.parse import Parse, Token
from dateline.reading.rules import Rule
from dateline.reading.tree import children, is_noun, subtree

CLAIMED = Rule(
    "blame.claimed",
    "Who claims, takes or admits responsibility, or says that they did it, says that the deed is theirs.",
    example="The Northern Front claimed responsibility for the bombing in Brindle.",
    reads="responsibility Northern Front claimed",
)
DENIED = Rule(
    "blame.denied",
    "Who denies responsibility, involvement or the deed says that it is not theirs.",
    example="A bomb killed four people in Brindle. The Northern Front denied involvement in the bombing.",
    reads="responsibility Northern Front denied",
)
BLAMED = Rule(
    "blame.blamed",
    "Who blames, accuses or suspects a party says that the deed is that party's.",
    example="Police blamed the Northern Front for the bombing in Brindle.",
    reads="responsibility Northern Front alleged",
)
GUILTY = Rule(
    "blame.guilty",
    "Who is called responsible for a deed or behind it, or whose work it is called, is put forward.",
    example="Residents hold the army responsible for the massacre of ten farmers.",
    reads="responsibility army alleged",
)
SUSPECTED = Rule(
    "blame.suspected",
    "A party that is called suspected or alleged beside a deed is put forward as having done it.",
    example="Suspected members of the Northern Front attacked a convoy.",
    reads="responsibility members of the Northern Front alleged",
)
SUPPOSED = Rule(
    "blame.supposed",
    "Doers who are thought to be of a party, or apparently are, put that party forward.",
    example="The bus was attacked by men thought to be Northern Front fighters.",
    reads="responsibility Northern Front fighters alleged",
)
HELD = Rule(
    "blame.held",
    "Who is arrested, tried or jailed over a deed is put forward as having done it.",
    example="Two men were arrested over the bombing of a mosque in Brindle.",
    reads="responsibility men alleged",
)
FROM = Rule(
    "blame.from",
    "Who holds the area that the shells came from is put forward as having fired them.",
    example="Rockets fired from areas held by Hezbollah hit a school in Brindle.",
    reads="responsibility Hezbollah alleged",
)
BEGUN = Rule(
    "blame.begun",
    "By whom a fight is said to have been started or provoked, that party is held to blame for it.",
    example="Ten soldiers died in Brindle. The clash was started by Danish troops.",
    reads="responsibility Danish troops alleged",
)
RULES = (CLAIMED, DENIED, BLAMED, GUILTY, SUSPECTED, SUPPOSED, HELD, FROM, BEGUN)

POINTING = frozenset(("it", "this", "that", "these", "those", "which"))
DEFINITE = frozenset(("the", "this", "that", "these", "those"))
OF_WHAT = frozenset(("of", "for", "in", "with", "to", "over", "behind"))
GROUNDS = frozenset(("of", "for", "over", "with", "about"))
"""Prepositions that say what somebody is blamed for."""
ASIDES = ("relcl", "acl", "advcl", "punct")


@dataclass(frozen=True, slots=True)
class Blame:
    """The party at token ``head`` and how its responsibility is put.

    ``cue`` is the word that puts it so; ``speaker`` the token of who says it where the grammar names them;
    ``about`` are the tokens in which the deed is to be sought; ``told`` says that it counts only where one of
    them tells of an occurrence. ``bare`` names no deed at all: the violence told before is meant.
    """

    head: int
    how: How
    cue: int
    speaker: int | None
    about: tuple[int, ...]
    rule: Rule
    told: bool
    bare: bool = False


def names_deed(parse: Parse, about: Iterable[int], party: int, words: RoleWords) -> bool:
    """Whether the words name a deed or point to one: "for the attack", "of killing him", "for it"."""
    for i in about:
        token = parse.tokens[i]
        if party in (i, token.head):
            continue
        if is_noun(token) and token.lemma in words.deed_nouns and token.dep not in ("compound", "nsubj"):
            pointed = any(t.lower in DEFINITE for t in children(parse, i, "det"))
            if pointed or token.lemma not in words.vague_deed_nouns:
                return True
        if token.dep in ("pobj", "dobj") and token.lower in POINTING:
            return True
    return False


def deed_under(parse: Parse, *words: int) -> tuple[int, ...]:
    """The words under "of", "for", "in" of a word that accuses, without what is only told about them."""
    found: list[int] = []
    for i in words:
        for preposition in children(parse, i, "prep", "dative"):
            if preposition.lower in OF_WHAT:
                found += subtree(parse, preposition.i, *ASIDES)
    return tuple(found)


def is_bare(parse: Parse, *words: int) -> bool:
    """Whether nothing under these words says what for: "blamed Marland", "pointed the finger at Marland"."""
    below = (t for i in words for t in children(parse, i))
    return not any(
        t.lower in GROUNDS or (t.dep in ("ccomp", "xcomp", "pcomp", "advcl") and not _is_naming(parse, t))
        for t in below
    )


def _is_naming(parse: Parse, clause: Token) -> bool:
    """Whether a clause only says what somebody is called: "blamed bandits, as the gangs are known"."""
    return any(t.lower == "as" for t in children(parse, clause.i, "mark"))


def is_negated(parse: Parse, i: int) -> bool:
    """Whether a verb is denied of its subject."""
    before = parse.tokens[i - 1].lower if i else ""
    return before in ("nor", "neither") or any(t.dep == "neg" for t in children(parse, i))


def is_nobody(parse: Parse, party: Token) -> bool:
    """Whether a subject stands for no party at all: "no group", "nobody", "who"."""
    none = party.lower in ("no", "nobody", "none", "who", "that", "which", "what", "nothing")
    return none or any(t.lower in ("no", "neither", "which", "what") for t in children(parse, party.i, "det"))
