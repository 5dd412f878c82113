"""What does a file hold? By its extension, else by its first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import Literal

from dateline.errors import InputError

Kind = Literal["text", "html", "jsonl", "warc"]
"""What one raw copy is."""

Container = Literal["jsonl", "warc", "feed", "tar", "zip", "parquet"]
"""A format that holds many reports."""

EXTENSIONS: dict[str, Kind | Container] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".warc": "warc",
    ".rss": "feed",
    ".xml": "feed",
    ".atom": "feed",
    ".tar": "tar",
    ".zip": "zip",
    ".parquet": "parquet",
}
HEAD = 8192
"""Bytes looked at to tell what a file is."""

PACKED = (".gz", ".zst")
SHORT = {".tgz": ".tar", ".tzst": ".tar"}
"""Extensions that say that a file is packed, and what is inside."""

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
MAGIC: tuple[tuple[int, bytes, Container], ...] = (
    (0, b"WARC/", "warc"),
    (0, b"PK\x03\x04", "zip"),
    (0, b"PK\x05\x06", "zip"),
    (0, b"PAR1", "parquet"),
    (257, b"ustar", "tar"),
)
OFFICE = (b"[Content_Types].xml", b"mimetypeapplication/", b"_rels/")
"""What the first member of an office document's zip archive is called."""
WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
PAGE = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.I)
# Possessive throughout: a page may begin with thousands of comments, each of which could end later, too.
PAGE_START = re.compile(
    rb"\A\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--.*?-->\s*+)*+(?:<!doctype\s++html|<html[\s>])", re.I | re.S
)
FEED_START = re.compile(
    rb"\A\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<\?[^>]*+>\s*+|<!--.*?-->\s*+)*+(?:<rss[\s>]|<feed[\s>]|<rdf:RDF[\s>])",
    re.I | re.S,
)


def packing_of(head: bytes) -> Literal["gzip", "zstd"] | None:
    """How the bytes are packed, if at all."""
    if head.startswith(GZIP):
        return "gzip"
    return "zstd" if head.startswith(ZSTD) else None


def unpacked_name(name: str) -> str:
    """The name of a file without what says that it is packed: "week.jsonl.gz" -> "week.jsonl"."""
    stem, dot, ending = name.rpartition(".")
    if f"{dot}{ending}".lower() in PACKED:
        return stem
    return stem + SHORT[f"{dot}{ending}".lower()] if f"{dot}{ending}".lower() in SHORT else name


def kind_of(name: str, head: bytes) -> Kind | Container:
    """What a file holds, from its name as it is unpacked and its first bytes.

    A page is a page even in a ``.txt`` file, and an archive an archive by whatever name.

    Raises:
        InputError: if it is JSON, but not one record a line in an encoding that has lines of bytes; or an
            office document.
    """
    for at, magic, container in MAGIC:
        if head.startswith(magic, at):
            if any(mark in head[:120] for mark in OFFICE):
                raise InputError("an office document, not text: save it as .txt or .html and read that")
            return container
    start = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").lstrip(b"\xff\xfe")
    kind = EXTENSIONS.get(PurePath(name).suffix.lower()) or _by_content(name, start)
    if kind in ("text", "html", "feed") and FEED_START.match(start):
        return "feed"
    if kind == "text" and PAGE_START.match(start):
        return "html"
    if kind == "jsonl" and head.startswith(WIDE_MARKS):
        raise InputError("JSON Lines in UTF-16: save it as UTF-8")
    if kind == "jsonl" and start.lstrip().split(b"\n", 1)[0].strip() in (b"{", b"["):
        raise InputError("JSON over several lines: write one record a line")
    return kind


def _by_content(name: str, start: bytes) -> Kind | Container:
    begin = start.lstrip()
    if begin.startswith(b"{"):
        return "jsonl"
    if begin.startswith(b"[") and PurePath(name).suffix.lower() == ".json":
        raise InputError("a JSON array: write one record a line (.jsonl)")
    return "html" if PAGE.search(begin) else "text"
