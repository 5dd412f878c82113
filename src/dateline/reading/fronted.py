"""A day in front of a subject is no part of it: "On Sunday gunmen killed nine people"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

SUBJECTS = ("nsubj", "nsubjpass")
TIMES = ("DATE", "TIME")
CLAUSAL = ("advmod", "npadvmod", "prep", "punct", "cc", "mark", "advcl")
"""Relations of what stands in front of a subject and belongs to its verb."""
REACH = 40
"""Tokens around a word among which those that hang on it are sought."""


@dataclass(frozen=True, slots=True)
class Tree:
    """Tags of a text's tokens, and their heads and relations, which are set right in place."""

    tags: Sequence[str]
    heads: list[int]
    deps: list[str]

    def under(self, i: int) -> list[int]:
        """What hangs on a token, near it."""
        near = range(max(0, i - REACH), min(len(self.heads), i + REACH))
        return [n for n in near if self.heads[n] == i != n]


def set_right(tree: Tree, labels: Mapping[int, str]) -> None:
    """Give a day that the parser took for a part of the subject behind it back to its preposition.

    "On [Sunday gunmen] killed nine" and "On the night of [3 June rebels] burned Orlow" tell of gunmen and of
    rebels. "A Friday strike killed nine" and "Monday's raid" stay as they are.

    Args:
        tree: the parse.
        labels: the labels of named entities by token, in order.
    """
    last = -1
    for i, label in labels.items():
        if label in TIMES and i > last and tree.heads[i] > i:
            first, end = _run(tree, labels, i)
            last = end - 1
            if first and tree.tags[first - 1] == "IN":
                _give_back(tree, first, end)


def unfold(tree: Tree) -> None:
    """Make the clause that the parser took for one about its subject the sentence again.

    "Three days earlier [a bomber killed nine people]" is no bomber whom somebody killed. "Nine people killed
    in a raid" stay so: they have no object.
    """
    heads, deps = tree.heads, tree.deps
    for verb, dep in enumerate(deps):
        noun = heads[verb]
        if dep != "acl" or tree.tags[verb] != "VBD" or noun != verb - 1 or heads[noun] != noun:
            continue
        if tree.tags[noun].startswith("NN") and any(deps[n] == "dobj" for n in tree.under(verb)):
            for n in tree.under(noun):
                if n > verb or deps[n] in CLAUSAL:
                    heads[n] = verb
            heads[verb], deps[verb] = verb, "ROOT"
            heads[noun], deps[noun] = verb, "nsubj"


def _run(tree: Tree, labels: Mapping[int, str], i: int) -> tuple[int, int]:
    """The words of a time, with the number of the day in front."""
    end = i
    while labels.get(end) in TIMES:
        end += 1
    return (i - 1 if i and tree.tags[i - 1] == "CD" else i), end


def _give_back(tree: Tree, first: int, end: int) -> None:
    """Hang a time on the preposition in front of it, where it is a part of the noun behind."""
    heads, deps = tree.heads, tree.deps
    front, last = first - 1, end - 1
    noun, inside = heads[last], range(first, end)
    if noun < end or deps[last] not in ("compound", "nmod", "nummod"):
        return
    if any(heads[n] != noun and heads[n] not in inside for n in inside):
        return
    if deps[noun] == "pobj" and heads[noun] == front and deps[front] == "ROOT":
        verb = next((n for n in tree.under(noun) if n > noun and deps[n] == "acl"), None)
        if verb is None or tree.tags[verb] != "VBD":
            return
        for n in tree.under(front):
            heads[n] = verb
        heads[verb], deps[verb] = verb, "ROOT"
        deps[noun], heads[front] = "nsubj", verb
    elif deps[noun] not in SUBJECTS or heads[noun] < noun or "pobj" in (deps[n] for n in tree.under(front)):
        return
    if deps[front] in ("ROOT", "mark"):
        deps[front] = "prep"
    for n in inside:
        if heads[n] == noun:
            heads[n] = last
    heads[last], deps[last] = front, "pobj"
