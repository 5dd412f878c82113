"""Noun phrases that describe without a name: offices ("the president") and head nouns ("two gunmen")."""

from __future__ import annotations

from dateline.model import EntityKind
from dateline.reading.actors.grammar import (
    NAMING_SENSES,
    PLURAL,
    Page,
    complement,
    country_of,
    head_of,
    is_definite,
    joined_words,
    owners,
    unquantified,
    whole,
)
from dateline.reading.actors.known import MODIFYING, is_modifier
from dateline.reading.actors.names import Title
from dateline.reading.actors.phrases import Office, Phrase, Sort, known_name, named
from dateline.reading.parse import Token
from dateline.reading.tree import children, is_noun, noun_phrase

ROLE_TAGS = frozenset(("NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "VBN", "VBG", "RB"))
ARGUMENT = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "conj"))


def read_phrases(page: Page) -> list[Phrase]:
    """Every phrase in text order; a name that modifies another noun is a phrase of its own."""
    found: list[Phrase] = []
    i, count = 0, len(page.parse.tokens)
    while i < count:
        phrase = _phrase_at(page, i)
        if phrase:
            found.append(phrase)
            i = max(phrase.core_end, i + 1)
        else:
            i += 1
    return found


def _phrase_at(page: Page, i: int) -> Phrase | None:
    """The phrase whose naming words begin at token ``i``."""
    title = page.names.titles.get(i)
    if title:
        return _titled(page, title)
    known = page.names.known.get(i)
    if known:
        return known_name(page, known) if known.first == i else None
    token = page.parse.tokens[i]
    run = page.names.runs.get(i)
    if run:
        common = run.end == i + 1 and _head_kind(page, token)[1] is not None
        return _common(page, token) if common else named(page, run, None, Office(run.first, (), None))
    if is_noun(token) or _is_noun_like(page, token):
        return _common(page, token)
    return None


def _is_noun_like(page: Page, token: Token) -> bool:
    """An adjective or participle that stands for people: "the wounded"."""
    if token.tag not in ("JJ", "VBN") or token.dep not in ARGUMENT or token.lower not in page.actors.heads:
        return False
    return any(t.lower == "the" for t in children(page.parse, token.i, "det"))


# -- offices


def _titled(page: Page, title: Title) -> Phrase | None:
    """A title with the name after it, or alone: "the president"."""
    last = title
    while last.end in page.names.titles:
        last = page.names.titles[last.end]
    head = page.parse.tokens[head_of(page.parse, title.first, title.end)]
    run = page.names.runs.get(last.end)
    joined = run is not None and page.parse.tokens[run.first].sentence == head.sentence
    if run and joined and head.tag not in PLURAL:
        return named(page, run, title, _office(page, title, head_of(page.parse, title.first, run.end)))
    if title.sort == "honorific" or is_modifier(page.parse, head, title.end):
        return None
    return _common(page, head) if head.tag in PLURAL else _unnamed(page, title, head)


def _office(page: Page, title: Title, head: int) -> Office:
    """The words of office before and in a title, without the names among them.

    Ranks after a post are left out ("army spokesman Col."), and a post that is empty alone keeps what it is
    of ("head of the union").
    """
    parse = page.parse
    while title.sort == "honorific":
        after = page.names.titles.get(title.end)
        if after is None:
            return Office(title.first, owners(page, head), None)
        title = after
    end = title.end
    while end in page.names.titles and page.names.titles[end].sort not in ("rank", "honorific"):
        end = page.names.titles[end].end
    words, near = [joined_words(parse, title.first, end)], []
    k = first = title.first
    while k > 0 and _is_before_title(page, k - 1, title.first, head):
        known = page.names.known.get(k - 1)
        if known and known.sense in NAMING_SENSES:
            near.append(head_of(parse, known.first, known.end))
            k = known.first
            continue
        k -= 1
        words.insert(0, parse.tokens[k].text)
        first = k
    near.extend(owners(page, head))
    role = " ".join(words).replace(" - ", "-")
    if title.sort == "holder" and end < len(parse.tokens) and parse.tokens[end].lower == "of":
        stop = noun_phrase(parse, head_of(parse, title.first, title.end))[1]
        role = f"{role} {joined_words(parse, end, stop)}" if stop > end else role
    return Office(first, tuple(near), role)


def _is_before_title(page: Page, k: int, title: int, head: int) -> bool:
    token = page.parse.tokens[k]
    if token.sentence != page.parse.tokens[title].sentence or token.tag not in ROLE_TAGS:
        return False
    if not k < token.head <= max(head, title):
        return False
    return token.dep in ("amod", "compound", "nmod", "advmod") or token.tag == "HYPH"


def _unnamed(page: Page, title: Title, head: Token) -> Phrase:
    """A title without a name: one person."""
    actors = page.actors
    office = _office(page, title, head.i)
    first, end = whole(page, head.i, office.first, title.end)
    near = (*office.near, *complement(page, head.i))
    kind: EntityKind | None = None
    if title.sort in ("holder", "occupation", "rank"):
        kind = _kind_before(page, office.first, head) or actors.heads.get(head.lemma)
    country, gender = country_of(page, near), actors.gender.get(head.lemma)
    return Phrase(
        head.i, first, end, office.first, title.end, "person", kind or "person", country, None, head.lower,
        office.role, gender, is_definite(page, first, head), near,
    )  # fmt: skip


# -- head nouns


def _common(page: Page, head: Token) -> Phrase | None:
    """A common noun that means people, a body or a facility."""
    actors, parse = page.actors, page.parse
    two, kind = _head_kind(page, head)
    if kind is None or is_modifier(parse, head, head.i + 1):
        return None
    first, end = whole(page, head.i, head.i, head.i + 1)
    weak = not two and head.lemma in actors.weak_heads
    if weak or kind == "person":
        before = _kind_before(page, first, head)
        kind = kind if before is None or (before, kind) == ("government", "military") else before
    near = (*owners(page, head.i), *complement(page, head.i))
    if weak:
        kind = _kind_of_owner(page, near, _kind_within(page, head, kind))
    sort = _sort(page, two or head.lemma, kind, head)
    if sort == "body":
        end = max(end, _with_place(page, head, end))
    core = unquantified(parse, first, head.i, actors)
    return Phrase(
        head.i, first, end, core, head.i + 1, sort, kind, country_of(page, near), None, two or head.lemma,
        None, actors.gender.get(head.lemma), is_definite(page, first, head), near,
    )  # fmt: skip


def _head_kind(page: Page, head: Token) -> tuple[str | None, EntityKind | None]:
    """The two words that decide, if two do, and the kind of a head noun."""
    heads = page.actors.heads
    if head.i:
        before = page.parse.tokens[head.i - 1]
        for last in (head.lemma, head.lower):
            two = f"{before.lower} {last}"
            if before.head == head.i and two in heads:
                return two, heads[two]
    for word in (head.lemma, head.lower, head.lower.removesuffix("s")):
        kind = heads.get(word) or page.actors.weak_heads.get(word)
        if kind:
            return None, kind
    return None, None


def _kind_before(page: Page, first: int, head: Token) -> EntityKind | None:
    """The kind that a word before a head gives it: "rebel" forces, "Hamas" fighters."""
    found: EntityKind | None = None
    for token in page.parse.tokens[first : head.i]:
        known = page.names.known.get(token.i)
        if known and known.sense == "party":
            found = known.kind
        elif token.lower in page.actors.modifiers:
            found = page.actors.modifiers[token.lower]
        elif token.lemma in page.actors.heads and is_noun(token) and token.dep in MODIFYING:
            found = page.actors.heads[token.lemma]
    return None if found == "facility" else found


def _kind_within(page: Page, head: Token, kind: EntityKind) -> EntityKind:
    """ "A group of" armed people is of their kind."""
    if kind not in ("unknown", "organisation"):
        return kind
    for prep in children(page.parse, head.i, "prep"):
        for inner in children(page.parse, prep.i, "pobj"):
            found = page.actors.heads.get(inner.lemma)
            if prep.lower == "of" and found in ("armed group", "military", "police"):
                return found
    return kind


def _kind_of_owner(page: Page, near: tuple[int, ...], kind: EntityKind) -> EntityKind:
    """ "Members of" a party are of its kind."""
    for k in near:
        known = page.names.known.get(k)
        if known and known.sense == "party" and kind in ("unknown", "organisation", "civilians"):
            return known.kind
    return kind


def _sort(page: Page, word: str, kind: EntityKind, head: Token) -> Sort:
    if kind == "facility":
        return "facility"
    if head.lower == "police":
        return "body"
    if head.tag in PLURAL or head.lower in page.actors.crowds:
        return "people"
    return "body" if kind == "organisation" or word in page.actors.bodies else "person"


def _with_place(page: Page, head: Token, end: int) -> int:
    """End of a body's description with the country it is in: "the regional government in Iraq"."""
    for prep in children(page.parse, head.i, "prep"):
        if prep.lower == "in" and prep.i == end:
            place = next(children(page.parse, prep.i, "pobj"), None)
            if place and place.i > end and place.i in page.names.known:
                return place.i + 1
    return end
