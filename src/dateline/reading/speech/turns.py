"""Whose turn is it in a transcript, and who wrote a post that a page shows?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dateline.reading.parse import DASHES, Parse, Token
from dateline.reading.speech.quotes import Quotes
from dateline.reading.speech.saying import Saying

LABEL = 4
"""Words of a name before the colon of its turn."""
TURNS = 3
"""Paragraphs that begin with a name and a colon, from which on a text is a transcript."""
MARKS = frozenset(('"', "“", "”", "''", "``"))
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
HANDLE = 10
"""Words from the dash before a post's writer to the handle in brackets."""
SIGNED = 6
"""Words of the name under a quotation."""


def turns(parse: Parse, quotes: Quotes) -> tuple[Saying, ...]:
    """What each turn of a transcript says: "REED: We will stay. / HOST: Why? / REED: It is our town."

    A text is one where three turns or more stand in it, most of them sentences, and one name has at least
    two. A list has as many names as entries: "Killed: 3 / Injured: 12 / Missing: 1".
    """
    found = list(_labelled(parse, quotes))
    names = Counter(parse.words(first, colon).upper() for first, colon, _ in found)
    told = sum(any(t.tag in FINITE for t in parse.tokens[colon:end]) for _, colon, end in found)
    if len(found) < TURNS or max(names.values()) == 1 or len(names) == 1 or 2 * told < len(found):
        return ()
    return tuple(
        Saying(colon, (colon, colon + 1), "say", "phrase", tuple(range(colon + 1, end)), colon - 1)
        for _, colon, end in found
    )


def _labelled(parse: Parse, quotes: Quotes) -> Iterator[tuple[int, int, int]]:
    """The first word of a name, its colon, and the end of each paragraph that begins with these."""
    i = 0
    while i < len(parse.tokens):
        end = quotes.paragraph_end(i)
        first = i + 1 if parse.tokens[i].text in MARKS else i
        behind = range(first + 1, min(first + LABEL + 1, end - 1))
        colon = next((k for k in behind if parse.tokens[k].text == ":"), None)
        if colon is not None and all(_is_of_name(t) for t in parse.tokens[first:colon]):
            yield first, colon, end
        i = end


def _is_of_name(token: Token) -> bool:
    """Whether a word may stand in the name of a turn: "Ann Reed", "HOST", "Q"."""
    return token.text[0].isupper() and token.text.replace(".", "").replace("-", "").isalpha()


def posts(parse: Parse, quotes: Quotes) -> Iterator[Saying]:
    """What a page shows with its writer behind a dash: "The bridge is hit. — Ann Reed (@annreed) May 3".

    Or a quotation in a paragraph of its own, with the name under it, however its marks are typed.
    """
    for dash in parse.tokens[1:]:
        if dash.text not in DASHES or quotes.within(dash.i - 1):
            continue
        end = quotes.paragraph_end(dash.i)
        writer = _writer(parse, dash.i, end) or _signer(parse, dash.i, end)
        if writer is None:
            continue
        first = dash.i
        while not quotes.begins_paragraph(first):
            first -= 1
        handle = parse.tokens[writer + 1 : writer + 2]
        if first < dash.i and (parse.tokens[first].text in MARKS or (handle and handle[0].text[0] == "(")):
            content = tuple(range(first, dash.i))
            yield Saying(dash.i, (dash.i, dash.i + 1), "say", "phrase", content, writer)


def _writer(parse: Parse, dash: int, end: int) -> int | None:
    """The last word of a name behind a dash that is followed by a handle: "— Ann Reed (@annreed)"."""
    for t in parse.tokens[dash + 2 : min(dash + HANDLE, end)]:
        if parse.text[t.start :].startswith("(@"):
            return t.i - 1
    return None


def _signer(parse: Parse, dash: int, end: int) -> int | None:
    """The last word of a name that ends a paragraph behind a dash: "― Ann Reed"."""
    name = [t for t in parse.tokens[dash + 1 : end] if t.text != "."]
    if 1 < len(name) <= SIGNED and all(_is_of_name(t) for t in name):
        return name[-1].i
    return None
