"""Who closes a sentence with a verb of speech, and so is none of those harmed that it lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from dateline.reading.counts.phrases import Phrase
from dateline.reading.parse import Parse

SPEAKING = ("VBD", "VBZ", "VBP")
"""Tags of a verb of speech that closes a sentence."""
INSIDE = ("NN", "JJ", "DT", "CC", "IN", "POS", "HYPH", "CD")
"""Tags of the words of speakers, up to their verb."""
LONGEST = 14
"""Tokens from a speaker to the verb."""


def tellers(parse: Parse, phrases: Sequence[Phrase], says: Set[str]) -> Iterator[int]:
    """The persons told by an article who tell it: they stand behind the last comma before the verb.

    "A bomb killed four and hurt nine, among them three clerks, a guard and a medic said": the guard and the
    medic are not hurt.
    """
    for n, phrase in enumerate(phrases):
        if phrase.kind == "one" and _opens(parse, phrase.first) and _says(parse, phrase.last, says):
            yield n


def _opens(parse: Parse, i: int) -> bool:
    """Whether nothing but speakers stands between a comma and token ``i``."""
    first = parse.sentences[parse.tokens[i].sentence].first
    for k in range(i - 1, max(first, i - LONGEST), -1):
        if parse.tokens[k].text == ",":
            return True
        if not parse.tokens[k].tag.startswith(INSIDE):
            return False
    return False


def _says(parse: Parse, i: int, says: Set[str]) -> bool:
    """Whether a verb of speech follows token ``i``, and closes the sentence but for when and where."""
    end = parse.sentences[parse.tokens[i - 1].sentence].end
    verb = next(
        (k for k in range(i, min(i + LONGEST, end)) if not parse.tokens[k].tag.startswith(INSIDE)), end
    )
    if verb >= end or parse.tokens[verb].tag not in SPEAKING or parse.tokens[verb].lemma not in says:
        return False
    return all(t.tag.startswith(("NNP", "IN", "DT", "CD", ".", "''")) for t in parse.tokens[verb + 1 : end])
