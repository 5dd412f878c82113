"""The arithmetic: do parts make up wholes?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.model import ACTUAL, WEAPONS, Check, Claim, Field, Number

SITES = "parts sum to whole"


def run_checks(claims: Sequence[Claim]) -> tuple[Check, ...]:
    """Every check that the claims allow, in a fixed order."""
    return (*_sites(claims), *_outcomes(claims), *_casualties(claims))


def site_parts(claims: Sequence[Claim], checks: Sequence[Check]) -> frozenset[str]:
    """Ids of claims that count one site of several: those that a sum of sites rests on, and their repeats."""
    found: set[str] = set()
    by_id = {c.id: c for c in claims}
    for check in checks:
        if check.rule != SITES or not check.holds:
            continue
        summed = [by_id[i] for i in check.claims]
        whole = max(_number(c) for c in summed)
        parts = {(c.field, _number(c), c.place.name) for c in summed if c.place and _number(c) < whole}
        for c in claims:
            if c.place and isinstance(c.value, Number) and (c.field, _number(c), c.place.name) in parts:
                found.add(c.id)
    return frozenset(found)


def _number(claim: Claim) -> int:
    value = claim.value
    return (value.low if value.low is not None else value.high or 0) if isinstance(value, Number) else 0


def _exact(claims: Sequence[Claim], field: Field) -> list[tuple[int, Claim]]:
    """Exact whole counts of a field with their claims, one a number and place."""
    found: dict[tuple[int, str | None], Claim] = {}
    for c in claims:
        v = c.value
        if (
            c.field == field
            and isinstance(v, Number)
            and v.low is not None
            and v.low == v.high
            and c.modality in ACTUAL
        ):
            found.setdefault((v.low, c.place.name if c.place else None), c)
    return [(n, c) for (n, _), c in sorted(found.items(), key=lambda f: (f[0][0], f[0][1] or ""))]


def _sites(claims: Sequence[Claim]) -> Iterator[Check]:
    """Counts at different places against the total: 17 at one base and 5 at another are 22."""
    fields: tuple[Field, ...] = ("launched", "killed", "injured", "casualties")
    for field in fields:
        counts = _exact(claims, field)
        if len(counts) < 3:
            continue
        whole = max(counts, key=lambda c: c[0])
        parts = [c for c in counts if c[0] < whole[0] and c[1].place]
        best: tuple[tuple[int, Claim], ...] | None = None
        for size in range(2, min(len(parts), 4) + 1):
            for some in combinations(parts, size):
                places = {c.place.name for _, c in some if c.place}
                if len(places) == size and (
                    best is None or abs(_sum(some) - whole[0]) < abs(_sum(best) - whole[0])
                ):
                    best = some
        if best is not None:
            yield _check(SITES, [n for n, _ in best], whole, [c for _, c in best], field)


def _outcomes(claims: Sequence[Claim]) -> Iterator[Check]:
    """Weapons that hit, were intercepted or failed cannot be more than were launched."""
    launched = _exact(claims, "launched")
    ends = [_exact(claims, f) for f in ("hit", "intercepted", "failed") if f in WEAPONS]
    said = [max(e, key=lambda c: c[0]) for e in ends if e]
    if not launched or not said:
        return
    whole = max(launched, key=lambda c: c[0])
    total = sum(n for n, _ in said)
    text = f"{' + '.join(str(n) for n, _ in said)} = {total} of {whole[0]} launched"
    ids = tuple(sorted({whole[1].id, *(c.id for _, c in said)}))
    yield Check("outcomes within launched", total <= whole[0], ids, text)


def _casualties(claims: Sequence[Claim]) -> Iterator[Check]:
    """Killed and injured make up the casualties."""
    found = [_exact([c for c in claims if c.group is None], f) for f in ("killed", "injured", "casualties")]
    if all(len({n for n, _ in f}) == 1 for f in found):
        (killed, a), (injured, b), whole = found[0][0], found[1][0], found[2][0]
        yield _check("killed and injured are the casualties", [killed, injured], whole, [a, b], "casualties")


def _sum(some: Sequence[tuple[int, Claim]]) -> int:
    return sum(n for n, _ in some)


def _check(rule: str, parts: list[int], whole: tuple[int, Claim], backing: list[Claim], field: str) -> Check:
    total = sum(parts)
    sign = "=" if total == whole[0] else "≠"
    text = f"{' + '.join(map(str, sorted(parts, reverse=True)))} {sign} {whole[0]} {field}"
    return Check(rule, total == whole[0], tuple(sorted({whole[1].id, *(c.id for c in backing)})), text)
