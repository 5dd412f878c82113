"""Numbers behind the label that says what they count: "Killed: 12", "Wounded so far - 30"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, Field
from dateline.reading.counts.fits import fits
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import LABELLED
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import DASHES, Parse, Token

LONGEST_LABEL = 7
PARTS = frozenset((",", ";", "(", "/", "|"))
"""Marks behind which the next label of a line may begin."""


def labelled(
    parse: Parse, phrases: Sequence[Phrase], hits: Mapping[int, Sequence[Slot]], book: Counts
) -> Iterator[tuple[int, Phrase, Slot]]:
    """The numbers, by index, that a label counts, with the people of the label as their noun."""
    for n, phrase in enumerate(phrases):
        mark = phrase.first - 1
        if phrase.kind not in ("number", "none") or mark < 1 or not _parts(parse, mark):
            continue
        label = _label(parse, mark, book)
        harm = next(((t, field) for t in label if (field := _harm(t, book))), None)
        if harm is None:
            continue
        who = next((t for t in label if t.i != harm[0].i and is_person(noun_of(parse, t.i), book)), None)
        whole = phrase
        if who is not None and not whole.noun:
            whole = whole._replace(head=who.i, noun=noun_of(parse, who.i))
        slot = Slot(whole.head, harm[1], harm[0].i, LABELLED)
        if {s.field for s in hits.get(n, ())} <= {slot.field} and fits(parse, slot, whole, book):
            yield n, whole, slot


def _parts(parse: Parse, i: int) -> bool:
    """Whether a colon, or a dash between spaces, stands at a token."""
    token = parse.tokens[i]
    apart = parse.tokens[i - 1].end < token.start and token.end < parse.tokens[i + 1].start
    return token.text in (":", "=") or (token.text in DASHES and apart)


def _label(parse: Parse, mark: int, book: Counts) -> Sequence[Token]:
    """The words before a mark, back to where a line, sentence or part of one begins; none of other words."""
    first = mark
    while first > 0 and not _opens(parse, first):
        token = parse.tokens[first - 1]
        own = _harm(token, book) or token.lower in book.labels or is_person(noun_of(parse, token.i), book)
        if not own or mark - first >= LONGEST_LABEL:
            return ()
        first -= 1
    return parse.tokens[first:mark]


def _opens(parse: Parse, i: int) -> bool:
    """Whether a line, a sentence or a part of one begins at token ``i``."""
    before, token = parse.tokens[i - 1], parse.tokens[i]
    new = before.sentence != token.sentence or "\n" in parse.text[before.end : token.start]
    return new or before.text in PARTS or not before.text[-1].isalnum()


def _harm(token: Token, book: Counts) -> Field | None:
    """What a word of a label says of people: "dead", "casualties", "abducted"."""
    nouns = (token.lemma, token.lower, token.lower.removesuffix("s"))
    field = book.state.get(token.lower) or next((book.noun[w] for w in nouns if w in book.noun), None)
    if field is None and token.tag in ("VBN", "VBD", "JJ"):
        field = book.object.get(token.lemma)
    return field if field in PEOPLE else None
