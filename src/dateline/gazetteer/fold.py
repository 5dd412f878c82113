"""Names as keys: what is left of a place name when spelling no longer matters."""

from __future__ import annotations

import re
import unicodedata

ARTICLES = frozenset(("al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es", "ez", "ul"))
FULL_WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
DROPPED = re.compile(r"[.'’‘ʿʾʼ`´ʻ]")
SEPARATORS = re.compile(r"[^a-z0-9]+")
NOT_DECOMPOSED = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "a"}
)
DIGRAPHS = (
    ("tch", "C"),
    ("sh", "S"),
    ("ch", "S"),
    ("kh", "x"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("ph", "f"),
)
SAME_SOUND = str.maketrans({"q": "k", "c": "k", "v": "f", "p": "b"})
VOWELS = re.compile(r"[aeiouyw]+")
DOUBLED = re.compile(r"(.)\1+")


def fold(name: str) -> str:
    """Lower case without accents, hyphens, apostrophes and dots: "Deir ez-Zor" is ``deir al zor``.

    An Arabic article before another word becomes "al", a word's ending "ah" becomes "a", and "St.", "Mt.",
    "Ft." their full words. Empty where no Latin letter or digit is left.
    """
    lower = name.lower()
    if not lower.isascii():
        lower = unicodedata.normalize("NFKD", lower).translate(NOT_DECOMPOSED)
        lower = "".join(c for c in lower if not unicodedata.combining(c))
    words = [
        word[:-1] if len(word) > 4 and word.endswith("ah") else word
        for word in SEPARATORS.sub(" ", DROPPED.sub("", lower)).split()
    ]
    last = len(words) - 1
    return " ".join(
        "al" if i < last and word in ARTICLES else FULL_WORDS.get(word, word) if last else word
        for i, word in enumerate(words)
    )


def bare(folded: str) -> str:
    """A folded name without the article in front."""
    return folded[3:] if folded.startswith("al ") else folded


def sound_key(folded: str) -> str:
    """The consonants of a romanised name, articles left out: "dayr al balah", "deir balah" are ``dr blh``.

    Empty where fewer than three consonants are left: too little to know a name by.
    """
    words = [_consonants(word) for word in folded.split() if word != "al"]
    key = " ".join(words)
    return key if len(key.replace(" ", "")) >= 3 else ""


def pattern_key(folded: str) -> str:
    """A romanised word with all its vowels alike: "shisha" and "sheshi" are ``SaSa``; of few consonants.

    Empty where it has less than two of either: too little to know a name by.
    """
    word = folded.removeprefix("al ")
    for pair, one in DIGRAPHS:
        word = word.replace(pair, one)
    key = VOWELS.sub("a", word.translate(SAME_SOUND))
    return key if " " not in key and key.count("a") >= 2 and len(key) - key.count("a") >= 2 else ""


def _consonants(word: str) -> str:
    for pair, one in DIGRAPHS:
        word = word.replace(pair, one)
    word = word.translate(SAME_SOUND)
    first = "A" if word[0] in "aeiou" else word[0]
    left = DOUBLED.sub(r"\1", first + VOWELS.sub("", word[1:]))
    return left[:-1] if len(left) > 2 and left.endswith("h") else left
