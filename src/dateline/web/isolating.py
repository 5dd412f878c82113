"""Words that run from right to left, kept from turning what stands beside them."""

from __future__ import annotations

import re
from itertools import pairwise

from markupsafe import Markup

from dateline.wording.visible import visible

_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_LEFT = "A-Za-z\u00c0-\u024f\u0370-\u052f"

RUN = re.compile(f"{_RIGHT}(?:[^{_LEFT}]*{_RIGHT})?[)\\]»”’\"']*")
"""From the first letter of such a script to the last before another one, with what closes behind it."""


def isolated(text: str) -> Markup:
    """The text with each such run in an element of its own: the day behind a name in Arabic stays there."""
    shown = visible(text)
    found = list(RUN.finditer(shown))
    cuts = [0, *(end for run in found for end in run.span()), len(shown)]
    pieces = [shown[a:b] for a, b in pairwise(cuts)]
    return Markup("").join(Markup("<bdi>{}</bdi>").format(p) if n % 2 else p for n, p in enumerate(pieces))
