"""Why do the claims about one count differ? Only what no other kind explains is a true conflict."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model import Claim, Difference, DifferenceKind, Field, Number
from dateline.reconcile.figures import Context, Figures, rejects
from dateline.reconcile.standing import conflicts, unordered
from dateline.reconcile.voices import Voice


def of_count(field: Field, all_of_it: Figures, parties: Sequence[Figures]) -> Iterator[Difference]:
    """Differences between voices: what yielded to what, what is counted apart, and what conflicts."""
    for y in all_of_it.standing.yielded:
        if y.differs or y.kind == "rounding":
            yield _between(field, y.kind, (y.voice, y.to), f"{y.voice.words()}; {y.to.words()}")
    if parties:
        voices = [v for p in parties for v in p.standing.voices]
        words = " + ".join(f"{p.best} ({p.whose})" for p in parties)
        yield _between(field, "part of a whole", voices, f"counted apart: {words} = {all_of_it.best}")
    for figures in parties or (all_of_it,):
        pairs = conflicts(figures.standing.voices)
        if pairs:
            voices = [v for v in figures.standing.voices if any(v in pair for pair in pairs)]
            yield _between(field, "true conflict", voices, "; ".join(v.words() for v in voices))
        for a, b in unordered(figures.standing.voices):
            yield _between(field, "revision", (a, b), f"in one voice, {a.words()}; {b.words()}")


def of_parts(field: Field, parts: Sequence[Claim], figures: Figures) -> Iterator[Difference]:
    """Counts of children, of "two of them": parts of the whole that is told."""
    wholes = [v for v in figures.standing.voices if not set(v.claims) & set(parts)]
    if parts and wholes:
        whole = [c for v in wholes for c in v.claims]
        words = ", ".join([*{_part(c): _named(c) for c in reversed(parts)}.values()][::-1])
        yield difference(field, "part of a whole", (*parts, *whole), f"{words} of {figures.best}")


def of_sites(field: Field, sites: Sequence[Claim], figures: Figures) -> Iterator[Difference]:
    """Counts at single places of several."""
    if sites:
        whole = [c for v in figures.standing.voices for c in v.claims]
        words = ", ".join(dict.fromkeys(f"{c.value.text} at {c.place.name}" for c in sites if c.place))
        yield difference(field, "different site", (*sites, *whole), f"{words} of {figures.best}")


def of_earlier(field: Field, earlier: Sequence[Claim], figures: Figures) -> Iterator[Difference]:
    """Numbers that a report itself says were the count before: "raised to 20 from three"."""
    for claim in _one_each(earlier):
        now = [c for v in figures.voices for c in v.claims if c.report == claim.report]
        to = " + ".join(dict.fromkeys(c.value.text for c in now)) or str(figures.best)
        yield difference(field, "revision", (claim, *now), f"{claim.value.text} before, then {to}")


def of_denials(
    field: Field, denials: Sequence[Claim], figures: Figures | None, context: Context
) -> Iterator[Difference]:
    """Numbers that a source rejects, with the voices that put them forward."""
    for denial in denials:
        voices = [v for v in figures.voices if rejects(denial, v, context)] if figures else []
        put = "; ".join(v.words() for v in voices)
        words = f"{context.who[denial].name} denies {denial.value.text}"
        claims = (denial, *(c for v in voices for c in v.claims))
        yield difference(field, "denial", claims, f"{words}: {put}" if put else words)


def difference(field: Field, kind: DifferenceKind, claims: Sequence[Claim], text: str) -> Difference:
    """A difference that cites each claim once, in order of id."""
    return Difference(field, kind, tuple(sorted({c.id for c in claims})), text)


def _between(field: Field, kind: DifferenceKind, voices: Sequence[Voice], text: str) -> Difference:
    return difference(field, kind, [c for v in voices for c in v.claims], text)


def _one_each(claims: Sequence[Claim]) -> list[Claim]:
    """One claim a report and number."""
    return list({(c.report, c.value): c for c in reversed(claims)}.values())[::-1]


def _part(claim: Claim) -> tuple[object, ...]:
    """What makes two parts one: "Four women" and "four women"."""
    value = claim.value
    numbers = (value.low, value.high) if isinstance(value, Number) else value
    return numbers, (claim.group or "").casefold()


def _named(part: Claim) -> str:
    value = part.value
    told = (
        isinstance(value, Number) and part.group and part.group.casefold().startswith(value.text.casefold())
    )
    return (part.group if told else f"{value.text} {part.group or ''}").strip() if part.group else value.text
