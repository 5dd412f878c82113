"""The page of reports: all that the ledger was read from."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from dateline.ledger.finding import Page, Sought
from dateline.limits import TABLE_PAGE
from dateline.web.desk import Desk
from dateline.web.pages.parts import report_href
from dateline.web.pages.question import Params
from dateline.wording.words import short_day


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report of the list; ``copies`` says that another report has its text."""

    href: str
    title: str
    publisher: str
    published: str
    claims: int
    language: str


@dataclass(frozen=True, slots=True)
class ReportsPage:
    """A page of the list, the latest first."""

    publisher: str
    total: int
    rows: tuple[ReportRow, ...]
    number: int
    pages: int
    before: str
    after: str
    quarantined: tuple[tuple[str, str], ...]


def reports_page(desk: Desk, params: Params) -> ReportsPage:
    """Reports by a part of the publisher's name; on the first page what could not be read, too."""
    publisher = next((each.strip() for each in params.getlist("publisher") if each.strip()), "")
    given = next(iter(params.getlist("page")), "1")
    number = int(given) if given.isascii() and given.isdigit() and 0 < len(given) < 7 and int(given) else 1
    offset = (number - 1) * TABLE_PAGE
    named = desk.store.seek_reports(Sought(publisher=publisher or None), Page(offset, TABLE_PAGE))
    rows = tuple(
        ReportRow(
            report_href(each.id),
            each.title or next(iter(each.beginning.strip().splitlines()), each.key)[:120],
            each.publisher or each.key,
            short_day(each.published) if each.published else "undated",
            each.claims,
            each.language,
        )
        for each in desk.store.report_lines([report for report, _ in named.ids])
    )
    pages = max(1, -(-named.total // TABLE_PAGE))

    def address(page: int) -> str:
        told = {"publisher": publisher} if publisher else {}
        return f"/reports?{urlencode({**told, 'page': page})}"

    refused = desk.store.quarantined() if number == 1 and not publisher else ()
    return ReportsPage(
        publisher,
        named.total,
        rows,
        number,
        pages,
        address(number - 1) if number > 1 else "",
        address(number + 1) if number < pages else "",
        tuple((each.path, each.reason) for each in refused),
    )
