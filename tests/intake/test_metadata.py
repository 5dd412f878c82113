"""What a page says of itself, in each of the ways that pages do: title, publisher, and day."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import RawCopy, report_of
from dateline.model import Report

BODY = (
    "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said. " * 3
)
LINKED_DATA = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
    '"headline": "Convoy shelled", "datePublished": "2031-05-06T08:00:00Z", '
    '"publisher": {"@type": "Organization", "name": "River Post"}}</script>'
)
OPEN_GRAPH = (
    '<meta property="og:title" content="Convoy shelled"><meta property="og:site_name" content="River Post">'
    '<meta property="article:published_time" content="2031-05-06T08:00:00Z">'
)
PLAIN = '<title>Convoy shelled</title><meta name="date" content="2031-05-06">'
TIME = "<title>Convoy shelled</title>"


def page(head: str, opening: str = "") -> RawCopy:
    told = f"<!doctype html><html><head>{head}</head><body><article>{opening}<p>{BODY}</p></article>"
    return RawCopy("a.html", "a.html", "html", f"{told}</body></html>".encode())


@pytest.mark.parametrize(
    ("copy", "title", "publisher"),
    [
        (page(LINKED_DATA), "Convoy shelled", "River Post"),
        (page(OPEN_GRAPH), "Convoy shelled", "River Post"),
        (page(PLAIN), "Convoy shelled", None),
        (page(TIME, '<time datetime="2031-05-06">6 May</time>'), "Convoy shelled", None),
    ],
    ids=["json-ld", "opengraph", "meta", "time"],
)
def test_a_page_tells_its_title_publisher_and_day(
    copy: RawCopy, title: str, publisher: str | None, boilerplate: Boilerplate
) -> None:
    report = report_of(copy, boilerplate)
    assert isinstance(report, Report)
    assert (report.title, report.publisher) == (title, publisher)
    assert (report.published, report.published_from) == (date(2031, 5, 6), "metadata")


def test_a_page_that_tells_no_day_has_none(boilerplate: Boilerplate) -> None:
    report = report_of(page("<title>Convoy shelled</title>"), boilerplate)
    assert isinstance(report, Report)
    assert (report.published, report.published_from) == (None, None)
