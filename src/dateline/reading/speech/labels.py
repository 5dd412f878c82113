"""Who speaks in the words before a colon, or behind one at the end of a headline?"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from dateline.reading.parse import CLOCK, DASHES, Parse, Token
from dateline.reading.speech.saying import WITHIN, Saying
from dateline.reading.speech.words import SpeechWords
from dateline.reading.tree import FINITE, is_noun

NO_LABEL = frozenset(("VB", "MD", "WP", "WD"))
"""Tags that the words of a label do not have, but in a clause with "who"."""
PLACES = frozenset(("GPE", "LOC", "FAC"))
NUMBERED = re.compile(r"\d{1,3}(?:/\d{0,3})?|/")
"""What numbers the posts of a thread: "2/", "3/12"."""
ENTRY = re.compile(r"\A[^\W\d][^:]{0,40}: \d")
"""A line of a list that gives each of its names a number."""
LABEL = 11
"""Words before the colon of a headline, or behind it."""
LONG_LABEL = 16
"""Words before the colon of a quotation."""
BULLETS = DASHES | frozenset(("•", "*"))
BRACKETS = frozenset(("-LRB-", "-RRB-"))
CLOSING = {'"': '"', "“": "”", "``": "''"}
ANY = frozenset(("a", "an"))


def label_saying(parse: Parse, first: int, colon: int) -> Saying | None:
    """A quotation and, before a colon, whose it is: '07:45 - Ann Reed, mayor of Orlow: "We will stay."'.

    ``first`` is the token with which the paragraph begins.
    """
    label = parse.tokens[first:colon]
    while label and (label[0].tag in ("CD", ":", "HYPH", "NFP") or label[0].text in {*BULLETS, "/"}):
        label = label[1:]
    if not label or len(label) > LONG_LABEL or any(t.tag in FINITE or t.tag == "MD" for t in label):
        return None
    comma = next((n for n, t in enumerate(label) if t.text == ","), len(label))
    name = next((t for t in reversed(label[:comma]) if is_noun(t)), None)
    return None if name is None else Saying(colon, (colon, colon + 1), "say", "quote", (), name.i)


def headline_saying(parse: Parse, first: int, end: int) -> Saying | None:
    """ "Police: two killed in blast": a paragraph's first words, a colon, and what they say."""
    first = _after_mark(parse, first, end)
    opening = range(first + 1, min(first + LABEL, end - 2))
    colon = next((i for i in opening if parse.tokens[i].text == ":"), None)
    if colon is None or parse.tokens[first].text in BULLETS:
        return None  # an entry of a list: "- Friendly side: three soldiers wounded"
    head = _label_head(parse.tokens[first:colon])
    if head is None or head.lemma == "side" or _is_quotation(parse, colon + 1, end):
        return None
    if not _says(parse.tokens[colon + 1 : end]) or head.ent in PLACES:
        return None
    if head.tag.startswith("NNP") and head.ent != "ORG" and _is_listed(parse, head):
        return None
    return Saying(colon, (colon, colon + 1), "say", "label", tuple(range(colon + 1, end)), head.i)


def _is_quotation(parse: Parse, first: int, end: int) -> bool:
    """Whether a quotation opens at ``first`` and something follows it: what follows is another's."""
    closing = CLOSING.get(parse.tokens[first].text)
    marks = (t.i for t in parse.tokens[first + 1 : end] if t.text == closing)
    return any(mark + 2 < end for mark in marks)


def _after_mark(parse: Parse, first: int, end: int) -> int:
    """The first word behind the time of an entry of a live blog, or the number of a post of a thread."""
    numbered = "/" in parse.text[parse.tokens[first].start : parse.tokens[min(first + 1, end - 1)].end]
    while first < end - 1:
        text = parse.tokens[first].text
        timed = CLOCK.fullmatch(text) or (text in DASHES and first)
        if not timed and not (numbered and NUMBERED.fullmatch(text)):
            return first
        first += 1
    return first


def credit_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "Twelve were hurt (source: Northern Relief)": the first whom the brackets name says all before."""
    if parse.tokens[i].lower not in words.cues.credits:
        return None
    sentence = parse.sentences[parse.tokens[i].sentence]
    around = parse.tokens[max(sentence.first, i - 1) : i + 2]
    if len(around) < 3 or (around[0].text, around[2].text) != ("(", ":") or i - 1 == sentence.first:
        return None
    ends = (",", ";", ")", "/")
    close = next((t.i for t in parse.tokens[i + 2 : sentence.end] if t.text in ends), None)
    head = _label_head(parse.tokens[i + 2 : close]) if close is not None and close > i + 2 else None
    if head is None:
        return None
    return Saying(i, (i, i + 2), "say", "phrase", tuple(range(sentence.first, i - 1)), head.i)


def bracket_saying(parse: Parse, i: int, speaks: Callable[[int], bool]) -> Saying | None:
    """ "Two dead in Orlow (regional police).": the bracket at ``i`` in which a sentence names its source.

    A name in brackets behind a noun is rather that noun's: "the Northern People's Army (NPA)"; and a noun
    behind a person, or after other brackets, says who somebody is: "Ann (daughter), Adam Reed (guard)".
    """
    sentence = parse.sentences[parse.tokens[i].sentence]
    close = next((k for k in range(i + 1, min(i + LABEL, sentence.end)) if parse.tokens[k].text == ")"), None)
    before = parse.tokens[sentence.first : i]
    if close is None or close < sentence.end - 2 or not _says(before):
        return None
    if before[-1].ent == "PERSON" or any(t.text == "(" for t in before):
        return None
    if close == sentence.end - 2 and parse.tokens[close + 1].text not in (".", ";"):
        return None
    label = parse.tokens[i + 1 : close]
    head = _label_head(label) if label and not any(t.tag == "CD" for t in label) else None
    if head is None or not speaks(head.i) or (head.tag.startswith("NNP") and is_noun(parse.tokens[i - 1])):
        return None
    return Saying(i, (i, i + 1), "say", "phrase", tuple(range(sentence.first, i)), head.i)


def _is_listed(parse: Parse, name: Token) -> bool:
    """Whether a name opens a line of a list of counts: "Orlow: 12 killed", below it "Brindle: 3 killed"."""
    lines, n = parse.text.split("\n"), parse.text.count("\n", 0, name.start)
    return any(ENTRY.match(line) for line in (*lines[max(0, n - 1) : n], *lines[n + 1 : n + 2]))


def _label_head(label: Sequence[Token]) -> Token | None:
    """The noun that a label is about: "A doctor at the town's hospital", "Ann Reed, the mayor of Orlow".

    Of a name and an office that stand side by side it is the name; other words than a speaker's have none.
    """
    who = next((n for n, t in enumerate(label) if t.lower == "who" and n), len(label))
    words = [t for t in label[:who] if t.tag not in BRACKETS]
    if who == len(label) and not is_noun(words[-1] if words else label[-1]):
        return None
    if any(t.tag[:2] in NO_LABEL or t.tag == "CC" or t.text == ":" for t in words):
        return None
    parts: list[list[Token]] = [[]]
    for t in words:
        if t.text == ",":
            parts.append([])
        else:
            parts[-1].append(t)
    heads = [h for part in parts if part and (h := _head(part)) is not None]
    names = [h for h in heads if h.tag.startswith("NNP")]
    if len(heads) != sum(map(bool, parts)) or len(heads) not in (1, 2):
        return None
    if len(heads) == 1:
        return heads[0]
    return names[0] if len(names) == 1 else None


def _head(part: Sequence[Token]) -> Token | None:
    """The noun of one phrase: the last before "of", "for", "at", if there is one."""
    joint = next((n for n, t in enumerate(part) if t.lower in WITHIN and n), len(part))
    return next((t for t in (part[joint - 1], part[-1]) if is_noun(t)), None)


def trailing_saying(parse: Parse, first: int, end: int) -> Saying | None:
    """ "Two killed in blast: police", "Two killed in blast - police": what a headline says, then who."""
    marks = (i for i in range(end - 2, max(first + 2, end - LABEL) - 1, -1) if _parts(parse, i))
    mark = next(marks, None)
    if mark is None:
        return None
    label = parse.tokens[mark + 1 : end]
    if label[0].lower in ANY or label[0].tag == "CD":
        bound = any(t.lower in WITHIN or t.lower == "who" for t in label)
        if not bound:
            return None  # "Two killed in blast: a nurse"
    head = _label_head(label)
    said = parse.tokens[first:mark]
    if head is None or not _says(said) or any(t.text in (":", ".") for t in said) or head.ent in PLACES:
        return None
    return Saying(mark, (mark, mark + 1), "say", "label", tuple(range(first, mark)), head.i)


def _says(words: Sequence[Token]) -> bool:
    """Whether words say something: there is a verb or a number in them, or "no"."""
    return any(t.tag[:2] in ("VB", "MD", "CD") or t.lower == "no" for t in words)


def _parts(parse: Parse, i: int) -> bool:
    """Whether a colon, or a dash with a space on both sides, stands at a token."""
    token = parse.tokens[i]
    apart = parse.tokens[i - 1].end < token.start and token.end < parse.tokens[i + 1].start
    return token.text == ":" or (token.text in DASHES and apart)
