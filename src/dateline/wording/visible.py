"""Characters that cannot be seen, or that turn the text around them, as characters that can."""

from __future__ import annotations

import re
import unicodedata

HIDDEN = re.compile(
    "[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)
"""Controls, marks of direction, blanks without width, and lone surrogates."""

JOINERS = "\u200c\u200d"
"""Which writing needs: Persian, the scripts of India, and pictures made of several."""


def visible(text: str) -> str:
    """The text with each hidden character as its number: "kil[U+200B]led".

    A joiner stays where writing needs it: beside a letter that is not Latin, Greek or Cyrillic, or a picture.
    """
    return HIDDEN.sub(lambda found: found[0] if is_joiner(text, found.start()) else label(found[0]), text)


def label(character: str) -> str:
    """ "[U+202E]"."""
    return f"[U+{ord(character):04X}]"


def is_hidden(text: str, at: int) -> bool:
    """Whether the character at this place is to be shown by its number."""
    return HIDDEN.match(text[at]) is not None and not is_joiner(text, at)


def is_joiner(text: str, at: int) -> bool:
    """Whether the character is a joiner between characters that it joins."""
    if text[at] not in JOINERS or at == 0 or at + 1 == len(text):
        return False
    return _joins(text[at - 1]) and _joins(text[at + 1])


def _joins(character: str) -> bool:
    if unicodedata.category(character) in ("So", "Sk", "Mn", "Mc"):
        return True
    plain = ("LATIN", "GREEK", "CYRILLIC")
    return character.isalpha() and not unicodedata.name(character, "LATIN").startswith(plain)
