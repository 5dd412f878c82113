"""A WARC archive -> one raw copy a page: the whole record, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader, BytesIO
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from dateline.intake.unpack.copy import BEGINNING, RawCopy, Start
from dateline.limits import MAX_HEADER_BYTES, MAX_INPUT_BYTES
from dateline.model import Quarantined

PAGES = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
READ = ("text/html", "application/xhtml+xml", "text/plain")
"""Media types that may hold a report; pictures, styles and scripts are passed over."""


def records(
    path: str, name: str, reader: BufferedReader[Any], start: Start = BEGINNING
) -> Iterator[RawCopy | Quarantined]:
    """The records that hold a page or a text, served with status 200; the others are passed over.

    Raises:
        OSError: where the archive breaks off or is none; the records before have been given.
    """
    archive = ArchiveIterator(reader, parse_http=False, max_header_len=MAX_HEADER_BYTES)
    for number, found in enumerate(archive, start=start.number):
        where = f"{path}:{number}"
        if found.record_type == WarcRecordType.no_type:
            yield Quarantined(where, "a WARC record that does not say what it is")
        elif found.record_type in PAGES and found.content_length > MAX_INPUT_BYTES:
            yield Quarantined(where, f"too large: a record of more than {MAX_INPUT_BYTES:,} bytes")
        elif found.record_type in PAGES:
            at = found.stream_pos
            for copy in _copy(where, name, found):
                yield copy._replace(number=number, offset=at) if isinstance(copy, RawCopy) else copy


def _copy(where: str, name: str, found: WarcRecord) -> Iterator[RawCopy | Quarantined]:
    """The record's raw copy if it holds a page."""
    told = found.content_length
    try:
        found.freeze()
        if found.content_length < told:
            yield Quarantined(where, f"a WARC record that breaks off before its {told:,} bytes")
            return
        whole = BytesIO()
        found.write(whole)
        if _is_page(whole.getvalue()):
            yield RawCopy(where, name, "warc", whole.getvalue())
    except OSError as error:
        yield Quarantined(where, f"a WARC record that cannot be read: {error}")


def open_record(data: bytes) -> WarcRecord:
    """The record in a raw copy, its HTTP header read and its content decoded as it is read.

    Raises:
        OSError: if it is no whole record.
    """
    for found in ArchiveIterator(BytesIO(data), parse_http=False, max_header_len=MAX_HEADER_BYTES):
        found.parse_http(auto_decode="all", max_header_len=MAX_HEADER_BYTES)
        return found
    raise OSError("no WARC record")


def media_type(found: WarcRecord) -> str:
    """What the record says that it holds, in lower case; the server's word before the archive's."""
    told = found.http_content_type or found.headers.get("Content-Type") or ""
    return told.split(";")[0].strip().lower()


def _is_page(data: bytes) -> bool:
    found = open_record(data)
    served = found.http_headers.status_code if found.http_headers else 200
    return served == 200 and media_type(found) in READ
