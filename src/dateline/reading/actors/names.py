"""Which words are names, and what titles stand in front of them?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.actors import Actors, TitleSort, fold
from dateline.reading.actors.known import Known, known_at, make_finder
from dateline.reading.parse import Parse, Token

HYPHENS = frozenset(("-", "‑"))
NAMELESS_TAGS = frozenset(("CD", "DT", "IN", "PRP", "PRP$", "POS"))


class Title(NamedTuple):
    """A title: token range."""

    first: int
    end: int
    sort: TitleSort


class Run(NamedTuple):
    """Capitalised words in a row that may be a name: token range."""

    first: int
    end: int


class Names(NamedTuple):
    """All names and titles of a report: runs and titles by first token, known names by every token."""

    known: Mapping[int, Known]
    titles: Mapping[int, Title]
    runs: Mapping[int, Run]


class Words(NamedTuple):
    """A report, its folded words, and the codebook's words for actors."""

    parse: Parse
    words: tuple[str, ...]
    actors: Actors


def read_names(parse: Parse, codebook: Codebook) -> Names:
    """Find titles, known names and runs of capitalised words in one walk over the tokens."""
    page = Words(parse, tuple(fold(t.text) for t in parse.tokens), codebook.actors)
    finder = make_finder(parse, codebook)
    known: dict[int, Known] = {}
    titles: dict[int, Title] = {}
    runs: dict[int, Run] = {}
    i = 0
    while i < len(parse.tokens):
        title = _title(page, i)
        found = None if title else known_at(finder, i)
        end = i + 1
        if title:
            titles[i] = title
            end = title.end
        elif found:
            end = found.end
            known.update((k, found) for k in range(i, end))
        elif _starts_run(page, i):
            end = _run_end(page, i)
            runs[i] = Run(i, end)
        i = end
    return Names(known, titles, runs)


# -- titles


def _title(page: Words, i: int) -> Title | None:
    """The title at ``i``; ranks in a row make one ("Major General", "Lt. Col.")."""
    titles = page.actors.titles
    found = titles.starting(page.words, i)
    if found is None or not _is_title(page, i, found[0], found[1]):
        return None
    end, sort = found
    while sort == "rank" and end < len(page.words):
        after = end + 1 if page.words[end] in ("-", ".") and end + 1 < len(page.words) else end
        more = titles.starting(page.words, after)
        if more is None or more[1] != "rank":
            break
        end = more[0]
    dot = end < len(page.words) and page.words[end] == "." and _goes_on(page, end + 1)
    return Title(i, end + 1 if dot and sort in ("rank", "honorific") else end, sort)


def _is_title(page: Words, first: int, end: int, sort: TitleSort) -> bool:
    """Nouns are titles, and capitalised adjectives, and ranks before a name.

    A word for kin is one only where it is capitalised ("Father Amaro").
    """
    last = page.parse.tokens[end - 1]
    if page.words[first] in page.actors.kin:
        return last.text[0].isupper() and last.tag.startswith("NNP")
    return last.tag.startswith("NN") or last.text[0].isupper() or (sort == "rank" and _goes_on(page, end))


# -- runs


def _starts_run(page: Words, i: int) -> bool:
    token = page.parse.tokens[i]
    if token.tag in NAMELESS_TAGS or not token.text[0].isalpha() or page.words[i] in page.actors.not_parties:
        return False
    if not token.text[0].isupper():
        return (
            token.tag.startswith("NNP") and page.words[i] in page.actors.particles and _goes_on(page, i + 1)
        )
    return _is_proper(token)


def _is_proper(token: Token) -> bool:
    """Whether tagger or recogniser take a capitalised word for part of a name."""
    return token.text[0].isupper() and (token.tag.startswith("NNP") or token.ent in ("PERSON", "ORG"))


def _goes_on(page: Words, k: int) -> bool:
    """Whether a name may go on at ``k``: a capitalised proper noun, perhaps after a hyphen."""
    tokens = page.parse.tokens
    if k < len(tokens) and tokens[k].text in HYPHENS:
        k += 1
    return k < len(tokens) and _is_proper(tokens[k])


def _run_end(page: Words, i: int) -> int:
    """Where the name that begins at ``i`` ends; a body's may go on with "of" ("Ministry of Defence")."""
    end, tokens = i + 1, page.parse.tokens
    while end < len(tokens) and tokens[end].sentence == tokens[i].sentence:
        step = (
            _hyphenated(page, end) or _next_word(page, end) or _particles(page, end) or _of_phrase(page, end)
        )
        if not step:
            break
        end = step
    return end


def _hyphenated(page: Words, k: int) -> int:
    """End of a hyphen at ``k`` and the capitalised word glued to it; 0 where there is none."""
    tokens = page.parse.tokens
    if tokens[k].text not in HYPHENS or tokens[k].start != tokens[k - 1].end or k + 1 >= len(tokens):
        return 0
    return k + 2 if tokens[k + 1].start == tokens[k].end and _is_proper(tokens[k + 1]) else 0


def _next_word(page: Words, k: int) -> int:
    """End of a further capitalised word; a title before a person's name begins another name."""
    token = page.parse.tokens[k]
    if not _is_proper(token) or not token.text[0].isalpha():
        return 0
    if token.ent in ("PERSON", "ORG") and token.ent == page.parse.tokens[k - 1].ent:
        return k + 1
    after = page.parse.tokens[k + 1] if k + 1 < len(page.parse.tokens) else token
    if page.words[k] in page.actors.not_parties:
        return 0
    return 0 if page.words[k] in page.actors.titles.by_first and after.ent == "PERSON" else k + 1


def _particles(page: Words, k: int) -> int:
    """End of one or two particles ("de la") before a further capitalised word."""
    end = k
    while end < min(k + 2, len(page.words)) and page.words[end] in page.actors.particles:
        if page.parse.tokens[end].tag in ("CC", "IN", "DT"):
            return 0
        end += 1
    return end if end > k and _goes_on(page, end) else 0


def _of_phrase(page: Words, k: int) -> int:
    """End of "of" or "of the" and the capitalised nouns after it, where a body's kind stands before."""
    tokens = page.parse.tokens
    if page.words[k] not in ("of", "for") or page.words[k - 1] not in page.actors.name_heads:
        return 0
    first = k + 2 if page.words[k + 1 : k + 2] == ("the",) else k + 1
    end = first
    while end < len(tokens) and tokens[end].text[0].isupper() and tokens[end].tag.startswith("NN"):
        end += 1
    return end if end > first else 0
