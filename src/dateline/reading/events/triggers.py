"""Which words tell of an occurrence?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.codebook.event_types import EventType
from dateline.reading.events.frames import fits, is_nothing, is_struck, understood_subjects
from dateline.reading.events.lexicon import Lexicon
from dateline.reading.events.mishaps import PUBLIC, Calm, is_gerund, is_vague
from dateline.reading.events.scene import Scene
from dateline.reading.events.trigger import Trigger
from dateline.reading.generic import generic
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import (
    SUBJECTS,
    ancestors,
    child,
    children,
    is_noun,
    is_passive,
    is_verb,
    subjects,
    subtree,
)
from dateline.reading.unreal import is_unreal
from dateline.reading.withdrawn import withdrawn

ARMED = frozenset(("military", "armed group", "police"))
VIOLENT = frozenset(("violence", "capture", "property", "sexual violence", "mob"))
HOLDING = frozenset(("nsubj", "nsubjpass", "dobj"))
"""Arguments that a weapon may stand inside: "a car full of dynamite exploded"."""

OTHER_TOPIC = 4
"""Distinct words of a topic that borrows the words of war, from which a report is taken to be about it."""


def read_triggers(
    parse: Parse, scene: Scene, harmed: frozenset[int] = frozenset(), people: frozenset[int] = frozenset()
) -> tuple[Trigger, ...]:
    """Every trigger in text order; ``harmed`` are tokens that carry a number of people harmed.

    ``people`` are those of them whose noun says that they are people: "seized 30 shoppers" is of harm, too.

    A weak word ("hit", "fired", "died") counts where a weapon, an attack or an armed party stands with
    it, or, for words of harm, where they are counted or the report tells of violence; a raid, where people
    are counted as harmed in it. Harm and explosions by a peaceful cause do not count, nor does anything in a
    report on a topic that borrows the words of war.
    """
    told = {t.i: t for t in reversed(tuple(_candidates(parse, scene)))}
    for i in harmed:
        framings = scene.lexicon.framed_verbs.get(parse.tokens[i].lemma, ())
        if is_nothing(parse, i, framings, scene):
            continue
        harm = Trigger(i, parse.tokens[i].span, scene.lexicon.types["violence"], True)
        known = told.setdefault(i, harm)
        if i in people and known.weak and known.type.family in PUBLIC:
            told[i] = harm  # "12 men were pulled alive from the rubble" is no withdrawal
    gone = withdrawn(parse, scene.cues) | generic(parse, scene.cues)
    found = [told[i] for i in sorted(told) if i not in gone and not is_unreal(parse, i, scene.cues)]
    strong = [t for t in found if not t.weak]
    heads = {t.i for t in strong}
    acting = {t.i for t in strong if not t.type.casualty}
    acts = [t for t in found if _is_act(parse, t, scene, acting)]
    if _other_topic(parse, scene.lexicon, strong):
        return ()
    violent = bool(acts) or any(t.type.casualty for t in strong)
    calm = Calm.of(parse, scene.lexicon, acts, strong)

    def counts(t: Trigger) -> bool:
        if calm.explains(parse, t, scene.lexicon):
            return False
        alone = not violent and _dies_alone(parse, t, scene.lexicon)
        counted = (t.i in harmed and t.type.casualty) or (t.i in people and t.type.family in VIOLENT)
        if counted and not alone:
            return True
        vague = t.type.family in VIOLENT and is_vague(parse, t, scene.lexicon)
        if not (t.weak or (vague and not violent)) or (t.type.casualty and violent):
            return True
        if (violent or harmed) and is_struck(parse, t.i, scene):
            return True
        harming = is_noun(parse.tokens[t.i]) and parse.tokens[t.i].lemma in scene.lexicon.harming
        return _supported(parse, t.i, scene, heads - {t.i}) or (harming and _harms(parse, t.i, harmed))

    return tuple(t for t in found if counts(t))


def _dies_alone(parse: Parse, trigger: Trigger, lexicon: Lexicon) -> bool:
    """Whether it is news of someone by name, who died of nothing told: "Ann Reed has died aged 81"."""
    token = parse.tokens[trigger.i]
    if token.lemma not in lexicon.deaths or not is_verb(token):
        return False
    who = child(parse, token.i, "nsubj")
    news = any(t.lower == "has" for t in children(parse, token.i, "aux"))  # not "Reed died at the scene"
    return news and who is not None and who.tag == "NNP"


def _is_act(parse: Parse, trigger: Trigger, scene: Scene, heads: set[int]) -> bool:
    """Whether a trigger is an act of violence whatever else the report says."""
    if trigger.type.family not in VIOLENT:
        return False
    if not trigger.weak and not is_vague(parse, trigger, scene.lexicon):
        return True
    return not trigger.type.casualty and _supported(parse, trigger.i, scene, heads - {trigger.i})


def _other_topic(parse: Parse, lexicon: Lexicon, strong: Sequence[Trigger]) -> bool:
    """Whether a report has more words of sport, screen, space flight or trade than of violence."""
    words = [t.lemma for t in parse.tokens if t.lemma in lexicon.topics]
    return len(set(words)) >= OTHER_TOPIC and len(words) > 2 * len(strong)


def _candidates(parse: Parse, scene: Scene) -> Iterator[Trigger]:
    i = 0
    while i < len(parse.tokens):
        match = (
            scene.lexicon.phrases.at(parse, i)
            if parse.tokens[i].lemma in scene.lexicon.phrases.by_first
            else None
        )
        if match and not _is_clause(parse, i, match[0]):
            end, kind = match
            head = end - 1 if is_noun(parse.tokens[end - 1]) and not is_verb(parse.tokens[i]) else i
            framings = scene.lexicon.framed_verbs.get(parse.tokens[head].lemma, ())
            if not _modifies(parse, head, scene.lexicon) and not is_nothing(parse, head, framings, scene):
                told = _retold(parse, head, scene, kind)
                if told:
                    yield Trigger(head, parse.span(i, end), told, False)
                i = end
                continue
        single = _single(parse, parse.tokens[i], scene)
        if single:
            yield single
        i += 1


def _is_clause(parse: Parse, i: int, end: int) -> bool:
    """Whether a noun and a verb happen to stand as the nouns of a phrase do: "drones struck"."""
    first, last = parse.tokens[i], parse.tokens[end - 1]
    return is_verb(last) and first.head == last.i and first.dep in SUBJECTS


def _single(parse: Parse, token: Token, scene: Scene) -> Trigger | None:
    """A trigger of one word: by the company that a frame asks for, else by itself."""
    lexicon = scene.lexicon
    if token.lemma not in lexicon.known and token.lower not in lexicon.known:
        return None
    if token.ent == "DATE":  # the month of March
        return None
    gerund = is_gerund(parse, token)
    if is_verb(token) and not (gerund and token.lower in lexicon.nouns):
        strong, weak, framed = lexicon.verbs, lexicon.weak_verbs, lexicon.framed_verbs
    elif is_noun(token) or gerund:
        strong, weak, framed = lexicon.nouns, lexicon.weak_nouns, lexicon.framed_nouns
    else:
        return None
    sure = strong.get(token.lower if gerund else token.lemma) or strong.get(token.lower)
    kind = sure or weak.get(token.lemma)
    framings = framed.get(token.lemma, ())
    if not (kind or framings) or (is_noun(token) and _modifies(parse, token.i, lexicon)):
        return None
    if _other_sense(parse, token, lexicon) or _is_listed(parse, token, lexicon) or _is_outcome(parse, token):
        return None
    frame = next((f for f in framings if fits(parse, token.i, f, scene, kind)), None)
    if frame:
        sure = kind = frame.type
    told = _retold(parse, token.i, scene, kind) if kind else None
    suffered = frame is not None and frame.frame.suffered
    vague = sure is None and told is kind  # what its company makes of it is no weak word's
    return Trigger(token.i, token.span, told, vague, suffered) if told else None


def _retold(parse: Parse, i: int, scene: Scene, kind: EventType) -> EventType | None:
    """The type that the company of a trigger makes of it; none where it shows that nothing occurred."""
    for framing in scene.lexicon.framed_families.get(kind.family, ()):
        if framing.type is not kind and fits(parse, i, framing, scene, kind):
            return framing.type
    return kind


def _modifies(parse: Parse, i: int, lexicon: Lexicon) -> bool:
    """Whether a noun only modifies another: "murder charges", "bomb squad", but not "a shooting incident"."""
    token = parse.tokens[i]
    if parse.tokens[token.head].lemma in lexicon.carriers and token.dep == "compound":
        return False
    return token.dep in ("compound", "nmod", "amod") and is_noun(parse.tokens[token.head]) and is_noun(token)


def _other_sense(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """Whether the word before shows another sense: "heart attack", "hunger strike"."""
    wrong = lexicon.not_after.get(token.lemma)
    return bool(wrong) and token.i > 0 and parse.tokens[token.i - 1].lower in (wrong or ())


def _is_outcome(parse: Parse, token: Token) -> bool:
    """Whether a noun only ends a verb: "was shot to death"."""
    before = parse.tokens[max(0, token.i - 2) : token.i]
    return token.lower == "death" and len(before) == 2 and before[1].lower == "to" and is_verb(before[0])


def _is_listed(parse: Parse, token: Token, lexicon: Lexicon) -> bool:
    """Whether a noun is what a document is of: "the ministry's list of fatalities"."""
    of = parse.tokens[token.head]
    return token.dep == "pobj" and of.lower == "of" and parse.tokens[of.head].lemma in lexicon.listing


def _supported(parse: Parse, i: int, scene: Scene, heads: set[int]) -> bool:
    """Whether a weapon, an attack or an armed party stands with the word at ``i``."""
    for near in (*_company(parse, i), *_conductors(parse, i, scene.lexicon)):
        if near.i in scene.weapons or near.i in heads:
            return True
        entity = scene.cast.entity(near.i)
        if entity is None or (near.dep == "pobj" and parse.tokens[near.head].dep != "agent"):
            continue
        if entity.kind in ARMED or (entity.kind == "state" and near.dep == "nsubj"):
            return True
    return False


def _harms(parse: Parse, i: int, harmed: frozenset[int]) -> bool:
    """Whether people are counted as harmed in, by or of the noun at ``i``: "a raid that left 31 dead"."""
    above = parse.tokens[parse.tokens[i].head] if parse.tokens[i].dep in SUBJECTS else parse.tokens[i]
    return any(t.i in harmed for t in ancestors(parse, i)) or not harmed.isdisjoint(subtree(parse, above.i))


def _conductors(parse: Parse, i: int, lexicon: Lexicon) -> Sequence[Token]:
    """Who carries out what a noun tells: "the army conducted an operation in Orlow"."""
    token = parse.tokens[i]
    verb = parse.tokens[token.head]
    one = token.dep == "dobj" and token.tag == "NN"  # operations in the plural are no occurrence
    return subjects(parse, verb.i) if one and verb.lemma in lexicon.light else ()


def _company(parse: Parse, i: int) -> Iterator[Token]:
    """Arguments and modifiers of a word with what they hold, its understood subject, what it is said of."""
    for t in children(parse, i):
        yield t
        if t.dep in ("prep", "agent", "acl", "xcomp", "advcl"):
            yield from children(parse, t.i, "pobj", "dobj")
        elif t.dep in HOLDING and t.tag != "CD":  # "two of the rockets fell" tells no more
            yield from (parse.tokens[n] for n in subtree(parse, t.i, "relcl", "appos") if n != t.i)
    token = parse.tokens[i]
    if is_verb(token) and not is_passive(parse, i):
        yield from understood_subjects(parse, token)
    if token.dep in ("acl", "relcl", "conj", "amod") or (token.dep == "advcl" and token.tag == "VBG"):
        yield parse.tokens[token.head]
        if token.dep == "advcl":
            yield from children(parse, token.head, "dobj")
