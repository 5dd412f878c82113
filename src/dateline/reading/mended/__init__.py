"""What does the parser get wrong, and what is meant?"""

from __future__ import annotations

from collections.abc import Mapping, Set

from dateline.reading.mended.clauses import give_deeds, unfold
from dateline.reading.mended.days import give_back_days
from dateline.reading.mended.openings import mend_openings
from dateline.reading.mended.tree import Tree

__all__ = ["Tree", "mend"]


def mend(tree: Tree, labels: Mapping[int, str], starts: Set[int]) -> None:
    """Set right, in place, what parsers get wrong in the same way again and again.

    Args:
        tree: the parse.
        labels: the labels of named entities by token, in order.
        starts: the first tokens of sentences.
    """
    give_deeds(tree)
    mend_openings(tree, starts)
    give_back_days(tree, labels)
    unfold(tree)
