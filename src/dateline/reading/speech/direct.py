"""Which speaker does each quotation belong to?"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.reading.parse import Parse
from dateline.reading.speech.quotes import Quote, Quotes
from dateline.reading.speech.saying import Saying

REACH = 30
"""Words between a quotation and its cue."""
SENTENCE_ENDS = frozenset((".", "!", "?", ";"))
STOPS = frozenset((".", "!", "?", ":", "”", '"', "''"))


def bind_quotes(parse: Parse, quotes: Quotes, sayings: Sequence[Saying]) -> list[Saying]:
    """The sayings with the quotations that are theirs added to their content."""
    content = [set(s.content) for s in sayings]
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
    return [s._replace(content=tuple(sorted(c))) for s, c in zip(sayings, content, strict=True) if c]


def _owner(
    parse: Parse, quotes: Quotes, quote: Quote, sayings: Sequence[Saying], content: Sequence[set[int]]
) -> int | None:
    """The saying that holds the quotation's words, or whose cue stands next to it."""
    inside = range(quote.first, quote.end)
    holding = [n for n, c in enumerate(content) if sayings[n].content and not c.isdisjoint(inside)]
    if holding:
        return min(holding, key=lambda n: len(content[n]))
    gaps = ((_gap(parse, quotes, quote, s), n) for n, s in enumerate(sayings) if s.frame == "quote")
    near = [(gap, n) for gap, n in gaps if gap is not None]
    return min(near)[1] if near else None


def _gap(parse: Parse, quotes: Quotes, quote: Quote, saying: Saying) -> int | None:
    """Words between quotation and cue, or none where the cue cannot introduce or close it."""
    after = saying.cue >= quote.end
    between = parse.tokens[quote.end : saying.cue] if after else parse.tokens[saying.cue + 1 : quote.first]
    if len(between) > REACH or any(t.text in SENTENCE_ENDS or quotes.within(t.i) for t in between):
        return None
    if after and between and parse.tokens[max(quote.first, quote.end - 2)].text == ".":
        return None
    apart = quotes.paragraphs[saying.cue] != quotes.paragraphs[quote.first]
    return None if apart and parse.tokens[quote.first - 1].text != ":" else len(between)


def _goes_on(parse: Parse, quotes: Quotes, quote: Quote, last_end: int) -> bool:
    """Whether the last speaker is still speaking: nothing but the end of the cue's sentence lies between."""
    if quote.first == 0:
        return False
    paragraph = quotes.paragraphs[quote.first]
    before = parse.tokens[quote.first - 1]
    if before.text not in STOPS and quotes.paragraphs[before.i] == paragraph:
        return False
    stops = sum(t.text in (".", "!", "?") for t in parse.tokens[last_end : quote.first])
    return stops <= 1 and paragraph - quotes.paragraphs[min(last_end, quote.first)] <= 1
