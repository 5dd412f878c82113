"""Which speaker does each quotation belong to?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.reading.parse import Parse
from dateline.reading.speech.quotes import Quote, Quotes
from dateline.reading.speech.saying import Saying

REACH = 30
"""Words between a quotation and its cue."""
STOPS = frozenset((".", "!", "?", ":", "”", '"', "''"))


def bind_quotes(parse: Parse, quotes: Quotes, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings with the quotations that are theirs added to their content."""
    content = [set(d.content) for d in sayings]
    last: int | None = None
    last_end = -1
    for quote in quotes.all:
        owner = _owner(parse, quotes, quote, sayings, content)
        if owner is None and last is not None and _goes_on(parse, quotes, quote, last_end):
            owner = last
        if owner is None:
            continue
        content[owner].update(range(quote.first, quote.end))
        last = owner
        last_end = max(quote.end, sayings[owner].cue)
    return [d._replace(content=tuple(sorted(c))) for d, c in zip(sayings, content, strict=True) if c]


def _owner(
    parse: Parse, quotes: Quotes, quote: Quote, sayings: Sequence[Saying], content: Sequence[set[int]]
) -> int | None:
    """The saying that holds the quotation's words, or whose cue stands next to it."""
    inside = range(quote.first, quote.end)
    holding = [n for n, c in enumerate(content) if sayings[n].content and not c.isdisjoint(inside)]
    if holding:
        return min(holding, key=lambda n: len(content[n]))
    near = [
        (gap, n)
        for n, d in enumerate(sayings)
        if d.frame == "quote" and (gap := _gap(parse, quotes, quote, d)) is not None
    ]
    return min(near)[1] if near else None


def _gap(parse: Parse, quotes: Quotes, quote: Quote, saying: Saying) -> int | None:
    """Words between quotation and cue, or none where the cue cannot introduce or close it."""
    cue = saying.cue
    if cue >= quote.end:
        between = range(quote.end, cue)
        mark = parse.tokens[quote.end - 2].text if quote.end - quote.first > 2 else ""
        if any(parse.tokens[i].text in (".", "!", "?", ";") for i in between) or mark == ".":
            return None
    else:
        between = range(cue + 1, quote.first)
        if any(parse.tokens[i].text in (".", "!", "?", ";") for i in between):
            return None
    if len(between) > REACH or (
        quotes.paragraphs[cue] != quotes.paragraphs[quote.first] and parse.tokens[quote.first - 1].text != ":"
    ):
        return None
    if any(quotes.within(i) for i in between):
        return None
    return len(between)


def _goes_on(parse: Parse, quotes: Quotes, quote: Quote, last_end: int) -> bool:
    """Whether the last speaker is still speaking: nothing but the end of the cue's sentence lies between."""
    if quote.first == 0:
        return False
    before = parse.tokens[quote.first - 1]
    if before.text not in STOPS and quotes.paragraphs[before.i] == quotes.paragraphs[quote.first]:
        return False
    between = range(last_end, quote.first)
    stops = sum(parse.tokens[i].text in (".", "!", "?") for i in between)
    return stops <= 1 and quotes.paragraphs[quote.first] - quotes.paragraphs[min(last_end, quote.first)] <= 1
