"""Input that would break a careless reader: it is named, never a traceback, and the rest is read."""

from __future__ import annotations

import gzip
import io
import json
import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.codebook.boilerplate import Boilerplate
from dateline.codebook.book import PACKAGED
from dateline.codebook.toml import load_toml
from dateline.intake import RawCopy, raw_copies, report_of, take
from dateline.intake.sniff import Kind
from dateline.model import Quarantined, Report

BOILERPLATE = load_toml(PACKAGED / "boilerplate.toml", Boilerplate)
BODY = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."

FILES: list[tuple[str, bytes, str]] = [
    ("empty.txt", b"", "empty"),
    ("blank.txt", b" \n\t\n", "empty"),
    ("nul.txt", b"\x00" * 500, "binary"),
    ("binary.txt", bytes(range(256)) * 10, "binary"),
    ("photo.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF", "a JPEG image"),
    ("report.pdf", b"%PDF-1.4\n%\xe2\xe3", "a PDF document"),
    ("half.txt", b"\xff\xfea", "cannot be decoded"),
    ("page.html", b"<html><body><nav>Home</nav></body></html>", "HTML without an article"),
    ("empty.html", b"<html></html>", "HTML without an article"),
    ("array.json", b'[{"text": "a"}]', "a JSON array"),
    ("pretty.json", b'{\n  "text": "a"\n}', "write one record a line"),
    ("wide.jsonl", '{"text": "a"}'.encode("utf-16"), "UTF-16"),
    ("packed.txt.gz", gzip.compress(BODY.encode(), mtime=0)[:-12], "cannot be unpacked"),
    ("packed.gz", b"\x1f\x8b\x08 not really", "cannot be unpacked"),
    ("deep.jsonl", b"[" * 100_000, "not JSON that can be read"),
    ("digits.jsonl", b"1" * 10_000, "not JSON that can be read"),
    (
        "arabic.txt",
        "أصيب جنديان بجروح يوم الاثنين في قصف على أطراف المدينة".encode("cp1256"),
        "only English is read",
    ),
    ("emoji.txt", "🙂🔥💥".encode() * 30, "too short"),
    ("words.txt", b"Hm.", "too short"),
]


@pytest.mark.parametrize(("name", "data", "reason"), FILES)
def test_named_with_its_reason(name: str, data: bytes, reason: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    made = list(take([str(path), "-"], io.BytesIO(BODY.encode()), BOILERPLATE))
    assert isinstance(made[0], Quarantined)
    assert made[0].path.startswith(str(path))
    assert reason in made[0].reason
    assert "\n" not in made[0].reason
    assert isinstance(made[-1], Report)


def test_missing_and_odd_paths(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    made = list(take([str(tmp_path / "no.txt"), str(tmp_path), "nul\0name"], None, BOILERPLATE))
    assert [(Path(m.path).name, m.reason) for m in made if isinstance(m, Quarantined)] == [
        ("no.txt", "no such file or folder"),
        ("gone.txt", "neither a file nor a folder"),
        ("pipe.txt", "neither a file nor a folder"),
        ("nul\0name", "cannot be read: embedded null byte"),
    ]


def test_a_name_that_is_no_unicode(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(name)).write_bytes(BODY.encode())
    (made,) = take([str(tmp_path)], None, BOILERPLATE)
    assert isinstance(made, Report)
    made.path.encode()
    made.key.encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission(tmp_path: Path) -> None:
    (tmp_path / "closed").mkdir(mode=0)
    (made,) = take([str(tmp_path)], None, BOILERPLATE)
    assert made == Quarantined(str(tmp_path / "closed"), "cannot be read: Permission denied")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for file in ("file", "unpack.copy", "unpack.lines"):
        monkeypatch.setattr(f"dateline.intake.{file}.MAX_INPUT_BYTES", 300)
    (tmp_path / "big.txt").write_text(BODY * 4)
    good = json.dumps({"text": BODY})
    (tmp_path / "in.jsonl").write_text(f"{good}\n{json.dumps({'text': BODY * 9})}\n{good}\n")
    made = list(take([str(tmp_path)], None, BOILERPLATE))
    assert [type(m).__name__ for m in made] == ["Quarantined", "Report", "Quarantined", "Report"]
    assert [m.reason.split(":")[0] for m in made if isinstance(m, Quarantined)] == ["too large"] * 2
    assert [m.path for m in made if isinstance(m, Report)] == [f"{tmp_path}/in.jsonl:{n}" for n in (1, 3)]


def test_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.intake.reports.MAX_TEXT_CHARACTERS", 50)
    made = report_of(RawCopy("a.txt", "a.txt", "text", BODY.encode()), BOILERPLATE)
    assert made == Quarantined("a.txt", "too long: more than 50 characters; split it into reports")


def test_one_huge_line() -> None:
    text = "word " * 150_000
    made = report_of(RawCopy("a.txt", "a.txt", "text", text.encode()), BOILERPLATE)
    assert isinstance(made, Report)
    assert len(made.text) == len(text) - 1


def test_a_huge_line_of_mojibake() -> None:
    made = report_of(RawCopy("a.txt", "a.txt", "text", ("the cafÃ© was hit " * 3000).encode()), BOILERPLATE)
    assert isinstance(made, Report)
    assert "Ã" not in made.text


@pytest.mark.parametrize("tag", ["div", "b", "table", "p"])
def test_deep_pages(tag: str) -> None:
    page = "<html><body>" + f"<{tag}>" * 5000 + f"<p>{BODY}</p>" + f"</{tag}>" * 5000 + "</body></html>"
    made = report_of(RawCopy("a.html", "a.html", "html", page.encode()), BOILERPLATE)
    assert isinstance(made, Report | Quarantined)


def test_emoji_and_arabic_inside_english_are_kept() -> None:
    text = f"🔥 {BODY} The town (القاهرة) was quiet. 👨\u200d👩\u200d👧"
    made = report_of(RawCopy("a.txt", "a.txt", "text", text.encode()), BOILERPLATE)
    assert isinstance(made, Report)
    assert made.text == text


def test_lone_surrogates_in_a_record() -> None:
    line = json.dumps({"id": "a\ud800", "title": "t\udfff", "text": BODY + " \ud83d"})
    made = report_of(RawCopy("a.jsonl:1", "a.jsonl", "jsonl", line.encode()), BOILERPLATE)
    assert isinstance(made, Report)
    for words in (made.key, made.title or "", made.text):
        words.encode()


def test_old_encodings_are_read_and_said() -> None:
    text = BODY.replace("river port", "Córdoba’s “river port”")
    made = report_of(RawCopy("a.txt", "a.txt", "text", text.encode("cp1252")), BOILERPLATE)
    assert isinstance(made, Report)
    assert made.text == text
    assert made.repairs[0].was == "windows-1252"


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(["text", "html", "jsonl"]), st.binary(max_size=300))
def test_any_bytes(kind: Kind, data: bytes) -> None:
    made = report_of(RawCopy("a", "a", kind, data), BOILERPLATE)
    assert isinstance(made, Report | Quarantined)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<div>", "<!--", "-->", "<script>", "&", "<", "]]>", BODY]),
        max_size=30,
    )
)
def test_any_page(pieces: list[str]) -> None:
    made = report_of(RawCopy("a", "a", "html", "".join(pieces).encode()), BOILERPLATE)
    assert isinstance(made, Report | Quarantined)


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_standard_input(data: bytes) -> None:
    for copy in raw_copies(["-"], io.BytesIO(data)):
        assert isinstance(copy, RawCopy | Quarantined)
