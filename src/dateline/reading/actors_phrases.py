"""Noun phrases that name or describe a person, body, state, group of people or facility."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from dateline.codebook.actors import Actors, Gender, fold
from dateline.model import EntityKind
from dateline.reading.actors_names import Known, Names, Run, Title
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_noun, noun_phrase

Sort = Literal["person", "people", "body", "state", "facility"]

MODIFYING = frozenset(("compound", "nmod", "amod"))
PLURAL = frozenset(("NNS", "NNPS"))
DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
LOCATIVE = frozenset(("in", "at", "near", "inside", "across", "into", "throughout", "around", "within", "outside", "from", "to", "through", "over"))
NUMBERLIKE = frozenset(("DT", "CD", "PRP$", "PDT", "POS", "WP$", "RBS", "JJS"))
COUNTRIES = frozenset(("state", "adjective", "people"))


class Phrase(NamedTuple):
    """One noun phrase: token ranges, and what its own words say.

    ``first`` to ``end`` are all its words; ``core_first`` to ``core_end`` those that name it, titles
    included. ``near`` are tokens of names that it belongs to by its grammar: "Iraqi", "Iraq's", "of Iraq".
    ``place`` is a state named only as the place of something.
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
    role: str | None
    gender: Gender | None
    definite: bool
    near: tuple[int, ...]
    place: bool

    @property
    def plural(self) -> bool:
        """Whether "they" may stand for it and "he" may not."""
        return self.sort == "people"


def read_phrases(parse: Parse, names: Names, actors: Actors) -> list[Phrase]:
    """Every phrase in text order; a name that modifies another noun is a phrase of its own."""
    finder = _Finder(parse, names, actors)
    found: list[Phrase] = []
    i, count = 0, len(parse.tokens)
    while i < count:
        phrase = finder.at(i)
        if phrase:
            found.append(phrase)
            i = max(phrase.core_end, i + 1)
        else:
            i += 1
    return found


class _Finder:
    """Finds the phrase whose naming words begin at a token; holds what all its questions need."""

    def __init__(self, parse: Parse, names: Names, actors: Actors) -> None:
        self._parse, self._names, self._actors = parse, names, actors
        self._surnames = frozenset(self._find_surnames())

    def _find_surnames(self) -> Iterator[str]:
        """Last words of people's full names, and names after an honorific."""
        after = {t.end for t in self._names.titles.values() if t.sort == "honorific"}
        for run in self._names.runs.values():
            if run.first in after or (run.end - run.first > 1 and self._is_person_run(run) and not self._body_kind(run)):
                yield fold(self._parse.tokens[run.end - 1].text)

    def at(self, i: int) -> Phrase | None:
        """The phrase whose core begins at token ``i``."""
        title = self._names.titles.get(i)
        if title:
            return self._titled(title)
        known = self._names.known.get(i)
        if known:
            return self._known(known)
        run = self._names.runs.get(i)
        if run:
            return self._named(run, None)
        token = self._parse.tokens[i]
        if is_noun(token) or (token.tag in ("JJ", "VBN", "CD") and token.dep not in MODIFYING):
            return self._common(token)
        return None

    # -- names

    def _titled(self, title: Title) -> Phrase | None:
        """A title with the name after it, or alone: "the president"."""
        last = title
        while last.end in self._names.titles:
            last = self._names.titles[last.end]
        run = self._names.runs.get(last.end)
        if run and self._joined(title, run):
            return self._named(run, title)
        if title.sort == "honorific":
            return None
        head = self._parse.tokens[self._head(title.first, title.end)]
        if self._is_modifier(head, title.end):
            return None
        if head.tag in PLURAL:
            return self._common(head)
        return self._office(title, head)

    def _joined(self, title: Title, run: Run) -> bool:
        """Whether a name right after a title bears it, and is not another phrase: "told the president Ms. Adu"."""
        head = self._head(title.first, title.end)
        return self._parse.tokens[head].tag not in PLURAL and self._parse.tokens[run.first].sentence == self._parse.tokens[title.first].sentence

    def _named(self, run: Run, title: Title | None) -> Phrase | None:
        """A name with the titles before it."""
        actors, parse = self._actors, self._parse
        first = title.first if title else run.first
        head = self._head(first, run.end)
        kind = self._body_kind(run)
        if kind and title and title.sort != "honorific" and not self._is_person_run(run):
            first_name = title.first if parse.tokens[title.first].text[0].isupper() else run.first
            return self._body(Run(first_name, run.end), kind, head)
        if kind and not (title and title.sort == "honorific"):
            return self._body(run, kind, head)
        single = parse.tokens[run.first] if run.end == run.first + 1 else None
        if single and not title and (fold(single.text) in actors.heads or single.lemma in actors.heads or single.lemma in actors.weak_heads):
            return self._common(single)
        if not title and not self._is_person_run(run):
            label = parse.tokens[head].ent
            if label == "ORG":
                return None if self._is_modifier(parse.tokens[head], run.end) else self._body(run, "organisation", head)
            return None
        return self._person(run, title, head)

    def _person(self, run: Run, title: Title | None, head: int) -> Phrase | None:
        parse, actors = self._parse, self._actors
        name = _joined_words(parse, run.first, run.end)
        role_first, near, role = run.first, (), None
        if title:
            role_first, near, role = self._role(title, head)
        elif self._is_modifier(parse.tokens[head], run.end) and not self._bearer(head):
            near = ()
        if not title:
            near = self._owners(run.first, head)
        gender = self._gender_of_title(title, run) or actors.given_names.get(fold(parse.tokens[run.first].text))
        first, end = self._outer(head, min(role_first, title.first if title else run.first), run.end)
        country = self._country(near)
        return Phrase(head, first, end, role_first, run.end, "person", "person", country, name, _key(name), role, gender, True, near, False)

    def _is_person_run(self, run: Run) -> bool:
        tokens = self._parse.tokens[run.first : run.end]
        if len(tokens) == 1 and fold(tokens[0].text) in self._surnames:
            return not self._is_modifier(tokens[0], run.end)
        people = sum(t.ent == "PERSON" for t in tokens)
        if 2 * people >= len(tokens):
            return not (len(tokens) == 1 and self._is_modifier(tokens[0], run.end))
        return len(tokens) > 1 and fold(tokens[0].text) in self._actors.given_names

    def _bearer(self, head: int) -> bool:
        return self._parse.tokens[head].dep == "poss"

    def _body_kind(self, run: Run) -> EntityKind | None:
        """The kind of a body by the words of its name; the last such word decides, before any "of"."""
        kind = None
        for k in range(run.first, run.end):
            word = fold(self._parse.tokens[k].text)
            if kind and word in ("of", "for"):
                break
            if word in self._actors.name_heads and (run.end - run.first > 1 or word in self._actors.heads):
                kind = self._actors.name_heads[word]
        return kind

    def _body(self, run: Run, kind: EntityKind, head: int) -> Phrase:
        parse = self._parse
        core_first = run.first
        near = list(self._owners(run.first, head))
        if run.first in self._names.known:
            core_first = self._names.known[run.first].first
        name = _joined_words(parse, core_first, run.end)
        before = self._names.known.get(core_first - 1)
        if before and before.sense == "adjective" and before.end == core_first:
            name = _joined_words(parse, before.first, run.end)
        first, end = self._outer(head, core_first, run.end)
        sort: Sort = "facility" if kind == "facility" else "body"
        near.extend(self._complement(head))
        country = self._country(tuple(near))
        return Phrase(head, first, end, core_first, run.end, sort, kind, country, name, _key(name), None, None, True, tuple(near), False)

    def _known(self, known: Known) -> Phrase | None:
        """A party or country of the codebook; capitals are places."""
        parse = self._parse
        head = self._head(known.first, known.end)
        token = parse.tokens[head]
        if known.sense == "capital":
            return None
        run = self._names.runs.get(known.end)
        if known.sense in ("adjective", "state") and run and token.head < run.end and run.first <= token.head:
            kind = self._body_kind(run)
            if kind and known.sense == "state":
                return self._body(Run(known.first, run.end), kind, self._head(run.first, run.end))
        if known.sense == "adjective" and not self._is_modifier(token, known.end) and token.dep not in ("conj", "acomp", "appos", "poss"):
            sort: Sort = "people"
            kind = "civilians"
        else:
            kind = known.kind
            sort = "state" if known.sense in ("state", "adjective") else "people" if known.sense == "people" else "facility" if kind == "facility" else "body"
        if known.sense == "people" and token.tag in ("NN", "NNP"):
            sort = "person"
        modifier = self._is_modifier(token, known.end)
        first, end = (known.first, known.end) if modifier else self._outer(head, known.first, known.end)
        place = known.sense == "state" and token.dep == "pobj" and parse.tokens[token.head].lower in LOCATIVE
        name = None if known.sense == "people" else known.name
        return Phrase(head, first, end, known.first, known.end, sort, kind, known.country, name, _key(known.name), None, None, sort in ("state", "body"), (), place)

    # -- descriptions

    def _office(self, title: Title, head: Token) -> Phrase:
        """A title without a name: one unnamed person."""
        parse = self._parse
        role_first, near, role = self._role(title, head.i)
        first, end = self._outer(head.i, role_first, title.end)
        near = (*near, *self._complement(head.i))
        kind = self._weak_kind(role_first, head) if title.sort in ("holder", "occupation") else None
        if kind is None and head.lemma in self._actors.heads and title.sort in ("occupation", "rank"):
            kind = self._actors.heads[head.lemma]
        definite = self._is_definite(first, head)
        gender = self._actors.gender.get(head.lemma)
        country = self._country(near)
        key = head.lower
        return Phrase(head.i, first, end, role_first, title.end, "person", kind or "person", country, None, key, role, gender, definite, near, False)

    def _common(self, head: Token) -> Phrase | None:
        """A common noun that means people, a body or a facility."""
        actors, parse = self._actors, self._parse
        two, kind = self._head_kind(head)
        if kind is None or self._is_modifier(head, head.i + 1):
            return None
        first, end = noun_phrase(parse, head.i)
        word = two or (head.lemma if head.tag in PLURAL else head.lower)
        weak = self._weak_kind(first, head) if head.lemma in actors.weak_heads or kind == "person" else None
        kind = weak or kind
        near = (*self._owners(first, head.i), *self._complement(head.i))
        kind, country = self._of_party(kind, near, head)
        singular = head.tag in ("NN", "NNP")
        body = word in actors.bodies or head.lemma in actors.bodies and not two
        sort: Sort = "facility" if kind == "facility" else "body" if body and singular else "person" if singular and head.lower not in ("people", "police") else "people"
        if kind == "organisation" and singular:
            sort = "body"
        if head.lower == "police":
            sort = "body"
        name_first = self._description_start(first, head.i)
        if sort == "body":
            end = max(end, self._with_place(head, end))
        key = two or head.lemma
        return Phrase(head.i, first, end, name_first, head.i + 1, sort, kind, country, None, key, None, actors.gender.get(head.lemma), self._is_definite(first, head), near, False)

    def _head_kind(self, head: Token) -> tuple[str | None, EntityKind | None]:
        """The two words that decide, if two do, and the kind of a head noun."""
        actors = self._actors
        if head.i:
            before = self._parse.tokens[head.i - 1]
            two = f"{before.lower} {head.lemma}"
            if before.head == head.i and two in actors.heads:
                return two, actors.heads[two]
        for word in (head.lemma, head.lower):
            kind = actors.heads.get(word) or actors.weak_heads.get(word)
            if kind:
                return None, kind
        if head.tag == "NNPS" and head.lower[:-1] in actors.heads:
            return None, actors.heads[head.lower[:-1]]
        return None, None

    def _weak_kind(self, first: int, head: Token) -> EntityKind | None:
        """The kind that a word before a weak head gives it: "rebel" forces, "Hamas" fighters."""
        found = None
        for k in range(first, head.i):
            token = self._parse.tokens[k]
            known = self._names.known.get(k)
            if known and known.sense == "party":
                found = known.kind
            elif token.lower in self._actors.modifiers:
                found = self._actors.modifiers[token.lower]
            elif token.lemma in self._actors.heads and is_noun(token):
                found = self._actors.heads[token.lemma]
        return found

    def _of_party(self, kind: EntityKind, near: tuple[int, ...], head: Token) -> tuple[EntityKind, str | None]:
        """Kind and country by the parties that the phrase belongs to: "members of" a party are of its kind."""
        weak = head.lemma in self._actors.weak_heads
        for k in near:
            known = self._names.known.get(k)
            if weak and known and known.sense == "party" and kind in ("unknown", "organisation", "civilians"):
                kind = known.kind
        return kind, self._country(near)

    # -- grammar

    def _head(self, first: int, end: int) -> int:
        """The token of a range whose own head lies outside it; the last such, or the last token."""
        for k in range(end - 1, first - 1, -1):
            head = self._parse.tokens[k].head
            if (not first <= head < end or head == k) and self._parse.tokens[k].dep not in ("punct", "case", "det"):
                return k
        return end - 1

    def _is_modifier(self, token: Token, end: int) -> bool:
        """Whether the phrase only modifies a noun after it: "police chief", "the Hamas attack"."""
        if token.dep == "conj" and token.head < token.i:
            above = self._parse.tokens[token.head]
            return above.dep in MODIFYING and above.head >= end
        return token.dep in MODIFYING and token.head >= end

    def _outer(self, head: int, first: int, end: int) -> tuple[int, int]:
        """All words of the phrase around its core."""
        low, high = noun_phrase(self._parse, head)
        return min(first, low), max(end, high)

    def _role(self, title: Title, head: int) -> tuple[int, tuple[int, ...], str | None]:
        """Where the words of office begin, the names among them, and the role without those names.

        A post that is empty alone keeps what it is of: "head of the union".
        """
        parse, actors = self._parse, self._actors
        near: list[int] = []
        words: list[str] = []
        end = title.end
        if title.sort == "honorific":
            after = self._names.titles.get(title.end)
            if after is None or after.sort == "honorific":
                return title.first, self._owners(title.first, head), None
            title, end = after, after.end
        words.append(_joined_words(parse, title.first, end))
        k = title.first - 1
        first = title.first
        while k >= 0 and self._premodifies(k, title.first, head):
            token = parse.tokens[k]
            known = self._names.known.get(k)
            if known and known.sense in ("party", "seat", *COUNTRIES):
                near.append(self._head(known.first, known.end))
                k = known.first - 1
                continue
            if token.tag in ("NN", "NNP", "NNPS", "NNS", "JJ", "HYPH", "VBN", "VBG", "RB") or token.lower in actors.qualifiers:
                words.insert(0, token.text)
                first = k
                k -= 1
                continue
            break
        near.extend(self._owners(first, head))
        role = " ".join(words).replace(" - ", "-")
        if title.sort == "holder" and parse.tokens[min(end, len(parse.tokens) - 1)].lower == "of":
            stop = noun_phrase(parse, self._head(title.first, title.end))[1]
            role = f"{role} {_joined_words(parse, end, stop)}" if stop > end else role
        return first, tuple(near), role

    def _premodifies(self, k: int, title: int, head: int) -> bool:
        token = self._parse.tokens[k]
        if token.sentence != self._parse.tokens[title].sentence or token.tag in NUMBERLIKE:
            return False
        return token.dep in ("amod", "compound", "nmod", "punct", "advmod", "nummod") and k < token.head <= max(head, title) and (token.dep != "punct" or token.tag == "HYPH")

    def _owners(self, first: int, head: int) -> tuple[int, ...]:
        """Names before the head that it belongs to: demonyms, compounds and possessors."""
        found = []
        for t in children(self._parse, head):
            if t.i >= head:
                break
            known = self._names.known.get(t.i)
            if t.dep == "poss" or (known and known.sense in ("party", "seat", *COUNTRIES) and t.dep in MODIFYING):
                found.append(t.i)
                found.extend(c.i for c in children(self._parse, t.i, "conj"))
        return tuple(found)

    def _complement(self, head: int) -> tuple[int, ...]:
        """What a phrase is "of", "for" or "with"."""
        found = []
        for prep in children(self._parse, head, "prep"):
            if prep.lower in ("of", "for", "with", "from", "at") and prep.i > head:
                found.extend(o.i for o in children(self._parse, prep.i, "pobj"))
                break
        return tuple(found)

    def _country(self, near: tuple[int, ...]) -> str | None:
        """The one country of the names that a phrase belongs to; none where they are several."""
        found = {known.country for k in near if (known := self._names.known.get(k)) and known.country}
        return found.pop() if len(found) == 1 else None

    def _is_definite(self, first: int, head: Token) -> bool:
        lead = self._parse.tokens[first]
        return lead.lower in DEFINITE and lead.i < head.i or lead.tag == "PRP$" or any(
            t.dep == "poss" for t in children(self._parse, head.i)
        )

    def _description_start(self, first: int, head: int) -> int:
        """Where a description begins without article, number or possessor."""
        k = first
        while k < head and (self._parse.tokens[k].tag in NUMBERLIKE or self._parse.tokens[k].dep in ("quantmod", "advmod", "nummod", "predet", "det", "poss")):
            k += 1
        return k

    def _with_place(self, head: Token, end: int) -> int:
        """End of a body's description with the country it is in: "the regional government in Iraq"."""
        for prep in children(self._parse, head.i, "prep"):
            if prep.lower == "in" and prep.i == end:
                place = next(children(self._parse, prep.i, "pobj"), None)
                if place and place.i > end and place.i in self._names.known:
                    return place.i + 1
        return end

    def _gender_of_title(self, title: Title | None, run: Run) -> Gender | None:
        if title is None:
            return None
        for k in range(title.first, run.first):
            gender = self._actors.gender.get(fold(self._parse.tokens[k].text))
            if gender:
                return gender
        return None


def _joined_words(parse: Parse, first: int, end: int) -> str:
    """The words of a range on one line, without a possessive ending."""
    words = " ".join(parse.words(first, end).split())
    for ending in ("'s", "’s", "'", "’"):
        if words.endswith(ending):
            return words[: -len(ending)]
    return words


def _key(name: str) -> str:
    """What two ways to write a name have in common."""
    return fold(name).replace("-", " ").replace(".", "")
