"""One record's part in a few plain words: numbers, days, places, sources, values."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.model import (
    Entity,
    FieldSummary,
    Modality,
    Motive,
    Number,
    Place,
    Report,
    Responsibility,
    Source,
    Term,
    Value,
    When,
)
from dateline.wording.visible import visible

Countries = Mapping[str, str]
"""Country names by ISO 3166-1 alpha-2."""

MONTHS, SHORT_MONTHS = tuple(calendar.month_name), tuple(calendar.month_abbr)
"""Their names by number, from 1."""

MODALITY_WORDS: Mapping[Modality, str] = {
    "asserted": "",
    "hedged": "hedged",
    "denied": "denies it",
    "negated": "did not happen",
    "planned": "planned",
    "threatened": "threatened",
}

_LINE_ENDS = dict.fromkeys(map(ord, "\t\n\r"), " ")
_OBEYED = {
    code: " "
    for codes in (range(0x20), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A))
    for code in codes
}


def clean(text: str) -> str:
    """The text on one line; characters that cannot be seen or that a terminal would obey by their number."""
    return visible(text.translate(_LINE_ENDS))


def blanked(text: str) -> str:
    """The text on one line, as many characters as before: blanks for all that a terminal would obey."""
    return text.translate(_OBEYED)


def capped(names: Sequence[str], most: int) -> list[str]:
    """Each name once, and how many are left where there are more than ``most``."""
    distinct = list(dict.fromkeys(names))
    left = len(distinct) - most
    return [*distinct[:most], f"and {left} more"] if left > 0 else distinct


def sentence_case(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def range_words(low: int | None, high: int | None) -> str:
    """ "22", "80 or more", "up to 50", "100 to 300", or nothing."""
    if low is None and high is None:
        return ""
    if low is None:
        return f"up to {high:,}"
    if high is None:
        return f"{low:,} or more"
    return f"{low:,}" if low == high else f"{low:,} to {high:,}"


def short_range(low: int | None, high: int | None) -> str:
    """ "22", "80+", "≤50", "100–300", or nothing."""
    if low is None:
        return "" if high is None else f"≤{high:,}"
    if high is None:
        return f"{low:,}+"
    return f"{low:,}" if low == high else f"{low:,}–{high:,}"


def number_or_dash(number: int | None) -> str:
    """ "1,234", or a dash for an open end."""
    return "–" if number is None else f"{number:,}"


def number_words(number: Number) -> str:
    """A count with its vague word and what is counted."""
    told = range_words(number.low, number.high)
    if number.qualifier:
        exact = number.low is not None and number.low == number.high
        told = f"{number.qualifier} {told}" if exact else f"{number.qualifier} ({told})"
    if number.what:
        told = f"{told} ({number.what})" if number.what[:1].isupper() else f"{told} {number.what}"
    return clean(told)


def summary_words(summary: FieldSummary) -> str:
    """The range of a count over all its claims, with the best figure where the range is open or wide."""
    told = range_words(summary.low, summary.high)
    if summary.best is None or summary.low == summary.high is not None:
        return told
    if not told:
        return f"{summary.best:,}"
    if None in (summary.low, summary.high) and summary.best in (summary.low, summary.high):
        return told
    return f"{told}, best {summary.best:,}"


def short_day(day: date) -> str:
    """ "8 Jan 2020"."""
    return f"{day.day} {SHORT_MONTHS[day.month]} {day.year}"


def when_words(when: When) -> str:
    """The days as short as they can be said, then the clock; the words themselves where unresolved."""
    if when.start is None or when.end is None:
        return clean(f"“{when.text}”, day unknown")
    days = _days_words(when.start, when.end, MONTHS)
    return clean(f"{days}, {when.clock[0].lower()}{when.clock[1:]}") if when.clock else days


def short_when(when: When | None) -> str:
    """The days alone, as "14–16 Jun 2020"; "unknown" where they are."""
    if when is None or when.start is None or when.end is None:
        return "unknown"
    return _days_words(when.start, when.end, SHORT_MONTHS).replace(" to ", "–")


def _days_words(start: date, end: date, months: Sequence[str]) -> str:
    last = calendar.monthrange(end.year, end.month)[1]
    final = f"{end.day} {months[end.month]} {end.year}"
    if start == end:
        return final
    if start.day == 1 and end.day == last and (start.year, start.month) == (end.year, end.month):
        return f"{months[start.month]} {start.year}"
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return str(start.year) if start.year == end.year else f"{start.year} to {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {final}"
    if start.year == end.year:
        return f"{start.day} {months[start.month]} to {final}"
    return f"{start.day} {months[start.month]} {start.year} to {final}"


def place_words(place: Place, countries: Countries) -> str:
    """Name, province and country, each once."""
    country = countries.get(place.country, place.country) if place.country else None
    parts = [place.name]
    for part in (place.admin1, country):
        if part and part not in parts:
            parts.append(part)
    return clean(", ".join(parts))


def place_detail(place: Place) -> str:
    """How exact the place is and where it lies, or that the gazetteer does not have it."""
    if place.lat is None or place.lon is None:
        return "not in the gazetteer"
    parts: list[str] = [place.precision] if place.precision else []
    parts.append(f"{place.lat:.2f}, {place.lon:.2f}")
    if place.radius_km:
        parts.append(f"within {place.radius_km:g} km")
    return "; ".join(parts)


def source_words(source: Source) -> str:
    """Who says it, their role, and the chain the words came through."""
    if source.publisher:
        return clean(f"{source.name}, own voice") if source.named else "the report's own voice"
    told = source.name
    if source.role and source.role.lower() not in told.lower():
        told = f"{told}, {source.role}"
    if source.via:
        told = f"{told}, via {', '.join(link.name for link in source.via)}"
    return clean(told)


def voice_words(source: Source, modality: Modality) -> str:
    """Who says it, and how firmly where that is not as fact."""
    how = MODALITY_WORDS[modality]
    return f"{source_words(source)} ({how})" if how else source_words(source)


def value_words(value: Value, countries: Countries) -> str:
    """A claim's value."""
    match value:
        case Number():
            return number_words(value)
        case Entity(name=name) | Term(name=name):
            return clean(name)
        case Responsibility(name=name, how=how):
            return clean(f"{name} ({how})")
        case Motive(text=text):
            return clean(text)
        case Place():
            return place_words(value, countries)
        case When():
            return when_words(value)


def report_words(report: Report) -> str:
    """Who published a report and when, as far as known."""
    told = report.publisher or report.key
    return clean(f"{told}, {short_day(report.published)}" if report.published else told)
