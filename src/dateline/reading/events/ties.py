"""Which tellings of one sentence does grammar tie to one occurrence?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from dateline.reading.events.event import Page, types_fit
from dateline.reading.events.telling import Telling
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import SUBJECTS, ancestors, children, is_noun, is_verb

COMPLEMENTS = frozenset(("advcl", "acomp", "xcomp", "oprd"))
"""Relations of a word of harm to the verb that says no more than that it came to that: "went missing"."""
LED_TO = frozenset(("dobj", "pobj", "prep", "attr", "oprd", "ccomp", "amod", "nmod", "acomp", "prt"))
"""Relations on the way from harm to the verb that leads to it: "left two dead", "led to the death of two"."""
STOPPED = frozenset(("dobj", "nsubjpass"))
LISTING = ("CD", "CC", ",", "NN", "JJ", "RB")
"""Tags of words between harm and harm in a list: "two dead, at least nine people injured"."""


def bundles(page: Page, tellings: Sequence[Telling]) -> list[list[Telling]]:
    """Tellings in text order, those of a sentence that grammar ties to one occurrence together."""
    found: list[list[Telling]] = []
    for telling in tellings:
        home = next(
            (
                b
                for b in reversed(found[-6:])
                if not telling.apart and _tied(page, telling, b) and not aside(page, [telling], b)
            ),
            None,
        )
        if home is None:
            found.append([telling])
        else:
            home.append(telling)
    return found


def aside(page: Page, one: Sequence[Telling], other: Sequence[Telling]) -> bool:
    """Whether one of two groups is told in an aside and the other outside it in the same sentence."""
    tokens = page.parse.tokens
    pairs = [
        (a.trigger.i, b.trigger.i)
        for a in one
        for b in other
        if tokens[a.trigger.i].sentence == tokens[b.trigger.i].sentence
    ]
    return any((a in inside) != (b in inside) for inside in page.asides for a, b in pairs)


def _tied(page: Page, telling: Telling, bundle: Sequence[Telling]) -> bool:
    """Whether grammar ties a telling to a bundle, and their types may tell of one occurrence."""
    families = page.words.events.one_occurrence
    if {t.type.family for t in (telling, *bundle)} <= families and any(
        _one_clause(page, a, b) for t in bundle for a, b in ((telling, t), (t, telling))
    ):
        return True
    pairs = [pair for old in bundle for pair in ((telling, old), (old, telling))]
    if any(_fired_and_stopped(page, *pair) or _causes(page, *pair) for pair in pairs):
        return True
    if any(_one_sweep(page, telling, old) or _one_breath(page.parse, telling, old) for old in bundle):
        return True
    if not all(types_fit(page, telling.type, old.type) for old in bundle):
        return False
    linked = any(_linked(page.parse, telling, old) or _told_when(page, telling, old) for old in bundle)
    return linked or _goes_past_date(page.parse, telling, bundle) or _goes_on_aside(page, telling, bundle)


def _fired_and_stopped(page: Page, fired: Telling, stopped: Telling) -> bool:
    """Whether a clause tells who fired what another stops: "shot down 38 drones launched by rebels"."""
    words, tokens = page.words.events, page.parse.tokens
    if stopped.type.name != words.stopped or fired.type.name not in words.flights:
        return False
    verb, weapon = tokens[fired.trigger.i], tokens[tokens[fired.trigger.i].head]
    return verb.dep in ("acl", "relcl") and weapon.head == stopped.trigger.i and weapon.dep in STOPPED


def _told_when(page: Page, new: Telling, old: Telling) -> bool:
    """Whether a clause right behind harm tells what did it, wherever the parser hangs it.

    "Two of those wounded when a drone hit the mill last month have died" were wounded by the drone.
    """
    tokens, harm = page.parse.tokens, old.trigger.i
    if not old.type.casualty or harm + 1 >= len(tokens) or new.type.casualty:
        return False
    opener = tokens[harm + 1]
    return opener.lower in page.words.ties.same_time and opener.head == new.trigger.i


def _causes(page: Page, act: Telling, harm: Telling) -> bool:
    """Whether an act is the subject of the verb that leads to harm: "the raids caused the death of nine"."""
    subject, below = page.parse.tokens[act.trigger.i], page.parse.tokens[harm.trigger.i]
    verb = page.parse.tokens[subject.head]
    if not harm.type.casualty or subject.dep not in SUBJECTS or verb.lemma not in page.words.ties.causing:
        return False
    path = [below, *takewhile(lambda t: t.i != verb.i, ancestors(page.parse, below.i))]
    return path[-1].head == verb.i and verb.i < below.i and all(t.dep in LED_TO for t in path)


def _goes_on_aside(page: Page, new: Telling, bundle: Sequence[Telling]) -> bool:
    """Whether harm is told in the aside that tells what did it: "a raid that left two dead and nine hurt"."""
    old = {t.trigger.i for t in bundle}
    one = any(new.trigger.i in inside and old <= set(inside) for inside in page.asides)
    return one and new.type.casualty and not (new.times or new.places)


def _goes_past_date(parse: Parse, new: Telling, bundle: Sequence[Telling]) -> bool:
    """Whether a relative clause is hung on the date behind the event word that it tells of.

    "An attack on a school on 9 October that killed eight" killed eight in the attack.
    """
    verb = parse.tokens[new.trigger.i]
    date = parse.tokens[verb.head]
    relative = any(t.tag in ("WDT", "WP") for t in children(parse, verb.i, "nsubj"))
    if verb.dep != "relcl" or date.ent != "DATE" or not relative:
        return False
    last = bundle[-1].trigger.i
    return last < date.i and parse.tokens[last].sentence == date.sentence and is_noun(parse.tokens[last])


def _one_sweep(page: Page, new: Telling, old: Telling) -> bool:
    """Whether one doer killed some and took others in one breath: "killed 20 fighters and arrested 51".

    So does a participle behind an act: "attacked two churches, abducting 40 worshippers".
    """
    if not {new.type.family, old.type.family} <= page.words.events.swept or (new.times and old.times):
        return False
    verb, before = page.parse.tokens[new.trigger.i], page.parse.tokens[old.trigger.i]
    listed = verb.tag == before.tag == "VB"  # "to kill 20, to arrest 51"
    alone = not new.places and not any(children(page.parse, verb.i, "mark"))
    listed |= verb.tag == "VBG" and verb.i > before.i and alone
    listed &= verb.dep == "advcl"
    if verb.head != before.i or not (is_verb(before) and (listed or verb.dep == "conj")):
        return False
    return not any(t.dep in ("nsubj", "nsubjpass") for t in children(page.parse, verb.i))


def _one_breath(parse: Parse, new: Telling, old: Telling) -> bool:
    """Whether harm is listed with harm, or both stand behind one time or place: "two dead, nine injured".

    "In clashes last July 48 were killed and 300 fled".
    """
    a, b = parse.tokens[old.trigger.i], parse.tokens[new.trigger.i]
    apart = (new.times and old.times) or (new.places and old.places) or a.sentence != b.sentence
    if apart or not (old.type.casualty and new.type.casualty):
        return False
    if all(t.tag.startswith(LISTING) or t.lower in ("were", "was") for t in parse.tokens[a.i + 1 : b.i]):
        return True
    subject = min((t.i for t in children(parse, a.i, *SUBJECTS)), default=a.i)
    start = parse.tokens[subject].start
    spans = (*(m.span for m in old.times), *(m.span for m in old.places))
    fronted = any(span.end <= start for span in spans)
    return fronted and b.dep == "conj" and b.head == a.i


def _one_clause(page: Page, verb: Telling, noun: Telling) -> bool:
    """Whether the one happened in or by the other: "killed in clashes", "an air strike hit the house".

    Who "went missing in an ambush" did so in it, though "missing" is no verb of its own.
    """
    act, occurrence = page.parse.tokens[verb.trigger.i], page.parse.tokens[noun.trigger.i]
    if verb.type.casualty and act.dep in COMPLEMENTS and is_verb(page.parse.tokens[act.head]):
        act = page.parse.tokens[act.head]
    if not is_verb(act):
        return False
    if occurrence.dep in ("nsubj", "dobj"):
        return occurrence.head == act.i
    above = page.parse.tokens[occurrence.head]
    return occurrence.dep == "pobj" and above.lower in page.words.ties.within and above.head == act.i


def _linked(parse: Parse, new: Telling, old: Telling) -> bool:
    """Whether grammar ties the two: "the strike that killed him", "killed when a bomb exploded"."""
    a, b = parse.tokens[new.trigger.i], parse.tokens[old.trigger.i]
    acts = not (new.type.casualty or old.type.casualty)
    if a.sentence != b.sentence or (acts and any(t.text == ";" for t in parse.tokens[b.i : a.i])):
        return False
    for low, high in ((a, b), (b, a)):
        path = [low]
        for above in ancestors(parse, low.i):
            if above.i == high.i:
                harm = new.type.casualty and old.type.casualty
                if harm and (_shares_subject(parse, path) or _is_listed(path, low, new, old)):
                    return True
                return _ties(parse, [t.dep for t in path], _between(path))
            path.append(above)
    return False


def _between(path: Sequence[Token]) -> list[str]:
    """The words on a path but for "since" and the time below it: "killed since dawn in strikes"."""
    timed = {n for n in range(2, len(path)) if path[n].lower == "since" and path[n - 1].tag in ("NN", "NNP")}
    return [t.lower for n, t in enumerate(path) if n not in timed]


def _is_listed(path: Sequence[Token], low: Token, new: Telling, old: Telling) -> bool:
    """Whether harm is listed with harm before it, without a time or place of its own.

    "In May eleven soldiers were killed and 50 civilians went missing".
    """
    lower = new if low.i == new.trigger.i else old
    listed = path[-1].dep == "conj" and all(t.dep in COMPLEMENTS for t in path[:-1])
    return listed and lower is new and bool(old.times) and not (lower.times or lower.places)


def _ties(parse: Parse, deps: list[str], words: list[str]) -> bool:
    """Whether a path of relations between two triggers keeps to one occurrence."""
    if {"after", "before", "since", "following", "despite", "until"} & set(words):
        return False
    return "ccomp" not in deps and "conj" not in deps


def _shares_subject(parse: Parse, path: Sequence[Token]) -> bool:
    """Whether a verb goes on with the subject of the one before: "killed five and wounded two"."""
    return (
        len(path) == 1
        and path[0].dep == "conj"
        and is_verb(path[0])
        and not any(t.dep in ("nsubj", "nsubjpass") for t in children(parse, path[0].i))
    )
