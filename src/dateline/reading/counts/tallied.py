"""What is a tally a tally of, and by which words does it move: "the number of men shot there rose to 9"?"""

from __future__ import annotations

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, Field
from dateline.reading.counts.fits import FATE
from dateline.reading.counts.retold import SENTENCES_BEFORE, harm
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, child, children, is_verb, subtree


def tallied_field(parse: Parse, token: Token, book: Counts) -> Field | None:
    """What a tally is a tally of: "death toll", "the number of people wounded"."""
    leave_out = ("relcl", "appos", "conj") if token.lemma in book.toll.alone else ("appos", "conj")
    below = [parse.tokens[i] for i in subtree(parse, token.i, *leave_out)]
    counts = token.lemma in book.toll.with_harm
    found = [
        book.toll.fields.get(t.lemma)
        or book.toll.fields.get(t.lower)
        or (_borne(t, book) if counts else None)
        for t in below
    ]
    told = sorted((f for f in found if f), key=lambda f: f == "casualties")
    if not told and token.lemma in book.toll.with_harm and (moving := mover(parse, token, book)):
        inside = parse.tokens[token.i : moving.i]
        found = [book.toll.fields.get(t.lemma) or _deadly(t, book) or _borne(t, book) for t in inside]
        told = sorted((f for f in found if f), key=lambda f: f == "casualties")
    if not told and (to := moved_to(parse, token, book)):
        found = [_deadly(t, book) or _borne(t, book) for t in parse.tokens[token.i : to.i]]
        told = sorted((f for f in found if f), key=lambda f: f == "casualties")
    if told and token.lemma in book.toll.alone | book.toll.with_harm:
        return told[0]
    if token.lemma in book.toll.alone:
        return book.toll.field
    put = token.lemma in book.toll.with_harm and token.dep == "dobj"  # "a nurse put the number at 20"
    return _again(parse, token, book) if put or token.lemma in book.toll.again else None


def _borne(token: Token, book: Counts) -> Field | None:
    """What a participle says was done to people: "the number of farmers abducted"."""
    field = book.object.get(token.lemma) or book.object_people.get(token.lemma)
    return field if token.tag in ("VBN", "VBD") and field in PEOPLE else None


def _deadly(token: Token, book: Counts) -> Field | None:
    """ "The number of farmers fatally shot"."""
    return "killed" if token.lower in book.frames.deadly else None


def moved_to(parse: Parse, tally: Token, book: Counts) -> Token | None:
    """The "to" behind a participle that the parser hung elsewhere: "the number of men shot there to 9"."""
    verb = parse.tokens[tally.head]
    if tally.lemma not in book.toll.with_harm or tally.dep != "dobj" or verb.lemma not in book.toll.verbs:
        return None
    end = parse.sentences[tally.sentence].end
    told = False
    for token in parse.tokens[tally.i + 1 : end]:
        if token.lower == "to" and told and token.tag in ("IN", "TO"):
            return token
        if is_verb(token) and _borne(token, book) is None:
            return None
        told |= is_verb(token)
    return None


def _again(parse: Parse, token: Token, book: Counts) -> Field | None:
    """What was counted right before, where a definite tally gives it again: "the ministry's count is 31".

    That of the nearest sentence that tells harm: "told of 34 injuries, then raised the number to 51".
    """
    beside = list(children(parse, token.i))
    definite = any(t.tag == "PRP$" or t.lower == "the" or t.dep == "poss" for t in beside)
    of = next((child(parse, t.i, "pobj") for t in beside if t.lower == "of"), None)
    given = token.dep == "dobj" and parse.tokens[token.head].lemma in book.toll.verbs
    numbered = given and of is not None and of.tag == "CD"  # "gave a figure of 28", not "a total of 28 died"
    if any(t.dep in ("relcl", "acl") for t in beside) or not (numbered or (definite and of is None)):
        return None
    for sentence in reversed(parse.sentences[max(0, token.sentence - SENTENCES_BEFORE) : token.sentence + 1]):
        before = parse.tokens[sentence.first : min(sentence.end, token.i)]
        told = {f for t in before for f in (harm(t, book),) if f in FATE}
        if told:
            return "killed" if "killed" in told else "injured"
    return None


def mover(parse: Parse, tally: Token, book: Counts) -> Token | None:
    """The verb by which a tally moves to a number, where the parser gave another verb between as its own."""
    end = parse.sentences[tally.sentence].end
    for token in parse.tokens[tally.i + 1 : end]:
        joined = tally.head in (a.i for a in ancestors(parse, token.i)) or token.i in (
            a.i for a in ancestors(parse, tally.i)
        )
        moves = is_verb(token) and token.lemma in book.toll.movers and joined
        if moves and any(t.lower == "to" for t in children(parse, token.i, "prep")):
            return token
    return None
