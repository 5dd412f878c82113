"""Bytes of any encoding, and what is no text."""

from __future__ import annotations

import codecs

import pytest

from dateline.errors import InputError
from dateline.intake.decode import decode

ENGLISH = (
    "Two soldiers were wounded near Córdoba on Monday, the mayor’s office said, “and nobody was killed”. " * 4
)
ARABIC = "أصيب جنديان بجروح يوم الاثنين في قصف على أطراف المدينة، وقال مكتب المحافظ إن أحدا لم يقتل. " * 4
RUSSIAN = "Двое солдат были ранены в понедельник при обстреле окраины города, сообщили власти области. " * 4


def repairs(data: bytes, declared: str | None = None) -> list[tuple[str, str]]:
    return [(repair.was, repair.rule) for repair in decode(data, declared).repairs]


def test_utf8_needs_no_repair() -> None:
    assert decode(ENGLISH.encode()) == (ENGLISH, ())


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_byte_order_marks(mark: bytes, encoding: str) -> None:
    data = mark + ENGLISH.encode(encoding)
    assert decode(data).text == ENGLISH
    assert repairs(data) == [("\ufeff", "byte order mark"), (encoding, "encoding")]


def test_utf8_with_a_mark() -> None:
    data = codecs.BOM_UTF8 + ENGLISH.encode()
    assert decode(data).text == ENGLISH
    assert repairs(data) == [("\ufeff", "byte order mark")]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark(encoding: str) -> None:
    data = ENGLISH.encode(encoding)
    assert decode(data).text == ENGLISH
    assert repairs(data) == [(encoding, "encoding")]


@pytest.mark.parametrize(
    ("text", "encoding", "named"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (ENGLISH.replace("’", "'").replace("“", '"').replace("”", '"'), "latin-1", "windows-1252"),
        (ARABIC, "cp1256", "cp1256"),
        (RUSSIAN, "cp1251", "cp1251"),
    ],
)
def test_older_encodings_are_named(text: str, encoding: str, named: str) -> None:
    data = text.encode(encoding)
    assert decode(data).text == text
    assert repairs(data) == [(named, "encoding")]


def test_a_declared_encoding_is_believed_where_utf8_fails() -> None:
    data = "Ранены двое".encode("koi8-r")
    assert decode(data, "koi8-r").text == "Ранены двое"
    assert decode("Ранены двое".encode(), "koi8-r").text == "Ранены двое"
    naive = "a naïve plan of the port's mayor"
    assert decode(naive.encode("latin-1"), "no-such-encoding").text == naive


def test_utf8_with_a_torn_character_stays_utf8() -> None:
    data = ENGLISH.encode()[:-3]
    torn = "Arabic name محمد at the end é".encode()[:-1]
    assert decode(data).repairs[0].was == "broken UTF-8"
    assert decode(torn).text.startswith("Arabic name محمد at")
    assert decode(torn).text.endswith("\ufffd")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7\n...", "a PDF document"),
        (b"PK\x03\x04....", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n", "a PNG image"),
        (bytes(range(256)) * 8, "binary data"),
        (b"text with \x00\x01\x02\x00\x03 zeros \x00\x00\x00\x00", "binary data"),
        (codecs.BOM_UTF16_LE + b"a", "cannot be decoded"),
    ],
)
def test_no_text(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        decode(data)
