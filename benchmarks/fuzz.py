"""Gives each parser random bytes for minutes on end, led by which lines of Dateline they reach.

``python -m benchmarks.fuzz PARSER [--seconds 600]``, by atheris; ends with the bytes that broke it, if any.
A parser may refuse what it is given, with an error in words; any other error is a fault.
"""

from __future__ import annotations

import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Mapping
from io import BufferedReader, BytesIO
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["dateline"]):
    from dateline.codebook import load_codebook
    from dateline.codebook.event_types import EventTypes
    from dateline.codebook.toml import load_toml
    from dateline.errors import CodebookError, InputError
    from dateline.intake import RawCopy, raw_copies, report_of
    from dateline.intake.sniff import Kind
    from dateline.intake.unpack.feed import entries
    from dateline.keeping.importing import document_of
    from dateline.model import Report

Parse = Callable[[bytes], None]

BOOK = load_codebook().boilerplate

BODY = "A bomb killed 12 people in Velmar on Tuesday, police said. It&amp;#39;s ,quot;so,quot; caf\u00c3."
WARC = (
    "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nContent-Type: application/http\r\n"
    "Content-Length: 95\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
    "Transfer-Encoding: chunked\r\n\r\n"
    "5\r\nA bom\r\n0\r\n\r\n\r\n\r\n"
)
FEED = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss version="2.0"><channel>'
    f"<title>Post</title><item><title>t</title><description><![CDATA[<p>{BODY}</p>]]></description>"
    "<pubDate>Tue, 06 May 2031</pubDate>"
    "</item></channel></rss>"
)


def _report(kind: Kind) -> Parse:
    def parse(data: bytes) -> None:
        made = report_of(RawCopy("a", "2031-05-06-a", kind, data), BOOK)
        if isinstance(made, Report):
            made.text.encode()
            for repair in made.repairs:
                assert repair.span is None or repair.span.end <= len(made.text), repair

    return parse


def _warc(data: bytes) -> None:
    for copy in raw_copies(["-"], BytesIO(b"WARC/1.0\r\n" + data)):
        if isinstance(copy, RawCopy):
            report_of(copy, BOOK)


def _feed(data: bytes) -> None:
    for copy in entries("a", "a", BufferedReader(BytesIO(data))):
        if isinstance(copy, RawCopy):
            report_of(copy, BOOK)


def _codebook(folder: Path) -> Parse:
    file = folder / "event_types.toml"

    def parse(data: bytes) -> None:
        file.write_bytes(data)
        load_toml(file, EventTypes)

    return parse


def _import(folder: Path) -> Parse:
    def parse(data: bytes) -> None:
        file = folder / f"a.{('json', 'jsonl', 'csv')[data[0] % 3 if data else 0]}"
        file.write_bytes(data[1:])
        document_of(file)

    return parse


def _parsers(folder: Path) -> Mapping[str, tuple[Parse, tuple[bytes, ...]]]:
    """Each parser with what it is given first."""
    page = f"<html><head><title>t</title></head><body><article><p>{BODY}</p></article></body></html>"
    line = b'{"id": "claim-1", "record": "claim", "field": "killed", "value": {"low": 1, "text": "1"}}'
    return {
        "text": (_report("text"), (BODY.encode(), "VELMAR, May 6 (Post) \u2013 A bomb".encode("utf-16"))),
        "html": (_report("html"), (page.encode(), b"<plaintext>" + page.encode())),
        "record": (_report("jsonl"), (b'{"text": "A bomb", "published": "2031-05-06", "title": "t"}',)),
        "warc": (_warc, (WARC[10:].encode(),)),
        "feed": (_feed, (FEED.encode(),)),
        "codebook": (_codebook(folder), (b'[[type]]\nname = "bombing"\nverbs = ["bomb"]\n',)),
        "import": (_import(folder), (b"0" + line, b"1" + line, b"2id,report,event,field\n1,2,3,killed\n")),
    }


def main(name: str, seconds: int) -> None:
    """Fuzz one parser; libFuzzer ends the process, with 77 where it found a fault."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-fuzz-"))
    seeds = folder / "seeds"
    seeds.mkdir()
    parse, given = _parsers(folder)[name]
    for n, data in enumerate(given):
        (seeds / str(n)).write_bytes(data)

    def one(data: bytes) -> None:
        try:
            parse(data)
        except (InputError, CodebookError):
            return

    for data in given:  # what is loaded when it is first needed is no slow input
        one(data)
    options = (f"-max_total_time={seconds}", "-max_len=4096", "-timeout=30", "-rss_limit_mb=3000")
    kept = f"-artifact_prefix={folder}/broken-"
    atheris.Setup([sys.argv[0], *options, "-print_final_stats=1", kept, str(seeds)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    asked = ArgumentParser(description=__doc__)
    asked.add_argument("parser", choices=("text", "html", "record", "warc", "feed", "codebook", "import"))
    asked.add_argument("--seconds", type=int, default=600)
    told = asked.parse_args()
    main(told.parser, told.seconds)
