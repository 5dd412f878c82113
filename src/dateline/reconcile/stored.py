"""Views and footprints of events <-> the JSON text that a ledger keeps of them between two linkings."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from sys import intern

from pydantic import TypeAdapter

from dateline.reconcile.keys import keys_of
from dateline.reconcile.rarity import Words
from dateline.reconcile.recall import Footprint
from dateline.reconcile.views import EventView

ADAPTER: TypeAdapter[tuple[EventView, ...]] = TypeAdapter(tuple[EventView, ...])


def write_views(views: Sequence[EventView]) -> str:
    """The views of one report's events."""
    return ADAPTER.dump_json(tuple(views)).decode()


def read_views(text: str) -> tuple[EventView, ...]:
    """The views that were written; one word is one object in all of them, so that millions fit."""
    views = ADAPTER.validate_json(text)
    if not views:
        return ()
    telling = replace(views[0].telling, words=_interned(views[0].telling.words))
    return tuple(replace(view, telling=telling, words=_interned(view.words)) for view in views)


def write_footprints(views: Sequence[EventView]) -> str:
    """In which blocks the events of one report stand."""
    return json.dumps([[view.id, keys_of(view)] for view in views], ensure_ascii=False)


def read_footprints(report: str, made_from: str, text: str) -> Iterator[Footprint]:
    """What was written of a report; ``made_from`` tells from what its views were made."""
    return (Footprint(id_, report, made_from, keys) for id_, keys in json.loads(text))


def _interned(words: Words) -> Words:
    return replace(words, all=tuple(map(intern, words.all)), names=tuple(map(intern, words.names)))
