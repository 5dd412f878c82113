"""Who is meant by "he", "she", "it" and "they"?

First the arguments on the way up the pronoun's own sentence, the nearest clause first and subjects before
objects; then the sentences before, where a subject wins. Where two fit equally well, nobody is meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dateline.reading.actors.links import Scene
from dateline.reading.actors.phrases import Phrase
from dateline.reading.parse import Parse, Token
from dateline.reading.reference.groups import Groups
from dateline.reading.tree import SUBJECTS, child, children, is_verb

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
PRONOUNS = HE | SHE | IT | THEY
RELATIVE = frozenset(("WDT", "WP", "WP$"))
QUOTES = frozenset(('"', "``", "''", "“", "”"))
OF_VERB = frozenset(("dobj", "dative", "pobj", "nsubjpass"))
WITHIN = frozenset(("prep", "agent", "pobj", "dobj", "nsubjpass", "dative"))
CONTROLLED = frozenset(("xcomp", "advcl", "conj", "acl", "pcomp", "prep"))
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "dative", "prep", "agent")
EMPTY_VERBS = frozenset(("be", "seem", "appear", "become", "remain"))
REACH = 3
"""Sentences back in which an antecedent is looked for; for "it" one."""
STOP = -1
"""Something else than an actor is likelier meant: look no further."""

Told = Mapping[int, list[tuple[int, int]]]
"""For each sentence the actors told of so far: token and phrase."""


class Quest(NamedTuple):
    """One pronoun and all that finding its antecedent takes; ``pronouns`` are those resolved before."""

    scene: Scene
    groups: Groups
    pronouns: Mapping[int, int]
    told: Told
    token: Token
    blocked: frozenset[int]


def antecedent(
    scene: Scene, groups: Groups, pronouns: Mapping[int, int], told: Told, token: Token
) -> int | None:
    """The phrase that the pronoun ``token`` stands for, or none."""
    if _is_slip(scene.parse, token) or (token.lower in IT and _is_empty(scene, token)):
        return None
    quest = Quest(scene, groups, pronouns, told, token, frozenset())
    quest = quest._replace(blocked=_blocked(quest))
    found = _above(quest)
    reach = 1 if token.lower in IT else REACH
    for back in range(1, reach + 1):
        found = _among(quest, told.get(token.sentence - back, [])) if found is None else found
    return None if found == STOP else found


def relative_antecedent(scene: Scene, token: Token) -> int | None:
    """The phrase that "who" or "which" stands for: the noun that its clause hangs on."""
    verb = scene.parse.tokens[token.head]
    for _ in range(REACH):
        if verb.dep == "relcl":
            return scene.at.get(verb.head)
        verb = scene.parse.tokens[verb.head]
    return None


# -- the pronoun's own sentence


def _above(quest: Quest) -> int | None:
    """Climb from the pronoun to the root: each noun on the way, then the arguments left of it."""
    tokens = quest.scene.parse.tokens
    here = tokens[quest.token.head] if quest.token.tag == "PRP$" else quest.token
    while here.head != here.i:
        up = tokens[here.head]
        if up.i < here.i and not _is_part_of(here):
            n = _phrase(quest, up.i)
            if n is not None and _fits(quest, n, up.i):
                return n
            if n is None and here.dep in ("acl", "ccomp") and (of := _owner(quest, up)) is not None:
                return of
        found = _arguments(quest, here, up)
        if found is not None:
            return found
        here = up
    return None


def _owner(quest: Quest, noun: Token) -> int | None:
    """Whose word it is of which a clause tells: "Marland's claim that it hit a camp"."""
    for owner in children(quest.scene.parse, noun.i, "poss"):
        n = _phrase(quest, owner.i)
        if n is not None and _fits(quest, n, owner.i):
            return n
    return None


def _is_part_of(here: Token) -> bool:
    """Whether what hangs on a noun is a part of its description: the leader "of his party" is not he."""
    return here.dep in ("pobj", "appos") or (here.dep == "prep" and here.lower == "of")


def _arguments(quest: Quest, here: Token, up: Token) -> int | None:
    if up.lemma in quest.scene.actors.blaming_verbs and _does(quest):
        return _blamed(quest, up)
    before = [c for c in children(quest.scene.parse, up.i, *ARGUMENTS) if c.i < here.i]
    for c in sorted(before, key=lambda c: ARGUMENTS.index(c.dep)):
        found = _argument(quest, c)
        if found is not None:
            return found
    return None


def _does(quest: Quest) -> bool:
    """Whether the pronoun is the subject of a deed of violence."""
    verb = quest.scene.parse.tokens[quest.token.head]
    passive = child(quest.scene.parse, verb.i, "auxpass") is not None
    deed = quest.token.dep in SUBJECTS and not passive and is_verb(verb)
    return deed and verb.lemma in quest.scene.actors.deed_verbs


def _blamed(quest: Quest, verb: Token) -> int:
    """Who did what somebody is blamed for: "the army blamed rebels, after they shelled Orlow".

    Not the one who blames: of several parties between the two none is sure.
    """
    told = quest.told.get(quest.token.sentence, [])
    fitting = [n for i, n in told if verb.i < i and _fits(quest, n, i)]
    return fitting[-1] if len({quest.groups.of[n] for n in fitting}) == 1 else STOP


def _argument(quest: Quest, c: Token) -> int | None:
    """The phrase of an argument, of its possessor, or of the body that a subject speaks for, if it fits."""
    parse, word = quest.scene.parse, quest.token.lower
    if c.dep in ("prep", "agent"):
        inner = child(parse, c.i, "pobj")
        if inner is None or inner.i >= quest.token.i or word in IT:
            return None
        c = inner
    n = _phrase(quest, c.i)
    if n is not None and _fits(quest, n, c.i):
        return n
    if c.dep in SUBJECTS and _could_be(quest, c):
        return STOP
    spoken_for = quest.scene.phrases[n].near if n is not None and word in IT and c.dep in SUBJECTS else ()
    for k in (*(owner.i for owner in children(parse, c.i, "poss")), *spoken_for):
        n = _phrase(quest, k)
        if n is not None and _fits(quest, n, k):
            return n
    return None


def _could_be(quest: Quest, c: Token) -> bool:
    """Whether a subject that is no actor is likelier meant than anything further off."""
    if quest.token.lower in THEY:
        return c.tag in ("NNS", "NNPS")
    thing = c.tag in ("NN", "NNP", "CD", "PRP") and _phrase(quest, c.i) is None
    return quest.token.lower in IT and thing


# -- the sentences before


def _among(quest: Quest, mentions: list[tuple[int, int]]) -> int | None:
    """The fitting mention of an earlier sentence: the only one, or the highest subject."""
    fitting = sorted((_rank(quest.scene.parse, i), i, n) for i, n in mentions if _fits(quest, n, i))
    is_it = quest.token.lower in IT
    if not fitting:
        return STOP if is_it else None
    (subject, depth), _, best = fitting[0]
    others = [rank for rank, _, n in fitting if quest.groups.of[n] != quest.groups.of[best]]
    if not others:
        return STOP if is_it and subject > 0 else best
    if quest.token.lower in THEY and min(others)[0] == 0:
        return STOP
    return best if subject == 0 and min(others) > (subject, depth) else STOP


def _rank(parse: Parse, i: int) -> tuple[int, int]:
    """0 for a subject, else 1; and how deep in its sentence."""
    token, depth = parse.tokens[i], 0
    while token.dep == "conj":
        token = parse.tokens[token.head]
    subject = 0 if token.dep in SUBJECTS else 1
    while token.head != token.i:
        token, depth = parse.tokens[token.head], depth + 1
    return subject, depth


# -- what fits


def _phrase(quest: Quest, i: int) -> int | None:
    """The phrase headed at token ``i``, or that the pronoun there stands for."""
    n = quest.scene.at.get(i)
    if n is not None and quest.scene.phrases[n].head == i:
        return n
    return quest.pronouns.get(i)


def _fits(quest: Quest, n: int, i: int) -> bool:
    word = quest.token.lower
    if (
        i >= quest.token.i
        or quest.groups.of[n] in quest.blocked
        or not _number_fits(quest.scene.phrases[n], word)
    ):
        return False
    if word in HE | SHE and quest.groups.gender(n) not in (None, "male" if word in HE else "female"):
        return False
    return not _is_across_quotes(quest, quest.scene.parse.tokens[i].head)


def _number_fits(phrase: Phrase, word: str) -> bool:
    if word in HE | SHE:
        return phrase.sort == "person"
    if word in IT:
        return phrase.sort in ("body", "state") and not phrase.place
    return phrase.sort in ("people", "body")


def _is_across_quotes(quest: Quest, i: int) -> bool:
    """Whether one of the pronoun and token ``i`` is inside a quotation of their sentence and one is not."""
    tokens, here = quest.scene.parse.tokens, quest.token
    if tokens[i].sentence != here.sentence:
        return False
    between = tokens[min(i, here.i) + 1 : max(i, here.i)]
    return sum(t.text in QUOTES for t in between) % 2 == 1


def _blocked(quest: Quest) -> frozenset[int]:
    """Groups that a pronoun cannot mean: the subject of its own verb, unless it says "-self"."""
    token, parse = quest.token, quest.scene.parse
    if token.tag == "PRP$" or token.dep not in OF_VERB or token.lower.endswith("self"):
        return frozenset()
    verb = parse.tokens[token.head]
    while verb.dep in WITHIN and not is_verb(verb):
        verb = parse.tokens[verb.head]
    for _ in range(REACH):
        own = [_phrase(quest, t.i) for t in children(parse, verb.i, *SUBJECTS)]
        if own or verb.dep not in CONTROLLED:
            return frozenset(quest.groups.of[n] for n in own if n is not None)
        verb = parse.tokens[verb.head]
    return frozenset()


def _is_slip(parse: Parse, token: Token) -> bool:
    """A capital inside a sentence: machine translation put a subject where the original has none."""
    inside = token.i > parse.sentences[token.sentence].first and parse.tokens[token.i - 1].text.isalpha()
    return inside and token.text[0].isupper() and not token.text.isupper()


def _is_empty(scene: Scene, token: Token) -> bool:
    """Whether "it" means nobody: "it was reported that", "it is clear"; or a thing acted on."""
    if token.dep not in SUBJECTS:
        return token.lower == "it"
    parse = scene.parse
    verb = parse.tokens[token.head]
    if any(t.lower in scene.actors.party_words for t in children(parse, verb.i, "acomp", "prep")):
        return False
    return verb.lemma in EMPTY_VERBS or child(parse, verb.i, "auxpass") is not None
