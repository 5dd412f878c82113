"""Whose deed do an arrest, the place that it came from, or its beginning point to?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.roles import RoleWords
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_rules import (
    BEGUN,
    FROM,
    HELD,
    Blame,
    is_negated,
    is_nobody,
    names_deed,
)
from dateline.reading.tree import (
    ancestors,
    child,
    children,
    conjuncts,
    is_noun,
    is_passive,
    is_verb,
    subjects,
    subtree,
)

OVER = frozenset(("over", "for"))
CONNECTION = frozenset(("connection", "relation", "suspicion", "charge"))


def read_traced(parse: Parse, word: Token, words: RoleWords) -> Iterator[Blame]:
    """Arrested over it, fired from where somebody rules, started by somebody."""
    if word.lemma in words.arresting_verbs and is_verb(word):
        yield from _held(parse, word, words)
    if word.lemma in words.beginning_verbs and is_verb(word) and is_passive(parse, word.i):
        yield from _begun(parse, word, words)
    if word.lower == "from" and word.dep == "prep":
        yield from _from(parse, word, words)


def _held(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    """ "Arrested two men over the bombing": only where a deed is named as what for."""
    passive = is_passive(parse, verb.i)
    held = subjects(parse, verb.i) if passive else list(children(parse, verb.i, "dobj"))
    about: list[int] = []
    for t in children(parse, verb.i, "prep"):
        noun = child(parse, t.i, "pobj")
        tied = noun is not None and noun.lemma in CONNECTION and t.lower in ("in", "on")
        if t.lower in OVER or tied:
            about += subtree(parse, t.i, "relcl", "acl", "advcl")
    if is_negated(parse, verb.i):
        return
    for party in held:
        if not is_nobody(parse, party) and names_deed(parse, about, party.i, words):
            for c in conjuncts(parse, party.i):
                yield Blame(c, "alleged", verb.i, None, tuple(about), HELD, False)


def _begun(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    """ "The clash was started by", "provoked by": where what began is an occurrence."""
    agent = child(parse, verb.i, "agent")
    about = tuple(s.i for s in subjects(parse, verb.i))
    for party in children(parse, agent.i, "pobj") if agent and not is_negated(parse, verb.i) else ():
        for c in conjuncts(parse, party.i):
            yield Blame(c, "alleged", verb.i, None, about, BEGUN, True)


def _from(parse: Parse, preposition: Token, words: RoleWords) -> Iterator[Blame]:
    """ "Rockets fired from rebel-held areas", "from positions of the army"."""
    verb, area = parse.tokens[preposition.head], child(parse, preposition.i, "pobj")
    if area is None or area.lemma not in words.area_nouns or not is_verb(verb):
        return
    if verb.lemma not in words.launching_verbs and verb.lemma not in words.origin_verbs:
        return
    above = (t.i for t in ancestors(parse, verb.i))
    fired = subjects(parse, verb.i)
    about = (*conjuncts(parse, verb.i), *(i for s in fired for i in subtree(parse, s.i)), *above)
    known = verb.lemma in words.origin_verbs and any(
        t.lower == "the" for s in fired for t in children(parse, s.i, "det")
    )
    for i in subtree(parse, area.i, "relcl", "advcl"):
        ruler = parse.tokens[i]
        if i != area.i and is_noun(ruler) and _rules(parse, ruler, area, words):
            yield Blame(i, "alleged", preposition.i, None, about, FROM, True, known)


def _rules(parse: Parse, ruler: Token, area: Token, words: RoleWords) -> bool:
    """Whether somebody holds an area: "X-held areas", "areas held by X", "X positions"."""
    above = parse.tokens[ruler.head]
    if above.i == area.i:
        return ruler.dep in ("compound", "nmod", "poss")
    if above.lemma in words.ruling_words:
        return True
    if ruler.dep != "pobj" or above.lower not in ("of", "by"):
        return False
    governed = parse.tokens[above.head]
    if governed.i == area.i and above.lower == "of" and ruler.i == above.i + 1 and ruler.tag == "NNP":
        return False  # "from the area of Brindle" names a place
    return governed.i == area.i or governed.lemma in words.ruling_words
