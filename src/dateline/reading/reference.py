"""Who is meant by a surname, "the group", "the spokesman", "he" or "it"?

"Nobody known" is an answer: where two fit equally well, a phrase stays by itself.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.codebook.actors import Gender
from dateline.reading.actors_links import Scene
from dateline.reading.actors_grammar import DEFINITE
from dateline.reading.actors_phrases import Phrase
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import SUBJECTS, children

HE = frozenset(("he", "him", "his", "himself"))
SHE = frozenset(("she", "her", "hers", "herself"))
IT = frozenset(("it", "its", "itself"))
THEY = frozenset(("they", "them", "their", "theirs", "themselves"))
PRONOUNS = HE | SHE | IT | THEY
RELATIVE = frozenset(("WDT", "WP", "WP$"))
QUOTES = frozenset(('"', "``", "''", "“", "”"))
OWN_CLAUSE = frozenset(("dobj", "dative", "pobj", "nsubjpass"))
ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "dative", "agent", "prep")
REACH = 3
"""Sentences back in which a pronoun's antecedent is looked for."""
FAR = 12
"""Sentences back in which what a description repeats is looked for."""
PARTICLES = frozenset(("al", "el", "de", "la", "del", "bin", "ibn", "van", "von", "der", "abu", "ben"))


class References(NamedTuple):
    """For each phrase the number of its group, and for each pronoun token the phrase that it stands for."""

    group: list[int]
    pronouns: dict[int, int]


def resolve(scene: Scene, same: list[tuple[int, int]]) -> References:
    """Bring together all phrases that stand for one actor; ``same`` are pairs known from grammar."""
    groups = _Groups(scene.phrases)
    for a, b in same:
        groups.join(a, b)
    _join_names(scene, groups)
    _join_surnames(scene, groups)
    return _walk(scene, groups)


class _Groups:
    """Phrases in groups; what a group knows of its gender, names and roles grows as it is joined."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self.phrases = phrases
        self.of = list(range(len(phrases)))
        self.gender: list[Gender | None] = [p.gender for p in phrases]
        self.members = [[n] for n in range(len(phrases))]

    def join(self, a: int, b: int) -> bool:
        """Make two phrases one actor, unless their genders contradict."""
        a, b = self.of[a], self.of[b]
        if a == b:
            return True
        if self.gender[a] and self.gender[b] and self.gender[a] != self.gender[b]:
            return False
        if min(self.members[b]) < min(self.members[a]):
            a, b = b, a
        self.gender[a] = self.gender[a] or self.gender[b]
        self.members[a] += self.members[b]
        for n in self.members[b]:
            self.of[n] = a
        return True

    def named(self, n: int) -> bool:
        """Whether the group of phrase ``n`` has a proper name."""
        return any(self.phrases[m].name for m in self.members[self.of[n]])


# -- names


def _join_names(scene: Scene, groups: _Groups) -> None:
    """The same name is the same actor; so is a name of three words without its middle."""
    first_by_key: dict[tuple[str, str], int] = {}
    for n, p in enumerate(scene.phrases):
        if not p.name:
            continue
        family = "person" if p.sort == "person" else "body"
        words = p.key.split()
        if family == "person" and len(words) == 1:
            continue
        keys = [p.key]
        if family == "person" and len(words) > 2:
            keys.append(f"{words[0]} {words[-1]}")
        for key in keys:
            known = first_by_key.setdefault((family, key), n)
            groups.join(known, n)
    _join_short_bodies(scene, groups)


def _join_short_bodies(scene: Scene, groups: _Groups) -> None:
    """The last words of a body's name stand for it, where only one body has them: "the Air Force"."""
    bodies = [
        (n, p, p.key.split())
        for n, p in enumerate(scene.phrases)
        if p.name and p.sort in ("body", "facility")
    ]
    for n, p, words in bodies:
        longer = {
            groups.of[m]
            for m, q, others in bodies
            if len(others) > len(words) and others[-len(words) :] == words and q.kind == p.kind
        }
        if len(longer) == 1:
            groups.join(longer.pop(), n)


def _join_surnames(scene: Scene, groups: _Groups) -> None:
    """A part of a person's full name stands for that person.

    Whom a surname was first used for keeps it; a namesake that is named in full later does not take it over.
    """
    full: list[tuple[int, tuple[str, ...]]] = [
        (n, tuple(p.key.split()))
        for n, p in enumerate(scene.phrases)
        if p.name and p.sort == "person" and " " in p.key
    ]
    holder: dict[str, int] = {}
    for n, p in enumerate(scene.phrases):
        words = tuple(p.key.split()) if p.name and p.sort == "person" else ()
        if not words:
            continue
        if p.key in holder and groups.join(holder[p.key], n):
            continue
        candidates = [
            (m, w)
            for m, w in full
            if len(w) > len(words)
            and _is_part(words, w)
            and _no_clash(groups, m, n)
            and (m < n or w[-len(words) :] == words)
        ]
        chosen = (
            _only(groups, [m for m, w in candidates if m < n])
            if any(m < n for m, _ in candidates)
            else _only(groups, [m for m, _ in candidates])
        )
        if chosen is None and candidates:
            surnames = [m for m, w in candidates if w[-len(words) :] == words]
            chosen = _only(groups, surnames) if surnames else None
            if chosen is None and not p.role:
                chosen = _most_told(groups, [m for m, _ in candidates if m < n])
        if chosen is not None:
            groups.join(chosen, n)
        if len(words) == 1 and (chosen is not None or not candidates):
            holder.setdefault(p.key, n if chosen is None else chosen)


def _is_part(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether the words stand together in the full name, particles in front left out."""
    while len(words) > 1 and words[0] in PARTICLES:
        words = words[1:]
    return (
        any(full[k : k + len(words)] == words for k in range(len(full) - len(words) + 1))
        and not set(words) <= PARTICLES
    )


def _no_clash(groups: _Groups, a: int, b: int) -> bool:
    one, other = groups.gender[groups.of[a]], groups.gender[groups.of[b]]
    return one is None or other is None or one == other


def _only(groups: _Groups, candidates: list[int]) -> int | None:
    found = {groups.of[m] for m in candidates}
    return candidates[0] if len(found) == 1 else None


def _most_told(groups: _Groups, candidates: list[int]) -> int | None:
    """The candidate told of more often than any other."""
    counts = sorted(
        {groups.of[m]: len(groups.members[groups.of[m]]) for m in candidates}.items(), key=lambda e: -e[1]
    )
    if len(counts) > 1 and counts[0][1] > counts[1][1]:
        return counts[0][0]
    return None


# -- descriptions and pronouns, in text order


def _walk(scene: Scene, groups: _Groups) -> References:
    pronouns: dict[int, int] = {}
    seen: list[int] = []
    by_sentence: dict[int, list[tuple[int, int]]] = {}
    for token in scene.parse.tokens:
        n = scene.at.get(token.i)
        if n is not None and scene.phrases[n].head == token.i:
            phrase = scene.phrases[n]
            if phrase.name is None and len(groups.members[groups.of[n]]) == 1:
                earlier = _described_before(scene, groups, n, seen)
                if earlier is not None:
                    groups.join(earlier, n)
            seen.append(n)
            by_sentence.setdefault(token.sentence, []).append((token.i, n))
        elif token.tag in ("PRP", "PRP$") and token.lower in PRONOUNS:
            found = _antecedent(scene, groups, pronouns, by_sentence, token)
            if found is not None:
                pronouns[token.i] = found
                _learn_gender(groups, found, token)
                by_sentence.setdefault(token.sentence, []).append((token.i, found))
        elif token.tag in RELATIVE:
            found = _relative(scene, token)
            if found is not None:
                pronouns[token.i] = found
    return References(groups.of, pronouns)


def _learn_gender(groups: _Groups, n: int, token: Token) -> None:
    if token.lower in HE:
        groups.gender[groups.of[n]] = "male"
    elif token.lower in SHE:
        groups.gender[groups.of[n]] = "female"


def _relative(scene: Scene, token: Token) -> int | None:
    """ "who" and "which" stand for the noun that their clause hangs on."""
    verb = scene.parse.tokens[token.head]
    for _ in range(3):
        if verb.dep == "relcl":
            return scene.at.get(verb.head)
        if verb.head == verb.i:
            return None
        verb = scene.parse.tokens[verb.head]
    return None


def _described_before(scene: Scene, groups: _Groups, n: int, seen: list[int]) -> int | None:
    """The earlier phrase that a definite description takes up."""
    phrase = scene.phrases[n]
    bare_body = phrase.sort == "body" and phrase.kind in ("police", "military", "government")
    if not (phrase.definite or bare_body) or phrase.sort in ("facility", "state"):
        return None
    sentence = scene.parse.tokens[phrase.head].sentence
    tiers: list[list[int]] = [[], [], []]
    for m in reversed(seen):
        other = scene.phrases[m]
        distance = sentence - scene.parse.tokens[other.head].sentence
        if distance > FAR and not other.name:
            continue
        tier = _takes_up(scene, phrase, other, distance)
        if (
            tier is not None
            and not _belongs_elsewhere(scene, groups, phrase, other)
            and _no_clash(groups, m, n)
            and not _clashing_country(phrase, other)
        ):
            tiers[tier].append(m)
    for tier in tiers:
        if tier:
            nearest = scene.parse.tokens[scene.phrases[tier[0]].head].sentence
            close = [m for m in tier if scene.parse.tokens[scene.phrases[m].head].sentence == nearest]
            return _only(groups, close) if phrase.sort != "person" or sentence - nearest <= FAR else None
    return None


def _takes_up(scene: Scene, phrase: Phrase, other: Phrase, distance: int) -> int | None:
    """How well a description fits an earlier phrase: 0 best; none where it does not."""
    head = scene.parse.tokens[phrase.head]
    if phrase.sort == "person":
        if other.sort != "person":
            return None
        if other.role and phrase.role and _same_role(phrase.role, other.role):
            return 0
        if other.name is None and other.key == phrase.key and not other.role and phrase.near == other.near:
            return 0
        return None
    if other.sort == "people" and phrase.sort == "people":
        return (
            0
            if other.name is None
            and other.key == phrase.key
            and distance <= REACH
            and phrase.kind == other.kind
            else None
        )
    if other.sort not in ("body", "state"):
        return None
    if other.name and other.key.split()[-1:] == [head.lower] and other.kind == phrase.kind:
        return 0
    if other.name is None and other.key == phrase.key and other.sort == phrase.sort:
        same = _is_bare(scene, phrase) == _is_bare(scene, other) or distance < REACH
        return 0 if same else None
    kinds = scene.actors.stands_for.get(head.lower)
    if (
        other.name
        and kinds
        and other.kind in kinds
        and _is_bare(scene, phrase)
        and not phrase.near
        and distance <= 2 * REACH
        and phrase.kind in (other.kind, "unknown", "organisation", "state")
    ):
        return 1
    return None


def _belongs_elsewhere(scene: Scene, groups: _Groups, phrase: Phrase, other: Phrase) -> bool:
    """Whether both say whom they belong to, and it is not the same: two commanders of two armies."""
    of = {groups.of[n] for k in phrase.near if (n := scene.at.get(k)) is not None}
    others = {groups.of[n] for k in other.near if (n := scene.at.get(k)) is not None}
    return bool(of and others) and not of & others


def _is_bare(scene: Scene, phrase: Phrase) -> bool:
    """Whether a definite description says nothing but its kind: "the group", "the militant group"."""
    words = (scene.parse.tokens[k].lower for k in range(phrase.first, phrase.head))
    return phrase.definite and all(w in DEFINITE or w in scene.actors.modifiers for w in words)


def _same_role(one: str, other: str) -> bool:
    a, b = one.lower().split(), other.lower().split()
    if " of " in f" {one} " or " of " in f" {other} ":
        a, b = one.lower().split(" of ")[0].split(), other.lower().split(" of ")[0].split()
    short, long = (a, b) if len(a) <= len(b) else (b, a)
    return bool(short) and (long[-len(short) :] == short)


def _clashing_country(phrase: Phrase, other: Phrase) -> bool:
    return phrase.country is not None and other.country is not None and phrase.country != other.country


# -- pronouns


def _antecedent(
    scene: Scene,
    groups: _Groups,
    pronouns: dict[int, int],
    by_sentence: dict[int, list[tuple[int, int]]],
    token: Token,
) -> int | None:
    """The phrase that a pronoun stands for: first up its own sentence, then the sentences before."""
    if _is_slip(scene.parse, token):
        return None
    seeker = _Seeker(scene, groups, pronouns, token)
    if token.lower in IT and _is_empty_it(scene.parse, token):
        return None
    found = seeker.above()
    if found is not None:
        return found if found >= 0 else None
    for back in range(1, REACH + 1 if token.lower not in IT else 2):
        mentions = by_sentence.get(token.sentence - back, [])
        found = seeker.among(mentions)
        if found is not None:
            return found if found >= 0 else None
    return None


STOP = -1
"""Nothing further back may be taken."""


class _Seeker:
    """Looks for the antecedent of one pronoun."""

    def __init__(self, scene: Scene, groups: _Groups, pronouns: dict[int, int], token: Token) -> None:
        self.scene, self.groups, self.pronouns, self.token = scene, groups, pronouns, token
        self.parse = scene.parse
        self.blocked = self._blocked()

    def above(self) -> int | None:
        """Climb the sentence: at each step the arguments left of the way, subjects first."""
        here, parse = self.token, self.parse
        if here.dep == "poss" or here.tag == "PRP$":
            here = parse.tokens[here.head]
        while here.head != here.i:
            up = parse.tokens[here.head]
            found = self._step(here, up)
            if found is not None:
                return found
            here = up
        return None

    def _step(self, here: Token, up: Token) -> int | None:
        if (
            up.i < here.i
            and here.dep not in ("pobj", "appos")
            and not (here.dep == "prep" and here.lower == "of")
        ):
            n = self._phrase(up.i)
            if n is not None and self._fits(n, up.i):
                return n
        for dep in ("nsubj", "nsubjpass", "dobj", "dative", "prep", "agent"):
            for c in children(self.parse, up.i, dep):
                if c.i >= here.i or c.i == here.i:
                    continue
                found = self._argument(c)
                if found is not None:
                    return found
        return None

    def _argument(self, c: Token) -> int | None:
        """The phrase of an argument, or of its possessor, if it fits."""
        if c.dep in ("prep", "agent"):
            inner = next(children(self.parse, c.i, "pobj"), None)
            if inner is None or inner.i >= self.token.i or self.token.lower in IT:
                return None
            c = inner
        n = self._phrase(c.i)
        if n is not None and self._fits(n, c.i):
            return n
        if (
            self.token.lower in IT | THEY
            and c.dep in SUBJECTS
            and c.tag not in ("WDT", "WP", "EX")
            and self._could_be(c)
        ):
            return STOP
        for owner in children(self.parse, c.i, "poss"):
            n = self._phrase(owner.i)
            if n is not None and self._fits(n, owner.i):
                return n
        return None

    def _could_be(self, c: Token) -> bool:
        """Whether a subject that is no actor is likelier meant than anything further off."""
        if self.token.lower in THEY:
            return c.tag in ("NNS", "NNPS")
        return c.tag in ("NN", "NNP", "CD", "PRP") and self._phrase(c.i) is None

    def among(self, mentions: list[tuple[int, int]]) -> int | None:
        """The fitting mention of an earlier sentence: the one in the highest subject, or the only one."""
        fitting = [(self._rank(i), i, n) for i, n in mentions if self._fits(n, i)]
        if not fitting:
            if self.token.lower in IT:
                return STOP
            return None
        fitting.sort()
        best = fitting[0]
        others = {self.groups.of[n] for _, _, n in fitting} - {self.groups.of[best[2]]}
        if not others:
            return best[2] if self.token.lower not in IT or best[0][0] == 0 else STOP
        rival = min(r for r, _, n in fitting if self.groups.of[n] in others)
        if best[0][0] == 0 and rival > best[0]:
            return best[2]
        return STOP

    def _rank(self, i: int) -> tuple[int, int]:
        """0 for a subject, and how deep in its sentence."""
        token, depth = self.parse.tokens[i], 0
        subject = 0 if token.dep in SUBJECTS else 1
        while token.head != token.i:
            token, depth = self.parse.tokens[token.head], depth + 1
        return subject, depth

    def _phrase(self, i: int) -> int | None:
        n = self.scene.at.get(i)
        if n is not None and self.scene.phrases[n].head == i:
            return n
        return self.pronouns.get(i)

    def _fits(self, n: int, i: int) -> bool:
        phrase, word = self.scene.phrases[n], self.token.lower
        if i >= self.token.i or self.groups.of[n] in self.blocked or not _number_fits(phrase, word):
            return False
        if word in HE | SHE:
            gender = self.groups.gender[self.groups.of[n]]
            if gender and gender != ("male" if word in HE else "female"):
                return False
        return not self._across_quotes(self.parse.tokens[i].head)

    def _across_quotes(self, i: int) -> bool:
        """Whether the pronoun is inside a quotation of its sentence that the candidate stands outside of."""
        if self.parse.tokens[i].sentence != self.token.sentence:
            return False
        between = range(min(i, self.token.i) + 1, max(i, self.token.i))
        return sum(self.parse.tokens[k].text in QUOTES for k in between) % 2 == 1

    def _blocked(self) -> set[int]:
        """Groups that the pronoun cannot mean: the subject of its own verb, unless it says "-self"."""
        token, parse = self.token, self.parse
        if token.tag == "PRP$" or token.dep not in OWN_CLAUSE or token.lower.endswith("self"):
            return set()
        verb = parse.tokens[token.head]
        while verb.dep in ("prep", "agent", "pobj") and verb.head != verb.i:
            verb = parse.tokens[verb.head]
        for _ in range(3):
            own = [t for t in children(parse, verb.i) if t.dep in SUBJECTS]
            if own:
                return {self.groups.of[n] for t in own if (n := self._phrase(t.i)) is not None}
            if verb.dep not in ("xcomp", "advcl", "conj", "acl", "pcomp", "prep") or verb.head == verb.i:
                return set()
            verb = parse.tokens[verb.head]
        return set()


def _number_fits(phrase: Phrase, word: str) -> bool:
    if word in HE | SHE:
        return phrase.sort == "person"
    if word in IT:
        return phrase.sort in ("body", "state") and not phrase.place
    return phrase.sort in ("people", "body")


def _is_slip(parse: Parse, token: Token) -> bool:
    """A capital inside a sentence: machine translation put a subject where the original has none."""
    inside = token.i > parse.sentences[token.sentence].first and parse.tokens[token.i - 1].text.isalpha()
    return inside and token.text[0].isupper() and not token.text.isupper()


def _is_empty_it(parse: Parse, token: Token) -> bool:
    """ "It was reported that", "it is clear that", "it rained": nobody is meant."""
    if token.dep not in SUBJECTS:
        return token.lower == "it"
    verb = parse.tokens[token.head]
    below = {t.dep for t in children(parse, verb.i)}
    return verb.lemma in ("be", "seem", "appear", "become", "remain") or "auxpass" in below
