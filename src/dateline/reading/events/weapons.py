"""Which words name weapons, or say by themselves what was used?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.codebook.weapons import WeaponKind
from dateline.model import Span
from dateline.reading.events.lexicon import Lexicon
from dateline.reading.parse import Parse
from dateline.reading.tree import is_noun


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon in the text; ``head`` is the token that carries its grammar.

    ``bearer`` marks a person who uses it: "gunmen" are armed with guns.
    """

    head: int
    span: Span
    kind: WeaponKind
    bearer: bool


def read_weapons(parse: Parse, lexicon: Lexicon) -> Mapping[int, Weapon]:
    """Every weapon noun, by the index of its head token."""
    found: dict[int, Weapon] = {}
    i = 0
    while i < len(parse.tokens):
        match = lexicon.weapons.at(parse, i) if parse.tokens[i].lemma in lexicon.weapons.by_first else None
        if match and is_noun(parse.tokens[match[0] - 1]):
            end, kind = match
            bearer = parse.tokens[end - 1].lemma in kind.bearers
            found[end - 1] = Weapon(end - 1, parse.span(i, end), kind, bearer)
            i = end
        else:
            i += 1
    return found
