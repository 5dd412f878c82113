"""Phrases that stand for one actor, brought together by their names."""

from __future__ import annotations

from dateline.codebook.actors import Gender
from dateline.reading.actors.links import Scene
from dateline.reading.actors.phrases import Phrase


class Groups:
    """Phrases in groups, each called by its first phrase; what is known of a gender grows as groups join."""

    def __init__(self, phrases: list[Phrase]) -> None:
        self.of = list(range(len(phrases)))
        self.members = [[n] for n in range(len(phrases))]
        self._gender: list[Gender | None] = [p.gender for p in phrases]
        self._named = [p.name is not None for p in phrases]

    def join(self, a: int, b: int) -> bool:
        """Make two phrases one actor; false where their genders contradict."""
        a, b = sorted((self.of[a], self.of[b]))
        if a == b:
            return True
        if not self.may_join(a, b):
            return False
        self._gender[a] = self._gender[a] or self._gender[b]
        self.members[a] += self.members[b]
        for n in self.members[b]:
            self.of[n] = a
        return True

    def may_join(self, a: int, b: int) -> bool:
        """Whether nothing known of their genders speaks against it."""
        return None in (self.gender(a), self.gender(b)) or self.gender(a) == self.gender(b)

    def gender(self, n: int) -> Gender | None:
        """The gender of whom phrase ``n`` stands for."""
        return self._gender[self.of[n]]

    def learn_gender(self, n: int, gender: Gender) -> None:
        """Keep what a pronoun says of whom phrase ``n`` stands for."""
        self._gender[self.of[n]] = gender

    def only(self, candidates: list[int]) -> int | None:
        """The first candidate, if all of them stand for one actor."""
        return candidates[0] if len({self.of[m] for m in candidates}) == 1 else None

    def most_told(self, candidates: list[int]) -> int | None:
        """The candidate whose actor is named more often than any other's."""
        sizes = {self.of[m]: sum(self._named[k] for k in self.members[self.of[m]]) for m in candidates}
        ranked = sorted(sizes.items(), key=lambda e: (-e[1], e[0]))
        clear = len(ranked) == 1 or (len(ranked) > 1 and ranked[0][1] > ranked[1][1])
        return ranked[0][0] if clear else None


def group_by_name(scene: Scene, same: list[tuple[int, int]]) -> Groups:
    """Join the pairs that grammar makes the same, then equal names, then parts of names with the whole."""
    groups = Groups(scene.phrases)
    for a, b in same:
        groups.join(a, b)
    _join_equal(scene, groups)
    _join_short_bodies(scene, groups)
    _join_surnames(scene, groups)
    return groups


def _join_equal(scene: Scene, groups: Groups) -> None:
    """The same name is the same actor; so is a person's name of three words without its middle."""
    first_of: dict[tuple[bool, str], int] = {}
    for n, p in enumerate(scene.phrases):
        if not p.name:
            continue
        person, words = p.sort == "person", p.key.split()
        if person and len(words) == 1:
            continue
        keys = [p.key, f"{words[0]} {words[-1]}"] if person else [p.key]
        for key in keys:
            groups.join(first_of.setdefault((person, key), n), n)


def _join_short_bodies(scene: Scene, groups: Groups) -> None:
    """The last words of a body's name stand for it, where only one body has them: "the Air Force"."""
    whole: dict[str, set[int]] = {}
    bodies = [(n, p) for n, p in enumerate(scene.phrases) if p.name and p.sort in ("body", "facility")]
    for n, p in bodies:
        words = p.key.split()
        for k in range(1, len(words)):
            whole.setdefault(" ".join(words[k:]), set()).add(n)
    for n, p in bodies:
        longer = [m for m in sorted(whole.get(p.key, ())) if scene.phrases[m].kind == p.kind]
        chosen = groups.only(longer)
        if chosen is not None:
            groups.join(chosen, n)


def _join_surnames(scene: Scene, groups: Groups) -> None:
    """A part of a person's full name stands for that person.

    Whom a surname was first used for keeps it; a namesake named in full later does not take it over.
    """
    people = [(n, p) for n, p in enumerate(scene.phrases) if p.name and p.sort == "person"]
    full: dict[str, list[tuple[int, tuple[str, ...]]]] = {}
    for n, p in people:
        words = tuple(p.key.split())
        for word in set(words) if len(words) > 1 else ():
            full.setdefault(word, []).append((n, words))
    holder: dict[str, int] = {}
    for n, p in people:
        if p.key in holder and groups.join(holder[p.key], n):
            continue
        words = _without_particles(p.key, scene)
        whole = [(m, w) for m, w in full.get(words[-1], ()) if len(w) > len(words) and groups.may_join(m, n)]
        chosen = _bearer(groups, words, whole, n)
        if chosen is not None:
            groups.join(chosen, n)
        if len(words) == 1 and (chosen is not None or not whole):
            holder.setdefault(p.key, n if chosen is None else chosen)


def _bearer(
    groups: Groups, words: tuple[str, ...], whole: list[tuple[int, tuple[str, ...]]], n: int
) -> int | None:
    """The one whose full name a part at phrase ``n`` stands for; none where several fit equally well.

    A name told before wins over one to come; a given name counts only once the full name is told.
    """
    surname = [m for m, w in whole if w[-len(words) :] == words]
    inside = [m for m, w in whole if m < n and _is_inside(words, w)]
    told = [m for m in surname if m < n] or inside
    if not told:
        return groups.only(surname)
    one = groups.only(told)
    return groups.most_told(told) if one is None else one


def _is_inside(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return any(full[k : k + len(words)] == words for k in range(len(full) - len(words) + 1))


def _without_particles(key: str, scene: Scene) -> tuple[str, ...]:
    words = tuple(key.split())
    while len(words) > 1 and words[0] in scene.actors.particles:
        words = words[1:]
    return words
