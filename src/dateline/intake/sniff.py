"""Text, HTML or JSON Lines? By the file's extension, else by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from dateline.errors import InputError

Kind = Literal["text", "html", "jsonl"]

EXTENSIONS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
GZIP = b"\x1f\x8b"
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
PAGE_START = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype\s+html|<html[\s>])", re.I | re.S
)


def is_gzip(head: bytes) -> bool:
    """Whether the bytes begin a gzip file."""
    return head.startswith(GZIP)


def kind_of(name: str, head: bytes) -> Kind:
    """What a file holds, from its name (without ``.gz``) and its first bytes.

    A page is a page even in a ``.txt`` file.

    Raises:
        InputError: if it is JSON, but not one record a line in an encoding that has lines of bytes.
    """
    start = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    kind = EXTENSIONS.get(PurePath(name).suffix.lower()) or _by_content(name, start)
    if kind == "text" and PAGE_START.match(start):
        return "html"
    if kind == "jsonl" and head.startswith(WIDE_MARKS):
        raise InputError("JSON Lines in UTF-16: save it as UTF-8")
    if kind == "jsonl" and start.lstrip().split(b"\n", 1)[0].strip() in (b"{", b"["):
        raise InputError("JSON over several lines: write one record a line")
    return kind


def _by_content(name: str, start: bytes) -> Kind:
    begin = start.lstrip()
    if begin.startswith(b"{"):
        return "jsonl"
    if begin.startswith(b"[") and PurePath(name).suffix.lower() == ".json":
        raise InputError("a JSON array: write one record a line (.jsonl)")
    return "html" if PAGE.search(begin) else "text"
