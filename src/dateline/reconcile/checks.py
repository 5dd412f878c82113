"""The arithmetic: do parts make up wholes?

Sums are of what one report says, on one speaker's word where the sum may fail: numbers of several
speakers that do not add up are a difference between them and no fault of arithmetic.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from dateline.codebook.groups import Groups
from dateline.model import ACTUAL, PEOPLE, Check, Claim, Field, Number
from dateline.reconcile.speakers import Speakers
from dateline.reconcile.wholes import class_of, is_part

SITES = "parts sum to whole"
MOST = 4
"""So many parts are tried together."""

Exact = tuple[int, Claim]


def run_checks(claims: Sequence[Claim], who: Speakers, groups: Groups) -> tuple[Check, ...]:
    """Every check that the claims allow, each sum once, in a fixed order."""
    told = [c for c in claims if c.modality in ACTUAL and _exact(c) is not None]
    by_report: dict[str, list[Claim]] = {}
    for c in told:
        by_report.setdefault(c.report, []).append(c)
    found = list(_sites(told, who))
    for report in sorted(by_report):
        mine = by_report[report]
        found += _raised(mine, who, groups)
        found += _shares(mine, who, groups)
        found += _classes(mine, who, groups)
        found += _outcomes(mine, who)
        found += _casualties(mine, who, groups)
    return tuple({(c.rule, c.text): c for c in reversed(found)}.values())[::-1]


def site_parts(claims: Sequence[Claim], checks: Sequence[Check]) -> frozenset[str]:
    """Ids of claims that count one site of several: those that a sum of sites rests on, and their repeats."""
    found: set[str] = set()
    by_id = {c.id: c for c in claims}
    for check in checks:
        if check.rule != SITES or not check.holds:
            continue
        summed = [by_id[i] for i in check.claims]
        whole = max(_exact(c) or 0 for c in summed)
        parts = {(c.field, _exact(c), c.place.name) for c in summed if c.place and (_exact(c) or 0) < whole}
        found |= {c.id for c in claims if c.place and (c.field, _exact(c), c.place.name) in parts}
    return frozenset(found)


def _exact(claim: Claim) -> int | None:
    """The number of an exact count."""
    v = claim.value
    return v.low if isinstance(v, Number) and v.low == v.high and v.qualifier is None else None


def _counts(claims: Sequence[Claim], field: Field, when: Callable[[Claim], bool] = bool) -> list[Exact]:
    """Exact counts of a field with their claims, one a number and place, least first."""
    found: dict[tuple[int, str], Claim] = {}
    for c in claims:
        n = _exact(c)
        if c.field == field and n is not None and when(c):
            found.setdefault((n, c.place.name if c.place else ""), c)
    return [(n, c) for (n, _), c in sorted(found.items(), key=lambda f: f[0])]


def _sites(claims: Sequence[Claim], who: Speakers) -> Iterator[Check]:
    """Counts at different places against the total: 17 at one base and 5 at another are 22."""
    fields: tuple[Field, ...] = ("launched", "killed", "injured", "casualties")
    for field in fields:
        counts = _counts(claims, field)
        if len(counts) < 3:
            continue
        whole = counts[-1]
        parts = [c for c in counts if 0 < c[0] < whole[0] and c[1].place]
        tried = [
            some
            for size in range(2, min(len(parts), MOST) + 1)
            for some in combinations(parts, size)
            if len({c.place.name for _, c in some if c.place}) == size
            and len({c.report for _, c in some}) == 1
        ]
        best = min(tried, key=lambda some: abs(_sum(some) - whole[0]), default=None)
        if best and (_sum(best) == whole[0] or _one_sentence(who, *best, whole)):
            yield _check(SITES, best, whole, field)


def _raised(claims: Sequence[Claim], who: Speakers, groups: Groups) -> Iterator[Check]:
    """A count before and those who were added since make the new one: 3 and 17 who died of wounds are 20."""
    for field in sorted(PEOPLE):
        counts = _counts(claims, field)
        for before in (c for c in counts if c[1].rule in groups.before_rules):
            for added, whole in combinations([c for c in counts if c[1].rule not in groups.before_rules], 2):
                if (
                    before[0] > 0
                    and added[0] + before[0] == whole[0]
                    and _one_word(who, before, added, whole)
                ):
                    yield _check("the count before and those since", (before, added), whole, field)


def _shares(claims: Sequence[Claim], who: Speakers, groups: Groups) -> Iterator[Check]:
    """What one sentence shares out makes the whole: 18 of the injured in one town and 58 in others are 76."""
    for field in sorted(PEOPLE):
        counts = [c for c in _counts(claims, field) if c[0] > 0]
        for size in (2, 3):
            for *some, whole in combinations(counts, size + 1):
                sentence = {c.span for _, c in some}
                shared = len(sentence) == 1 and any(is_part(c, groups) for _, c in some)
                if shared and _sum(some) == whole[0] and _one_word(who, *some, whole):
                    yield _check("shares sum to whole", some, whole, field)


def _classes(claims: Sequence[Claim], who: Speakers, groups: Groups) -> Iterator[Check]:
    """Women, children and men of one speaker are no more than all of whom it tells."""
    for field in sorted(PEOPLE):
        for own in _by_speaker(claims, who).values():
            wholes = [c for c in _counts(own, field) if c[0] > 1 and c[1].group is None]
            found: dict[str, Exact] = {}
            for n, c in _counts(own, field):
                kind = class_of(c, groups)
                if kind:
                    found[kind] = (n, c)
            if wholes and len(found) > 1:
                whole, total = wholes[-1], _sum(list(found.values()))
                words = " + ".join(f"{n} {kind}" for kind, (n, _) in sorted(found.items()))
                sign = "≤" if total <= whole[0] else ">"
                text = f"{words} = {total} {sign} {whole[0]} {field}"
                yield Check("groups within whole", total <= whole[0], _ids((*found.values(), whole)), text)


def _outcomes(claims: Sequence[Claim], who: Speakers) -> Iterator[Check]:
    """Weapons that hit, were intercepted or failed cannot be more than one speaker says were launched."""
    for own in _by_speaker(claims, who).values():
        launched = _counts(own, "launched")
        ends = [*_places_of(own, "hit"), *_places_of(own, "intercepted"), *_places_of(own, "failed")]
        total = _sum(ends)
        if not launched or total == 0:
            continue
        whole = launched[-1]
        said = " + ".join(str(n) for n, _ in ends)
        text = (
            f"{said} = {total} of {whole[0]} launched" if len(ends) > 1 else f"{said} of {whole[0]} launched"
        )
        yield Check("outcomes within launched", total <= whole[0], _ids((*ends, whole)), text)


def _places_of(claims: Sequence[Claim], field: Field) -> list[Exact]:
    """The counts of an outcome at its places; the largest where one of them is the sum."""
    counts = [c for c in _counts(claims, field) if c[0] > 0]
    if not counts:
        return []
    places = {c.place.name for _, c in counts if c.place}
    largest = counts[-1]
    one_whole = len(places) < len(counts) or 2 * largest[0] == _sum(counts)
    return [largest] if one_whole else counts


def _casualties(claims: Sequence[Claim], who: Speakers, groups: Groups) -> Iterator[Check]:
    """Killed and injured make up the casualties, or they and the missing do."""

    left_out = groups.before_rules | groups.named_rules

    def wholes(field: Field) -> list[Exact]:
        return _counts(claims, field, lambda c: not is_part(c, groups) and c.rule not in left_out)

    killed, injured, both = wholes("killed"), wholes("injured"), wholes("casualties")
    if not all(len({n for n, _ in found}) == 1 for found in (killed, injured, both)) or both[0][0] == 0:
        return
    missing = wholes("missing")
    harm = (killed[0], injured[0])
    if len(missing) == 1 and _sum(harm) != both[0][0] == _sum((*harm, missing[0])):
        yield _check(
            "killed, injured and missing are the casualties", (*harm, missing[0]), both[0], "casualties"
        )
    elif _sum(harm) == both[0][0] or _one_sentence(who, *harm, both[0]):
        yield _check("killed and injured are the casualties", harm, both[0], "casualties")


def _by_speaker(claims: Sequence[Claim], who: Speakers) -> Mapping[tuple[str, str], list[Claim]]:
    found: dict[tuple[str, str], list[Claim]] = {}
    for c in claims:
        found.setdefault(who[c].key, []).append(c)
    return found


def _one_word(who: Speakers, *counts: Exact) -> bool:
    return len({who[c].key for _, c in counts}) == 1


def _one_sentence(who: Speakers, *counts: Exact) -> bool:
    return _one_word(who, *counts) and len({(c.report, c.span) for _, c in counts}) == 1


def _sum(some: Sequence[Exact]) -> int:
    return sum(n for n, _ in some)


def _ids(some: Sequence[Exact]) -> tuple[str, ...]:
    return tuple(sorted({c.id for _, c in some}))


def _check(rule: str, parts: Sequence[Exact], whole: Exact, field: Field) -> Check:
    total = _sum(parts)
    numbers = sorted((n for n, _ in parts), reverse=True)
    text = f"{' + '.join(map(str, numbers))} {'=' if total == whole[0] else '≠'} {whole[0]} {field}"
    return Check(rule, total == whole[0], _ids((*parts, whole)), text)
