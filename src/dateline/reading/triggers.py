"""Which words tell of an occurrence?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dateline.codebook.event_types import EventType
from dateline.codebook.modality import ModalityCues
from dateline.model import Span
from dateline.reading.actors import Cast
from dateline.reading.lexicon import Lexicon
from dateline.reading.modality import is_unreal
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import children, is_noun, is_verb
from dateline.reading.weapons import Weapon

ARMED = frozenset(("military", "armed group", "state", "police"))
VIOLENT = frozenset(("violence", "capture", "property", "sexual violence", "mob"))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase that tells of an occurrence; ``i`` is the token that carries its grammar."""

    i: int
    span: Span
    type: EventType
    weak: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """What trigger finding needs to know about a report beside its parse."""

    lexicon: Lexicon
    cues: ModalityCues
    weapons: Mapping[int, Weapon]
    cast: Cast


def read_triggers(parse: Parse, scene: Scene) -> tuple[Trigger, ...]:
    """Every trigger in text order.

    A weak word ("hit", "fired", "died") counts where a weapon, an attack or an armed party stands with
    it, or, for words of harm, where the report tells of violence; harm by a peaceful cause never does.
    """
    found = list(_candidates(parse, scene))
    strong = [t for t in found if not t.weak and not is_unreal(parse, t.i, scene.cues)]
    acts = [t for t in strong if not t.type.casualty and t.type.family in VIOLENT]
    violent = bool(acts) or any(t.type.casualty for t in strong)
    heads = {t.i for t in strong}
    kept = []
    for t in found:
        if is_unreal(parse, t.i, scene.cues):
            continue
        if t.type.casualty and _peaceful(parse, t, scene, acts):
            continue
        if t.weak and not (t.type.casualty and violent) and not _supported(parse, t.i, scene, heads):
            continue
        kept.append(t)
    return tuple(kept)


def _candidates(parse: Parse, scene: Scene) -> Iterator[Trigger]:
    i = 0
    while i < len(parse.tokens):
        match = (
            scene.lexicon.phrases.at(parse, i)
            if parse.tokens[i].lemma in scene.lexicon.phrases.by_first
            else None
        )
        if match:
            end, kind = match
            head = end - 1 if is_noun(parse.tokens[end - 1]) and not is_verb(parse.tokens[i]) else i
            if not _modifies(parse, head):
                yield Trigger(head, parse.span(i, end), kind, False)
                i = end
                continue
        token = parse.tokens[i]
        single = _single(parse, token, scene.lexicon)
        if single:
            yield single
        i += 1


def _single(parse: Parse, token: Token, lexicon: Lexicon) -> Trigger | None:
    kinds: tuple[EventType | None, EventType | None]
    if is_verb(token):
        kinds = lexicon.verbs.get(token.lemma), lexicon.weak_verbs.get(token.lemma)
    elif is_noun(token):
        kinds = lexicon.nouns.get(token.lemma), lexicon.weak_nouns.get(token.lemma)
    else:
        return None
    kind = kinds[0] or kinds[1]
    if kind is None or (is_noun(token) and _modifies(parse, token.i)) or _other_sense(parse, token, lexicon):
        return None
    return Trigger(token.i, token.span, kind, kinds[0] is None)


def _modifies(parse: Parse, i: int) -> bool:
    """Whether a noun only modifies another: "murder charges", "bomb squad"."""
    token = parse.tokens[i]
    return token.dep in ("compound", "nmod", "amod") and is_noun(parse.tokens[token.head]) and is_noun(token)


def _other_sense(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """Whether the word before shows another sense: "heart attack", "hunger strike"."""
    wrong = lexicon.not_after.get(token.lemma)
    return bool(wrong) and token.i > 0 and parse.tokens[token.i - 1].lower in (wrong or ())


def _supported(parse: Parse, i: int, scene: Scene, heads: set[int]) -> bool:
    """Whether a weapon, an attack or an armed party stands with the word at ``i``."""
    for near in _company(parse, i):
        if near.i in scene.weapons or near.i in heads:
            return True
        entity = scene.cast.entity(near.i)
        if entity and entity.kind in ARMED and near.dep not in ("pobj",):
            return True
    return False


def _company(parse: Parse, i: int) -> Iterator[Token]:
    """Arguments and modifiers of a word, those under its prepositions, and what it is said of."""
    for t in children(parse, i):
        yield t
        if t.dep in ("prep", "agent", "acl", "xcomp", "advcl"):
            yield from children(parse, t.i, "pobj", "dobj")
    token = parse.tokens[i]
    if token.dep in ("acl", "relcl", "conj", "amod"):
        yield parse.tokens[token.head]


def _peaceful(parse: Parse, trigger: Trigger, scene: Scene, acts: list[Trigger]) -> bool:
    """Whether harm comes of an accident or illness: such a cause in the sentence, and no violent act."""
    here = parse.tokens[trigger.i].sentence
    sentence = parse.sentences[here]
    words = (parse.tokens[i] for i in range(sentence.first, sentence.end))
    caused = any(t.lemma in scene.lexicon.peaceful or t.lower in scene.lexicon.peaceful for t in words)
    return caused and not any(parse.tokens[a.i].sentence == here for a in acts)
