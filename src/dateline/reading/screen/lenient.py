"""A codebook's frames made ready for parses without named entities: what cannot be seen may be there."""

from __future__ import annotations

from dataclasses import replace

from dateline.codebook import Codebook
from dateline.codebook.event_types import WordClass
from dateline.model import Entity
from dateline.reading.parse import Parse

SOMEBODY = Entity("", "armed group", None, None, "")
STATE = Entity("", "state", None, None, "")


def lenient(codebook: Codebook) -> Codebook:
    """The same codebook with every word class open to whatever its kinds and labels might take in.

    Frames by which nothing occurred are left out where they rest on such a class.
    """
    types = codebook.event_types
    blurred = {name for name, each in types.classes.items() if each.labels or each.kinds or each.proper}
    return replace(
        codebook,
        event_types=replace(
            types,
            classes={name: _open(each) if name in blurred else each for name, each in types.classes.items()},
            frame=tuple(f for f in types.frame if f.type or blurred.isdisjoint(f.classes())),
        ),
    )


def _open(each: WordClass) -> WordClass:
    kinds = each.kinds | {SOMEBODY.kind} if each.kinds else each.kinds
    return replace(each, kinds=kinds, proper=True)


def all_named(parse: Parse) -> Parse:
    """The same parse with every proper noun the name of a person."""
    tokens = (t._replace(ent="PERSON") if t.tag.startswith("NNP") else t for t in parse.tokens)
    return parse._replace(tokens=tuple(tokens))
