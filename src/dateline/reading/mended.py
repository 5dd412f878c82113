"""What does the parser get wrong at the head of a sentence, and what is meant?"""

from __future__ import annotations

from collections.abc import Set

NEAR = frozenset(("near", "outside", "inside", "around"))
"""Prepositions that the model takes for a part of the name behind them where they begin a sentence."""
FINITE = frozenset(("VBD", "VBZ", "VBP"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
LONGEST = 4
"""Words of the name of a place behind such a preposition."""


def mend(words: list[str], tags: list[str], deps: list[str], heads: list[int], starts: Set[int]) -> None:
    """Set right, in place, tags, relations and heads of tokens at the head of a sentence.

    "Near Orlow, rebels killed two": "near" is no part of the name, and Orlow no subject. "In Orlow district,
    in Brindle, a drone struck a car": the drone is no apposition to Brindle.
    """
    for i in starts:
        if words[i] in NEAR and tags[i].startswith("NNP"):
            _mend_near(i, words, tags, deps, heads)
    for i, dep in enumerate(deps):
        if dep == "appos" and tags[i].startswith("NN") and i + 1 < len(deps) and tags[i + 1] in FINITE:
            _mend_subject(i, words, deps, heads)


def _mend_near(i: int, words: list[str], tags: list[str], deps: list[str], heads: list[int]) -> None:
    name = heads[i]
    if deps[i] != "compound" or not i < name <= i + LONGEST or not tags[name].startswith("NNP"):
        return
    above = heads[name]
    if words[name + 1 : name + 2] != [","] or above == name:
        return
    tags[i], deps[i], heads[i] = "IN", "prep", above
    deps[name], heads[name] = "pobj", i


def _mend_subject(i: int, words: list[str], deps: list[str], heads: list[int]) -> None:
    verb, name = i + 1, heads[i]
    named_in = deps[name] == "pobj" and name < i
    has_subject = any(head == verb and dep in SUBJECTS for head, dep in zip(heads[:verb], deps, strict=False))
    if not named_in or has_subject or "," not in words[name + 1 : i]:
        return
    top, seen = name, 0
    while heads[top] != top and top != verb and seen < len(heads):
        top, seen = heads[top], seen + 1
    if top == verb:
        deps[i], heads[i] = "nsubj", verb
