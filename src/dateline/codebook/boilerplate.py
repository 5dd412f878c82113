"""What pages and wires put around a report that is not the report."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """Filled by ``boilerplate.toml``.

    ``lines`` are whole lines, in lower case with single spaces. ``patterns`` match a whole line,
    ``inline`` a stretch inside one. ``debris`` are names of character entities that feeds leave
    behind with a broken first mark ("quot" in ",quot;"). ``tags`` are the monitoring services'
    bracketed marks ("[TEXT]") in lower case. ``not_places`` are capitalised words that stand where a
    dateline would, in upper case. ``lookalikes`` are letters of other alphabets and the Latin letters
    that they look like.
    """

    lines: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    inline: tuple[re.Pattern[str], ...]
    debris: frozenset[str]
    tags: frozenset[str]
    not_places: frozenset[str]
    lookalikes: dict[str, str]
