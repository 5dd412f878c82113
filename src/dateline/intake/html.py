"""A web page -> draft: its article, and what the page says of it."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.etree import LxmlError  # type: ignore[import-untyped]

from dateline.errors import InputError
from dateline.intake.dates import date_in_name, read_date
from dateline.intake.decode import decode
from dateline.intake.draft import Draft, host, tidy
from dateline.intake.unpack.copy import RawCopy
from dateline.limits import MAX_ATTRIBUTES, MIN_TEXT_LETTERS
from dateline.model import Origin

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,40})", re.I)
HEAD = 4096
TAG = re.compile(r"""<[A-Za-z](?:[^>"']++|"[^"]*+"|'[^']*+'|["'])*+(?:>|\Z)""")
QUOTED = re.compile(r"""=\s*+(?:"[^"]*+"|'[^']*+')""")
ATTRIBUTE = re.compile(r"""[\s"'/][^\s"'/=<>]""")
"""How an attribute begins, where values in quotation marks are taken out."""
WHOLE = re.compile(r"<(?:html|body)[\s>]", re.I)
"""What a whole page has; feeds and records often hold only the part inside."""

DATES = {"original_date": True, "extensive_search": False, "min_date": "1970-01-01", "max_date": "2100-01-01"}
"""Only dates that the page states of itself; bounds that do not move with the clock."""


class Article(NamedTuple):
    """The text of a page's article and the page's own words about it, and where it says them."""

    text: str
    title: str | None
    title_from: Origin | None
    publisher: str | None
    publisher_from: Origin | None
    published: str | None
    published_from: Origin | None
    language: str | None


def read_html(copy: RawCopy) -> Draft:
    """Decode a page and take the article out of it.

    Raises:
        InputError: if the bytes are not text or the page has no article.
    """
    page, repairs = decode(copy.data, declared_charset(copy.data))
    article = read_article(page, None)
    published = read_date(article.published or "")
    return Draft(
        key=copy.name,
        text=article.text,
        header=0,
        title=article.title,
        title_from=article.title_from,
        publisher=article.publisher,
        publisher_from=article.publisher_from,
        published=published,
        published_from=article.published_from if published else None,
        named=date_in_name(copy.name),
        language=None,
        declared=article.language,
        repairs=repairs,
    )


def declared_charset(data: bytes) -> str | None:
    """The encoding that a page names at its head."""
    declared = CHARSET.search(data[:HEAD])
    return declared[1].decode("ascii") if declared else None


def read_article(page: str, url: str | None) -> Article:
    """The article of a page, or of a piece of one, one paragraph a line.

    Raises:
        InputError: if there is none.
    """
    # Slow to import, and many runs meet no page.
    from trafilatura import bare_extraction, load_html
    from trafilatura.settings import Document

    from dateline.intake.said import NOTHING, said_by

    _check_tags(page)
    if not WHOLE.search(page):
        page = f"<html><body><article>{page}</article></body></html>"
    try:
        tree = load_html(page)
        said = NOTHING if tree is None else said_by(tree)
        found = bare_extraction(
            page if tree is None else tree,
            url=url,
            with_metadata=True,
            include_comments=False,
            date_extraction_params=DATES,
        )
    except (LxmlError, RecursionError, ValueError, AssertionError) as error:
        raise InputError(f"a page that cannot be taken apart: {error}") from error
    if not isinstance(found, Document) or sum(map(str.isalpha, found.text or "")) < MIN_TEXT_LETTERS:
        raise InputError("HTML without an article: no running text in it")
    title, site = tidy(found.title), tidy(found.sitename)
    told = said.origin(site)
    by_address = site is None or (told == "metadata" and site in (host(url), found.hostname))
    return Article(
        found.text or "",
        title,
        said.origin(title),
        publisher := site or host(url) or found.hostname,
        ("address" if by_address else told) if publisher else None,
        found.date,
        said.origin(found.date),
        said.language,
    )


def _check_tags(page: str) -> None:
    """Refuse a tag of so many attributes that comparing them all would take the parser hours."""
    for tag in TAG.finditer(page):
        if len(tag[0]) > 2 * MAX_ATTRIBUTES:
            bare = QUOTED.sub("= ", tag[0])
            if sum(1 for _ in ATTRIBUTE.finditer(bare)) > MAX_ATTRIBUTES:
                raise InputError(f"a page with a tag of more than {MAX_ATTRIBUTES} attributes")
