"""Who is said by others to have done it?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.roles import RoleWords
from dateline.model import How
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_rules import (
    BLAMED,
    GUILTY,
    SUPPOSED,
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
    is_passive,
    is_verb,
    subjects,
    subtree,
)


def read_blamed(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    """Blamed, accused, charged, suspected, linked; involved in it."""
    passive = is_passive(parse, verb.i)
    involved = passive and verb.lemma in words.involving_verbs
    if verb.lemma not in words.blame_verbs and verb.lemma not in words.accuse_verbs and not involved:
        return
    speaker = None if passive else next(iter(subjects(parse, verb.i)), None)
    party = _party(parse, verb, words, passive)
    if party is None or is_negated(parse, verb.i) or is_nobody(parse, party):
        return
    about = tuple(i for i in subtree(parse, verb.i) if i != party.i)
    if verb.dep == "acl" and party.i != verb.head:
        about = (verb.head, *about)
    elif verb.lemma in words.accuse_verbs and not _has_deed(parse, verb, party):
        return
    named = names_deed(parse, about, party.i, words)
    for c in conjuncts(parse, party.i):
        yield Blame(c, "alleged", verb.i, speaker.i if speaker else None, about, BLAMED, not named)


def _party(parse: Parse, verb: Token, words: RoleWords, passive: bool) -> Token | None:
    """Who is blamed: under "on" or "to" ("blamed it on X"), else the object or passive subject."""
    if verb.lemma in words.blame_verbs:
        deed = child(parse, verb.i, "dobj", "nsubjpass")
        near = children(parse, deed.i, "prep") if deed and deed.lemma in words.deed_nouns else ()
        for t in (*children(parse, verb.i, "prep", "dative"), *near):
            if t.lower in ("on", "to"):
                return child(parse, t.i, "pobj")
    if verb.lemma in ("attribute", "ascribe", "pin"):
        return None
    if not passive:
        return child(parse, verb.i, "dobj")
    if verb.dep in ("acl", "amod"):
        return parse.tokens[verb.head]
    return next((t for t in subjects(parse, verb.i)), None)


def _has_deed(parse: Parse, verb: Token, party: Token) -> bool:
    """Whether an accusation says of what: "accused X of ..."."""
    under = (*children(parse, verb.i, "prep"), *children(parse, party.i, "prep"))
    return any(t.lower in ("of", "for", "in", "with", "to", "over") for t in under)


def read_guilty(parse: Parse, word: Token, words: RoleWords) -> Iterator[Blame]:
    """Responsible for it, behind it, the work of somebody."""
    if word.lower in words.responsible_adjectives:
        yield from _responsible(parse, word, words)
    elif word.lower == "behind" and word.dep == "prep":
        verb = parse.tokens[word.head]
        if verb.lemma == "be":
            yield from _guilty(parse, subjects(parse, verb.i), word, tuple(subtree(parse, word.i)), words)
    elif word.lemma in words.authorship_nouns and word.dep in ("attr", "pobj"):
        of = next((t for t in children(parse, word.i, "prep") if t.lower == "of"), None)
        parties = list(children(parse, of.i, "pobj")) if of else []
        verb = next((t for t in ancestors(parse, word.i) if is_verb(t)), word)
        about = tuple(i for s in subjects(parse, verb.i) for i in subtree(parse, s.i))
        yield from _guilty(parse, parties, word, about, words)
    elif word.lemma in words.hallmark_nouns and word.dep == "dobj":
        of = next((t for t in children(parse, word.i, "prep") if t.lower == "of"), None)
        about = tuple(i for s in subjects(parse, word.head) for i in subtree(parse, s.i))
        yield from _guilty(parse, list(children(parse, of.i, "pobj")) if of else [], word, about, words)


def _responsible(parse: Parse, word: Token, words: RoleWords) -> Iterator[Blame]:
    above = parse.tokens[word.head]
    about = tuple(subtree(parse, word.i, "nsubj"))
    own = list(children(parse, word.i, "nsubj"))
    if own:
        yield from _guilty(parse, own, word, about, words)
    elif above.lemma == "be":
        yield from _guilty(parse, subjects(parse, above.i), word, about, words)
    elif above.lemma in words.holding_verbs:
        held = (
            subjects(parse, above.i) if is_passive(parse, above.i) else list(children(parse, above.i, "dobj"))
        )
        yield from _guilty(parse, held, word, (*about, *subtree(parse, above.i, "nsubj")), words)
    elif above.dep == "nsubj" and parse.tokens[above.head].lemma == "be":
        yield from _guilty(parse, list(children(parse, above.head, "attr")), word, about, words)


def _guilty(
    parse: Parse, parties: list[Token], cue: Token, about: tuple[int, ...], words: RoleWords
) -> Iterator[Blame]:
    negated = is_negated(parse, cue.head) or any(t.dep == "neg" for t in children(parse, cue.i))
    how: How = "denied" if negated else "alleged"
    for party in parties:
        if is_nobody(parse, party):
            continue
        named = names_deed(parse, about, party.i, words)
        for c in conjuncts(parse, party.i):
            yield Blame(c, how, cue.i, None, about, GUILTY, not named)


def read_supposed(parse: Parse, word: Token, words: RoleWords) -> Iterator[Blame]:
    """Doers "thought to be" or "apparently" of a party; the deed is what they do in the words above."""
    if is_verb(word) and word.tag == "VBN" and word.dep == "acl" and word.lemma in words.supposing_verbs:
        inner = child(parse, word.i, "xcomp", "prep", "oprd")
        party = child(parse, inner.i, "attr", "pobj") if inner else None
        if inner is not None and inner.lower in ("be", "as") and party is not None:
            yield _supposed(parse, party, word)
    elif word.dep == "appos" and any(t.lower in words.supposing_adverbs for t in children(parse, word.i)):
        cue = next(t for t in children(parse, word.i) if t.lower in words.supposing_adverbs)
        yield _supposed(parse, word, cue)


def _supposed(parse: Parse, party: Token, cue: Token) -> Blame:
    above = tuple(t.i for t in ancestors(parse, cue.i))
    return Blame(party.i, "alleged", cue.i, None, above, SUPPOSED, True)
