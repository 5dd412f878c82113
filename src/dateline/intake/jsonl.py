"""One line of JSON Lines -> draft."""

from __future__ import annotations

import json
from datetime import date

from dateline.errors import InputError
from dateline.intake.dates import date_in_name, read_date
from dateline.intake.decode import decode
from dateline.intake.draft import Draft, host, tidy, whole
from dateline.intake.html import Article, read_article
from dateline.intake.unpack.copy import RawCopy
from dateline.model import Origin

_NO_PAGE = Article("", None, None, None, None, None, None, None)
KEYS = ("id", "text", "html", "title", "published", "publisher", "url", "language")


def read_jsonl(copy: RawCopy) -> Draft:
    """Read one record; of its keys only "text" or "html" is needed, and unknown keys are passed over.

    Raises:
        InputError: if the line is no such record, naming the key.
    """
    line, repairs = decode(copy.data)
    record = _strings(_record(line))
    url = record["url"]
    page = (
        read_article(record["html"], url) if record["text"] is None and record["html"] is not None else None
    )
    if page is None and record["text"] is None:
        raise InputError('a record without "text" or "html"')
    title, publisher = tidy(record["title"]), tidy(record["publisher"])
    of_page = page or _NO_PAGE._replace(publisher=host(url), publisher_from="address" if host(url) else None)
    published, published_from = _published(record["published"], of_page, url)
    return Draft(
        key=record["id"] or copy.path,
        text=page.text if page else record["text"] or "",
        header=0,
        title=title or of_page.title,
        title_from="input" if title else of_page.title_from,
        publisher=publisher or of_page.publisher,
        publisher_from="input" if publisher else of_page.publisher_from,
        published=published,
        published_from=published_from,
        named=None,
        language=record["language"],
        declared=of_page.language,
        repairs=repairs,
    )


def _record(line: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"not JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"not JSON that can be read: {error}") from error
    if not isinstance(record, dict):
        raise InputError(f"not a JSON object but {_kind(record)}")
    return record


def _strings(record: dict[str, object]) -> dict[str, str | None]:
    """The known keys as strings; a number is taken for "id" alone, null and "" are nothing."""
    values: dict[str, str | None] = {}
    for key in KEYS:
        value = record.get(key)
        if key == "id" and isinstance(value, int) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise InputError(f'"{key}" must be a string, not {_kind(value)}')
        if not value or not value.strip():
            values[key] = None
        else:
            # In the text itself cleaning does this, and lists it.
            values[key] = value if key == "text" else whole(value)
    return values


def _published(given: str | None, page: Article, url: str | None) -> tuple[date | None, Origin | None]:
    """The date that the record gives, else that its page states, else that its address holds."""
    if given is not None:
        day = read_date(given)
        if day is None:
            raise InputError(
                f'"published" is "{given[:40]}", which names no day for certain: write 2020-01-08'
            )
        return day, "input"
    stated = read_date(page.published or "")
    if stated:
        return stated, page.published_from
    day = date_in_name(url or "")
    return day, "address" if day else None


def _kind(value: object) -> str:
    names = {list: "a list", dict: "an object", str: "a string", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
