"""Which words are names, and what stands in front of them: known parties, countries, titles?"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from dateline.codebook import Codebook
from dateline.codebook.actors import Actors, TitleSort, fold, name_words
from dateline.codebook.countries import Countries
from dateline.model import EntityKind
from dateline.reading.actors_acronyms import Acronym, read_acronyms
from dateline.reading.parse import Parse, Token

PARTICLES = frozenset(
    (
        "al",
        "el",
        "bin",
        "ibn",
        "abu",
        "ben",
        "bint",
        "umm",
        "de",
        "la",
        "del",
        "da",
        "dos",
        "das",
        "di",
        "du",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "e",
        "y",
        "ul",
        "ur",
        "ad",
        "ash",
        "as",
        "an",
        "ar",
        "at",
        "az",
    )
)
"""Short words inside names."""
LONGEST_COUNTRY = 5
"""Words looked at together for a country's name."""

Sense = Literal["party", "state", "people", "adjective", "seat", "capital"]


class Known(NamedTuple):
    """A name that the codebook knows: token range, and whom it names or is said of."""

    first: int
    end: int
    name: str
    kind: EntityKind
    country: str | None
    sense: Sense


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
    """All names and titles of a report, each by its first token, and known ones by every token."""

    known: Mapping[int, Known]
    titles: Mapping[int, Title]
    runs: Mapping[int, Run]


def read_names(parse: Parse, codebook: Codebook) -> Names:
    """Find known names, titles and runs of capitalised words in one walk over the tokens."""
    words = tuple(fold(t.text) for t in parse.tokens)
    known: dict[int, Known] = {}
    titles: dict[int, Title] = {}
    runs: dict[int, Run] = {}
    acronyms = read_acronyms(parse, codebook.actors)
    i, count = 0, len(parse.tokens)
    while i < count:
        word = words[i]
        end = i + 1
        if word in codebook.actors.titles.by_first:
            title = _title(parse, words, i, codebook.actors)
            if title:
                titles[i] = title
                i = title.end
                continue
        found = (
            _party(parse, words, i, codebook.actors)
            or (
                parse.tokens[i].text in acronyms
                and _introduced(i, words, acronyms[parse.tokens[i].text], codebook.actors)
            )
            or _country(parse, i, codebook.countries)
        )
        if found:
            found = _with_kind_words(parse, words, found, codebook.actors)
            end = found.end
            known.update((k, found) for k in range(found.first, end))
        elif _starts_run(parse, i, codebook.actors):
            end = _run_end(parse, words, i, codebook)
            runs[i] = Run(i, end)
        i = end
    return Names(known, titles, runs)


def _title(parse: Parse, words: tuple[str, ...], i: int, actors: Actors) -> Title | None:
    """The title at ``i``; ranks in a row make one ("Major General", "Lt. Col.")."""
    found = actors.titles.starting(words, i)
    if found is None:
        return None
    end, sort = found
    before_name = end < len(words) and _continues(parse, end)
    if not (_is_title_word(parse.tokens[end - 1], words[i], actors) or (sort == "rank" and before_name)):
        return None
    while sort == "rank" and end < len(words):
        after = end + 1 if words[end] in ("-", ".") and end + 1 < len(words) else end
        more = actors.titles.starting(words, after) if words[after] in actors.titles.by_first else None
        if more is None or more[1] != "rank":
            break
        end = more[0]
    return Title(i, end, sort)


def _with_kind_words(parse: Parse, words: tuple[str, ...], known: Known, actors: Actors) -> Known:
    """A party's name with the capitalised words after it that only say what it is: "Sana News Agency"."""
    if known.sense != "party":
        return known
    end = known.end
    while (
        end < len(words)
        and words[end] in actors.name_heads
        and _continues(parse, end)
        and actors.name_heads[words[end]] == known.kind
    ):
        end += 1
    return known._replace(end=end)


def _introduced(i: int, words: tuple[str, ...], acronym: Acronym, actors: Actors) -> Known:
    """A short form that the report itself introduces."""
    full = name_words(acronym.name)
    party = actors.parties.starting(full, 0)
    if party and party[0] == len(full):
        return Known(i, i + 1, party[1].name, party[1].kind, party[1].country, "party")
    return Known(i, i + 1, acronym.name, acronym.kind, None, "party")


def _is_title_word(last: Token, first: str, actors: Actors) -> bool:
    """Nouns are titles, and capitalised adjectives; a word for kin only where it is capitalised ("Father Amaro")."""
    if first in actors.kin:
        return last.text[0].isupper() and last.tag.startswith("NNP")
    return last.tag.startswith("NN") or last.text[0].isupper()


def _party(parse: Parse, words: tuple[str, ...], i: int, actors: Actors) -> Known | None:
    """The longest well-known party whose name begins at ``i``; hyphens between words are passed over."""
    first, *rest = words[i].split("-") if "-" in words[i][1:-1] else (words[i],)
    best = None
    for run, party in actors.parties.by_first.get(first, ()):
        end = _run_matches(words, i, rest, run)
        if end is None:
            continue
        token = parse.tokens[i]
        single = len(run) == 1
        if single and not (token.text in actors.exact and token.tag.startswith(("NNP", "NNS", "JJ", "NN"))):
            continue
        if not single and not _written_as_name(parse, i, end):
            continue
        if single and token.ent == "PERSON" and _inside_name(parse, i):
            continue
        best = Known(i, end, party.name, party.kind, party.country, "party")
        break
    return best


def _written_as_name(parse: Parse, first: int, end: int) -> bool:
    """Whether at least half of the longer words are capitalised."""
    long = [t.text[0].isupper() for t in parse.tokens[first:end] if len(t.text) > 3]
    return 2 * sum(long) >= len(long) and any(t.text[0].isupper() for t in parse.tokens[first:end])


def _run_matches(words: tuple[str, ...], i: int, rest: list[str], run: tuple[str, ...]) -> int | None:
    """End of the tokens from ``i`` that spell ``run``; ``rest`` are further words of the first token."""
    have, at = 1, i + 1
    for word in rest:
        if have >= len(run) or run[have] != word:
            return None
        have += 1
    while have < len(run):
        if at >= len(words):
            return None
        if words[at] == "-":
            at += 1
            continue
        spelled = words[at].split("-") if "-" in words[at] else [words[at]]
        if tuple(spelled) != run[have : have + len(spelled)]:
            if have > 0 and words[at] == "'s" and run[have - 1].endswith("'s"):
                at += 1
                continue
            if (
                at + 1 < len(words)
                and words[at + 1] in ("'s", "'", "’s", "’")
                and run[have] == words[at] + words[at + 1].replace("’", "'")
            ):
                have, at = have + 1, at + 2
                continue
            return None
        have, at = have + len(spelled), at + 1
    return at


def _inside_name(parse: Parse, i: int) -> bool:
    """Whether the word before or after belongs to the same person's name."""
    return any(
        0 <= k < len(parse.tokens)
        and parse.tokens[k].ent == "PERSON"
        and parse.tokens[k].sentence == parse.tokens[i].sentence
        for k in (i - 1, i + 1)
    )


def _country(parse: Parse, i: int, countries: Countries) -> Known | None:
    """The country word at ``i``, longest first, and in what sense."""
    token = parse.tokens[i]
    if (
        not token.text[0].isupper()
        or token.lower == "the"
        or _continues_name(parse, token)
        or (token.ent == "PERSON" and _inside_name(parse, i))
    ):
        return None
    for end in range(min(i + LONGEST_COUNTRY, len(parse.tokens)), i, -1):
        last = parse.tokens[end - 1]
        if last.sentence != token.sentence or not last.text[0].isupper():
            continue
        found = countries.word(" ".join(parse.words(i, end).split()))
        if found is None:
            continue
        sense = _sense(parse, i, end, found.senses)
        kind: EntityKind = "government" if sense == "seat" else "civilians" if sense == "people" else "state"
        if found.country.kind == "region" and sense == "state":
            sense = "capital"
        name = " ".join(parse.words(i, end).split()) if sense in ("people", "seat") else found.country.name
        return Known(i, end, name, kind, found.country.code, sense)
    return None


def _continues_name(parse: Parse, token: Token) -> bool:
    """Whether a capitalised word before makes this another name: "Latin America", "Member States"."""
    before = parse.tokens[token.i - 1] if token.i else token
    return (
        before.tag in ("NNP", "JJ")
        and before.head == token.i
        and before.text[0].isupper()
        and before.dep in ("compound", "amod")
        and token.tag.startswith("NNP")
    )


def _sense(parse: Parse, first: int, end: int, senses: frozenset[str]) -> Sense:
    """ "US" before a noun is an adjective, alone a name; "Iraqi" alone is one of its people."""
    last = parse.tokens[end - 1]
    if end < len(parse.tokens) and parse.tokens[end].tag == "HYPH":
        return "adjective"
    modifies = last.dep in ("amod", "compound", "nmod") and last.head >= end
    if "adjective" in senses and (modifies or last.tag.startswith("JJ")):
        return "adjective"
    if "name" in senses:
        return "state"
    if "people" in senses or "adjective" in senses:
        return "people" if last.tag in ("NNS", "NNPS", "NNP", "NN") and not modifies else "adjective"
    return "seat" if "seat" in senses else "capital"


def _starts_run(parse: Parse, i: int, actors: Actors) -> bool:
    token = parse.tokens[i]
    if not token.tag.startswith("NNP") and not (token.ent in ("PERSON", "ORG") and token.text[0].isupper()):
        return False
    if token.tag in ("CD", "DT", "IN", "PRP", "PRP$", "POS") or not token.text[0].isalpha():
        return False
    if token.lower in actors.not_parties:
        return False
    return token.text[0].isupper() or (token.lower in PARTICLES and _continues(parse, i + 1))


def _continues(parse: Parse, k: int) -> bool:
    """Whether a name goes on at ``k``: a capitalised proper noun, perhaps after a hyphen."""
    if k < len(parse.tokens) and parse.tokens[k].text in ("-", "‑"):
        k += 1
    if k >= len(parse.tokens):
        return False
    token = parse.tokens[k]
    return token.text[0].isupper() and (token.tag.startswith("NNP") or token.ent in ("PERSON", "ORG"))


def _run_end(parse: Parse, words: tuple[str, ...], i: int, codebook: Codebook) -> int:
    """Where the name that begins at ``i`` ends; the name of a body may go on with "of" ("Ministry of Defence")."""
    actors, end, count = codebook.actors, i + 1, len(words)
    sentence = parse.tokens[i].sentence
    while end < count and parse.tokens[end].sentence == sentence:
        token, before = parse.tokens[end], parse.tokens[end - 1]
        if (
            token.text in ("-", "‑")
            and token.start == before.end
            and end + 1 < count
            and parse.tokens[end + 1].start == token.end
            and _continues(parse, end + 1)
        ):
            end += 2
        elif (
            _continues(parse, end)
            and token.text[0].isalpha()
            and (token.lower not in actors.not_parties or token.ent == "PERSON")
        ):
            if (
                words[end] in actors.titles.by_first
                and end + 1 < count
                and parse.tokens[end + 1].ent == "PERSON"
                and token.ent != "PERSON"
            ):
                break
            end += 1
        elif (
            token.lower in PARTICLES
            and not before.text.endswith(",")
            and token.tag not in ("CC", "IN", "DT")
            and (
                _continues(parse, end + 1)
                or (
                    end + 1 < count
                    and parse.tokens[end + 1].lower in PARTICLES
                    and _continues(parse, end + 2)
                )
            )
        ):
            end += 1
        elif (
            token.lower in ("of", "for") and words[end - 1] in actors.name_heads and _after_of(parse, end + 1)
        ):
            end = _after_of(parse, end + 1)
        else:
            break
    return end


def _after_of(parse: Parse, k: int) -> int:
    """End of the capitalised words after "of" or "of the"; 0 where there are none."""
    if k < len(parse.tokens) and parse.tokens[k].lower == "the":
        k += 1
    end = k
    while (
        end < len(parse.tokens)
        and parse.tokens[end].text[0].isupper()
        and parse.tokens[end].tag.startswith("NN")
    ):
        end += 1
    return end if end > k else 0
