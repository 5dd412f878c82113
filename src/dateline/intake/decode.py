"""Bytes -> text, saying which encoding it took."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from charset_normalizer import from_bytes

from dateline.errors import InputError
from dateline.model import Repair

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
BINARY = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"RIFF", "a sound, image or video file"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
)
ALLOWED_CONTROLS = frozenset(b"\t\n\r\f\v\x1b\x08\x1a")
CONTROLS = bytes(b for b in range(32) if b not in ALLOWED_CONTROLS)
SAMPLE = 65_536
"""Bytes that are looked at to tell binary data and guess an encoding."""
WESTERN = "windows-1252"
FEW = 0.1
"""English in a Western encoding has at most this share of bytes outside ASCII."""


class Decoded(NamedTuple):
    """A text, and a repair that names the encoding where it was not plain UTF-8."""

    text: str
    repairs: tuple[Repair, ...]


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a raw copy: its byte order mark, UTF-8, the encoding it declares, the likeliest other.

    Raises:
        InputError: if the bytes are binary or no encoding fits.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding)
    for magic, what in BINARY:
        if data.startswith(magic):
            raise InputError(f"{what}, not text: save it as .txt or .html and read that")
    unmarked = _wide(data)
    if unmarked:
        return _named(_strictly(data, unmarked), unmarked)
    if _is_binary(data):
        raise InputError("binary data, not text: give a .txt, .html or .jsonl file")
    try:
        return Decoded(data.decode("utf-8"), ())
    except UnicodeDecodeError:
        return _guessed(data, declared)


def _marked(data: bytes, encoding: str) -> Decoded:
    text = _strictly(data, encoding)
    mark = Repair(None, "\ufeff", "byte order mark")
    return Decoded(text, (mark,)) if encoding == "utf-8" else Decoded(text, (mark, _encoded(encoding)))


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"cannot be decoded: looks like {encoding}, but breaks it at byte {error.start}"
        ) from error


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Latin text is zero."""
    sample = data[:SAMPLE]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) / 2
    if sample[1::2].count(0) > 0.6 * half and sample[::2].count(0) < 0.05 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.6 * half and sample[1::2].count(0) < 0.05 * half:
        return "utf-16-be"
    return None


def _is_binary(data: bytes) -> bool:
    sample = data[:SAMPLE]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls > 0.02 * len(sample) + 1


def _guessed(data: bytes, declared: str | None) -> Decoded:
    torn = _torn_utf8(data)
    if torn is not None:
        return Decoded(torn, (Repair(None, "broken UTF-8", "encoding"),))
    for encoding in (declared, WESTERN if _outside_ascii(data) <= FEW else None):
        text = _tried(data, encoding)
        if text is not None and encoding is not None:
            return _named(text, encoding)
    best = from_bytes(data[:SAMPLE]).best()
    text = _tried(data, best.encoding if best else None) or _tried(data, WESTERN)
    if text is None:
        raise InputError("cannot be decoded: no known encoding fits; save it as UTF-8")
    return _named(text, best.encoding if best else WESTERN)


def _torn_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes lost, such as a file cut inside a character."""
    text = data.decode("utf-8", errors="replace")
    lost = text.count("\ufffd")
    kept = sum(c > "\x7f" for c in text) - lost
    return text if kept > 2 * lost else None


def _outside_ascii(data: bytes) -> float:
    return sum(b > 0x7F for b in data[:SAMPLE]) / len(data[:SAMPLE])


def _tried(data: bytes, encoding: str | None) -> str | None:
    if encoding is None:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _named(text: str, encoding: str) -> Decoded:
    return Decoded(text, (_encoded(encoding),))


def _encoded(encoding: str) -> Repair:
    return Repair(None, encoding.replace("_", "-"), "encoding")
