"""Pages made to break a parser: read or named, in time."""

from __future__ import annotations

import time

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import RawCopy, report_of
from dateline.model import Report

BODY = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."
P = f"<p>{BODY}</p>"
SECONDS = 10

# name | the page | whether the report must be read, or may be refused
PAGES: list[tuple[str, bytes, bool]] = [
    ("100,000 nested elements", b"<html><body>" + b"<div>" * 100_000 + P.encode(), False),
    ("100,000 nested formats", b"<html><body>" + b"<b>" * 100_000 + P.encode(), False),
    ("10^6 attributes", b"<html><body><p " + b"a=1 " * 1_000_000 + b">" + BODY.encode() + b"</p>", False),
    (
        "100,000 different attributes",
        b"<html><body><p " + b" ".join(b"a%d='<'" % n for n in range(100_000)) + b">" + P.encode(),
        False,
    ),
    ("100,000 attributes and no end", b"<html><body>" + P.encode() + b"<p '" + b" a" * 100_000, False),
    (
        "a long value",
        f'<html><body><p title="{"a word " * 9000}">{BODY}</p></body></html>'.encode(),
        True,
    ),
    ("NULs", P.replace(" ", " \0").join(("<html><body>", "</body></html>")).encode(), False),
    (
        "a charset that lies",
        f'<html><head><meta charset="utf-16"></head><body>{P}</body></html>'.encode(),
        True,
    ),
    (
        "a charset that is none",
        f'<html><head><meta charset="x-evil"></head><body>{P}</body></html>'.encode(),
        True,
    ),
    ("an unclosed comment", f"<html><body>{P}<!-- {P * 1000}".encode(), True),
    ("plaintext", f"<html><body>{P}<plaintext></body></html><p>and <b>on</b>".encode(), True),
    ("an unclosed script", f"<html><body>{P}<script>{'<' * 100_000}".encode(), True),
]


@pytest.mark.parametrize(("name", "page", "must"), PAGES, ids=[p[0] for p in PAGES])
def test_a_page(name: str, page: bytes, must: bool, boilerplate: Boilerplate) -> None:
    start = time.process_time()
    made = report_of(RawCopy("a.html", "a.html", "html", page), boilerplate)
    assert time.process_time() - start < SECONDS
    if isinstance(made, Report):
        assert "\0" not in made.text
        assert BODY.split(",", maxsplit=1)[0] in made.text or not must
        assert "<script" not in made.text
    else:
        assert not must
        assert made.reason
