"""A clause that the parser takes for part of a noun is a clause."""

from __future__ import annotations

from dateline.reading.mended.tree import Tree

CLAUSAL = ("advmod", "npadvmod", "prep", "punct", "cc", "mark", "advcl")
"""Relations of what stands in front of a subject and belongs to its verb."""
DENYING = frozenset(("deny", "denies", "denied", "denying"))


def give_deeds(tree: Tree) -> None:
    """Make what is denied a deed, where it is taken for an adjective: "denied attacking civilians"."""
    heads, deps = tree.heads, tree.deps
    for i, dep in enumerate(deps):
        if dep == "amod" and tree.tags[i] == "VBG" and i and tree.words[i - 1] in DENYING:
            noun = heads[i]
            if noun > i and heads[noun] == i - 1 and deps[noun] == "dobj":
                heads[noun], deps[noun] = i, "dobj"
                heads[i], deps[i] = i - 1, "xcomp"


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
