"""A time, place, actor or count that was read, whether or not a claim came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from dateline.model.place import Place
from dateline.model.span import Span
from dateline.model.value import Entity, Number
from dateline.model.when import When

MentionKind = Literal["time", "place", "actor", "count"]

V = TypeVar("V", When, Place, Entity, Number)


@dataclass(frozen=True, slots=True)
class Mention(Generic[V]):
    """Words in a report and the value read from them."""

    kind: MentionKind
    span: Span
    value: V


TimeMention = Mention[When]
PlaceMention = Mention[Place]
ActorMention = Mention[Entity]
CountMention = Mention[Number]
AnyMention = TimeMention | PlaceMention | ActorMention | CountMention
