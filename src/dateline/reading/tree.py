"""Walks over a parse that every reader needs."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.reading.parse import Parse, Token

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "csubjpass"))
OBJECTS = frozenset(("dobj", "obj", "dative", "attr", "oprd"))
NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
FINITE = frozenset(("VBD", "VBZ", "VBP"))
VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))


def is_noun(token: Token) -> bool:
    """Noun or proper noun."""
    return token.tag in NOUNS


def is_verb(token: Token) -> bool:
    """Any verb form but a modal."""
    return token.tag in VERBS


def children(parse: Parse, i: int, *deps: str) -> Iterator[Token]:
    """Dependents of token ``i`` in text order, of the given relations or of any."""
    tokens = parse.tokens  # called more often than all else: a generator costs a third more
    below = tokens[i].children
    if not deps:
        return map(tokens.__getitem__, below)
    return iter([tokens[c] for c in below if tokens[c].dep in deps] if below else ())


def child(parse: Parse, i: int, *deps: str) -> Token | None:
    """The first dependent of one of the relations."""
    for c in parse.tokens[i].children:
        token = parse.tokens[c]
        if not deps or token.dep in deps:
            return token
    return None


def ancestors(parse: Parse, i: int) -> Iterator[Token]:
    """Heads from the nearest up to the root."""
    while parse.tokens[i].head != i:
        i = parse.tokens[i].head
        yield parse.tokens[i]


def subtree(parse: Parse, i: int, *leave_out: str) -> list[int]:
    """Token indices below and including ``i``, in text order, without branches of the named relations."""
    found, todo, tokens = [], [i], parse.tokens
    while todo:
        here = todo.pop()
        found.append(here)
        below = tokens[here].children
        todo += [c for c in below if tokens[c].dep not in leave_out] if leave_out else below
    return sorted(found)


def edges(parse: Parse, i: int, *leave_out: str) -> tuple[int, int]:
    """First token and end of the subtree of ``i``."""
    below = subtree(parse, i, *leave_out)
    return below[0], below[-1] + 1


def conjuncts(parse: Parse, i: int) -> list[int]:
    """Token ``i`` and all that is coordinated with it, in text order."""
    top = i
    while parse.tokens[top].dep == "conj":
        top = parse.tokens[top].head
    found, todo, tokens = [], [top], parse.tokens
    while todo:
        here = todo.pop()
        found.append(here)
        todo += [c for c in tokens[here].children if tokens[c].dep == "conj"]
    return sorted(found)


def subjects(parse: Parse, i: int) -> list[Token]:
    """Subjects of a verb; where it has none of its own, those of the verb that it is coordinated with.

    Who says it is none: "Mayor Reed: rebels shelled the port".
    """
    seen = set()
    while i not in seen:
        seen.add(i)
        own = [t for t in children(parse, i) if t.dep in SUBJECTS]
        if own:
            return [t for t in own if not _is_label(parse, t.i, own[-1].i)]
        if is_main(parse, i):
            return [parse.tokens[parse.tokens[i].head]]
        if parse.tokens[i].dep not in ("conj", "xcomp"):
            return []
        first = child(parse, i, "aux", "auxpass")
        if first is not None and first.i and begins_clause(parse, first.i - 1):
            return [parse.tokens[first.i - 1]]
        i = parse.tokens[i].head
    return []


def begins_clause(parse: Parse, i: int) -> bool:
    """Whether a noun that the parser joined to an object is the subject of the verb behind it.

    "They killed 14 men and five women were taken away".
    """
    token = parse.tokens[i]
    following = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else token
    if token.dep != "conj" or following.dep not in ("aux", "auxpass") or following.tag not in FINITE:
        return False
    while token.dep == "conj" and token.head < token.i:
        token = parse.tokens[token.head]
    return token.dep in ("dobj", "pobj") and parse.tokens[following.head].head != token.i


def _is_label(parse: Parse, i: int, subject: int) -> bool:
    """Whether a colon or semicolon, or "and" with a verb before it, parts a word from the subject behind.

    "Twenty rockets were fired and 12 were shot down": the parser may hang both on the second verb.
    """
    if i >= subject:
        return False
    first = min(subject, *parse.tokens[subject].children) if parse.tokens[subject].children else subject
    joined = parse.tokens[first - 1].tag == "CC" and any(is_verb(t) for t in parse.tokens[i + 1 : first])
    return joined or any(t.text in (":", ";") for t in parse.tokens[i + 1 : subject])


def is_main(parse: Parse, i: int) -> bool:
    """Whether a participle under the noun that heads its sentence is its verb: "The army admitted that"."""
    token = parse.tokens[i]
    if token.tag != "VBN" or token.dep != "acl" or parse.tokens[token.head].dep != "ROOT":
        return False
    clauses = children(parse, i, "ccomp")
    return any(t.dep == "mark" and t.lower == "that" for c in clauses for t in children(parse, c.i))


def particle_down(parse: Parse, i: int) -> bool:
    """Whether a verb goes with "down": "shot down"."""
    return any(c.lower == "down" for c in children(parse, i, "prt", "advmod"))


def is_passive(parse: Parse, i: int) -> bool:
    """Whether a verb is passive: "was killed", "was found shot"; a bare participle counts as modifier."""
    token, tokens = parse.tokens[i], parse.tokens
    deps = {tokens[c].dep for c in token.children}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    if is_main(parse, i):
        return False
    if token.tag == "VBN" and token.dep in ("acl", "amod") and not deps >= {"nsubj", "aux"}:
        return True
    if token.tag == "VBN" and token.dep in ("xcomp", "oprd") and "aux" not in deps:
        return True
    if token.tag == "VBN" and token.dep == "conj" and not deps & {"nsubj", "aux"}:
        return is_passive(parse, token.head)
    return False


def is_negated(parse: Parse, i: int) -> Token | None:
    """The word that negates ``i``: "not", "never", "no", or none."""
    return next(
        (t for t in children(parse, i) if t.dep == "neg" or t.lower in ("no", "never", "neither")), None
    )


BEFORE = frozenset(
    ("det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "case")
)


def noun_phrase(parse: Parse, head: int) -> tuple[int, int]:
    """First token and end of a noun with its modifiers and "of" phrase, without clauses and appositions.

    Nothing before a colon belongs to it: "Mayor: army took the port".
    """
    first, end = head, head + 1
    for t in children(parse, head):
        if t.dep in BEFORE and t.i < head:
            first = min(first, edges(parse, t.i)[0])
        elif t.dep == "case" and t.i == head + 1:
            continue
        elif t.dep == "prep" and t.lower == "of" and t.i >= end:
            inner = next((o for o in children(parse, t.i, "pobj") if o.i > t.i), None)
            end = noun_phrase(parse, inner.i)[1] if inner else end
    colon = next((i for i in range(head - 1, first - 1, -1) if parse.tokens[i].text == ":"), first - 1)
    return colon + 1, end


def without_article(parse: Parse, first: int, end: int) -> int:
    """The first token after leading articles, possessives and adverbs."""
    while first < end - 1 and parse.tokens[first].tag in ("DT", "PRP$", "PDT", "IN", "RB"):
        first += 1
    return first


def put_at(parse: Parse, noun: Token) -> Token | None:
    """The "at" or "to" before a bare number behind a noun that a verb puts there, whatever it hangs on.

    "Put the number of dead in the bombing at 53": no verb and no mark stands between.
    """
    if noun.dep != "dobj":
        return None
    for token in parse.tokens[noun.i + 1 : parse.sentences[noun.sentence].end - 1]:
        if is_verb(token) or not token.text[0].isalnum():
            return None
        if token.lower in ("at", "to") and parse.tokens[token.i + 1].tag == "CD":
            number = parse.tokens[token.i + 1]
            return token if number.dep == "pobj" and number.head == token.i else None
    return None


def is_of_record(parse: Parse, i: int) -> bool:
    """Whether "since" says how long there was nothing like it: "the deadliest raid since the war began"."""
    near = (*ancestors(parse, i), *parse.tokens[i - 1 : i], *subjects(parse, parse.tokens[i].head))
    nouns = (t for t in near if t.tag.startswith("NN"))
    beside = (b for t in nouns for b in children(parse, t.i, "amod"))
    return any(b.tag == "JJS" or b.lower == "first" for b in beside)
