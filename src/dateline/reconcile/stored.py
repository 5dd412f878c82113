"""Views of events <-> the JSON text that a ledger keeps of them between two linkings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from sys import intern

from pydantic import TypeAdapter

from dateline.reconcile.rarity import Words
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


def _interned(words: Words) -> Words:
    return replace(words, all=tuple(map(intern, words.all)), names=tuple(map(intern, words.names)))
