"""Which claim of the ledger answers which marked one: one to one, the likest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.evaluate.gold import Gold, GoldClaim
from dateline.evaluate.same import same_group, same_place, same_source, same_value, same_when
from dateline.model import Claim, Ledger, Report


@dataclass(frozen=True, slots=True)
class Pair:
    """A marked claim and the claim that answers it; null where none does."""

    gold: GoldClaim
    claim: Claim | None


@dataclass(frozen=True, slots=True)
class Matched:
    """Every marked claim of a report that the ledger has; and what of the ledger answers none.

    ``absent`` are the keys of marked reports that the ledger does not have.
    """

    pairs: tuple[Pair, ...]
    beyond: tuple[Claim, ...]
    absent: tuple[str, ...]


def match(gold: Gold, ledger: Ledger) -> Matched:
    """Match report by report; claims in fields that nobody marked are left out."""
    claims = _claims_by_key(gold, ledger)
    marked = gold.fields()
    pairs, beyond = list[Pair](), list[Claim]()
    wanted, free = _by_report(gold.claims), _by_report(gold.allowed)
    keys = dict.fromkeys([*wanted, *(key for key, _ in gold.texts)])
    for key in keys:
        mine = wanted.get(key, [])
        if key not in claims:
            pairs += [Pair(each, None) for each in mine]
            continue
        read = [c for c in claims[key] if c.field in marked]
        answers = _assign(mine, read, gold.groups_marked)
        pairs += [Pair(each, answers.get(n)) for n, each in enumerate(mine)]
        used = {claim.id for claim in answers.values()}
        known = (*free.get(key, ()), *mine)
        beyond += [c for c in read if c.id not in used and not _told(c, known, gold.groups_marked)]
    return Matched(tuple(pairs), tuple(beyond), tuple(key for key in keys if key not in claims))


def _by_report(claims: Iterable[GoldClaim]) -> dict[str, list[GoldClaim]]:
    found: dict[str, list[GoldClaim]] = {}
    for claim in claims:
        found.setdefault(claim.report, []).append(claim)
    return found


def wrong_parts(claim: Claim, gold: GoldClaim) -> tuple[str, ...]:
    """In which of the marked parts a claim with the right value is not what was marked."""
    told = {
        "source": not gold.sources or same_source(claim, gold),
        "modality": claim.modality in gold.modalities,
        "place": gold.place is None or same_place(claim.place, gold.place),
        "time": gold.when is None or same_when(claim.when, gold.when),
    }
    return tuple(part for part, right in told.items() if not right)


def _told(claim: Claim, gold: Iterable[GoldClaim], groups: bool) -> bool:
    """Whether a claim says again what was marked, as a report may that tells a thing twice, or is allowed."""
    return any(
        same_value(claim, each)
        and (not groups or same_group(claim, each))
        and "source" not in wrong_parts(claim, each)
        for each in gold
    )


def _claims_by_key(gold: Gold, ledger: Ledger) -> Mapping[str, Sequence[Claim]]:
    """The claims of each report, by the key that the gold knows it by: its own, or that of its text."""
    keys: dict[str, str] = {text.strip(): key for key, text in gold.texts}
    return {_key(r.report, keys): r.claims for r in ledger.readings}


def _key(report: Report, keys: Mapping[str, str]) -> str:
    return keys.get(report.text.strip(), report.key)


def _assign(gold: Sequence[GoldClaim], read: Iterable[Claim], groups: bool) -> dict[int, Claim]:
    """Marked claim's number -> claim. Those that are right in most parts go first."""
    ranked = sorted(
        (
            (len(wrong_parts(claim, want)), n, claim.span, claim.id, claim)
            for n, want in enumerate(gold)
            for claim in read
            if same_value(claim, want) and (not groups or same_group(claim, want))
        ),
        key=lambda each: each[:4],
    )
    answers, used = dict[int, Claim](), set[str]()
    for _, n, _, id_, claim in ranked:
        if n not in answers and id_ not in used:
            answers[n] = claim
            used.add(id_)
    return answers
