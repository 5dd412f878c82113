"""What do the modal verbs beside a verb say: "will", "may", "could have", "can"?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.modality import ModalityCues
from dateline.model import Modality
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_verb

FUTURE = frozenset(("will", "'ll", "shall"))
MAYBE = frozenset(("may", "might"))
"""Modals that leave open with "have", too, whether it was so."""


def by_modal(parse: Parse, i: int, t: Token, cues: ModalityCues) -> Modality | None:
    """What a modal says: "will", "may", "would" of a plan told in the past, "would have ... if"."""
    if t.lower in FUTURE:
        return "planned"
    if t.lower not in cues.hedge_modals:
        return None
    verb = parse.tokens[i]
    perfect = any(c.lower == "have" and c.dep == "aux" for c in children(parse, i))
    if t.lower in ("would", "could") and perfect and _would_have(parse, i):
        return "negated"
    if t.lower == "would" and not perfect and verb.dep == "ccomp":
        return "threatened" if parse.tokens[verb.head].lemma in cues.threat_verbs else "planned"
    return "hedged"


def _would_have(parse: Parse, i: int) -> bool:
    """Whether a condition that was not met stands by: "if he had not run", "had he not run"."""
    clauses = [t for t in children(parse, i, "advcl", "ccomp") if is_verb(t)]
    return any(
        c.lower == "had" or any(t.lower == "had" and t.dep == "aux" for t in children(parse, c.i))
        for c in clauses
    )


def able(parse: Parse, i: int, cues: ModalityCues) -> Iterator[Token]:
    """Modals of what can or should be done, by the verb itself: "can strike", "should attack"."""
    return (t for t in children(parse, i, "aux") if t.lower in cues.able_modals)


def is_unmet(parse: Parse, i: int, cues: ModalityCues) -> bool:
    """Whether it is told as what was not done: "could have prevented", but not "may have prevented"."""
    beside = {t.lower for t in children(parse, i, "aux")}
    return "have" in beside and not beside.isdisjoint((cues.hedge_modals | cues.able_modals) - MAYBE)
