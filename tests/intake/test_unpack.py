"""Archives, feeds and tables: many reports in one input, each a raw copy of its own."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import brotli
import pyarrow
import pytest
from pyarrow import parquet

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import RawCopy, raw_copies, report_of, take
from dateline.model import Quarantined, Report, raw_hash

BODY = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."
MORE = "A spokesman said that the shelling stopped before noon and that the road to the river is shut."
PAGE = (
    "<!doctype html><html><head><title>Convoy shelled</title>"
    '<meta property="og:site_name" content="River Post">'
    f"</head><body><article><h1>Convoy shelled</h1><p>{BODY}</p><p>{MORE}</p></article></body></html>"
)


def zstd(data: bytes) -> bytes:
    return bytes(pyarrow.compress(data, codec="zstd", asbytes=True))


URL = "https://news.example.org/2021/03/04/convoy"


def warc(content: bytes, url: str = URL, status: str = "200 OK", **headers: str) -> bytes:
    """One response record."""
    told = {
        "Content-Type": "text/html; charset=utf-8",
        **{k.replace("_", "-"): v for k, v in headers.items()},
    }
    http = f"HTTP/1.1 {status}\r\n" + "".join(f"{k}: {v}\r\n" for k, v in told.items())
    block = f"{http}\r\n".encode() + content
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(url):032d}>\r\nWARC-Target-URI: {url}\r\n"
        f"WARC-Date: 2024-05-06T07:08:09Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def reports(path: Path, boilerplate: Boilerplate) -> list[Report]:
    made = list(take([str(path)], None, boilerplate))
    assert all(isinstance(m, Report) for m in made), made
    return [m for m in made if isinstance(m, Report)]


def reasons(path: Path, boilerplate: Boilerplate) -> list[str]:
    return [m.reason for m in take([str(path)], None, boilerplate) if isinstance(m, Quarantined)]


CODINGS: list[tuple[str, Callable[[bytes], bytes]]] = [
    ("identity", bytes),
    ("gzip", gzip.compress),
    ("br", brotli.compress),
    ("zstd", zstd),
]


@pytest.mark.parametrize(("coding", "pack"), CODINGS)
def test_a_warc_record(
    coding: str, pack: Callable[[bytes], bytes], tmp_path: Path, boilerplate: Boilerplate
) -> None:
    record = warc(pack(PAGE.encode()), Content_Encoding=coding)
    path = tmp_path / "crawl.warc"
    path.write_bytes(record)
    (made,) = reports(path, boilerplate)
    assert BODY in made.text
    assert (made.title, made.publisher) == ("Convoy shelled", "River Post")
    assert (made.published, made.published_from) == (date(2021, 3, 4), "metadata")
    assert made.key.startswith("urn:uuid:")
    assert (made.path, made.raw) == (f"{path}:1", raw_hash(record))


@pytest.mark.parametrize("name", ["crawl.warc.gz", "crawl.warc.zst", "crawl"])
def test_a_packed_warc(name: str, tmp_path: Path, boilerplate: Boilerplate) -> None:
    pack = zstd if name.endswith("zst") else gzip.compress
    path = tmp_path / name
    path.write_bytes(pack(warc(PAGE.encode())) + pack(warc(PAGE.encode(), url=URL + "-2")))
    assert [r.path for r in reports(path, boilerplate)] == [f"{path}:1", f"{path}:2"]


def test_a_warc_keeps_pages_and_texts_alone(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(
        warc(b"\x89PNG", Content_Type="image/png")
        + warc(PAGE.encode(), status="404 Not Found")
        + warc(f"{BODY} {MORE}".encode(), url=URL + ".txt", Content_Type="text/plain")
        + warc(b"p { color: red }", Content_Type="text/css")
    )
    (made,) = reports(path, boilerplate)
    assert made.text == f"{BODY} {MORE}"
    assert made.publisher == "news.example.org"


def test_the_servers_encoding_counts_before_the_pages(tmp_path: Path, boilerplate: Boilerplate) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="cp1251">').replace("river port", "port of Łódź")
    path = tmp_path / "crawl.warc"
    path.write_bytes(warc(page.encode("cp1250"), Content_Type="text/html; charset=cp1250"))
    assert "port of Łódź" in reports(path, boilerplate)[0].text


def test_a_record_of_a_warc_is_read_from_its_bytes_alone(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(warc(b"", Content_Type="image/gif") + warc(PAGE.encode()))
    (copy,) = raw_copies([str(path)], None)
    assert isinstance(copy, RawCopy)
    again = report_of(RawCopy(copy.path, copy.name, "warc", bytes(copy.data)), boilerplate)
    assert [again] == list(take([str(path)], None, boilerplate))


def test_a_broken_warc_keeps_what_came_before(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(warc(PAGE.encode()) + b"no record at all\r\n")
    made = list(take([str(path)], None, boilerplate))
    assert [type(m).__name__ for m in made] == ["Report", "Quarantined"]


def test_a_truncated_page_unpacks_as_far_or_is_named(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "crawl.warc"
    broken = warc(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")
    path.write_bytes(broken + warc(PAGE.encode(), url=URL + "-2"))
    made = list(take([str(path)], None, boilerplate))
    assert isinstance(made[-1], Report)
    assert len(made) == 2


RSS = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>River Post</title><language>en</language>
<item><guid>a1</guid><title>Convoy shelled</title><link>{URL}</link>
<pubDate>Thu, 04 Mar 2021 23:30:00 -0500</pubDate>
<content:encoded><![CDATA[<p>{BODY}</p><p>{MORE}</p>]]></content:encoded></item>
<item><guid>a2</guid><title>Nothing</title></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>River Post</title>
<entry><id>b1</id><title>Convoy shelled</title><updated>2021-03-04T10:00:00Z</updated>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;&lt;p&gt;{MORE}&lt;/p&gt;</content></entry></feed>"""


@pytest.mark.parametrize(
    ("name", "feed", "key"), [("a.rss", RSS, "a1"), ("a.xml", RSS, "a1"), ("a.atom", ATOM, "b1")]
)
def test_a_feed(name: str, feed: str, key: str, tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / name
    path.write_text(feed)
    made = [m for m in take([str(path)], None, boilerplate) if isinstance(m, Report)]
    assert [(m.key, m.title, m.publisher, m.published) for m in made] == [
        (key, "Convoy shelled", "River Post", date(2021, 3, 4))
    ]
    assert BODY in made[0].text
    assert "<p>" not in made[0].text


def test_an_entry_without_text_is_named(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "a.rss"
    path.write_text(RSS)
    assert reasons(path, boilerplate) == ["an entry of a feed without text"]


def test_a_feed_reads_no_file_and_no_address(tmp_path: Path, boilerplate: Boilerplate) -> None:
    (tmp_path / "secret.txt").write_text("a secret kept elsewhere")
    feed = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>' + RSS.replace(
        MORE, "&x;" + MORE
    )
    path = tmp_path / "a.rss"
    path.write_text(feed.replace('<?xml version="1.0"?>', ""))
    assert "secret" not in "".join(str(m) for m in take([str(path)], None, boilerplate))


def tar(path: Path, members: dict[str, bytes], mode: str = "w:gz") -> None:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))


def zipped(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)


MEMBERS = {
    "week/2021-03-04-convoy.txt": BODY.encode(),
    "week/page.html": PAGE.encode(),
    "week/in.jsonl": json.dumps({"id": "j1", "text": MORE}).encode(),
    "week/.hidden.txt": BODY.encode(),
    "__MACOSX/week/page.html": PAGE.encode(),
    "../outside.txt": MORE.encode(),
    "inner.zip": b"PK\x03\x04 and more",
    "inner.txt.gz": gzip.compress(BODY.encode()),
}


@pytest.mark.parametrize("name", ["week.tar.gz", "week.tgz", "week.zip"])
def test_an_archive(name: str, tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / name
    (zipped if name.endswith("zip") else tar)(path, MEMBERS)
    made = list(take([str(path)], None, boilerplate))
    assert sorted(m.path.removeprefix(f"{path}:") for m in made if isinstance(m, Report)) == [
        "../outside.txt",
        "week/2021-03-04-convoy.txt",
        "week/in.jsonl:1",
        "week/page.html",
    ]
    assert sorted((m.path, m.reason) for m in made if isinstance(m, Quarantined)) == [
        (f"{path}:{inner}", "an archive in an archive: unpack it and give what it holds")
        for inner in ("inner.txt.gz", "inner.zip")
    ]
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_links_and_devices_of_a_tar_are_passed_over(tmp_path: Path, boilerplate: Boilerplate) -> None:
    with tarfile.open(tmp_path / "a.tar", "w") as archive:
        for name, kind in (
            ("link.txt", tarfile.SYMTYPE),
            ("hard.txt", tarfile.LNKTYPE),
            ("pipe.txt", tarfile.FIFOTYPE),
        ):
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/hostname"
            archive.addfile(info)
    assert list(take([str(tmp_path / "a.tar")], None, boilerplate)) == []


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("cut.zip", b"PK\x03\x04" + b"\0" * 40, "a zip archive that cannot be unpacked"),
        (
            "cut.tar",
            (b"a.txt" + b"\0" * 252 + b"ustar").ljust(600, b"\0"),
            "a tar archive that cannot be unpacked",
        ),
        ("cut.parquet", b"PAR1 and nothing", "a Parquet file that cannot be read"),
        ("cut.warc", b"WARC/1.0\r\nnothing", "does not say what it is"),
        ("torn.warc", warc(PAGE.encode())[:-90], "breaks off"),
        ("cut.jsonl.zst", zstd(b'{"text": "a"}' * 99)[:-9], "cannot be unpacked"),
        ("empty.rss", b"<rss></rss>", "a feed without entries"),
        ("letter.docx", b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "an office document"),
    ],
)
def test_broken_archives_are_named(
    name: str, data: bytes, reason: str, tmp_path: Path, boilerplate: Boilerplate
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert any(reason in told for told in reasons(path, boilerplate)), reasons(path, boilerplate)


def test_too_many_members(tmp_path: Path, boilerplate: Boilerplate, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.intake.unpack.archive.MAX_MEMBERS", 2)
    members = {f"{n}.txt": BODY.encode() for n in range(3)}
    zipped(tmp_path / "a.zip", members)
    tar(tmp_path / "a.tar", members, "w")
    assert len(list(take([str(tmp_path / "a.zip")], None, boilerplate))) == 1
    taken = list(take([str(tmp_path / "a.tar")], None, boilerplate))
    assert [type(m).__name__ for m in taken] == ["Report", "Report", "Quarantined"]


def test_a_zip_from_standard_input(boilerplate: Boilerplate) -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.rest = io.BytesIO(b"PK\x03\x04rest")

        def readable(self) -> bool:
            return True

        def readinto(self, into: bytearray) -> int:  # type: ignore[override]
            return self.rest.readinto(into)

    (made,) = take(["-"], Pipe(), boilerplate)  # type: ignore[arg-type]
    assert isinstance(made, Quarantined)
    assert "must be a file of its own" in made.reason


def test_a_parquet_file(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "in.parquet"
    columns = {
        "id": ["p1", "p2"],
        "text": [BODY, MORE],
        "published": [date(2021, 3, 4), None],
        "other": [1, 2],
    }
    parquet.write_table(pyarrow.table(columns), path)
    made = reports(path, boilerplate)
    assert [(m.key, m.text, m.published, m.path) for m in made] == [
        ("p1", BODY, date(2021, 3, 4), f"{path}:1"),
        ("p2", MORE, None, f"{path}:2"),
    ]


def test_a_parquet_file_without_texts(tmp_path: Path, boilerplate: Boilerplate) -> None:
    path = tmp_path / "in.parquet"
    parquet.write_table(pyarrow.table({"body": [BODY]}), path)
    assert reasons(path, boilerplate) == ['a Parquet file without a column "text" or "html"']


def test_a_folder_is_searched_for_all_of_these(tmp_path: Path, boilerplate: Boilerplate) -> None:
    (tmp_path / "a.warc.gz").write_bytes(gzip.compress(warc(PAGE.encode())))
    (tmp_path / "b.jsonl.zst").write_bytes(zstd(json.dumps({"text": MORE}).encode()))
    (tmp_path / "c.rss").write_text(RSS.replace("<item><guid>a2</guid><title>Nothing</title></item>", ""))
    (tmp_path / "d.csv").write_text("no report")
    zipped(tmp_path / "e.zip", {"a.txt": BODY.encode()})
    assert [Path(r.path.split(":")[0]).name for r in reports(tmp_path, boilerplate)] == [
        "a.warc.gz",
        "b.jsonl.zst",
        "c.rss",
        "e.zip",
    ]
