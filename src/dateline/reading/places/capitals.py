"""Which town is "the Marland capital"?"""

from __future__ import annotations

from dateline.codebook.countries import Country
from dateline.codebook.places import PlaceKind
from dateline.reading.places.beside import Page, Spot, cue_of

OWNERS = frozenset(("'s", "\u2019s", "'", "\u2019"))
WIDEST = 3
"""Words of a country's name."""
TOWN: frozenset[PlaceKind] = frozenset(("town",))


def capital_of(page: Page, i: int) -> Spot | None:
    """The capital that the words from ``i`` on stand for: "the Marland capital", "Marland's capital city".

    None where its name follows ("the Marland capital, Tarn"), which says it better.
    """
    tokens = page.parse.tokens
    if tokens[i].lower == "the":
        return None
    behind = tokens[i + 1 : i + WIDEST + 2]
    at = next((t.i for t in behind if t.lower == "capital"), None)
    if at is None or tokens[at].sentence != tokens[i].sentence:
        return None
    owned = tokens[at - 1].lower in OWNERS
    country = _country(page, i, at - owned)
    end = at + 1 + (at + 1 < len(tokens) and tokens[at + 1].lower == "city")
    if country is None or not country.capitals or _is_named(page, end):
        return None
    name = country.capitals[0]
    return Spot(i, end, name, page.gazetteer.candidates(name), TOWN, cue_of(page, i))


def _country(page: Page, first: int, end: int) -> Country | None:
    if end <= first:
        return None
    found = page.codebook.countries.word(page.parse.words(first, end))
    return found.country if found and found.senses & {"adjective", "name"} else None


def _is_named(page: Page, end: int) -> bool:
    """Whether a name, or a noun that it is a part of, follows: "capital, Tarn", "capital punishment"."""
    behind = page.parse.tokens[end : end + 2]
    if behind and behind[0].text in (",", "("):
        return len(behind) > 1 and behind[1].tag.startswith("NNP") and behind[1].ent not in ("DATE", "TIME")
    return bool(behind) and behind[0].tag.startswith("NN") and behind[0].ent not in ("DATE", "TIME")
