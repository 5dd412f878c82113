"""Paths -> reports, the whole of intake on one screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import BinaryIO

from dateline.codebook.boilerplate import Boilerplate
from dateline.errors import InputError
from dateline.intake.canonical import Canonical, Edit, untouched
from dateline.intake.dateline import Dateline, find_dateline
from dateline.intake.draft import Draft
from dateline.intake.html import read_html
from dateline.intake.jsonl import read_jsonl
from dateline.intake.language import LETTERS, check_language, is_english_code
from dateline.intake.published import publication
from dateline.intake.raw import raw_copies
from dateline.intake.sniff import Kind
from dateline.intake.stamp import find_stamp
from dateline.intake.steps import cleaned
from dateline.intake.text import read_text
from dateline.intake.unpack.copy import RawCopy
from dateline.intake.warc import read_warc
from dateline.limits import MAX_DRAFT_CHARACTERS, MAX_TEXT_CHARACTERS, MIN_TEXT_LETTERS
from dateline.model import Origin, Quarantined, Report, content_id, raw_hash

READERS: dict[Kind, Callable[[RawCopy], Draft]] = {
    "text": read_text,
    "html": read_html,
    "jsonl": read_jsonl,
    "warc": read_warc,
}


def take(
    paths: Sequence[str], stdin: BinaryIO | None, boilerplate: Boilerplate
) -> Iterator[Report | Quarantined]:
    """Every report under ``paths`` ("-" is ``stdin``), one at a time, in order; bad input is quarantined."""
    for copy in raw_copies(paths, stdin):
        yield copy if isinstance(copy, Quarantined) else report_of(copy, boilerplate)


def report_of(copy: RawCopy, boilerplate: Boilerplate) -> Report | Quarantined:
    """The report that a raw copy holds, or why it holds none. A pure function: same bytes, same report."""
    try:
        return _report(copy, boilerplate)
    except InputError as error:
        return Quarantined(copy.path, str(error))


def report_id(data: bytes) -> str:
    """The id of the report in a raw copy, known before it is read."""
    return content_id("report", raw_hash(data))


def canonical_of(draft: Draft, boilerplate: Boilerplate) -> tuple[Canonical, Dateline]:
    """The canonical text of a draft, and the dateline found at its head.

    Where a page gave no more than its furniture, its headline is what it tells.
    """
    text = cleaned(draft.text, draft.header, boilerplate)
    if draft.title and draft.text and len(LETTERS.findall(text.text)) < MIN_TEXT_LETTERS:
        text = untouched(draft.text).edited("headline alone", [Edit(0, len(draft.text), draft.title)])
    dateline = find_dateline(text.text, boilerplate)
    if dateline.furniture:
        cut = dateline.furniture
        text = text.edited("dateline furniture", [Edit(cut.start, cut.end, "")])
    return text, dateline


def _report(copy: RawCopy, boilerplate: Boilerplate) -> Report:
    if not copy.data.strip():
        raise InputError("empty")
    draft = READERS[copy.kind](copy)
    if len(draft.text) > MAX_DRAFT_CHARACTERS:
        raise InputError(_too_long(MAX_DRAFT_CHARACTERS))
    text, dateline = canonical_of(draft, boilerplate)
    _check_length(text.text)
    published, published_from = publication(draft, dateline.date, find_stamp(text.text))
    raw = raw_hash(copy.data)
    report = report_id(copy.data)
    return Report(
        id=report,
        key=draft.key,
        path=copy.path,
        raw=raw,
        publisher=draft.publisher,
        publisher_from=draft.publisher_from,
        title=draft.title,
        title_from=draft.title_from,
        published=published,
        published_from=published_from,
        dateline=dateline.place,
        place=None,
        language=check_language(text.text, draft.language),
        language_from=_language_from(draft),
        text=text.text,
        repairs=(*draft.repairs, *text.repairs),
        copy_group=content_id("copies", report),
    )


def _language_from(draft: Draft) -> Origin:
    """What says that it is English: the input, the page with its words, or its words alone."""
    if draft.language:
        return "input"
    return "metadata" if draft.declared and is_english_code(draft.declared) else "text"


def _check_length(text: str) -> None:
    if len(LETTERS.findall(text)) < MIN_TEXT_LETTERS:
        raise InputError(f"too short: fewer than {MIN_TEXT_LETTERS} letters of text")
    if len(text) > MAX_TEXT_CHARACTERS:
        raise InputError(_too_long(MAX_TEXT_CHARACTERS))


def _too_long(most: int) -> str:
    return f"too long: more than {most:,} characters; split it into reports"
