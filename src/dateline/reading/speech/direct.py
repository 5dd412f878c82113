"""Which speaker does each quotation belong to?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

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
    holders: dict[int, list[int]] = {}
    for n, saying in enumerate(sayings):
        for i in saying.content:
            holders.setdefault(i, []).append(n)
    openers = {s.cue: n for n, s in enumerate(sayings) if s.frame == "quote"}
    last: int | None = None
    last_end = -1
    for quote in quotes.all:
        holding = {n for i in range(quote.first, quote.end) for n in holders.get(i, ())}
        owner = min(holding, key=lambda n: (len(content[n]), n), default=None)
        if owner is None:
            owner = _opener(parse, quotes, quote, openers)
        if owner is None and last is not None and _goes_on(parse, quotes, quote, last_end):
            owner = last
        if owner is None:
            continue
        content[owner].update(range(quote.first, quote.end))
        last, last_end = owner, max(quote.end, sayings[owner].cue)
    return [s._replace(content=tuple(sorted(c))) for s, c in zip(sayings, content, strict=True) if c]


def _opener(parse: Parse, quotes: Quotes, quote: Quote, openers: Mapping[int, int]) -> int | None:
    """The saying whose cue stands nearest to the quotation, before or behind it."""
    near = (*range(quote.first - REACH - 1, quote.first), *range(quote.end, quote.end + REACH + 1))
    gaps = ((_gap(parse, quotes, quote, i), openers[i]) for i in near if i in openers)
    return min(((gap, n) for gap, n in gaps if gap is not None), default=(0, None))[1]


def _gap(parse: Parse, quotes: Quotes, quote: Quote, cue: int) -> int | None:
    """Words between quotation and cue, or none where the cue cannot introduce or close it."""
    after = cue >= quote.end
    between = parse.tokens[quote.end : cue] if after else parse.tokens[cue + 1 : quote.first]
    if any(t.text in SENTENCE_ENDS or quotes.within(t.i) for t in between):
        return None
    if after and between and parse.tokens[max(quote.first, quote.end - 2)].text == ".":
        return None
    apart = quotes.paragraphs[cue] != quotes.paragraphs[quote.first]
    return None if apart and parse.tokens[quote.first - 1].text != ":" else len(between)


def _goes_on(parse: Parse, quotes: Quotes, quote: Quote, last_end: int) -> bool:
    """Whether the last speaker is still speaking: nothing but the end of the cue's sentence lies between."""
    if quote.first == 0:
        return False
    paragraph = quotes.paragraphs[quote.first]
    before = parse.tokens[quote.first - 1]
    if (
        before.text == ","
        and quotes.at[last_end - 1] < 0
        and parse.tokens[last_end - 1].sentence == before.sentence
    ):
        return True  # "We stay," he said, "and fight."
    if before.text not in STOPS and quotes.paragraphs[before.i] == paragraph:
        return False
    stops = sum(t.text in (".", "!", "?") for t in parse.tokens[last_end : quote.first])
    return stops <= 1 and paragraph - quotes.paragraphs[min(last_end, quote.first)] <= 1
