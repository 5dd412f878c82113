"""A place that opens a sentence is no part of what follows it: "Near Orlow, rebels killed two"."""

from __future__ import annotations

from collections.abc import Set

from dateline.reading.mended.tree import Tree

NEAR = frozenset(("near", "outside", "inside", "around"))
"""Prepositions that the model takes for a part of the name behind them where they begin a sentence."""
FINITE = frozenset(("VBD", "VBZ", "VBP"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
LONGEST = 4
"""Words of the name of a place behind such a preposition."""


def mend_openings(tree: Tree, starts: Set[int]) -> None:
    """Set right tags, relations and heads of tokens at the head of a sentence.

    "Near Orlow, rebels killed two": "near" is no part of the name, and Orlow no subject. "In Orlow district,
    in Brindle, a drone struck a car": the drone is no apposition to Brindle.
    """
    for i in starts:
        if tree.words[i] in NEAR and tree.tags[i].startswith("NNP"):
            _mend_near(i, tree)
    for i, dep in enumerate(tree.deps):
        following = tree.tags[i + 1] if i + 1 < len(tree.tags) else ""
        if dep == "appos" and tree.tags[i].startswith("NN") and following in FINITE:
            _mend_subject(i, tree)


def _mend_near(i: int, tree: Tree) -> None:
    words, tags, deps, heads = tree.words, tree.tags, tree.deps, tree.heads
    name = heads[i]
    if deps[i] != "compound" or not i < name <= i + LONGEST or not tags[name].startswith("NNP"):
        return
    above = heads[name]
    if list(words[name + 1 : name + 2]) != [","] or above == name:
        return
    tags[i], deps[i], heads[i] = "IN", "prep", above
    deps[name], heads[name] = "pobj", i


def _mend_subject(i: int, tree: Tree) -> None:
    words, deps, heads = tree.words, tree.deps, tree.heads
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
