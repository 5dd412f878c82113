"""Who is said by others to have done it?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.roles import RoleWords
from dateline.model import How
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_laid import lays_blame, read_laid, trades_blame
from dateline.reading.roles.blame_rules import (
    ASIDES,
    BLAMED,
    DENIED,
    GUILTY,
    Blame,
    deed_under,
    is_bare,
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

TIMES = frozenset(("DATE", "TIME"))
"""Tags of names that stand for times: "blamed Marland on Friday"."""


def read_blamed(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    """Blamed, accused, charged, suspected, linked; involved in it; blamed by each other."""
    if lays_blame(parse, verb, words) or trades_blame(parse, verb, words):
        yield from read_laid(parse, verb, words)
        return
    if verb.lemma == "point":
        yield from _pointed_at(parse, verb, words)
        return
    passive = is_passive(parse, verb.i)
    involved = passive and verb.lemma in words.involving_verbs
    if verb.lemma not in words.blame_verbs and verb.lemma not in words.accuse_verbs and not involved:
        return
    speaker = None if passive else next(iter(subjects(parse, verb.i)), None)
    party = _party(parse, verb, words, passive)
    stands = party is not None and party.tag in ("WDT", "WP") and verb.dep == "relcl"
    if party is None or is_negated(parse, verb.i) or (is_nobody(parse, party) and not stands):
        return
    about = _about(parse, verb, party, words)
    named = names_deed(parse, about, party.i, words)
    of_party = (t.i for t in children(parse, party.i, "prep") if t.lower != "of")
    bare = not (named or passive) and verb.lemma in words.bare_verbs and is_bare(parse, verb.i, *of_party)
    denier = _denier(parse, verb, words) if involved else None
    for c in conjuncts(parse, party.i):
        by = speaker.i if speaker else None
        if denier is not None:
            own = any(parse.tokens[i].tag == "PRP$" for i in subtree(parse, c, *ASIDES))
            yield Blame(denier if own else c, "denied", verb.head, denier, about, DENIED, not named)
        else:
            yield Blame(c, "alleged", verb.i, by, about, BLAMED, not named, bare)


def _pointed_at(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    """Whom the evidence points to: "all the evidence points to the army", as having done what was told."""
    if is_negated(parse, verb.i) or not any(s.lemma in words.evidence_nouns for s in subjects(parse, verb.i)):
        return
    for to in children(parse, verb.i, "prep"):
        for party in children(parse, to.i, "pobj") if to.lower in ("to", "towards", "toward", "at") else ():
            for c in conjuncts(parse, party.i):
                if _as_doer(parse, verb, party, words):
                    yield Blame(c, "alleged", verb.i, None, (), BLAMED, True, True)


def _as_doer(parse: Parse, verb: Token, party: Token, words: RoleWords) -> bool:
    """Whether a party is not put forward as something else: "points to Marland as a supplier"."""
    as_what = [t for w in (verb, party) for t in children(parse, w.i, "prep") if t.lower == "as"]
    below = [parse.tokens[i].lower for t in as_what for i in subtree(parse, t.i)]
    return not as_what or any(w in words.responsible_adjectives or w in words.doers for w in below)


def _denier(parse: Parse, verb: Token, words: RoleWords) -> int | None:
    """Who denies that somebody was involved: "the ministry denied that its men were involved in it"."""
    over = parse.tokens[verb.head]
    if verb.dep != "ccomp" or over.lemma not in words.deny_verbs or is_negated(parse, over.i):
        return None
    return next((s.i for s in subjects(parse, over.i) if not is_nobody(parse, s)), None)


def _about(parse: Parse, verb: Token, party: Token, words: RoleWords) -> tuple[int, ...]:
    """The words in which the deed of an accusation is told.

    What is blamed on a party stands anywhere in the clause; what it is accused of, after "of" and the like.
    "Denied it and blamed Marland" says of what in the verb before.
    """
    if verb.dep == "acl" and party.i != verb.head:
        return (verb.head, *deed_under(parse, verb.i))
    deed = deed_under(parse, verb.i, *conjuncts(parse, party.i))
    if verb.lemma in words.blame_verbs:
        deed = (*deed, *_own(parse, verb, party))
    if not deed and verb.dep == "conj":
        above = parse.tokens[verb.head]
        deed = (above.i, *_own(parse, above, party))
    return tuple(sorted(set(deed) - {party.i}))


def _own(parse: Parse, verb: Token, party: Token) -> Iterator[int]:
    """The words of a clause without those joined to it and without the party's."""
    for t in children(parse, verb.i):
        if t.dep not in ("conj", "advcl", "ccomp", "parataxis") and t.i != party.i:
            yield from subtree(parse, t.i, *ASIDES)


def _party(parse: Parse, verb: Token, words: RoleWords, passive: bool) -> Token | None:
    """Who is blamed: under "on" or "to" ("blamed it on X"), else the object or passive subject."""
    if verb.lemma in words.blame_verbs:
        deed = child(parse, verb.i, "dobj", "nsubjpass")
        near = children(parse, deed.i, "prep") if deed and deed.lemma in words.deed_nouns else ()
        for t in (*children(parse, verb.i, "prep", "dative"), *near):
            laid = child(parse, t.i, "pobj") if t.lower in ("on", "to") else None
            if laid is not None and laid.ent not in TIMES:
                return laid
    if verb.lemma in ("attribute", "ascribe", "pin"):
        return None
    if not passive:
        return child(parse, verb.i, "dobj")
    if verb.dep in ("acl", "amod"):
        return parse.tokens[verb.head]
    return next((t for t in subjects(parse, verb.i)), None)


def read_guilty(parse: Parse, word: Token, words: RoleWords) -> Iterator[Blame]:
    """Responsible for it, behind it, the work of somebody."""
    if word.lower in words.responsible_adjectives:
        yield from _responsible(parse, word, words)
    elif word.lower == "behind" and word.dep == "prep":
        verb = parse.tokens[word.head]
        if verb.lemma == "be":
            about = tuple(subtree(parse, word.i, *ASIDES))
            yield from _guilty(parse, subjects(parse, verb.i), word, about, words)
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
    while above.dep == "pobj" and word.i > above.i and parse.tokens[above.head].lower == "of":
        above = parse.tokens[parse.tokens[above.head].head]  # "the fighters of the front responsible"
    about = deed_under(parse, word.i)
    own = list(children(parse, word.i, "nsubj"))
    if own:
        holder = subjects(parse, above.i) if above.lemma in words.holding_verbs else []
        by = next((s.i for s in holder), None)
        yield from _guilty(parse, own, word, about, words, by)
    elif above.lemma == "be":
        yield from _guilty(parse, subjects(parse, above.i), word, about, words)
    elif above.lemma in words.holding_verbs:
        held = (
            subjects(parse, above.i) if is_passive(parse, above.i) else list(children(parse, above.i, "dobj"))
        )
        passive = is_passive(parse, above.i)
        by = None if passive else next((s.i for s in subjects(parse, above.i)), None)
        yield from _guilty(parse, held, word, about or deed_under(parse, above.i), words, by)
    elif word.dep == "amod" and word.i > above.i and above.dep == "dobj":  # "held the rebels responsible"
        verb = parse.tokens[above.head]
        if verb.lemma in words.holding_verbs:
            by = next((s.i for s in subjects(parse, verb.i)), None)
            yield from _guilty(parse, [above], word, about, words, by)
    elif above.dep == "nsubj" and parse.tokens[above.head].lemma == "be":
        yield from _guilty(parse, list(children(parse, above.head, "attr")), word, about, words)


def read_planter(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    """Who is said to have laid the bomb told of: "police say the gang planted the bomb"."""
    over = parse.tokens[verb.head]
    said = verb.dep == "ccomp" and over.lemma in words.telling_verbs and not is_passive(parse, verb.i)
    if verb.lemma not in words.planting_verbs or not said or is_negated(parse, verb.i):
        return
    laid = [t for t in children(parse, verb.i, "dobj") if t.lemma in words.planted_nouns]
    known = [t for t in laid if any(d.lower in ("the", "that") for d in children(parse, t.i, "det"))]
    if known:
        about = (known[0].i, verb.i)
        for party in subjects(parse, verb.i):
            if party.tag != "PRP" and not is_nobody(parse, party):
                yield Blame(party.i, "alleged", verb.i, None, about, GUILTY, False, True)


def read_uninvolved(parse: Parse, word: Token, words: RoleWords) -> Iterator[Blame]:
    """ "Marland had nothing to do with the attack", "had no part in it", "was not involved in it"."""
    above = parse.tokens[word.head]
    if word.lower == "nothing" and word.dep == "dobj" and above.lemma == "have":
        about = tuple(
            i for t in children(parse, word.i, "relcl", "acl", "xcomp") for i in subtree(parse, t.i)
        )
        linked = any(parse.tokens[i].lower == "with" for i in about)
        parties = subjects(parse, above.i) if linked else []
    elif word.lemma in words.involvement_nouns and word.dep == "dobj" and above.lemma in ("have", "play"):
        none = any(t.lower == "no" for t in children(parse, word.i, "det"))
        about = deed_under(parse, word.i, above.i)
        parties = subjects(parse, above.i) if none else []
    elif word.lemma in words.involving_verbs and is_passive(parse, word.i) and is_negated(parse, word.i):
        about = deed_under(parse, word.i)
        parties = subjects(parse, word.i)
    else:
        return
    for party in parties:
        if not is_nobody(parse, party):
            told = not names_deed(parse, about, party.i, words)
            for c in conjuncts(parse, party.i):
                yield Blame(c, "denied", word.i, None, about, DENIED, told)


def _guilty(
    parse: Parse,
    parties: list[Token],
    cue: Token,
    about: tuple[int, ...],
    words: RoleWords,
    speaker: int | None = None,
) -> Iterator[Blame]:
    negated = is_negated(parse, cue.head) or any(t.dep == "neg" for t in children(parse, cue.i))
    how: How = "denied" if negated else "alleged"
    for party in parties:
        if is_nobody(parse, party):
            continue
        named = names_deed(parse, about, party.i, words)
        bare = not about and cue.lower in words.responsible_adjectives
        for c in conjuncts(parse, party.i):
            yield Blame(c, how, cue.i, speaker, about, GUILTY, not named, bare)
