"""Files, folders, pages and records become reports."""

from __future__ import annotations

import gzip
import io
import json
from datetime import date
from pathlib import Path

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import RawCopy, report_of, take
from dateline.model import Quarantined, Report, content_id, raw_hash

BODY = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."
PAGE = f"""<!doctype html><html lang="en"><head><title>Convoy shelled</title>
<meta property="og:site_name" content="The River Post">
<meta property="article:published_time" content="2021-03-04T10:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/news">News</a></nav><article><h1>Convoy shelled</h1>
<p>{BODY}</p><p>A spokesman said that the shelling stopped before noon and that the road to the old customs
house was closed to traffic until the evening. Three trucks were burnt out.</p></article>
<footer>All rights reserved</footer></body></html>"""


def one(path: Path, boilerplate: Boilerplate) -> Report:
    (made,) = take([str(path)], None, boilerplate)
    assert isinstance(made, Report), made
    return made


def record(boilerplate: Boilerplate, **keys: object) -> Report | Quarantined:
    return report_of(RawCopy("in.jsonl:1", "in.jsonl", "jsonl", json.dumps(keys).encode()), boilerplate)


def read(boilerplate: Boilerplate, **keys: object) -> Report:
    made = record(boilerplate, **keys)
    assert isinstance(made, Report), made
    return made


def test_a_text_file(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "2021-03-04-convoy.txt"
    path.write_text(BODY)
    made = one(path, boilerplate)
    raw = raw_hash(BODY.encode())
    assert (made.id, made.raw, made.key) == (content_id("report", raw), raw, "2021-03-04-convoy.txt")
    assert (made.text, made.language, made.path) == (BODY, "en", str(path))
    assert (made.published, made.published_from) == (date(2021, 3, 4), "file name")
    assert (made.publisher, made.title, made.dateline, made.place) == (None, None, None, None)
    assert made.copy_group == content_id("copies", made.id)


def test_a_text_file_with_a_header(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "2020-01-01.txt"
    path.write_text(f"Title: Convoy shelled\r\nPublisher: The River Post\nPublished: 4 March 2021\n\n{BODY}")
    made = one(path, boilerplate)
    assert (made.title, made.publisher) == ("Convoy shelled", "The River Post")
    assert (made.published, made.published_from) == (date(2021, 3, 4), "input")
    assert made.text == BODY


def test_a_single_header_like_line_is_text(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"Source: the army\n{BODY}")
    assert one(path, boilerplate).text.startswith("Source: the army")


def test_a_dateline_gives_place_and_day(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "2020-01-01.txt"
    path.write_text(f"date 2021-03-04 AMMAN – {BODY}")
    made = one(path, boilerplate)
    assert (made.dateline, made.published, made.published_from) == ("AMMAN", date(2021, 3, 4), "text")
    assert made.text == BODY
    assert [(r.span, r.was, r.rule) for r in made.repairs] == [
        (None, "date 2021-03-04 AMMAN – ", "dateline furniture")
    ]


def test_a_plain_dateline_stays(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "a.txt"
    path.write_text(f"AMMAN (Wire) — {BODY}")
    made = one(path, boilerplate)
    assert (made.dateline, made.published) == ("AMMAN", None)
    assert made.text == f"AMMAN (Wire) — {BODY}"


def test_a_page(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    made = one(path, boilerplate)
    assert (made.title, made.publisher) == ("Convoy shelled", "The River Post")
    assert (made.published, made.published_from) == (date(2021, 3, 4), "OpenGraph")
    assert made.text.startswith(BODY) or made.text.startswith(f"Convoy shelled\n{BODY}")
    assert "Home" not in made.text
    assert "rights reserved" not in made.text


def test_a_page_in_a_declared_encoding(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "page.htm"
    page = PAGE.replace("<head>", '<head><meta charset="cp1250">').replace("river port", "port of Łódź")
    path.write_bytes(page.encode("cp1250"))
    made = one(path, boilerplate)
    assert "port of Łódź" in made.text
    assert (made.repairs[0].was, made.repairs[0].rule) == ("cp1250", "encoding")


def test_a_page_without_a_date_has_none(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "page.html"
    path.write_text(PAGE.replace("2021-03-04T10:00:00Z", ""))
    assert one(path, boilerplate).published is None


@pytest.mark.parametrize(("name", "kind"), [("a.dat", "html"), ("a.txt", "html"), ("a", "html")])
def test_pages_are_known_by_content(name: str, kind: str, tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / name
    path.write_text(PAGE)
    assert one(path, boilerplate).title == "Convoy shelled"


def test_a_record(boilerplate: Boilerplate) -> None:
    made = read(
        boilerplate,
        id="x1",
        text=BODY,
        title="Convoy\nshelled &amp; burnt",
        published="2021-03-04T01:00:00Z",
        publisher="The River Post",
        url="https://www.example.org/a",
        language="en",
        extra=[1],
    )
    assert (made.key, made.path, made.title) == ("x1", "in.jsonl:1", "Convoy shelled & burnt")
    assert (made.published, made.published_from) == (date(2021, 3, 4), "input")
    assert (made.publisher, made.publisher_from) == ("The River Post", "input")
    assert (made.title_from, made.language_from) == ("input", "input")


def test_a_bare_record(boilerplate: Boilerplate) -> None:
    made = read(boilerplate, text=BODY, id=None, publisher="")
    assert (made.key, made.publisher, made.published, made.published_from) == ("in.jsonl:1", None, None, None)
    assert read(boilerplate, text=BODY, id=7).key == "7"


def test_an_address_gives_site_and_day(boilerplate: Boilerplate) -> None:
    made = read(boilerplate, text=BODY, url="https://www.example.org/2021/03/04/convoy")
    assert (made.publisher, made.publisher_from) == ("example.org", "address")
    assert (made.published, made.published_from) == (date(2021, 3, 4), "address")
    assert read(boilerplate, text=BODY, url="http://[broken").publisher is None


def test_a_record_with_a_page(boilerplate: Boilerplate) -> None:
    made = read(boilerplate, html=PAGE)
    assert (made.title, made.publisher, made.published) == (
        "Convoy shelled",
        "The River Post",
        date(2021, 3, 4),
    )
    assert read(boilerplate, html=PAGE, title="Own", published="2021-03-05").title == "Own"


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"id": "x"}, 'without "text" or "html"'),
        ({"text": ["a"]}, '"text" must be a string, not a list'),
        ({"text": BODY, "title": 3}, '"title" must be a string, not a number'),
        ({"text": BODY, "published": "08/01/2020"}, "names no day for certain"),
        ({"text": BODY, "language": "ar"}, "Arabic"),
        ({"html": "<html><body></body></html>"}, "HTML without an article"),
        ({"text": "Hm."}, "too short"),
        ({"text": "&nbsp; " * 40}, "too short"),
    ],
)
def test_records_that_are_refused(keys: dict[str, object], reason: str, boilerplate: Boilerplate) -> None:
    made = record(boilerplate, **keys)
    assert isinstance(made, Quarantined)
    assert made.path == "in.jsonl:1"
    assert reason in made.reason


def test_a_broken_line_leaves_the_rest(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "in.jsonl"
    good = json.dumps({"id": "a", "text": BODY})
    path.write_bytes(
        b"\xef\xbb\xbf"
        + good.encode()
        + b'\r\n\n{"id": "b", \n[1]\n"x"\n'
        + good.replace('"a"', '"c"').encode()
    )
    made = list(take([str(path)], None, boilerplate))
    assert [m.key for m in made if isinstance(m, Report)] == ["a", "c"]
    quarantined = [m for m in made if isinstance(m, Quarantined)]
    assert [q.path for q in quarantined] == [f"{path}:3", f"{path}:4", f"{path}:5"]
    assert [q.reason.split(":")[0] for q in quarantined] == [
        "not JSON",
        "not a JSON object but a list",
        "not a JSON object but a string",
    ]


def test_folders_are_walked_in_order(tmp_path: Path, boilerplate: Boilerplate) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "2.txt").write_text(BODY)
    (tmp_path / "a.txt").write_text(BODY + " A.")
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "r", "text": BODY + " C."}))
    (tmp_path / ".hidden").write_text(BODY)
    (tmp_path / "b" / "loop").symlink_to(tmp_path)
    made = list(take([str(tmp_path)], None, boilerplate))
    assert [m.key for m in made if isinstance(m, Report)] == ["a.txt", "2.txt", "r"]
    assert len(made) == 3


@pytest.mark.parametrize("name", ["in.jsonl.gz", "in.gz"])
def test_packed_records(name: str, tmp_path: Path, boilerplate: Boilerplate) -> None:
    line = json.dumps({"id": "r", "text": BODY})
    (tmp_path / name).write_bytes(gzip.compress(line.encode()))
    made = one(tmp_path / name, boilerplate)
    assert (made.key, made.raw) == ("r", raw_hash(line.encode()))


def test_packed_texts_are_the_texts(tmp_path: Path, boilerplate: Boilerplate) -> None:
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(BODY.encode()))
    (tmp_path / "a.txt").write_text(BODY)
    packed, plain = one(tmp_path / "a.txt.gz", boilerplate), one(tmp_path / "a.txt", boilerplate)
    assert (packed.id, packed.key) == (plain.id, "a.txt")


def test_standard_input(boilerplate: Boilerplate) -> None:
    stdin = io.BytesIO(BODY.encode())
    (made,) = take(["-"], stdin, boilerplate)
    assert isinstance(made, Report)
    assert (made.path, made.key, made.text) == ("-", "stdin", BODY)
    assert not stdin.closed
    lines = io.BytesIO(b"\n".join(json.dumps({"id": str(n), "text": BODY}).encode() for n in range(3)))
    assert [m.key for m in take(["-"], lines, boilerplate) if isinstance(m, Report)] == ["0", "1", "2"]


def test_it_streams(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a", "text": BODY}) + "\n{broken")
    stream = take([str(path), "no such file"], None, boilerplate)
    assert isinstance(next(stream), Report)
    assert next(stream) == Quarantined(
        f"{path}:2", "not JSON: Expecting property name enclosed in double quotes at column 2"
    )
    assert next(stream) == Quarantined("no such file", "no such file or folder")


def test_same_bytes_same_report(boilerplate: Boilerplate) -> None:
    copy = RawCopy("a.html", "a.html", "html", PAGE.encode())
    assert report_of(copy, boilerplate) == report_of(copy, boilerplate)


@pytest.mark.parametrize("piece", ["{}", "<p>{}</p>", "<div>{}</div>", "{}<br>{}", "{} <b>More soon.</b>"])
def test_a_piece_of_a_page_is_read(piece: str, boilerplate: Boilerplate) -> None:
    body = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."
    record = json.dumps({"html": piece.format(body, body)}).encode()
    made = report_of(RawCopy("a.jsonl:1", "a.jsonl", "jsonl", record), boilerplate)
    assert isinstance(made, Report)
    assert made.text.startswith(body)
