"""Who speaks in the last words of a sentence, as they stand, whatever the parser makes of them?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from dateline.reading.parse import Parse, Token
from dateline.reading.speech.quotes import Quotes
from dateline.reading.speech.saying import Saying, verb_group
from dateline.reading.speech.words import lemma_of
from dateline.reading.tree import child, is_noun

CLOSING = frozenset(("VBD", "VBZ", "VBP", "VBN"))
"""Tags of a verb of speech; some taggers take "denounced" for a participle."""
BASE = ("NN", "JJ", "DT", "POS", "CD", "HYPH", "PRP", "VBN", "VBG")
"""Tags of a noun with what stands before it."""
INSIDE = (*BASE, "IN", "CC", "-LRB-", "-RRB-", "TO")
"""Tags of a speaker's phrase, with what stands behind the noun: "a doctor at the hospital (RAK)"."""
LEAST = 3
"""Words that a sentence has before its speaker, if these say something."""
FURTHEST = 3
"""Commas in a speaker's phrase: "its mayor, Ann Reed, 51, said"."""
WHO = 10
"""Words from "who" to the verb of speech."""


class Phrase(NamedTuple):
    """Where a speaker's phrase begins, and its head word."""

    first: int
    head: int


def with_trailing(
    parse: Parse,
    i: int,
    saying: Saying | None,
    quotes: Quotes,
    verbs: Set[str],
    speaks: Callable[[int], bool],
) -> Saying | None:
    """The saying of the verb at ``i`` with all before a speaker who closes the sentence.

    "Men with guns went on to shell a camp, where two died, an aide to the mayor said on Friday": what is
    said runs from the start of the sentence, and the aide says it. ``verbs`` are the verbs that close a
    sentence so, ``speaks`` tells whether a head word names a speaker.
    """
    if lemma_of(parse.tokens[i]) not in verbs:
        return saying
    if (inverted := _inverted(parse, i, quotes, speaks)) is not None:
        return inverted
    if not _closes(parse, i):
        return saying
    speaker = speaker_before(parse, i, quotes, speaks)
    if speaker is None:
        return saying
    sentence = parse.sentences[parse.tokens[i].sentence]
    before = range(sentence.first, speaker.first)
    quoted = bool(before) and quotes.within(speaker.first - 1)
    if not quoted and (
        len(before) <= LEAST or not any(t.tag in CLOSING for t in parse.tokens[before.start : before.stop])
    ):
        return saying
    if saying is None:
        saying = Saying(i, verb_group(parse, i), "say", "quote", (), speaker.head)
    if saying.source is None or saying.source < speaker.first:
        saying = saying._replace(source=speaker.head)
    if quoted:
        return saying
    return saying._replace(frame="clause", content=tuple(sorted({*saying.content, *before})))


def _inverted(parse: Parse, i: int, quotes: Quotes, speaks: Callable[[int], bool]) -> Saying | None:
    """Who speaks behind a verb that the parser joined to what is said: "died, claimed the aide, who"."""
    token, sentence = parse.tokens[i], parse.sentences[parse.tokens[i].sentence]
    what = child(parse, i, "dobj")
    joined = token.dep == "conj" and token.tag == "VBD" and parse.tokens[i - 1].text == ","
    if not joined or what is None or what.tag not in ("NN", "NNP", "NNS") or not speaks(what.i):
        return None
    phrase = parse.tokens[i + 1 : what.i + 1]
    after = parse.tokens[what.i + 1].text if what.i + 1 < sentence.end else "."
    if any(not t.tag.startswith(BASE) for t in phrase) or after not in (",", ".") or quotes.within(i - 1):
        return None
    content = tuple(range(sentence.first, i - 1))
    return Saying(i, verb_group(parse, i), "say", "clause", content, what.i)


def _closes(parse: Parse, i: int) -> bool:
    """Whether a verb of speech has nothing to say behind it in its part of the sentence."""
    token = parse.tokens[i]
    if token.tag not in CLOSING or (token.lemma != "tell" and child(parse, i, "dobj", "attr", "oprd")):
        return False
    for t in parse.tokens[i + 1 : parse.sentences[token.sentence].end]:
        if t.text in (",", ";", ".", "—", "–"):
            return True
        if t.tag.startswith(("VB", "MD", "W")) or t.lower == "that" or t.text == ":":
            return False
        if t.tag == "CD" and t.ent not in ("DATE", "TIME"):
            return False
    return True


def speaker_before(parse: Parse, verb: int, quotes: Quotes, speaks: Callable[[int], bool]) -> Phrase | None:
    """The phrase between a comma or a quotation and a verb; with commas inside only of one who can speak."""
    group = _before_relative(parse, verb_group(parse, verb)[0])
    found = list(_starts(parse, group, quotes))
    for first in found:
        head = _head(parse, first, group)
        alone = first == found[0] and parse.tokens[group - 1].text != ","
        if _is_of_clause(parse.tokens[first:group]):
            continue
        if head is not None and (alone or speaks(head)):
            return Phrase(first, head)
    return None


def _is_of_clause(phrase: Sequence[Token]) -> bool:
    """Whether words are what somebody says something of, and who: "a figure the rebels confirmed"."""
    pairs = pairwise(phrase)
    return any(is_noun(a) and b.tag in ("DT", "PRP", "PRP$") for a, b in pairs)


def _before_relative(parse: Parse, verb: int) -> int:
    """The end of the speaker's phrase without its clause: "a source, who asked not to be named, said"."""
    closed = parse.tokens[verb - 1].text == ","
    for k in range(
        verb - 1 - closed, max(parse.sentences[parse.tokens[verb].sentence].first, verb - WHO), -1
    ):
        if parse.tokens[k].text == ",":
            return verb
        if parse.tokens[k].lower == "who":
            opened = parse.tokens[k - 1].text == ","
            return k - opened if opened == closed else verb
    return verb


def _starts(parse: Parse, verb: int, quotes: Quotes) -> Iterator[int]:
    """The tokens where the speaker's phrase may begin, the nearest to the verb first."""
    first, commas = parse.sentences[parse.tokens[verb].sentence].first, 0
    for k in range(verb - 1, first, -1):
        token = parse.tokens[k]
        if quotes.within(k):
            if k + 1 < verb:
                yield k + 1
            return
        if token.text == ",":
            if k + 1 < verb:
                yield k + 1
            commas += 1
            if commas > FURTHEST:
                return
        elif not token.tag.startswith(INSIDE):
            return


def _head(parse: Parse, first: int, end: int) -> int | None:
    """The last noun of the run with which a phrase begins: "a doctor at the hospital" is a doctor."""
    head: Token | None = None
    for token in parse.tokens[first:end]:
        if not token.tag.startswith(BASE):
            break
        if is_noun(token) or token.tag == "PRP":
            head = token
    return head.i if head is not None else None
