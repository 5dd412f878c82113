"""Who speaks between commas, in the middle of what is said: "Nine men, police said on Monday, were hurt"?"""

from __future__ import annotations

from collections.abc import Callable, Set

from dateline.reading.parse import Parse, Token
from dateline.reading.speech.quotes import Quotes
from dateline.reading.speech.saying import Saying, verb_group
from dateline.reading.speech.trailing import Phrase, speaker_before
from dateline.reading.speech.words import lemma_of
from dateline.reading.tree import FINITE, SUBJECTS, children, subtree

LONGEST = 10
"""Words from the verb of speech to the comma that ends its aside."""
GOES_ON = FINITE | {"MD"}
"""Tags of the verb with which the clause goes on behind the aside."""
NEW = frozenset(("CC", ":"))
"""Tags of what may begin the clause that the aside stands in, if no word marks it."""


def with_aside(
    parse: Parse,
    i: int,
    saying: Saying | None,
    quotes: Quotes,
    verbs: Set[str],
    speaks: Callable[[int], bool],
) -> Saying | None:
    """The saying of the verb at ``i`` with the clause around it, where it parts subject and verb by commas.

    "Nine men, a doctor at the clinic told reporters, were hurt": what is said is "Nine men", "were hurt",
    whatever the parser makes of it. ``verbs`` and ``speaks`` are those of a closing speaker.
    """
    if lemma_of(parse.tokens[i]) not in verbs or not _is_told(parse, i):
        return saying
    comma = _end(parse, i)
    if comma is None or quotes.within(comma):
        return saying
    speaker = _subject(parse, i) or speaker_before(parse, i, quotes, speaks)
    if speaker is None:
        return saying
    sentence = parse.sentences[parse.tokens[i].sentence]
    speaker = _with_name(parse, speaker, sentence.first, speaks)
    first = _clause_start(parse, sentence.first, speaker.first - 1)
    if speaker.first - first <= 1 or quotes.within(speaker.first - 1):
        return saying
    rest = range(comma + 1, sentence.end)
    end = next((k for k in rest if parse.tokens[k].text == ";"), sentence.end)
    content = (*range(first, speaker.first - 1), *range(comma + 1, end))
    return Saying(i, verb_group(parse, i), "say", "clause", content, speaker.head)


def _is_told(parse: Parse, i: int) -> bool:
    """Whether a verb is finite, or a participle to the tagger: "villagers, the watch announced, were"."""
    token, after = parse.tokens[i], parse.tokens[i + 1 : i + 2]
    lost = token.tag == "VBN" and after and (after[0].text == "," or after[0].tag in ("IN", "TO"))
    return token.tag in FINITE or bool(lost)


def _end(parse: Parse, i: int) -> int | None:
    """The comma behind the verb of speech, if a finite verb follows it and none stands before it."""
    end = parse.sentences[parse.tokens[i].sentence].end
    for k in range(i + 1, min(i + LONGEST, end - 1)):
        token = parse.tokens[k]
        if token.text == ",":
            return k if _is_finite(parse, k + 1, end) else None
        if token.tag in GOES_ON or token.tag.startswith("W") or token.lower == "that":
            return None
    return None


def _is_finite(parse: Parse, k: int, end: int) -> bool:
    """Whether a finite verb stands at ``k``, at most behind an adverb."""
    while k < end and parse.tokens[k].tag == "RB":
        k += 1
    return k < end and parse.tokens[k].tag in GOES_ON


def _subject(parse: Parse, i: int) -> Phrase | None:
    """The subject that the parser gives the verb of speech, where a comma stands right before it."""
    for t in children(parse, i, *SUBJECTS):
        first = subtree(parse, t.i)[0]
        if t.i < i and first and parse.tokens[first - 1].text == "," and not t.tag.startswith("W"):
            return Phrase(first, t.i)
    return None


def _with_name(parse: Parse, speaker: Phrase, start: int, speaks: Callable[[int], bool]) -> Phrase:
    """The speaker with the name or office before it: "Ann Reed, the mayor", "the governor, Ann Reed"."""
    comma = next((k for k in range(speaker.first - 2, start, -1) if parse.tokens[k].text == ","), None)
    if comma is None:
        return speaker
    before = parse.tokens[comma + 1 : speaker.first - 1]
    if not before or not all(t.tag.startswith(("NN", "JJ", "DT", "POS")) for t in before):
        return speaker
    one, two = before[-1], parse.tokens[speaker.head]
    named = sum(_is_name(t) for t in (one, two))
    if named != 1 or not (speaks(one.i) or speaks(two.i)):
        return speaker
    return Phrase(comma + 1, one.i if _is_name(one) else two.i)


def _is_name(token: Token) -> bool:
    return token.tag.startswith("NNP")


def _clause_start(parse: Parse, first: int, end: int) -> int:
    """Where the clause begins whose subject stands before ``end``: behind the verbs of those before it.

    A relative right before the aside begins it: "the hall, which, police said, was hit".
    """
    if parse.tokens[end - 1].tag.startswith("W"):
        return end - 1
    finite = (t for t in parse.tokens[first:end] if t.tag in GOES_ON)
    verbs = [t.i for t in finite if "relcl" not in (t.dep, parse.tokens[t.head].dep)]
    behind = parse.tokens[verbs[-1] + 1 : end] if verbs else ()
    return next((t.i + 1 for t in behind if t.tag in NEW or t.dep == "mark"), first)
