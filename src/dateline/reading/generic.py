"""What is told of nobody: what a deed would be, what may be done once it was, what is wished for."""

from __future__ import annotations

from dateline.codebook.modality import ModalityCues
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_verb, subtree

PRESENT = frozenset(("VBZ", "VBP"))
RULES = frozenset(("can", "must", "should", "may"))
"""Modals of a rule: "can only be done after a person has died"."""

ONCE = frozenset(("after", "before", "once", "until", "when", "whenever"))
"""Words that open the case of a rule; "must leave as troops advance" tells news."""


def generic(parse: Parse, cues: ModalityCues) -> frozenset[int]:
    """The tokens of clauses that tell of no occurrence, but for relative ones inside.

    "To kill a child is senseless", "a doctor may call once a person has died", "praying that nobody died".
    """
    found: set[int] = set()
    for token in parse.tokens:
        if is_verb(token) and (
            _is_deed_as_such(parse, token)
            or _is_case_of_rule(parse, token)
            or (token.dep == "ccomp" and parse.tokens[token.head].lemma in cues.wish_verbs)
        ):
            found.update(subtree(parse, token.i, "relcl", "acl"))
    return frozenset(found)


def _is_deed_as_such(parse: Parse, token: Token) -> bool:
    """Whether a verb with "to" is the subject of a judgement in the present."""
    judged = token.dep == "csubj" and parse.tokens[token.head].tag in PRESENT
    return judged and token.tag == "VB" and any(t.lower == "to" for t in children(parse, token.i, "aux"))


def _is_case_of_rule(parse: Parse, token: Token) -> bool:
    """Whether a clause in the present stands under what can, must or should be done."""
    if token.dep != "advcl" or not any(t.lower in ONCE for t in children(parse, token.i, "mark", "advmod")):
        return False
    present = token.tag in PRESENT or any(
        t.tag in PRESENT for t in children(parse, token.i, "aux", "auxpass")
    )
    return present and any(t.lower in RULES for t in children(parse, token.head, "aux"))
