"""Is a name a place here, or a person, a body, a month, an ordinary word?"""

from __future__ import annotations

from dateline.gazetteer.resolve import SITES
from dateline.reading.parse import Named
from dateline.reading.places_spot import PLACE_LABELS, Page, Spot, before, kind_word

KNOWN_TOWN = 100_000
"""People from which on a town's name needs no word before it to be taken for one."""
LARGE_TOWN = 500_000
"""People from which on it is believed against the tagger's word that it is a body."""
LONGEST_ACRONYM = 4
"""Letters."""
OTHER_NAMES = frozenset(("ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"))


def is_place(page: Page, spot: Spot, in_list: bool) -> bool:
    """Whether the words name a place where they stand; the first rule that knows decides.

    ``in_list`` tells that the name is coordinated with a place in front of it.
    """
    if _is_modifier(page, spot):
        return False
    if not spot.candidates:
        return _unknown_is_place(page, spot)
    if _is_part_of_longer_name(page, spot):
        return False
    if spot.kinds:
        return True
    named = page.entity[spot.first]
    label = named.label if named else None
    cued = in_list or spot.cue is not None
    if _names_country(page, spot):
        return label != "PERSON" or cued
    word = spot.name.lower()
    if _is_acronym(page, spot):
        return False
    if word in page.codebook.place_words.never.words:
        return label in PLACE_LABELS and _cued_strongly(page, spot)
    if _follows_title(page, spot):
        return False
    if label in PLACE_LABELS:
        return True
    if word in page.persons and not (in_list or _cued_strongly(page, spot)):
        return False
    return label in (None, "PERSON", *OTHER_NAMES) and _believable(page, spot, label, in_list)


def _believable(page: Page, spot: Spot, label: str | None, in_list: bool) -> bool:
    """A gazetteer name that the tagger did not take for a place."""
    tokens = page.parse.tokens
    if not all(t.tag.startswith("NNP") for t in tokens[spot.first : spot.end] if t.text[0].isupper()):
        return False
    people = max(c.population for c in spot.candidates)
    cued, wide = in_list or spot.cue is not None, spot.end - spot.first > 1
    if any(c.kind in SITES for c in spot.candidates):
        return cued or (wide and label != "PERSON")
    if any(c.kind in ("region", "water") for c in spot.candidates):
        return cued or label is None
    if label == "PERSON":
        if people >= LARGE_TOWN and (wide or in_list):
            return True
        return people >= KNOWN_TOWN / 10 and _cued_strongly(page, spot)
    return cued or people >= (KNOWN_TOWN if label is None else LARGE_TOWN)


def is_marked(page: Page, spot: Spot) -> bool:
    """Whether a name that the gazetteer lacks is surely a place: by a kind word, or by the tagger and a cue."""
    named = page.entity[spot.first]
    return bool(spot.kinds) or (named is not None and named.label in PLACE_LABELS)


def _unknown_is_place(page: Page, spot: Spot) -> bool:
    if page.codebook.countries.word(spot.name) or spot.name.lower() in page.persons:
        return False
    named = page.entity[spot.first]
    if named and named.label == "PERSON":
        return False
    return bool(spot.kinds) or _cued_strongly(page, spot)


def _is_acronym(page: Page, spot: Spot) -> bool:
    """A short word in capitals is a place only where its next words are a larger one ("LA, California") or it is large."""
    if len(spot.name.replace(".", "")) > LONGEST_ACRONYM or not spot.name.replace(".", "").isupper():
        return False
    return not any(c.population >= LARGE_TOWN or c.kind == "region" for c in spot.candidates)


def _names_country(page: Page, spot: Spot) -> bool:
    found = page.codebook.countries.word(spot.name)
    return found is not None and "name" in found.senses


def _is_modifier(page: Page, spot: Spot) -> bool:
    """A demonym ("US troops"), a government's seat, or the first half of a compound ("Harbour City-based")."""
    tokens = page.parse.tokens
    last = tokens[spot.end - 1]
    if spot.end + 1 < len(tokens):
        dash, after = tokens[spot.end], tokens[spot.end + 1]
        if dash.text in ("-", "–") and dash.start == last.end and after.start == dash.end and after.text[0].islower():
            return True
    found = page.codebook.countries.word(spot.name)
    if found and "seat" in found.senses and not spot.kinds:
        return True
    if not found or not found.senses & {"adjective", "people"}:
        return False
    if "name" not in found.senses:
        return not spot.kinds
    return last.dep in ("amod", "compound", "nmod") and last.head >= spot.end


def _is_part_of_longer_name(page: Page, spot: Spot) -> bool:
    """Whether the name goes on, as in the name of a newspaper, a person or a company."""
    tokens = page.parse.tokens
    named = page.entity[spot.first] or page.entity[spot.end - 1]
    if named and (named.first < spot.first or named.end > spot.end):
        if named.label not in PLACE_LABELS:
            return _goes_on(page, spot, named)
        return _goes_on(page, spot, named) and not spot.kinds
    if spot.end < len(tokens) and tokens[spot.end].sentence == tokens[spot.end - 1].sentence:
        after = tokens[spot.end]
        if after.tag.startswith("NNP") and after.text[0].isupper() and not _begins_anew(page, spot.end):
            return True
    front = spot.first - 1
    if front >= 0 and tokens[front].sentence == tokens[spot.first].sentence:
        token = tokens[front]
        words = page.codebook.place_words
        return (
            token.tag.startswith("NNP")
            and token.text[0].isupper()
            and token.lower not in words.bearings
            and token.lower not in words.cues.between
            and not token.text.endswith(".")
            and not kind_word(page, front)
            and page.entity[front] is not None
            and page.entity[front] == page.entity[spot.first]
        )
    return False


def _begins_anew(page: Page, i: int) -> bool:
    """Whether a capitalised word behind a name is no part of it: "Hillton Governor Smith", "Hillton Province"."""
    lower = page.parse.tokens[i].lower.rstrip(".")
    return lower in page.codebook.place_words.never.titles or kind_word(page, i) is not None


def _goes_on(page: Page, spot: Spot, named: Named) -> bool:
    """Whether an entity, up to a comma, holds more than the name, its kind, articles and directions."""
    words, tokens = page.codebook.place_words, page.parse.tokens
    first, end = min(named.first, spot.first), max(named.end, spot.end)
    first = max((i + 1 for i in range(first, spot.first) if tokens[i].text == ","), default=first)
    end = min((i for i in range(spot.end, end) if tokens[i].text == ","), default=end)
    if spot.end < end and tokens[spot.end].lower.rstrip(".") in words.never.titles:
        return False
    rest = [i for i in range(first, end) if not spot.first <= i < spot.end]
    return any(
        tokens[i].text[0].isalnum()
        and tokens[i].lower not in words.bearings
        and tokens[i].lower not in words.cues.between
        and not kind_word(page, i)
        for i in rest
        if tokens[i].lower not in ("of", "'s", "’s", "and")
    )


def _follows_title(page: Page, spot: Spot) -> bool:
    if spot.first == 0:
        return False
    front = page.parse.tokens[spot.first - 1]
    return front.lower.rstrip(".") in page.codebook.place_words.never.titles and front.text[0].isupper()


def _cued_strongly(page: Page, spot: Spot) -> bool:
    if spot.cue in page.codebook.place_words.cues.strong:
        return True
    governor = before(page, spot.first)
    return spot.cue == "of" and governor >= 1 and kind_word(page, governor - 1) is not None
