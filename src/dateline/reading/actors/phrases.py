"""Noun phrases that name a person, body, state, group of people or facility, or describe one."""

from __future__ import annotations

from typing import Literal, NamedTuple

from dateline.codebook.actors import Gender, fold
from dateline.model import EntityKind
from dateline.reading.actors.grammar import (
    LOCATIVE,
    Page,
    body_kind,
    complement,
    country_of,
    head_of,
    is_telling,
    joined_words,
    owners,
    whole,
)
from dateline.reading.actors.known import Known, is_modifier
from dateline.reading.actors.names import Run, Title
from dateline.reading.tree import children

Sort = Literal["person", "people", "body", "state", "facility"]


class Phrase(NamedTuple):
    """One noun phrase: token ranges, and what its own words say.

    ``first`` to ``end`` are all its words; ``core_first`` to ``core_end`` those that name it, titles
    included. ``key`` is the folded name, or the head noun of a description. ``near`` are tokens of what it
    belongs to by its grammar: "Iraqi", "Iraq's", "of Iraq". ``place`` is a state named only as the place
    of something.
    """

    head: int
    first: int
    end: int
    core_first: int
    core_end: int
    sort: Sort
    kind: EntityKind
    country: str | None
    name: str | None
    key: str
    role: str | None = None
    gender: Gender | None = None
    definite: bool = True
    near: tuple[int, ...] = ()
    place: bool = False


class Office(NamedTuple):
    """A title with its words: where they begin, what they belong to, and the role as it reads."""

    first: int
    near: tuple[int, ...]
    role: str | None


def named(page: Page, run: Run, title: Title | None, office: Office) -> Phrase | None:
    """A run of capitalised words as a body or a person; none where nothing shows that it is either."""
    kind = body_kind(run, page.parse, page.actors)
    honoured = title is not None and title.sort == "honorific"
    if kind and not honoured and (title is None or not is_person(page, run)):
        capital = title is not None and page.parse.tokens[title.first].text[0].isupper()
        return body(page, Run(title.first, run.end) if title and capital else run, kind)
    if title is None and _is_one_of_many(page, run):
        return None
    told = None if title else _kind_told(page, run)
    if told:
        return body(page, run, told)
    if (title and is_telling(page.parse, title)) or is_person(page, run):
        return _person(page, run, title, office)
    if fold(page.parse.tokens[run.end - 1].text) in page.actors.not_parties:
        return None
    token = page.parse.tokens[head_of(page.parse, run.first, run.end)]
    if token.ent != "ORG" or is_modifier(page.parse, token, run.end) or _is_weak(page, run, token.dep):
        return None
    return body(page, run, "organisation")


def _is_one_of_many(page: Page, run: Run) -> bool:
    """Whether the name is of a make or a work, of which there are many: "a Toyota"."""
    return any(t.lower in ("a", "an") for t in children(page.parse, run.end - 1, "det"))


def _kind_told(page: Page, run: Run) -> EntityKind | None:
    """The kind of body that the noun before a name says: "the militant group" NAME, "its branch", NAME."""
    tokens = page.parse.tokens
    before, last = tokens[run.first - 1], tokens[run.end - 1]
    if last.dep == "appos" and page.actors.kin.get(tokens[last.head].lemma) == "part of":
        whole = (page.names.known.get(k) for k in owners(page, last.head))
        return next((known.kind for known in whole if known and known.sense == "party"), "organisation")
    joined = (last.dep == "appos" and last.head == before.i) or before.head == last.i
    if not run.first or not joined or before.lower not in page.actors.bodies:
        return None
    said = tokens[before.i - 1].lower if before.i else ""
    weak = page.actors.weak_heads.get(before.lower)
    return page.actors.modifiers.get(said, weak) if weak else page.actors.heads.get(before.lower)


def is_person(page: Page, run: Run) -> bool:
    """Whether the report's evidence for the name says a person."""
    tokens = page.parse.tokens[run.first : run.end]
    family = tokens[-1].tag == "NNPS" and page.parse.tokens[run.first - 1].lower == "the"
    if family or fold(tokens[-1].text) in page.actors.not_parties:
        return False
    if page.people.get(fold(tokens[-1].text), 0) <= 0:
        return False
    if len(tokens) == 1:
        return not is_modifier(page.parse, tokens[0], run.end)
    return True


def _is_weak(page: Page, run: Run, dep: str) -> bool:
    """A single capitalised word that the tagger calls a body, but that is neither a short form nor acts."""
    text = page.parse.tokens[run.first].text
    place = fold(page.parse.tokens[run.end - 1].text) in page.places
    return place or (
        run.end - run.first == 1 and not text.isupper() and dep not in ("nsubj", "poss", "agent")
    )


def _person(page: Page, run: Run, title: Title | None, office: Office) -> Phrase:
    parse = page.parse
    head = head_of(parse, title.first if title else run.first, run.end)
    name = joined_words(parse, run.first, run.end)
    core = min(office.first, run.first)
    first, end = whole(page, head, core, run.end)
    near = (*office.near, *owners(page, head))
    gender = _title_gender(page, office.first, run.first) or page.actors.given_names.get(
        fold(parse.tokens[run.first].text)
    )
    country = country_of(page, near)
    return Phrase(
        head,
        first,
        end,
        core,
        run.end,
        "person",
        "person",
        country,
        name,
        name_key(name),
        office.role,
        gender,
        near=near,
    )


def _title_gender(page: Page, first: int, end: int) -> Gender | None:
    found = (page.actors.gender.get(fold(page.parse.tokens[k].text)) for k in range(first, end))
    return next((gender for gender in found if gender), None)


def body(page: Page, run: Run, kind: EntityKind) -> Phrase:
    """A named body, with the demonym or number before it: "Danish Army", "5th Brigade"."""
    parse, first = page.parse, run.first
    while first > 0 and _belongs_to_name(page, first - 1):
        known = page.names.known.get(first - 1)
        first = known.first if known else first - 1
    head = head_of(parse, first, run.end)
    name = joined_words(parse, first, run.end)
    near = (*owners(page, head), *complement(page, head))
    inside = tuple(k for k in range(first, run.end) if k in page.names.known)
    low, high = whole(page, head, first, run.end)
    sort: Sort = "facility" if kind == "facility" else "body"
    country = country_of(page, (*near, *inside))
    return Phrase(head, low, high, run.first, run.end, sort, kind, country, name, name_key(name), near=near)


def _belongs_to_name(page: Page, i: int) -> bool:
    token = page.parse.tokens[i]
    if token.dep not in ("amod", "compound", "nmod", "nummod") or token.head <= i:
        return False
    known = page.names.known.get(i)
    return (known is not None and known.sense != "people") or token.text[0].isdigit()


def known_name(page: Page, known: Known) -> Phrase | None:
    """A party or country of the codebook; a capital is a place, unless it begins the name of a body."""
    parse = page.parse
    head = head_of(parse, known.first, known.end)
    token = parse.tokens[head]
    run = page.names.runs.get(known.end)
    if run and known.sense in ("state", "capital", "seat", "party") and known.end <= token.head < run.end:
        kind = body_kind(run, parse, page.actors)
        if kind:
            return body(page, Run(known.first, run.end), kind)
    if known.sense == "capital":
        return None
    sort = _known_sort(known, token.tag)
    alone = is_modifier(parse, token, known.end) or known.sense == "adjective"
    first, end = (known.first, known.end) if alone else whole(page, head, known.first, known.end)
    place = known.sense == "state" and token.dep == "pobj" and parse.tokens[token.head].lower in LOCATIVE
    name = None if known.sense == "people" else known.name
    if known.sense == "party":
        near = (*owners(page, head), *complement(page, head))
        country = country_of(page, tuple(k for k in near if not known.first <= k < known.end))
        if country and known.country and country != known.country:
            return body(page, Run(known.first, known.end), known.kind)._replace(country=country)
    return Phrase(
        head, first, end, known.first, known.end, sort, known.kind, known.country, name, name_key(known.name),
        definite=known.sense != "people", place=place,
    )  # fmt: skip


def _known_sort(known: Known, tag: str) -> Sort:
    if known.sense == "people":
        return "person" if tag in ("NN", "NNP") else "people"
    if known.sense in ("state", "adjective"):
        return "state"
    return "facility" if known.kind == "facility" else "body"


def name_key(name: str) -> str:
    """What two ways to write a name have in common."""
    return fold(name).replace("-", " ").replace(".", "")
