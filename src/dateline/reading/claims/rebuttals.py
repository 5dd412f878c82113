"""Who denies what another has just said? "Rebels said they shot down a jet. The ministry denied this.\""""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook import Codebook
from dateline.model import ACTUAL, Term
from dateline.reading.actors.reader import Cast
from dateline.reading.claims.drafts import Draft
from dateline.reading.events.telling import Telling
from dateline.reading.modality import NOBODY, Judged
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_rules import POINTING
from dateline.reading.rules import Rule
from dateline.reading.speech.saying import speaker_of
from dateline.reading.tree import children, is_negated, is_verb

REBUTTAL = Rule(
    "type.rebuttal",
    "Who denies the claim or report told right before denies the occurrence; the claim itself stays.",
    example="Rebels said that they shot down a helicopter. The ministry denied the claim.",
    reads="type aircraft downed",
)
RULES = (REBUTTAL,)

OWN_CONTENT = frozenset(("acl", "prep", "relcl", "ccomp"))
"""What says of a noun which claim it is: "the claim that", "reports of"."""


def rebuttals(
    parse: Parse, tellings: Sequence[Telling], cast: Cast, codebook: Codebook
) -> Iterator[tuple[int, Draft]]:
    """Each denial with the index of the telling that it denies."""
    for verb in parse.tokens:
        if verb.lemma not in codebook.modality.deny_verbs or not is_verb(verb):
            continue
        if is_negated(parse, verb.i) or not _points_back(parse, verb, codebook):
            continue
        by, n = speaker_of(parse, verb.i), _told_before(parse, verb, tellings)
        if by is None or n is None or parse.tokens[by].lower in NOBODY:
            continue
        if parse.tokens[by].tag == "PRP" and cast.at(by) is None:
            continue
        telling, judged = tellings[n], Judged("denied", verb.i)
        name = Term(telling.type.name, verb.span.of(parse.text))
        deed = telling.trigger.i
        yield n, Draft("type", name, verb.span, verb.i, judged, REBUTTAL.id, speaker=by, deed=deed)


def _points_back(parse: Parse, verb: Token, codebook: Codebook) -> bool:
    """Whether what is denied is "this" or "the claim", and not a claim told with it."""
    words = codebook.modality.content_nouns | codebook.roles.accusation_nouns
    for noun in children(parse, verb.i, "dobj"):
        if noun.lower in POINTING:
            return True
        if noun.lemma in words and not any(children(parse, noun.i, *OWN_CONTENT)):
            return True
    return False


def _told_before(parse: Parse, verb: Token, tellings: Sequence[Telling]) -> int | None:
    """Index of the first occurrence told as a fact before the verb in its sentence, or in the one before."""
    for back in (0, 1):
        for n, telling in enumerate(tellings):
            there = parse.tokens[telling.trigger.i].sentence == verb.sentence - back
            if there and telling.trigger.i < verb.i and telling.judged.modality in ACTUAL:
                return n
    return None
