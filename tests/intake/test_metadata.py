"""What a page says of itself, in each of the ways that pages do: title, publisher, and day."""

from __future__ import annotations

import json
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
    ("copy", "publisher", "origin"),
    [
        (page(LINKED_DATA), "River Post", "JSON-LD"),
        (page(OPEN_GRAPH), "River Post", "OpenGraph"),
        (page(PLAIN), None, "metadata"),
        (page(TIME, '<time datetime="2031-05-06">6 May</time>'), None, "metadata"),
    ],
    ids=["json-ld", "opengraph", "meta", "time"],
)
def test_a_page_tells_its_title_publisher_and_day_and_where(
    copy: RawCopy, publisher: str | None, origin: str, boilerplate: Boilerplate
) -> None:
    report = report_of(copy, boilerplate)
    assert isinstance(report, Report)
    assert (report.title, report.publisher) == ("Convoy shelled", publisher)
    assert (report.published, report.published_from) == (date(2031, 5, 6), origin)
    assert (report.title_from, report.publisher_from) == (origin, origin if publisher else None)


def test_each_is_said_where_it_is_said(boilerplate: Boilerplate) -> None:
    site = '<meta property="og:site_name" content="River Post">'
    report = report_of(page(f"{site}{PLAIN}"), boilerplate)
    assert isinstance(report, Report)
    assert (report.publisher_from, report.title_from, report.published_from) == (
        "OpenGraph",
        "metadata",
        "metadata",
    )


def test_broken_json_ld_says_nothing(boilerplate: Boilerplate) -> None:
    broken = '<script type="application/ld+json">{"headline": "Convoy shelled",</script>'
    report = report_of(page(f"{broken}{OPEN_GRAPH}"), boilerplate)
    assert isinstance(report, Report)
    assert (report.title, report.title_from) == ("Convoy shelled", "OpenGraph")


@pytest.mark.parametrize(
    ("tag", "origin"),
    [('<html lang="en-GB">', "metadata"), ('<html lang="fr">', "text"), ("<html>", "text")],
)
def test_a_language_is_the_pages_word_where_its_words_agree(
    tag: str, origin: str, boilerplate: Boilerplate
) -> None:
    copy = page(PLAIN)
    report = report_of(copy._replace(data=copy.data.replace(b"<html>", tag.encode())), boilerplate)
    assert isinstance(report, Report)
    assert (report.language, report.language_from) == ("en", origin)


def test_an_address_gives_the_site_where_the_page_names_none(boilerplate: Boilerplate) -> None:
    told = json.dumps({"html": page(PLAIN).data.decode(), "url": "https://news.example/2031/a"})
    report = report_of(RawCopy("a:1", "a", "jsonl", told.encode()), boilerplate)
    assert isinstance(report, Report)
    assert (report.publisher, report.publisher_from) == ("news.example", "address")
    assert (report.title, report.title_from) == ("Convoy shelled", "metadata")


def test_a_page_that_tells_no_day_has_none(boilerplate: Boilerplate) -> None:
    report = report_of(page("<title>Convoy shelled</title>"), boilerplate)
    assert isinstance(report, Report)
    assert (report.published, report.published_from) == (None, None)
