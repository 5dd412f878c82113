"""Who denies what another has just said? "Rebels said they shot down a jet. The ministry denied this.\""""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.model import ACTUAL, PEOPLE, Term
from dateline.reading.actors.reader import Cast
from dateline.reading.claims.drafts import Draft
from dateline.reading.counts.rules import PART
from dateline.reading.events.telling import Telling
from dateline.reading.modality import NOBODY, Judged
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_rules import POINTING
from dateline.reading.rules import Rule
from dateline.reading.speech.saying import speaker_of
from dateline.reading.tree import children, is_negated, is_passive, is_verb

REBUTTAL = Rule(
    "type.rebuttal",
    "Who denies the claim or report told right before denies the occurrence; the claim itself stays.",
    example="Rebels said that they shot down a helicopter. The ministry denied the claim.",
    reads="type aircraft downed",
)
REJECTED = Rule(
    "count.rejected",
    "Who rejects the figure told right before denies that number; its own claim stays.",
    example="The army said it killed 80 fighters in a raid, a figure that the rebels dismissed.",
    reads="killed 80",
)
RULES = (REBUTTAL, REJECTED)

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


def rejected(
    parse: Parse, counts: Sequence[tuple[int, Draft]], cast: Cast, codebook: Codebook
) -> Iterator[tuple[int, Draft]]:
    """Each number again, as denied by who rejects "a figure that" stands behind it, or later "the toll"."""
    cues = codebook.modality
    for noun in parse.tokens:
        verb = _rejecting(parse, noun, codebook) if noun.lemma in cues.tally_nouns else None
        by = speaker_of(parse, verb.i) if verb is not None else None
        if verb is None or by is None or is_negated(parse, verb.i) or parse.tokens[by].lower in NOBODY:
            continue
        if parse.tokens[by].tag == "PRP" and cast.at(by) is None:
            continue
        told = _counted_before(parse, noun, counts)
        if told is not None:
            n, draft = told
            denied = Judged("denied", verb.i)
            yield n, replace(draft, judged=denied, rule=REJECTED.id, speaker=by, deed=draft.trigger)


def _rejecting(parse: Parse, noun: Token, codebook: Codebook) -> Token | None:
    """The verb that rejects a tally without number: "a figure that they rejected", "disputed the toll"."""
    own = [t for t in children(parse, noun.i, *OWN_CONTENT, "nummod", "amod") if t.lemma != "new"]
    verbs = codebook.modality.deny_verbs
    if noun.dep in ("appos", "conj", "npadvmod") and parse.tokens[noun.i - 1].lower in ("a", "the"):
        return next(
            (t for t in own if t.dep == "relcl" and t.lemma in verbs and not is_passive(parse, t.i)), None
        )
    over = parse.tokens[noun.head]
    definite = any(t.lower in POINTING or t.lower == "the" for t in children(parse, noun.i, "det"))
    return over if noun.dep == "dobj" and definite and not own and over.lemma in verbs else None


def _counted_before(
    parse: Parse, noun: Token, counts: Sequence[tuple[int, Draft]]
) -> tuple[int, Draft] | None:
    """The last number told before a noun in its sentence or in the one before, as a fact and no part."""
    for back in (0, 1):
        for n, draft in reversed(counts):
            there = parse.tokens[draft.trigger].sentence == noun.sentence - back
            known = draft.judged.modality in ACTUAL and draft.rule != PART.id
            if there and draft.span.end < noun.start and known and draft.field in PEOPLE:
                return n, draft
    return None


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
