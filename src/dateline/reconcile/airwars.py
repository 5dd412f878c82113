"""Civilians harmed as Airwars would put it: a range, and a grade by who says so."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.codebook import Codebook
from dateline.model import Claim, Grade, PolicyFigures, Responsibility, Share, Whose
from dateline.reconcile.blame import blame
from dateline.reconcile.evidence import Evidence
from dateline.reconcile.owners import people
from dateline.reconcile.standing import independent
from dateline.reconcile.sums import add
from dateline.reconcile.voices import Voice
from dateline.reconcile.wholes import class_of

ARMED = ("forces", "fighters")


def airwars(found: Evidence, codebook: Codebook) -> PolicyFigures:
    """The least and most civilians killed by any last word, with women, children, men and belligerents."""
    civilian = [c for c in found.counted if not _of_armed(c, codebook)]
    named = [c for c in civilian if people(c.group, codebook.groups) == "civilians"]
    standing = found.settled(named or civilian) if civilian else ()
    shares = _shares(found, codebook)
    if not standing:
        why = "no number of civilians killed is told"
        return PolicyFigures("airwars", None, None, None, shares, None, _cited((), shares), why)
    low, high = min(v.bottom for v in standing), max(v.top for v in standing)
    grade, because, backing = _grade(found, standing, codebook)
    what = "" if named else "; who they were is not told, so all count as civilians"
    why = f"{'; '.join(v.words() for v in standing)}{what}; {grade}: {because}" if grade else because
    ids = sorted({*found.ids(standing), *_cited((), shares), *(c.id for c in backing)})
    return PolicyFigures("airwars", low, None, high, shares, grade, tuple(ids), why)


def _grade(
    found: Evidence, standing: Sequence[Voice], codebook: Codebook
) -> tuple[Grade | None, str, Sequence[Claim]]:
    """The grade, its reason, and the claims of responsibility behind it, from the strongest rule down."""
    harmed = [v for v in standing if v.top > 0]
    blamed = [c for c in found.claims if isinstance(c.value, Responsibility)]
    if not harmed:
        over = any(v.top > 0 for v in found.said)
        return (
            ("discounted", "harm was told at first, and withdrawn", ()) if over else (None, "none harmed", ())
        )
    owned = [
        c for c in blamed if isinstance(c.value, Responsibility) and c.value.how in ("admitted", "claimed")
    ]
    if owned:
        return "confirmed", "a party says that it did it", owned
    if blamed and blame(blamed, found.context.who, codebook)[0] == "disputed":
        return "contested", "responsibility is in dispute between voices", blamed
    voices = independent([v for v in harmed if found.uninvolved(v)])
    if len(voices) > 1:
        return "fair", f"{len(voices)} independent voices of no side tell of harm", blamed
    return "weak", "one voice, or only sides of the conflict, tell of harm", blamed


def _shares(found: Evidence, codebook: Codebook) -> tuple[Share, ...]:
    """Children, women and men as far as told, and armed people among the dead."""
    counts: dict[Whose, list[Claim]] = {}
    for claim in found.told:
        kind = class_of(claim, codebook.groups)
        if kind:
            counts.setdefault(kind, []).append(claim)
        elif _of_armed(claim, codebook):
            counts.setdefault("belligerents", []).append(claim)
    return tuple(_share(whose, counts[whose]) for whose in sorted(counts))


def _share(whose: Whose, claims: Sequence[Claim]) -> Share:
    sums = [add([c]) for c in claims]
    lows = [s.low if s.low is not None else s.top for s in sums]
    return Share(whose, min(lows), max(s.top for s in sums), tuple(sorted(c.id for c in claims)))


def _of_armed(claim: Claim, codebook: Codebook) -> bool:
    return people(claim.group, codebook.groups) in ARMED


def _cited(ids: Sequence[str], shares: Sequence[Share]) -> tuple[str, ...]:
    return tuple(sorted({*ids, *(c for share in shares for c in share.claims)}))
