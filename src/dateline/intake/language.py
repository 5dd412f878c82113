"""Is it English? Other languages are named."""

from __future__ import annotations

import re
from functools import cache

import pycountry
from py3langid.langid import MODEL_FILE, LanguageIdentifier

from dateline.errors import InputError

ENGLISH = "en"
ODDS = 0.001
"""A text is not English where the identifier gives English a smaller chance than this. Lists of foreign
names stay above it however long, and ten words of another language fall far below."""
OPENING = 1000
"""Characters that settle it where they are plainly English."""
LINE_LETTERS = 40
SHARE = 1 / 3
"""A page in two languages is read when this share of its letters stands in English lines."""
LETTERS = re.compile(r"[^\W\d_]")


def check_language(text: str, stated: str | None) -> str:
    """The ISO 639-1 code of a text that can be read, which is always English.

    ``stated`` is what the input says of itself, and is believed.

    Raises:
        InputError: naming the language, if it is another.
    """
    if stated:
        if is_english_code(stated):
            return ENGLISH
        raise InputError(f"its language is {language_name(stated)}; only English is read")
    if _identified(text[:OPENING])[1] > 1 - ODDS:
        return ENGLISH
    found, odds = _identified(text)
    if odds >= ODDS or _english_share(text) >= SHARE:
        return ENGLISH
    raise InputError(
        f"written in {language_name(found)}; only English is read "
        '(if it is English, give it as JSON Lines with "language": "en")'
    )


def is_english_code(code: str) -> bool:
    """Whether a language tag or name ("en", "en-GB", "eng", "English") means English."""
    return re.split(r"[-_]", code.strip().lower())[0] in ("en", "eng", "english")


def language_name(code: str) -> str:
    """The English name of an ISO 639 code, or the code where it is unknown."""
    short = re.split(r"[-_]", code.strip().lower())[0]
    known = pycountry.languages.get(alpha_2=short) or pycountry.languages.get(alpha_3=short)
    return str(known.name) if known else code


def _english_share(text: str) -> float:
    """The share of letters in lines that may be English and are long enough to tell."""
    english = total = 0
    for line in text.splitlines():
        letters = len(LETTERS.findall(line))
        total += letters
        if letters >= LINE_LETTERS and _identified(line)[1] >= ODDS:
            english += letters
    return english / total if total else 0.0


def _identified(text: str) -> tuple[str, float]:
    """The likeliest language and the chance of English, 0 to 1."""
    ranked = [(str(code), float(odds)) for code, odds in _identifier().rank(text)]
    return ranked[0][0], dict(ranked)[ENGLISH]


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
