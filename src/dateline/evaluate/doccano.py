"""A doccano export (JSON Lines, with or without relations) -> marked claims. doccano counts UTF-16 units."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from dateline.errors import InputError
from dateline.evaluate.gold import Gold
from dateline.evaluate.regions import SOURCE, Region, region_gold
from dateline.exchange.offsets import Offsets
from dateline.model import Span

SAME = "same incident"
"""Relation between two claims about one occurrence."""

LABEL = re.compile(r"(?P<label>[\w ]+?)(?: \((?P<modality>\w+)\))?")

Json = dict[str, Any]


def doccano_gold(lines: Sequence[str], file: str) -> Gold:
    """The claims marked in the lines.

    Raises:
        InputError: a line is not as doccano writes it; names the file and the line.
    """
    regions, texts = list[Region](), list[tuple[str, str]]()
    for n, line in enumerate(lines, 1):
        try:
            document = json.loads(line)
            key = str(document.get("key") or document.get("id") or n)
            texts.append((key, document["text"]))
            regions += _regions(key, document)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise InputError(f"{file}: line {n} is not as doccano exports one: {error!r}") from error
    return region_gold(regions, texts, file)


def _regions(key: str, document: Json) -> Iterator[Region]:
    text, relations = document["text"], document.get("relations") or ()
    offsets = Offsets(text)
    spans = {
        id_: (label, Span(offsets.code_point(start), offsets.code_point(end)))
        for id_, label, start, end in _entities(document)
    }
    incidents = _incidents(
        list(spans), [(r["from_id"], r["to_id"]) for r in relations if r["type"] == SAME], key
    )
    for id_, (label, span) in spans.items():
        told = LABEL.fullmatch(label)
        if told is None:
            raise ValueError(f"{label!r} is no label")
        tied = [r["to_id"] for r in relations if r["type"] == SOURCE and r["from_id"] == id_]
        sources = tuple(spans[to][1].of(text) for to in tied if to in spans)
        yield Region(key, told["label"], span, told["modality"], incident=incidents.get(id_), sources=sources)


def _entities(document: Json) -> Iterator[tuple[Any, str, int, int]]:
    if "entities" in document:
        for each in document["entities"]:
            yield each["id"], each["label"], each["start_offset"], each["end_offset"]
    else:
        for n, (start, end, label) in enumerate(document["label"]):
            yield n, label, start, end


def _incidents(ids: Sequence[Any], ties: Sequence[tuple[Any, Any]], key: str) -> dict[Any, str]:
    """A name for each set of claims that are tied together; none where nothing is tied."""
    if not ties:
        return {}
    heads = {id_: id_ for id_ in ids}
    for one, other in ties:
        old, new = heads[one], heads[other]
        heads = {id_: new if head == old else head for id_, head in heads.items()}
    return {id_: f"{key} {head}" for id_, head in heads.items()}
