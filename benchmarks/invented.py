"""Invented news to time reading on: reports of conflict and of everything else, the same for the same seed.

Names, places and events are made up. What is not about conflict has words of harm and of war in it as
ordinary news has them: prices hit, campaigns launched, accidents, arrests.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

WORDS: dict[str, list[str] | dict[str, list[str]]] = json.loads(
    (Path(__file__).parent / "data" / "invented.json").read_text(encoding="utf-8")
)
SLOT = "{"


def conflict(count: int, seed: int = 1) -> Iterator[str]:
    """Reports of attacks, battles and their victims."""
    random = Random(seed)
    return (_report(random, ["conflict"]) for _ in range(count))


def other(count: int, seed: int = 2, topics: Sequence[str] = ()) -> Iterator[str]:
    """Reports of sport, trade, councils, science, courts and accidents, or of some of these alone."""
    random = Random(seed)
    topics = topics or list(_table("other"))
    return (_report(random, [topics[n % len(topics)]]) for n in range(count))


def mixed(count: int, share: float = 0.1, seed: int = 3) -> Iterator[str]:
    """News of which a share is of conflict, evenly strewn in."""
    step = round(1 / share)
    one, rest = conflict(count, seed), other(count, seed + 1)
    return (next(one) if n % step == 0 else next(rest) for n in range(count))


def _report(random: Random, topics: Sequence[str]) -> str:
    """Some paragraphs of one to three sentences."""
    names = {slot: random.choice(words) for slot, words in _table("slots").items()}
    sentences = list(_sentences(topics[0]))
    random.shuffle(sentences)
    paragraphs, at = list[str](), 0
    for _ in range(random.randrange(6, 12)):
        size = random.randrange(1, 4)
        chosen = [sentences[(at + n) % len(sentences)] for n in range(size)]
        at += size
        paragraphs.append(" ".join(_filled(random, sentence, names) for sentence in chosen))
    return "\n".join(paragraphs)


def _sentences(topic: str) -> list[str]:
    return _list("conflict") if topic == "conflict" else _table("other")[topic] + _list("filler")


def _filled(random: Random, sentence: str, names: dict[str, str]) -> str:
    """A sentence with its slots filled: names stay those of the report, numbers and days do not."""
    while SLOT in sentence:
        before, _, rest = sentence.partition(SLOT)
        slot, _, after = rest.partition("}")
        word = str(random.randrange(2, 60)) if slot == "n" else names[slot]
        word = random.choice(_table("slots")[slot]) if slot in ("day", "verb") else word
        sentence = before + word + after
    return sentence


def _table(name: str) -> dict[str, list[str]]:
    found = WORDS[name]
    assert isinstance(found, dict)
    return found


def _list(name: str) -> list[str]:
    found = WORDS[name]
    assert isinstance(found, list)
    return found
