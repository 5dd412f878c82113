"""Is a name a place here, or a person, a body, a month, an ordinary word?"""

from __future__ import annotations

from collections.abc import Set

from dateline.codebook.actors import name_words
from dateline.codebook.places import SITES
from dateline.gazetteer.fold import fold
from dateline.reading.names import Named
from dateline.reading.places.beside import (
    PLACE_LABELS,
    Page,
    Spot,
    before,
    has_body,
    heads_entry,
    is_away,
    is_beset,
    is_told,
    kind_word,
)
from dateline.reading.places.headed import is_label
from dateline.reading.places.links import is_dateline_name

KNOWN_TOWN = 100_000
"""People from which on a town's name needs no word before it to be taken for one."""
LARGE_TOWN = 500_000
"""People from which on it is believed against the tagger's word that it is a body."""
SHORTEST, LONGEST_ACRONYM = 3, 4
"""Letters."""
HOME_PRIOR = 5.0
"""A town of 100,000 by its own name, in a country that the report is about."""
ACRONYM_PRIOR = 5.0
"""A place as likely as a town of 100,000 may be called by its initials."""
SETTLED = frozenset(("town", "province", "region"))
"""Kinds of places that a country's name before them puts in it."""
OTHER_NAMES = frozenset(("ORG", "NORP", "PRODUCT", "WORK_OF_ART", "EVENT", "LAW", "LANGUAGE"))


def is_place(page: Page, spot: Spot, in_list: bool, sited: bool) -> bool:
    """Whether the words name a place where they stand; the first rule that knows decides.

    ``in_list`` tells that the name is coordinated with a place in front of it, ``sited`` that it stands
    as a dateline or that the text puts it in a larger place that holds one of its name, or the other way
    about ("Hillton, Colo.").
    """
    if _is_modifier(page, spot) or _is_party(page, spot) or not _is_name(page, spot) or _is_kin(page, spot):
        return False
    if not spot.candidates:
        return is_dateline_name(page, spot) or _unknown_is_place(page, spot)
    if sited or is_away(page, spot.end):
        return True
    if _is_part_of_longer_name(page, spot):
        return False
    ordinary = spot.name.lower() in page.codebook.place_words.never.words
    if spot.kinds:
        return not ordinary or _cued_strongly(page, spot)
    named = page.entity[spot.first]
    label = named.label if named else None
    cued = in_list or spot.cue is not None or _is_before_local_word(page, spot)
    if _names_country(page, spot):
        return label != "PERSON" or cued
    if _is_acronym(spot):
        return False
    if ordinary:
        known = _is_known_town(page, spot, label)
        return (_cued_strongly(page, spot) and (label in PLACE_LABELS or known)) or (
            known and _is_before_local_word(page, spot)
        )
    if _follows_title(page, spot):
        return False
    if label in PLACE_LABELS or is_label(page, spot) or heads_entry(page, spot.first, spot.end):
        return True
    if spot.name.lower() in page.persons and not (in_list or _cued_strongly(page, spot)):
        return False
    return label in (None, "PERSON", *OTHER_NAMES) and _believable(page, spot, label, cued)


def _believable(page: Page, spot: Spot, label: str | None, cued: bool) -> bool:
    """A gazetteer name that the tagger did not take for a place."""
    tokens = page.parse.tokens
    people = max(c.population for c in spot.candidates)
    proper = all(t.tag.startswith("NNP") for t in tokens[spot.first : spot.end] if t.text[0].isupper())
    if not proper and (people < KNOWN_TOWN or not _is_before_local_word(page, spot)):
        return False
    wide = spot.end - spot.first > 1
    if any(c.kind in SITES for c in spot.candidates):
        return cued or (wide and label != "PERSON")
    if any(c.kind in ("region", "water") for c in spot.candidates):
        return cued or label is None
    if label == "PERSON":
        if (people >= LARGE_TOWN and wide) or (people >= KNOWN_TOWN and cued):
            return True
        if spot.cue in page.codebook.place_words.cues.strong or is_beset(page, spot):
            return True
        return people >= KNOWN_TOWN / 10 and (_cued_strongly(page, spot) or _is_before_local_word(page, spot))
    return cued or people >= (KNOWN_TOWN if label is None else LARGE_TOWN)


def _is_known_town(page: Page, spot: Spot, label: str | None) -> bool:
    """Whether a proper noun that the tagger left alone is the name of a town of some size ("in Hit")."""
    large = any(c.population >= KNOWN_TOWN / 10 for c in spot.candidates)
    return label in (None, "ORG") and large and page.parse.tokens[spot.end - 1].tag == "NNP"


def _unknown_is_place(page: Page, spot: Spot) -> bool:
    lower = spot.name.lower()
    if page.codebook.countries.word(spot.name) or lower in page.persons:
        return False
    if lower in page.codebook.place_words.never.words:
        return False
    named = page.entity[spot.first]
    if named and named.label == "PERSON" and named.end - named.first > spot.end - spot.first:
        return False
    told = named is not None and named.label in PLACE_LABELS and spot.cue is not None
    return told or bool(spot.kinds) or _cued_strongly(page, spot) or is_told(page, spot.first, spot.end)


def is_of_report(page: Page, spot: Spot, about: Set[str], known: Set[str]) -> bool:
    """Whether a name that was not believed alone is a place for the rest of the report.

    ``known`` are names, folded, that are places elsewhere in it; ``about`` the countries that it speaks of: a
    town of theirs of some size is believed against the tagger's word that it is a person or a body.
    """
    if not spot.candidates or _is_modifier(page, spot) or _is_party(page, spot) or not _is_name(page, spot):
        return False
    if _is_kin(page, spot):
        return False
    lower = spot.name.lower()
    if lower in page.persons or lower in page.codebook.place_words.never.words or _is_acronym(spot):
        return False
    if _follows_title(page, spot) or _is_part_of_longer_name(page, spot):
        return False
    if page.parse.tokens[spot.end - 1].tag not in ("NNP", "NNPS"):
        return False
    return fold(spot.name) in known or any(
        c.country in about and c.population >= KNOWN_TOWN and c.prior >= HOME_PRIOR for c in spot.candidates
    )


def _is_acronym(spot: Spot) -> bool:
    """Whether a name is one or two letters, or a few capitals that are no large place's own name."""
    letters = spot.name.replace(".", "")
    if len(letters) < SHORTEST:
        return True
    if len(letters) > LONGEST_ACRONYM or not letters.isupper():
        return False
    return not any(c.prior >= ACRONYM_PRIOR for c in spot.candidates)


def _is_name(page: Page, spot: Spot) -> bool:
    """Whether the words can be a name: neither a direction, nor one function word ("A man", "He said")."""
    if spot.name.lower() in page.codebook.place_words.bearings:
        return False
    return spot.end - spot.first > 1 or page.parse.tokens[spot.first].tag.startswith(("NN", "JJ", "VB", "FW"))


def _is_party(page: Page, spot: Spot) -> bool:
    """Whether the words are a well-known armed group, body or newspaper."""
    words = name_words(spot.name)
    found = page.codebook.actors.parties.starting(words, 0) if words else None
    return found is not None and found[0] == len(words) and not _names_country(page, spot) and not spot.kinds


def _is_kin(page: Page, spot: Spot) -> bool:
    """Whether people are called by the name: "the Hamad family", "members of the Shammar tribe"."""
    tokens = page.parse.tokens
    after = tokens[spot.end].lower if spot.end < len(tokens) else ""
    one_of_many = spot.first > 0 and tokens[spot.first - 1].lower in ("a", "an")  # "a Hillton family"
    return after in page.codebook.place_words.kin and not one_of_many


def _is_before_local_word(page: Page, spot: Spot) -> bool:
    """Whether the next word makes the name say where: "Hillton police", "a Hillton man"."""
    tokens = page.parse.tokens
    if spot.end >= len(tokens) or tokens[spot.end].sentence != tokens[spot.end - 1].sentence:
        return False
    return tokens[spot.end].lower in page.codebook.place_words.cues.behind or has_body(page, spot.end)


def _names_country(page: Page, spot: Spot) -> bool:
    found = page.codebook.countries.word(spot.name)
    return found is not None and "name" in found.senses


def _is_modifier(page: Page, spot: Spot) -> bool:
    """A demonym ("US troops"), a government's seat, or the first half of a compound ("Hillton-based")."""
    tokens = page.parse.tokens
    last = tokens[spot.end - 1]
    if spot.end + 1 < len(tokens):
        dash, after = tokens[spot.end], tokens[spot.end + 1]
        if (
            dash.text in ("-", "–")
            and dash.start == last.end
            and after.start == dash.end
            and after.text[0].islower()
        ):
            return True
    found = page.codebook.countries.word(spot.name)
    if found and "seat" in found.senses and not spot.kinds:
        return True
    if not found or not found.senses & {"adjective", "people"}:
        return False
    if "name" not in found.senses:
        return not spot.kinds or _is_before_kind(page, spot)
    if kind_word(page, last.head) in SETTLED:
        return False  # "in a Marland town"
    return last.dep in ("amod", "compound", "nmod") and last.head >= spot.end


def _is_before_kind(page: Page, spot: Spot) -> bool:
    """Whether a demonym says whose a place is: "a Marlandish town", "the Marlandish province of Orlow".

    "The Somali region" is one by that name.
    """
    behind = page.parse.tokens[spot.end : spot.end + 2]
    if not behind or not behind[0].text.islower() or (kind := kind_word(page, spot.end)) is None:
        return False
    after = page.parse.tokens[spot.end + 2 : spot.end + 3]
    named = len(behind) > 1 and behind[1].lower == "of" and after and after[0].text[0].isupper()
    return kind == "town" or bool(named and not page.codebook.countries.word(after[0].text))


def _is_part_of_longer_name(page: Page, spot: Spot) -> bool:
    """Whether the name goes on, as in the name of a newspaper, a person or a company."""
    tokens = page.parse.tokens
    if _is_before_local_word(page, spot) and not _follows_name(page, spot):
        return False
    named = page.entity[spot.first] or page.entity[spot.end - 1]
    if named and (named.first < spot.first or named.end > spot.end):
        if named.label not in PLACE_LABELS:
            return _goes_on(page, spot, named)
        return _goes_on(page, spot, named) and not spot.kinds
    if spot.end < len(tokens) and tokens[spot.end].sentence == tokens[spot.end - 1].sentence:
        after = tokens[spot.end]
        if after.tag.startswith("NNP") and after.text[0].isupper() and not _begins_anew(page, spot.end):
            return True
    return page.entity[spot.first] is not None and _follows_name(page, spot)


def _follows_name(page: Page, spot: Spot) -> bool:
    """Whether a capitalised word of the same name stands in front."""
    tokens, words, front = page.parse.tokens, page.codebook.place_words, spot.first - 1
    if front < 0 or tokens[front].sentence != tokens[spot.first].sentence:
        return False
    token = tokens[front]
    return (
        token.tag.startswith("NNP")
        and token.text[0].isupper()
        and token.lower not in words.bearings
        and token.lower not in words.cues.between
        and not token.text.endswith(".")
        and not kind_word(page, front)
        and page.entity[front] == page.entity[spot.first]
    )


def _begins_anew(page: Page, i: int) -> bool:
    """Whether a capitalised word behind a name is no part of it: "Hillton Governor Smith"."""
    lower, named = page.parse.tokens[i].lower.rstrip("."), page.entity[i]
    if named and named.first == i and named.label in ("DATE", "TIME"):
        return True
    return lower in page.codebook.place_words.never.titles or kind_word(page, i) is not None


def _goes_on(page: Page, spot: Spot, named: Named) -> bool:
    """Whether an entity, up to a comma, holds more than the name, its kind, articles and directions."""
    words, tokens = page.codebook.place_words, page.parse.tokens
    first, end = min(named.first, spot.first), max(named.end, spot.end)
    first = max((i + 1 for i in range(first, spot.first) if tokens[i].text == ","), default=first)
    end = min((i for i in range(spot.end, end) if tokens[i].text == ","), default=end)
    first = max(
        (i + 1 for i in range(first, spot.first) if tokens[i].lower in words.cues.strong), default=first
    )
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
    if spot.cue != "of" or governor < 1:
        return False
    front = page.parse.tokens[governor - 1]
    return kind_word(page, governor - 1) is not None or (
        front.text == "," and page.parse.tokens[front.i - 1].tag == "CD"
    )
