"""Which words name a party or country that the codebook knows?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.actors import Actors, Party, name_words
from dateline.codebook.countries import Countries, CountrySense
from dateline.model import EntityKind
from dateline.reading.actors.acronyms import Acronym, read_acronyms
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import child

LONGEST_COUNTRY = 5
"""Words looked at together for a country's name."""
MODIFYING = frozenset(("compound", "nmod", "amod"))

Sense = Literal["party", "state", "people", "adjective", "seat", "capital"]


class Known(NamedTuple):
    """A name that the codebook knows: token range, and whom it names or is said of."""

    first: int
    end: int
    name: str
    kind: EntityKind
    country: str | None
    sense: Sense


class Spelling(NamedTuple):
    """A report as name words, no possessive endings; ``token`` has the token of each, ``at`` the reverse."""

    words: tuple[str, ...]
    token: tuple[int, ...]
    at: Mapping[int, int]


class Finder(NamedTuple):
    """All that finding known names in one report takes."""

    parse: Parse
    spelling: Spelling
    actors: Actors
    countries: Countries
    acronyms: Mapping[str, Acronym]


def make_finder(parse: Parse, codebook: Codebook) -> Finder:
    """Spell the report and learn the short forms that it introduces."""
    words: list[str] = []
    tokens: list[int] = []
    at: dict[int, int] = {}
    for token in parse.tokens:
        if token.tag == "POS" or token.text == "-":
            continue
        at[token.i] = len(words)
        spelled = (token.lower,) if token.lower.isalpha() and token.text.isascii() else name_words(token.text)
        words.extend(spelled)
        tokens.extend([token.i] * len(spelled))
    spelling = Spelling(tuple(words), tuple(tokens), at)
    return Finder(parse, spelling, codebook.actors, codebook.countries, read_acronyms(parse, codebook.actors))


def known_at(finder: Finder, i: int) -> Known | None:
    """The known name that begins at token ``i``: a party, a short form of this report, or a country."""
    return _party(finder, i) or _introduced(finder, i) or _country(finder, i)


def is_modifier(parse: Parse, token: Token, end: int) -> bool:
    """Whether a phrase up to ``end`` only modifies a noun after it: "police chief", "the Hamas attack"."""
    if token.dep == "conj" and token.head < token.i:
        above = parse.tokens[token.head]
        return above.dep in MODIFYING and above.head >= end
    return token.dep in MODIFYING and token.head >= end


def _party(finder: Finder, i: int) -> Known | None:
    """A well-known party, the longest of those that begin here."""
    spelling = finder.spelling
    start = spelling.at.get(i)
    if start is None or start >= len(spelling.words):
        return None
    for run, party in finder.actors.parties.by_first.get(spelling.words[start], ()):
        stop = start + len(run)
        if spelling.words[start:stop] != run:
            continue
        end = spelling.token[stop - 1] + 1
        divided = stop < len(spelling.words) and spelling.token[stop] == end - 1
        if not divided and _is_written_as_name(finder, i, end, len(run) == 1):
            return _with_kind_words(finder, Known(i, end, party.name, party.kind, party.country, "party"))
    return None


def _is_written_as_name(finder: Finder, first: int, end: int, single: bool) -> bool:
    """One word has to stand as listed, outside a person's name; of several, half the long ones are large."""
    tokens = finder.parse.tokens[first:end]
    if single:
        listed = tokens[0].text in finder.actors.exact and tokens[0].tag.startswith(("NN", "JJ"))
        return listed and not (tokens[0].ent == "PERSON" and _inside_name(finder.parse, first))
    long = [t.text[0].isupper() for t in tokens if len(t.text) > 3]
    return 2 * sum(long) >= len(long) and any(t.text[0].isupper() for t in tokens)


def _with_kind_words(finder: Finder, known: Known) -> Known:
    """The name with capitalised words after it that only say what it is: "Sana News Agency"."""
    end, tokens = known.end, finder.parse.tokens
    while end < len(tokens) and tokens[end].text[0].isupper() and tokens[end].tag.startswith("NNP"):
        if finder.actors.name_heads.get(tokens[end].lower) != known.kind:
            break
        end += 1
    return known._replace(end=end)


def _introduced(finder: Finder, i: int) -> Known | None:
    """A short form that the report itself introduces."""
    acronym = finder.acronyms.get(finder.parse.tokens[i].text)
    if acronym is None:
        return None
    full = name_words(acronym.name)
    found = finder.actors.parties.starting(full, 0)
    party = found[1] if found and found[0] == len(full) else Party(acronym.name, acronym.kind, None)
    return Known(i, i + 1, party.name, party.kind, party.country, "party")


def _country(finder: Finder, i: int) -> Known | None:
    """The country word at ``i``, longest first, and in what sense."""
    parse, token = finder.parse, finder.parse.tokens[i]
    if not token.text[0].isupper() or token.lower == "the" or _is_inner(parse, token):
        return None
    for end in range(min(i + LONGEST_COUNTRY, len(parse.tokens)), i, -1):
        last = parse.tokens[end - 1]
        if last.sentence != token.sentence or not last.text[0].isupper():
            continue
        words = " ".join(parse.words(i, end).split())
        found = finder.countries.word(words)
        if found is None:
            continue
        sense = _sense(parse, end, found.senses)
        if found.country.kind == "region" and sense == "state":
            sense = "capital"
        elif sense == "capital" and _governs(finder, last):
            sense = "state"
        kind: EntityKind = "government" if sense == "seat" else "civilians" if sense == "people" else "state"
        name = words if sense in ("people", "seat") else found.country.name
        return Known(i, end, name, kind, found.country.code, sense)
    return None


def _governs(finder: Finder, token: Token) -> bool:
    """Whether a place does what only its government can: "Oslo struck the port"; or is faced with it."""
    if token.dep == "dobj":
        return finder.parse.tokens[token.head].lemma in finder.actors.facing_verbs
    if token.dep != "nsubj":
        return False
    if child(finder.parse, token.head, "ccomp", "xcomp") is not None:
        return True
    verb = finder.parse.tokens[token.head]
    return verb.lemma in finder.actors.state_verbs and child(finder.parse, verb.i, "dobj") is not None


def _is_inner(parse: Parse, token: Token) -> bool:
    """Whether the word is part of another name: "Latin America", "Member States", "Jordan Miller"."""
    if token.ent == "PERSON" and _inside_name(parse, token.i):
        return True
    before = parse.tokens[token.i - 1] if token.i else token
    joined = before.head == token.i and before.dep in MODIFYING and before.tag in ("NNP", "JJ")
    return joined and before.text[0].isupper() and token.tag.startswith("NNP")


def _inside_name(parse: Parse, i: int) -> bool:
    """Whether the word before or after belongs to the same person's name."""
    around = (parse.tokens[k] for k in (i - 1, i + 1) if 0 <= k < len(parse.tokens))
    here = parse.tokens[i].sentence
    return any(t.ent == "PERSON" and t.sentence == here and t.tag.startswith("NN") for t in around)


def _sense(parse: Parse, end: int, senses: frozenset[CountrySense]) -> Sense:
    """'US' before a noun is an adjective, alone a name; 'Iraqi' alone is one of its people."""
    last = parse.tokens[end - 1]
    after = [t.tag for t in parse.tokens[end : end + 2]]
    deed = after[:1] == ["VBG"] and after[1:] in (
        ["VBD"],
        ["VBZ"],
        ["VBP"],
    )  # "Ukrainian shelling killed two"
    modifies = deed or after[:1] == ["HYPH"] or is_modifier(parse, last, end)
    if "adjective" in senses and (modifies or last.tag.startswith("JJ")):
        return "adjective"
    if "name" in senses:
        return "state"
    if senses & {"people", "adjective"}:
        return "people" if last.tag.startswith("NN") and not modifies else "adjective"
    return "seat" if "seat" in senses else "capital"
