"""Which verbs state a number: "says 30", "put the toll at 30"?"""

from __future__ import annotations

from dateline.reading.parse import Parse, Token
from dateline.reading.speech.extent import behind_comma
from dateline.reading.speech.saying import ENDS, Saying, below, saying_of, speaker_of
from dateline.reading.speech.words import SpeechWords, Use, lemma_of
from dateline.reading.tree import child, children, put_at

MOVED = frozenset(("at", "to", "from", "down", "up"))
"""Words of where a toll is put, or moved."""


def number(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "The army says 30.", "Army says 30 rebels killed", "Police say 12 dead"."""
    what = child(parse, i, "dobj")
    if use.clause is None or what is None or what.i < i:
        return None
    if use.clause == "say" and _is_counted_state(parse, what):
        inside = below(parse, what.i)
        return saying_of(parse, i, use.clause, sorted({*inside, *behind_comma(parse, inside[-1])}))
    if what.tag != "CD":
        return None
    after = parse.tokens[what.i + 1] if what.i + 1 < len(parse.tokens) else None
    if after is not None and after.text not in ENDS and after.lower not in ("and", "but", "while"):
        return None  # "found all four asleep"
    return saying_of(parse, i, use.clause, below(parse, what.i))


def tally(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "The ministry put the toll at 30", "raised the number of dead to 12"."""
    what = child(parse, i, "dobj")
    return _put(parse, i, what, words) if what is not None and what.i > i else None


def tallied(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "The toll was put at 30 by the ministry"."""
    what = child(parse, i, "nsubjpass")
    return _put(parse, i, what, words) if what is not None and speaker_of(parse, i) is not None else None


def _put(parse: Parse, i: int, toll: Token, words: SpeechWords) -> Saying | None:
    if (
        lemma_of(parse.tokens[i]) not in words.cues.tally.verbs
        or lemma_of(toll) not in words.cues.tally.nouns
    ):
        return None
    inside = below(parse, toll.i)
    for t in children(parse, i, "prep", "advmod", "prt"):
        inside += below(parse, t.i) if t.lower in MOVED else []
    if toll.i > i and (at := put_at(parse, toll)) and at.i not in inside:
        inside += [k for k in range(toll.i, at.i + 2) if k not in inside]
    inside += behind_comma(parse, max(inside)) if toll.i > i else []  # "put the toll at 41, six of them boys"
    return saying_of(parse, i, "say", sorted(set(inside)))


def _is_counted_state(parse: Parse, what: Token) -> bool:
    """Whether people are told with their number and what became of them: "30 killed", "12 dead"."""
    if what.tag != "CD" and child(parse, what.i, "nummod") is None:
        return False
    return what.tag == "JJ" or any(t.tag == "VBN" for t in children(parse, what.i, "acl"))
