"""The cleaning steps: what feeds, pages and wires do to text, undone one kind at a time."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from html.entities import html5
from typing import Literal

import ftfy
from ftfy.badness import is_bad

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake.canonical import Canonical, Edit, untouched
from dateline.intake.galleries import galleries
from dateline.intake.teasers import teasers
from dateline.intake.wrapping import unwrap

LINE = re.compile(r"[^\n]+")
NOT_ASCII = re.compile(r"[^\x00-\x7f]+")
LINE_END = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# A zero-width joiner between symbols holds an emoji together.
INVISIBLE = re.compile(
    r"\u00ad\n?|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064"
    r"\u2066-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]|\u200d(?![\u2600-\u27bf\U0001f000-\U0001faff])"
)
BROKEN = re.compile(r"[\ud800-\udfff]")
TAG = re.compile(
    r"</?(p|br|div|li|ul|ol|h[1-6]|blockquote|span|b|i|u|em|strong|a|img|figure|font)\b[^<>\n]{0,500}>", re.I
)
BLOCK_TAGS = frozenset(
    ("p", "br", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure")
)
ENTITY = re.compile(r"&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,31}\d{0,2});")
DEBRIS = re.compile(r"(?:,|& ?)?(?<!\w)(#\d{2,5}|[a-z]{2,6}) ?;")
LETTER_PARTS = re.compile(r"\w[\u0300-\u036f]+|[\ufb00-\ufb06]")
MIXED = re.compile(r"\b(?=\w*[A-Za-z])(?=\w*[\u0370-\u052f])\w+\b")
TYPED_QUOTE = re.compile(r"``|(?<![\d'])''(?!')")
HASHTAG = re.compile(r"(?<![^\s(])(#)([A-Z]\w++)(?!\s*#)")
BEFORE = re.compile(r"(?<![^\s(])(?:[a-z]+|[A-Z]\.) \(?$")
"""What stands before a tag inside a sentence: a small word, or a short form."""
LONGEST = 24
"""Characters of it."""
SPACES = re.compile(r"[^\S\n]{2,}|[^\S\n ]|(?<![^\n]) | (?![^\n])")
BLANK = re.compile(r"\A\s+|\s+\Z|\n{3,}")


def cleaned(raw: str, header: int, boilerplate: Boilerplate) -> Canonical:
    """The raw text after every step, in order; its first ``header`` characters are the file's header."""
    text = untouched(raw)
    if header:
        text = text.edited("file header", [Edit(0, header, "")])
    text = text.edited("entities", entities(text.text))
    text = text.edited("entity debris", debris(text.text, boilerplate))
    text = text.edited("tags", tags(text.text))
    # Before mojibake, whose letters some feeds have taken apart.
    text = text.edited("letter parts", composed(text.text))
    text = text.edited("mojibake", mojibake(text.text))
    text = text.edited("line ends", (Edit(*m.span(), "\n") for m in LINE_END.finditer(text.text)))
    text = text.edited("invisible characters", _deleted(INVISIBLE, text.text))
    text = text.edited("lookalikes", lookalikes(text.text, boilerplate))
    text = text.edited("broken characters", (Edit(*m.span(), "\ufffd") for m in BROKEN.finditer(text.text)))
    text = text.edited(
        "typed quotation marks", (Edit(*m.span(), '"') for m in TYPED_QUOTE.finditer(text.text))
    )
    text = text.edited("gallery", galleries(text.text))
    text = text.edited("boilerplate", furniture(text.text, boilerplate))
    text = text.edited("hard wraps", unwrap(text.text))
    text = text.edited("other stories", teasers(text.text))
    for pattern in boilerplate.inline:
        text = text.edited("boilerplate", _deleted(pattern, text.text))
    text = text.edited("hashtags", hashtags(text.text))
    text = text.edited("spaces", spaces(text.text))
    return text.edited("blank lines", blank_lines(text.text))


def mojibake(text: str) -> Iterator[Edit]:
    """UTF-8 that was read as something else: "cafÃ©" -> "café"."""
    if text.isascii():
        return
    for line in LINE.finditer(text):
        was = line[0]
        if was.isascii() or not is_bad(was):
            continue
        mended = ftfy.fix_encoding(was)
        runs = [(m.span(), ftfy.fix_encoding(m[0])) for m in NOT_ASCII.finditer(was)]
        rebuilt = NOT_ASCII.sub(lambda m: ftfy.fix_encoding(m[0]), was)
        if rebuilt == mended:
            yield from (Edit(line.start() + a, line.start() + b, new) for (a, b), new in runs)
        else:
            yield _narrowed(line.start(), was, mended)


def tags(text: str) -> Iterator[Edit]:
    """HTML tags left in plain text; those of blocks leave a line break."""
    for match in TAG.finditer(text):
        yield Edit(*match.span(), "\n" if match[1].lower() in BLOCK_TAGS else "")


def entities(text: str) -> Iterator[Edit]:
    """Character entities, also those escaped twice: "&amp;quot;" -> '"'."""
    for match in ENTITY.finditer(text):
        meant = _meant(match[1])
        if meant:
            yield Edit(*match.span(), meant)


def debris(text: str, boilerplate: Boilerplate) -> Iterator[Edit]:
    """Entities whose first mark was lost or became a comma: "measures,quot;" -> 'measures"'."""
    for match in DEBRIS.finditer(text):
        meant = _meant(match[1]) if match[1] in boilerplate.debris else None
        if meant:
            yield Edit(*match.span(), meant)


def composed(text: str) -> Iterator[Edit]:
    """Letters with separate accents, and ligatures, as the letters one would type."""
    if text.isascii():
        return
    for match in LETTER_PARTS.finditer(text):
        form: Literal["NFC", "NFKC"] = "NFC" if len(match[0]) > 1 else "NFKC"
        yield Edit(*match.span(), unicodedata.normalize(form, match[0]))


def lookalikes(text: str, boilerplate: Boilerplate) -> Iterator[Edit]:
    """Letters of other alphabets in a Latin word: "k\u0456lled" -> "killed"; whole foreign words stay."""
    if text.isascii():
        return
    latin = boilerplate.lookalikes
    for word in MIXED.finditer(text):
        if all(c.isascii() or c in latin for c in word[0]):
            at = word.start()
            yield from (Edit(at + n, at + n + 1, latin[c]) for n, c in enumerate(word[0]) if c in latin)


def furniture(text: str, boilerplate: Boilerplate) -> Iterator[Edit]:
    """Whole lines that belong to the page: share buttons, credits, notices."""
    for line in LINE.finditer(text):
        words = " ".join(line[0].split())
        if words and is_furniture(words, boilerplate):
            yield Edit(*line.span(), "")


def is_furniture(words: str, boilerplate: Boilerplate) -> bool:
    """Whether a line (single spaces) is none of the report's."""
    return words.lower() in boilerplate.lines or any(p.fullmatch(words) for p in boilerplate.patterns)


def hashtags(text: str) -> Iterator[Edit]:
    """The mark before a name in a running sentence: "killed in #Deir_Orlow" -> "killed in Deir Orlow".

    Tags at the head or the end of a post, which are no part of a sentence, stay.
    """
    for tag in HASHTAG.finditer(text):
        if not BEFORE.search(text, max(0, tag.start() - LONGEST), tag.start()):
            continue
        yield Edit(tag.start(1), tag.start(1) + 1, "")
        yield from (Edit(n, n + 1, " ") for n in range(tag.start(2), tag.end(2)) if text[n] == "_")


def spaces(text: str) -> Iterator[Edit]:
    """Every run of spaces as one plain space, none at the ends of a line."""
    for match in SPACES.finditer(text):
        inside = match.start() > 0 and match.end() < len(text)
        inside = inside and text[match.start() - 1] != "\n" and text[match.end()] != "\n"
        yield Edit(*match.span(), " " if inside else "")


def blank_lines(text: str) -> Iterator[Edit]:
    """At most one blank line between paragraphs, none at the ends."""
    for match in BLANK.finditer(text):
        inside = match.start() > 0 and match.end() < len(text)
        yield Edit(*match.span(), "\n\n" if inside else "")


def _meant(name: str) -> str | None:
    """The characters that an entity's name or number stands for."""
    return html.unescape(f"&{name};") if name[0] == "#" else html5.get(f"{name};")


def _deleted(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    return (Edit(*m.span(), "") for m in pattern.finditer(text) if m[0])


def _narrowed(offset: int, was: str, now: str) -> Edit:
    """One edit from ``was`` to ``now`` without the beginning and end that they share."""
    shorter = min(len(was), len(now)) - 1
    first = next((i for i in range(shorter) if was[i] != now[i]), shorter)
    last = next((i for i in range(shorter - first) if was[-1 - i] != now[-1 - i]), shorter - first)
    return Edit(offset + first, offset + len(was) - last, now[first : len(now) - last])
