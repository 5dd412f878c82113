"""What comes after an occurrence and is none itself: tolls that move, bodies found, wounds that kill."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.tellings import TieWords
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_verb, subtree

SUBJECTS = ("nsubj", "nsubjpass")
ORIGINS = ("of", "from", "to", "among")
"""Words before what somebody died of, and before those of whom some did."""


def is_of_aftermath(parse: Parse, head: int, trigger: int, words: TieWords) -> bool:
    """Whether the time at ``head`` is that of a toll or a find, and not of what its sentence tells.

    "The toll of the attack rose on Tuesday"; "nine died: the body of a sailor was found on 17 May". Of
    "the bodies of nine men killed there were found on Tuesday" no other day is told, and "the toll of
    Monday's attack" tells that of the attack.
    """
    verb = next((t for t in ancestors(parse, head) if is_verb(t)), None)
    if verb is None or verb.i == trigger:
        return False
    subjects = tuple(children(parse, verb.i, *SUBJECTS))
    if any(t.lemma in words.tolls and head not in subtree(parse, t.i) for t in subjects):
        return True
    if verb.lemma not in words.finding:
        return False
    if not subjects:  # the parser hangs "the body of a sailor, 19, was found" on something else
        return any(t.lemma in words.remains for t in parse.tokens[trigger + 1 : verb.i])
    return any(t.lemma in words.remains and trigger not in subtree(parse, t.i) for t in subjects)


def is_late_harm(parse: Parse, i: int, words: TieWords) -> bool:
    """Whether a word of harm tells what became of those harmed before.

    "The toll was 16 on Sunday", "two of the wounded died", "he succumbed to his injuries", "two bodies were
    recovered".
    """
    token = parse.tokens[i]
    if token.lemma in words.tolls:
        return True
    if token.lemma in words.remains:
        behind = parse.tokens[i + 1 : parse.sentences[token.sentence].end]
        verb = next((t for t in behind if is_verb(t) and t.tag != "VBD"), parse.tokens[token.head])
        return words.finding.issuperset({verb.lemma}) or parse.tokens[token.head].lemma in words.finding
    if token.dep == "pobj" and (token.lemma in words.wounds or token.lower in words.wounded):
        return parse.tokens[token.head].lower in ORIGINS
    return is_verb(token) and any(
        t.lemma in words.wounds or t.lower in words.wounded for t in _of(parse, token)
    )


def is_counting_day(parse: Parse, head: int, trigger: int, words: TieWords) -> bool:
    """Whether the time at ``head`` is when a toll moved or somebody died of wounds, and nothing was done.

    "The toll rose on Tuesday", "the fifth died of his wounds on 2 March". A body that is found on
    a day may be all that is known.
    """
    token = parse.tokens[trigger]
    if token.lemma in words.tolls:
        verb = next((t for t in ancestors(parse, head) if is_verb(t)), None)
        moved = verb is not None and trigger in {t.i for t in children(parse, verb.i, *SUBJECTS)}
        return moved and head not in subtree(parse, trigger)
    return token.lemma not in words.remains and is_late_harm(parse, trigger, words)


def _of(parse: Parse, verb: Token) -> Iterator[Token]:
    """Of what somebody died, and those of whom some did: "two of the wounded died of their injuries".

    And how those who did were before: "two people wounded in the blast died".
    """
    subjects = tuple(children(parse, verb.i, *SUBJECTS))
    for who in subjects:
        yield from children(parse, who.i, "acl", "amod")
    for above in (verb, *subjects):
        for preposition in children(parse, above.i, "prep"):
            if preposition.lower in ORIGINS:
                yield from children(parse, preposition.i, "pobj")
