"""A day in front of a subject is no part of it: "On Sunday gunmen killed nine people"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.reading.mended.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass")
TIMES = ("DATE", "TIME")


def give_back_days(tree: Tree, labels: Mapping[int, str]) -> None:
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
