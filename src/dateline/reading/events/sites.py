"""Which places is something at, and what do "the base" and "the town" stand for?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.codebook import Codebook
from dateline.model import EntityKind, Mention, PlaceMention
from dateline.reading.actors.reader import Cast
from dateline.reading.events.aftermath import is_late_harm
from dateline.reading.events.dates import token_of
from dateline.reading.parse import DASHES, Parse, Token
from dateline.reading.places.links import in_opening_brackets
from dateline.reading.tree import ancestors, child, children, is_noun, is_verb

COARSE = frozenset(("country", "region"))
WIDE = COARSE | {"province"}

TOWNS = frozenset(("exact", "near"))

HARM = ("killed", "injured", "casualties")

BELONGING: frozenset[EntityKind] = frozenset(
    ("person", "government", "state", "military", "police", "armed group", "organisation", "civilians")
)
"""Of whom "of PLACE" says where they belong, not where they are: "the mayor of Brindle"."""


LONGEST_DATELINE = 10
"""Tokens between a dateline's place and the dash after it."""
LONGEST_WAY = 12
"""Tokens from a place to one that says where it lies."""


def is_dateline(parse: Parse, mention: PlaceMention) -> bool:
    """Whether a place in capitals opens a line before a dash: it says where the report was written.

    Or a place in brackets: "(Orlow) – Soldiers burned two villages".
    """
    start = mention.span.start
    _, end = parse.token_range(mention.span)
    if in_opening_brackets(parse, start, end):
        return True
    if not mention.value.text.isupper() or (start and parse.text[start - 1] != "\n"):
        return False
    here = parse.tokens[end - 1].sentence
    after = parse.tokens[end : end + LONGEST_DATELINE]
    return any(t.text in DASHES and t.sentence == here for t in after)


def located(
    parse: Parse, places: Sequence[PlaceMention], cast: Cast, codebook: Codebook
) -> tuple[PlaceMention, ...]:
    """The places that something is said to be at, and later words that point back to them.

    A country that acts ("Marland attacked") or owns ("Marland troops") is no place of what happens, nor
    is the place that someone is from ("a clerk, of Orlow"), the hospital where the hurt are brought, or one
    that only says where another lies.
    """
    told = _without_landmarks(parse, places)
    at = [m for m in told if not is_dateline(parse, m) and _is_site(parse, m, cast, codebook)]
    lived_in = [m for m in told if _is_lived_in(parse, m, codebook)]
    return tuple(sorted((*at, *_pointing_back(parse, at, lived_in, codebook)), key=lambda m: m.span))


def _without_landmarks(parse: Parse, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """Places that do more than say where the one in front lies.

    "Brindle, 60 km east of Orlow and about 90 km north of the capital, Tarn" is Brindle.
    """
    found: list[PlaceMention] = []
    landmark: PlaceMention | None = None
    for n, mention in enumerate(places):
        after = (landmark or places[n - 1]) if n else None
        if after is not None and _is_landmark(parse, after, mention, landmark is not None):
            landmark = mention
        else:
            found.append(mention)
            landmark = None
    return found


def _is_landmark(parse: Parse, front: PlaceMention, mention: PlaceMention, joined: bool) -> bool:
    """Whether a place only says where the one in front lies; ``joined`` to another that does by "and"."""
    between = parse.tokens[parse.token_range(front.span)[1] : parse.token_range(mention.span)[0]]
    if between and between[-1].text == ",":  # "of the capital, Tarn"
        between = between[: next((n for n in range(len(between), 0, -1) if _is_from(between[n - 1])), 0)]
    if between and is_noun(between[0]):  # "Brindle town, 60 km"
        between = between[1:]
    if len(between) == 2 and between[0].text in (",", "(") and between[1].lower == "near":
        return True  # "Brindle, near Orlow"
    return (
        2 < len(between) <= LONGEST_WAY
        and (between[0].text in (",", "(") or (joined and between[0].lower == "and"))
        and _is_from(between[-1])
        and any(t.tag == "CD" for t in between)
        and not any(is_verb(t) for t in between)
    )


def _is_from(token: Token) -> bool:
    return token.lower in ("of", "from")


def _is_site(parse: Parse, mention: PlaceMention, cast: Cast, codebook: Codebook) -> bool:
    words = codebook.tellings.sites
    i = token_of(parse, mention.span)
    token = parse.tokens[i]
    coarse = mention.value.precision in COARSE
    if _is_care(parse, mention, codebook):
        return False
    while token.dep in ("conj", "appos") and token.head != token.i:
        token = parse.tokens[token.head]
    above = parse.tokens[token.head]
    if token.dep == "prep" or token.tag == "IN":
        return True
    if token.dep in ("pobj", "pcomp"):
        if coarse:
            of_part = above.lower == "of" and parse.tokens[above.head].lemma in words.parts
            return above.lower in words.at_country or of_part
        return above.lower in words.at and not _is_home(parse, above, cast)
    harm = codebook.counts.object.get(above.lemma) in HARM and is_verb(above)
    if harm and token.dep in ("dobj", "nsubjpass"):
        return False  # "killed Copeland" tells of a person
    if coarse:
        of_capital = token.dep in ("poss", "compound", "nmod") and above.lemma in words.parts
        return of_capital or (token.dep == "dobj" and is_verb(above))
    if token.dep in ("compound", "nmod", "poss", "amod"):
        return is_noun(above)
    return token.dep in ("dobj", "nsubjpass", "npadvmod", "attr", "ROOT", "dep", "nummod", "appos")


def _is_home(parse: Parse, preposition: Token, cast: Cast) -> bool:
    """Whether "of" or "from" a place says where a party belongs: "the mayor of Brindle"."""
    if preposition.lower not in ("of", "from"):
        return False
    beside = parse.tokens[preposition.i - 1]
    whose = beside if is_noun(beside) else parse.tokens[preposition.head]
    if preposition.lower == "from" and is_noun(whose) and _does(parse, whose):
        return True  # "allegedly by armed elements from Brindle"
    party = cast.entity(preposition.head)
    return party is not None and party.kind in BELONGING


def _does(parse: Parse, noun: Token) -> bool:
    """Whether a noun is the subject of an active verb, or stands behind "by"."""
    active = noun.dep == "nsubj" and is_verb(parse.tokens[noun.head])
    return active or (noun.dep == "pobj" and parse.tokens[noun.head].lower == "by")


def _is_care(parse: Parse, mention: PlaceMention, codebook: Codebook) -> bool:
    """Whether the place is the hospital where the hurt were brought or died later."""
    words = codebook.tellings.sites
    first, end = parse.token_range(mention.span)
    head = parse.tokens[token_of(parse, mention.span)]
    around = {parse.tokens[i].lower for i in range(first, end)} | {head.lemma}
    above = parse.tokens[head.head]
    in_town = above.tag == "IN" and is_noun(parse.tokens[above.head])  # "the hospital in Brindle"
    if in_town:
        above = parse.tokens[above.head]
    if is_noun(above):
        around |= {above.lemma, *(t.lower for t in children(parse, above.i, "compound"))}
    if not around & words.care_places:
        return False
    over = (t for t in ancestors(parse, head.i) if is_verb(t))
    verb = next((t for t in over if t.dep not in ("dobj", "pobj", "nsubj")), None)  # "treated 19 wounded at"
    if verb is None:
        return False
    late = verb.lemma in words.care and is_late_harm(parse, verb.i, codebook.tellings.ties)
    return late or verb.lemma in (words.brought if in_town else words.care)


def _is_lived_in(parse: Parse, mention: PlaceMention, codebook: Codebook) -> bool:
    """Whether a place is told by those who live in it: "residents of Orlow"."""
    token = parse.tokens[token_of(parse, mention.span)]
    above = parse.tokens[token.head]
    if token.dep != "pobj" or above.lower not in ("of", "from", "in") or mention.value.precision in WIDE:
        return False
    return parse.tokens[above.head].lower in codebook.tellings.sites.dwellers


def _pointing_back(
    parse: Parse, at: Sequence[PlaceMention], lived_in: Sequence[PlaceMention], codebook: Codebook
) -> list[PlaceMention]:
    """ "The base" after "Orlow, an air base" or "an air base in Orlow": the last place so described.

    "The village" or "the community" is the last one called by any of such words, or that residents live in;
    where none is, the only town told before. "The same town" is the last that something is said to be at, and
    "there" the last town of the sentence or the one before.
    """
    described: dict[str, PlaceMention] = {}
    towns: dict[int, PlaceMention] = {}
    last: PlaceMention | None = None
    town: PlaceMention | None = None
    found = []
    by_token = {token_of(parse, m.span): m for m in (*at, *lived_in)}
    dwelt, settled = {token_of(parse, m.span) for m in lived_in}, codebook.tellings.sites.settled
    kinds = codebook.place_words.kinds.keys() | codebook.tellings.sites.buildings | settled
    for token in parse.tokens:
        mention = by_token.get(token.i)
        if mention:
            called = set(_kinds(parse, token.i))
            wide = mention.value.precision in WIDE
            if token.i in dwelt or (called & settled and not wide):
                called |= settled
            elif wide:  # "a village in Marland" is not Marland
                called -= settled
            described.update((kind, mention) for kind in called if kind in kinds)
            last = mention
            if mention.value.geonameid is not None and mention.value.precision in TOWNS:
                towns[mention.value.geonameid] = mention
                town = town if token.i in dwelt else mention
            continue
        of_town = codebook.place_words.kinds.get(token.lemma) == "town"
        meant = None
        if token.lower == "there":
            meant = last if token.tag == "RB" and _is_close(parse, last, token) else None
        elif of_town and _is_same(parse, token.i):
            meant = town
        elif is_noun(token) and token.lemma in kinds and _points_back(parse, token.i):
            only = next(iter(towns.values())) if len(towns) == 1 else None
            meant = described.get(token.lemma) or (only if of_town and token.tag == "NN" else None)
        if meant is not None:
            found.append(Mention("place", token.span, replace(meant.value, text=token.text)))
    return found


def _is_close(parse: Parse, mention: PlaceMention | None, token: Token) -> bool:
    """Whether a town is told in the sentence of a token or the one before."""
    if mention is None or mention.value.geonameid is None or mention.value.precision in WIDE:
        return False
    return token.sentence - parse.tokens[token_of(parse, mention.span)].sentence <= 1


def _is_same(parse: Parse, i: int) -> bool:
    """Whether a noun is "the same" as one before, and no more is said of it; not where someone is from."""
    if parse.tokens[parse.tokens[i].head].lower in ("from", "of"):
        return False
    beside = [t.lower for t in children(parse, i)]
    return "same" in beside and set(beside) <= {"the", "this", "that", "same"}


def _kinds(parse: Parse, i: int) -> list[str]:
    """What a named place is called: the noun in apposition to it, over it, or that it modifies."""
    token = parse.tokens[i]
    kinds = [t.lemma for t in children(parse, i, "appos") if is_noun(t)]
    above = parse.tokens[token.head]
    if token.dep == "pobj" and above.dep == "prep" and is_noun(parse.tokens[above.head]):
        kinds.append(parse.tokens[above.head].lemma)
    if token.dep in ("compound", "nmod") and is_noun(above):
        kinds.append(above.lemma)
    return kinds


def _points_back(parse: Parse, i: int) -> bool:
    """Whether a noun is definite and says no more than its kind."""
    article = child(parse, i, "det")
    if article is None or article.lower not in ("the", "this", "that"):
        return False
    return not any(t.dep in ("prep", "appos", "compound", "amod", "relcl") for t in children(parse, i))
