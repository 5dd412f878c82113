"""Claims -> who speaks: one speaker for a source however it is named, whoever quotes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from dateline.codebook import Codebook
from dateline.codebook.countries import Countries
from dateline.model import Claim, Reading, Report, Source, SourceKind

WORD = re.compile(r"[\w.-]+")
STATE, GROUP = "state", "group"
Key = tuple[str, str]
"""A name, and the copy group that it is known in; empty where it is known everywhere."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """An independent voice.

    ``key`` is the same for all claims of one speaker, ``side`` the party of the conflict that it speaks
    for ("state XA", "group reed column", "state" for an army of no known country), null for those who are
    no party, such as monitors and doctors.
    """

    key: Key
    name: str
    side: str | None
    own: bool


@dataclass(frozen=True, slots=True)
class Speakers:
    """The speakers of some claims, and the first day on which each copy group was published."""

    of_claim: Mapping[str, Speaker]
    first_day: Mapping[str, date | None]

    def __getitem__(self, claim: Claim) -> Speaker:
        return self.of_claim[claim.id]

    def day(self, claim: Claim) -> date | None:
        """The day on which the words were first published: a late copy brings no later word."""
        return self.first_day[claim.report]


def speakers(claims: Iterable[Claim], readings: Mapping[str, Reading], codebook: Codebook) -> Speakers:
    """Who makes each claim.

    A publisher's own words are one voice a copy group, and one for all reports of one publisher. A named
    source, or a body that there is one of ("police", "the ministry"), is one voice whoever quotes it; any
    other unnamed source is one voice a copy group.
    """
    told = list(claims)
    reports = [readings[r].report for r in sorted({c.report for c in told})]
    days, publishers = _copies(reports)
    keys = {c.id: _key(c, readings[c.report].report, publishers, codebook) for c in told}
    named = [c for c in told if not c.source.publisher]
    countries = {keys[c.id]: country for c in named if (country := _country(c.source, codebook))}
    same = _one_name({keys[c.id]: c.source.kind for c in named}, countries, codebook.groups.bodies)
    found = {}
    for c in told:
        report, key = readings[c.report].report, keys[c.id]
        name = (report.publisher or report.key) if c.source.publisher else c.source.name
        found[c.id] = Speaker(same.get(key, key), name, side_of(c.source, codebook), c.source.publisher)
    return Speakers(found, days)


def in_order(claims: Iterable[Claim], readings: Mapping[str, Reading]) -> list[Claim]:
    """Claims by day of publication, report and place in the text, so that no order of arrival matters."""

    def rank(claim: Claim) -> tuple[str, str, int, str]:
        day = readings[claim.report].report.published
        return day.isoformat() if day else "", claim.report, claim.span.start, claim.id

    return sorted(claims, key=rank)


def side_of(source: Source, codebook: Codebook) -> str | None:
    """The party of a conflict for which a source speaks, where that is known."""
    if source.kind == "armed group":
        return f"{GROUP} {source.name.casefold()}"
    if source.kind in codebook.groups.sides:
        country = source.country or country_in(source.name, codebook.countries)
        return f"{STATE} {country}" if country else STATE if source.kind == "military" else None
    return None


def country_in(words: str, countries: Countries) -> str | None:
    """The code of the first country or people named: "Indian soldiers", "China's military", "Saudi-led"."""
    for word in WORD.findall(words.replace("’", "'").replace("'s", "").replace("-led", "")):
        found = countries.country_of(word)
        if found:
            return found.code
    return None


def opposed(a: str | None, b: str | None) -> bool:
    """Whether two sides are known to be different ones; an army of no known country may be any state's."""
    if a is None or b is None or a == b:
        return False
    return not (STATE in (a, b) and a.startswith(STATE) and b.startswith(STATE))


def _copies(reports: Sequence[Report]) -> tuple[dict[str, date | None], dict[str, str]]:
    """The first day of each report's copy group, and the publisher of the report that was first."""
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(report.copy_group, []).append(report)
    days: dict[str, date | None] = {}
    publishers: dict[str, str] = {}
    for group, copies in groups.items():
        first = min(copies, key=lambda r: (r.published is None, str(r.published), r.id))
        publishers[group] = _plain(first.publisher or group)
        days |= {report.id: first.published for report in copies}
    return days, publishers


def _key(claim: Claim, report: Report, publishers: Mapping[str, str], codebook: Codebook) -> Key:
    source = claim.source
    if source.publisher:
        return publishers[report.copy_group], ""
    name = _plain(source.name)
    everywhere = source.named or _head(name) in codebook.groups.bodies
    return name, "" if everywhere else report.copy_group


def _country(source: Source, codebook: Codebook) -> str | None:
    return source.country or country_in(source.name, codebook.countries)


def _plain(name: str) -> str:
    """A name in one case and order: "the Ministry of Health" is the health ministry."""
    plain = name.casefold().replace("’", "'").replace("'s", "")
    words = [w for w in WORD.findall(plain) if w != "the"]
    if words[1:2] == ["of"]:
        words = [*words[2:], words[0]]
    return " ".join(w for w in words if w != "in")


def _head(name: str) -> str:
    """The last word of a plain name: "health ministry" is a ministry."""
    words = name.split()
    return words[-1] if words else ""


def _one_name(
    kinds: Mapping[Key, SourceKind], countries: Mapping[Key, str], bodies: Set[str]
) -> dict[Key, Key]:
    """Short names -> the one longer name of a source of the same kind that holds all their words.

    A body's longer names are one voice with the short one, where they are of no two countries: "the health
    ministry", "Gaza's health ministry" and "the ministry".
    """
    words = {key: frozenset(key[0].split()) for key in kinds if not key[1]}
    found: dict[Key, Key] = {}
    for short, mine in sorted(words.items(), key=lambda item: (-len(item[1]), item[0])):
        longer = [
            k
            for k, w in words.items()
            if mine and mine < w and (kinds[k] == kinds[short] or "unknown" in (kinds[k], kinds[short]))
        ]
        fullest = sorted({_end(k, found) for k in longer})
        fullest = [k for k in fullest if not any(words[k] < words[other] for other in fullest)]
        states = {countries[k] for k in (short, *longer) if k in countries}
        body = bool(mine & bodies) and len(mine) > 1 and len(states) < 2
        if len(fullest) == 1 or (fullest and body):
            found |= dict.fromkeys((short, *longer), fullest[0])
    found = {k: v for k, v in found.items() if k != v}
    return {k: _end(v, found) for k, v in found.items()}


def _end(key: Key, found: Mapping[Key, Key]) -> Key:
    """The last of the names that one leads to."""
    seen = {key}
    while key in found and found[key] not in seen:
        key = found[key]
        seen.add(key)
    return key
