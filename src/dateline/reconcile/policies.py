"""The claims of an incident -> how many were killed, as UCDP, ACLED and Airwars would put it.

All three look at the same last words on the whole (``standing``); they differ in whom they believe.
The rules and their reasons stand in docs/decisions/0011-policies.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.codebook import Codebook
from dateline.model import Claim, Incident, Number, Policy, PolicyFigures, Reading, Share, Whose
from dateline.reconcile.airwars import airwars
from dateline.reconcile.evidence import Evidence, evidence
from dateline.reconcile.owners import owner
from dateline.reconcile.voices import Voice

STATES = ("state", "military", "government", "police")


def policy_figures(
    policy: Policy, incident: Incident, readings: Mapping[str, Reading], codebook: Codebook
) -> PolicyFigures:
    """The incident's dead under one policy; ``readings`` by report id, with those of the incident."""
    found = evidence(incident, readings, codebook)
    if policy == "airwars":
        return airwars(found, codebook)
    return _ucdp(incident, found, codebook) if policy == "ucdp" else _acled(found, codebook)


def _ucdp(incident: Incident, found: Evidence, codebook: Codebook) -> PolicyFigures:
    """UCDP's low, best and high: best is what the uninvolved say, or a side of its own dead."""
    ids = found.ids(v for party in found.killed for v in party)
    high = sum(max(v.top for v in party) for party in found.killed)
    if high == 0:
        none = "none died by any last word" if found.killed else "no number of killed is told"
        return PolicyFigures("ucdp", None, None, None, (), None, ids, f"UCDP needs a death, and {none}")
    low = sum(min(v.bottom for v in party) for party in found.killed)
    best = sum(_most_given(found.trusted(party)) for party in found.killed)
    shares = _sides(incident, found, best, codebook)
    why = (
        f"low and high are the least and the most of all last words ({_said(found.killed)}); best is the "
        f"number most given by {_whom(found)}, the least of equals"
    )
    cited = sorted({*ids, *(c for share in shares for c in share.claims)})
    return PolicyFigures("ucdp", low, best, high, shares, None, tuple(cited), why)


def _acled(found: Evidence, codebook: Codebook) -> PolicyFigures:
    """ACLED's most conservative figure: the least that anyone believed says of the whole."""
    if not found.killed:
        return PolicyFigures("acled", None, None, None, (), None, (), "no number of killed is told")
    least = [min(found.trusted(party), key=lambda v: _acled_figure(v, codebook)) for party in found.killed]
    figure = sum(_acled_figure(v, codebook) for v in least)
    why = f"the most conservative last word of {_whom(found)}: {_said([least])}"
    recoded = [v for v in least if _acled_figure(v, codebook) != v.bottom]
    why += "".join(f"; ACLED codes {v.text!r} as {_acled_figure(v, codebook)}" for v in recoded)
    return PolicyFigures("acled", None, figure, None, (), None, found.ids(least), why)


def _most_given(voices: Sequence[Voice]) -> int:
    numbers = [v.bottom for v in voices]
    return max(numbers, key=lambda n: (numbers.count(n), -n))


def _whom(found: Evidence) -> str:
    """Whose words these are."""
    if all(found.believed(party) for party in found.killed):
        return "the uninvolved and of sides on their own dead"
    return "sides of the conflict, as nobody else gives a number"


def _acled_figure(voice: Voice, codebook: Codebook) -> int:
    """The voice's least, vague words by ACLED's table."""
    words = codebook.policies.acled_words
    coded = [
        words[c.value.qualifier.casefold()]
        for c in voice.claims
        if isinstance(c.value, Number) and c.value.qualifier and c.value.qualifier.casefold() in words
    ]
    return sum(coded) if coded and len(coded) == len(voice.claims) else voice.bottom


@dataclass(frozen=True, slots=True)
class _Parties:
    """Countries of both sides, and whether a side is an armed group."""

    a: frozenset[str]
    b: frozenset[str]
    armed_b: bool


def _sides(incident: Incident, found: Evidence, best: int, codebook: Codebook) -> tuple[Share, ...]:
    """The dead of side A, side B and civilians where groups tell; the rest of ``best`` is unknown."""
    parties = _parties(incident)
    counts: dict[Whose, list[Claim]] = {}
    for claim in found.counted:
        whose = _side(owner(claim, codebook), parties)
        if whose:
            counts.setdefault(whose, []).append(claim)
    shares = [_share(whose, counts[whose], found) for whose in sorted(counts)]
    rest = best - sum(s.low for s in shares)
    cited = found.ids(v for party in found.killed for v in party)
    if rest < 0:
        return (Share("unknown", best, best, cited),)
    if rest:
        one_sided = incident.crosswalk.ucdp == "one-sided violence" and "civilians" not in counts
        shares.append(Share("civilians" if one_sided else "unknown", rest, rest, cited))
    return tuple(shares)


def _parties(incident: Incident) -> _Parties:
    """Side A is the state that acts, or the first that is a party; side B is who stands against it."""
    everyone = [*incident.actors, *incident.targets]
    states = list(dict.fromkeys(e.country for e in everyone if e.country and e.kind in STATES))
    armed = any(e.kind == "armed group" for e in everyone)
    return _Parties(frozenset(states[:1]), frozenset(states[1:]), armed and len(states) < 2)


def _side(whose: str | None, parties: _Parties) -> Whose | None:
    if whose == "civilians":
        return "civilians"
    if whose in parties.a or (whose == "forces" and parties.a and not parties.b):
        return "side a"
    if whose in parties.b or (whose == "fighters" and parties.armed_b):
        return "side b"
    return None


def _share(whose: Whose, claims: Sequence[Claim], found: Evidence) -> Share:
    """The last words on one party's dead."""
    standing = found.settled(claims)
    low, high = min(v.bottom for v in standing), max(v.top for v in standing)
    return Share(whose, low, high, found.ids(standing))


def _said(parties: Iterable[Iterable[Voice]]) -> str:
    return "; ".join(v.words() for party in parties for v in party)
