"""A report and an incident as HTML for a notebook: no script, no style sheet, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from dateline.model import Claim, FieldSummary, Incident, Reading, Report
from dateline.wording.said import rank
from dateline.wording.words import Countries, clean, place_words, summary_words, value_words, when_words

COLOURS: Mapping[str, str] = {
    "killed": "214, 69, 65",
    "injured": "230, 126, 34",
    "responsibility": "142, 68, 173",
    "place": "39, 174, 96",
    "when": "41, 128, 185",
}
"""Red, green and blue of the ground behind the words of a field, thin enough for light and dark pages."""

OTHER = "127, 140, 141"
"""The ground of all other fields."""


@dataclass(frozen=True, slots=True)
class ReportPage:
    """A report with the words of every claim marked; a notebook shows it as HTML."""

    reading: Reading

    def _repr_html_(self) -> str:
        report = self.reading.report
        head = " · ".join(_said(part) for part in (report.publisher, _day(report)) if part)
        title = f"<h4>{_said(report.title or report.key)}</h4>"
        body = "".join(_marked(report.text, self.reading.claims))
        return (
            f'<div class="dateline-report">{title}<p><small>{head}</small></p>'
            f'<div style="white-space: pre-wrap; line-height: 1.7">{body}</div></div>'
        )


@dataclass(frozen=True, slots=True)
class IncidentCard:
    """An incident with its figures and who gives them; a notebook shows it as HTML."""

    incident: Incident
    claims: Mapping[str, Claim]
    reports: Mapping[str, Report]
    countries: Countries

    def _repr_html_(self) -> str:
        incident = self.incident
        where = place_words(incident.place, self.countries) if incident.place else "place unknown"
        when = when_words(incident.when) if incident.when else "date unknown"
        head = f"<h4>{_said(incident.type.name)}</h4><p>{_said(when)} · {_said(where)}</p>"
        fields = sorted(incident.fields, key=lambda field: rank(field[0]))
        rows = "".join(_row(name, self._best(summary), summary) for name, summary in fields)
        table = f"<table><thead><tr>{_cells('th', HEADS)}</tr></thead><tbody>{rows}</tbody></table>"
        told = "".join(f"<li>{_quote(self.claims[id_], self.reports)}</li>" for id_ in self._telling())
        return f'<div class="dateline-incident">{head}{table}<ul>{told}</ul></div>'

    def _best(self, summary: FieldSummary) -> str:
        if summary.low is None and summary.high is None:
            words = (value_words(self.claims[id_].value, self.countries) for id_ in summary.claims)
            return "; ".join(dict.fromkeys(words))
        return summary_words(summary)

    def _telling(self) -> list[str]:
        """The claims about the dead and injured, in order of publication."""
        mine = [self.claims[id_] for id_ in self.incident.claims]
        counted = [c for c in mine if c.field in ("killed", "injured", "casualties")]
        return [
            c.id for c in sorted(counted, key=lambda c: (str(self.reports[c.report].published), c.span, c.id))
        ]


HEADS = ("field", "value", "status", "why")


def _row(name: str, value: str, summary: FieldSummary) -> str:
    return f"<tr>{_cells('td', (name, value, summary.status, summary.why))}</tr>"


def _cells(tag: str, words: Sequence[str]) -> str:
    return "".join(
        f'<{tag} style="text-align: left; vertical-align: top">{_said(word)}</{tag}>' for word in words
    )


def _quote(claim: Claim, reports: Mapping[str, Report]) -> str:
    report = reports[claim.report]
    who = "its own voice" if claim.source.publisher else claim.source.name
    words = claim.spans.value or claim.spans.trigger
    before = claim.quote if words is None else report.text[claim.span.start : words.start]
    mark = "" if words is None else _mark(words.of(report.text), (claim,))
    after = "" if words is None else report.text[words.end : claim.span.end]
    told = f"{_said(before)}{mark}{_said(after)}"
    head = " · ".join(_said(part) for part in (_day(report), report.publisher, who, claim.field) if part)
    return f"<bdi>{told}</bdi><br><small>{head}</small>"


def _marked(text: str, claims: Sequence[Claim]) -> Iterator[str]:
    """The text in stretches, each with all the claims whose words it is part of."""
    words = [(span, claim) for claim in claims if (span := claim.spans.value or claim.spans.trigger)]
    ends = sorted({0, len(text), *(end for span, _ in words for end in (span.start, span.end))})
    for start, end in pairwise(ends):
        covering = [claim for span, claim in words if span.start <= start and end <= span.end]
        yield _mark(text[start:end], covering) if covering else _said(text[start:end])


def _mark(words: str, claims: Sequence[Claim]) -> str:
    colour = COLOURS.get(claims[0].field, OTHER)
    told = "\n".join(dict.fromkeys(_about(claim) for claim in claims))
    style = f"background: rgba({colour}, 0.28); color: inherit; border-bottom: 2px solid rgb({colour})"
    return f'<mark style="{style}" title="{escape(told)}"><bdi>{_said(words)}</bdi></mark>'


def _about(claim: Claim) -> str:
    who = "the publisher" if claim.source.publisher else claim.source.name
    group = f" of {claim.group}" if claim.group else ""
    told = f"{claim.field}{group}: {value_words(claim.value, {})} ({who}; {claim.modality}; {claim.rule})"
    return clean(told)


def _said(words: str) -> str:
    """Words as text: escaped, line ends kept, controls made blanks."""
    return "\n".join(escape(clean(line)) for line in words.split("\n"))


def _day(report: Report) -> str | None:
    return report.published.isoformat() if report.published else None
