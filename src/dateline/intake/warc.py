"""A record of a WARC archive -> draft."""

from __future__ import annotations

from dateline.errors import InputError
from dateline.intake.dates import date_in_name, read_date
from dateline.intake.decode import decode
from dateline.intake.draft import Draft, host
from dateline.intake.html import declared_charset, read_article
from dateline.intake.unpack.copy import RawCopy
from dateline.intake.unpack.warc import media_type, open_record
from dateline.limits import MAX_INPUT_BYTES


def read_warc(copy: RawCopy) -> Draft:
    """Decode the page or text that a record holds and take the article out of it.

    The day of publication is the page's own or its address's, never the day of the crawl.

    Raises:
        InputError: if the record cannot be read, or its page has no article.
    """
    try:
        record = open_record(copy.data)
        content = record.reader.read(MAX_INPUT_BYTES + 1)
    except OSError as error:
        raise InputError(f"a WARC record that cannot be read: {error}") from error
    if len(content) > MAX_INPUT_BYTES:
        raise InputError(f"too large: a page that unpacks to more than {MAX_INPUT_BYTES:,} bytes")
    url = record.headers.get("WARC-Target-URI")
    text, repairs = decode(content, record.http_charset or declared_charset(content))
    page = None if media_type(record) == "text/plain" else read_article(text, url)
    stated = read_date(page.published or "") if page else None
    published = stated or date_in_name(url or "")
    publisher = page.publisher if page else host(url)
    return Draft(
        key=(record.record_id or copy.path).strip("<>"),
        text=page.text if page else text,
        header=0,
        title=page.title if page else None,
        title_from=page.title_from if page else None,
        publisher=publisher,
        publisher_from=page.publisher_from if page else "address" if publisher else None,
        published=published,
        published_from=page.published_from if page and stated else "address" if published else None,
        named=None,
        language=None,
        declared=page.language if page else None,
        repairs=repairs,
    )
