"""Which time and which place belong to which trigger?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.codebook import Codebook
from dateline.codebook.tellings import TieWords
from dateline.model import Mention, Place, When
from dateline.reading.events.aftermath import is_of_aftermath
from dateline.reading.events.dates import V, clause_of, is_bound, is_of_claiming, token_of, unrepeated
from dateline.reading.events.trigger import Trigger
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import SUBJECTS, ancestors, children, is_verb

CLAUSE_COST = 3
"""A step across a clause border counts as much as this many steps inside one."""

EMBEDDED = frozenset(("ccomp", "relcl", "acl", "advcl"))
"""What is said of an upper clause ("hinted on Monday that ...") is not said of one embedded in it."""

BORDERS = frozenset(("ccomp", "advcl", "relcl", "conj", "parataxis", "acl"))

BESIDE = frozenset(("advcl", "xcomp", "acl", "amod"))
"""What is told beside the occurrence ("when he answered the door") and is no report of it."""

TOLD = frozenset(("dobj", "nsubjpass", "attr", "oprd"))
"""What a verb of reporting tells: "reported an attack on Monday"."""


@dataclass(frozen=True, slots=True)
class Governors:
    """Verbs by what their time and place say of what they govern, and words that begin a clause.

    The time of one in ``reporting`` or ``aside`` is its own; that of one in ``light`` is also that of
    what it governs. What is told with a word of ``law`` may be of long ago. Verbs are lemmas, ``after`` and
    ``same_time`` as written; what stands behind one of ``concessive`` dates that clause alone. By one of
    ``owning`` somebody says that a deed is theirs.
    """

    reporting: frozenset[str]
    aside: frozenset[str]
    light: frozenset[str]
    home: frozenset[str]
    way: frozenset[str]
    brought: frozenset[str]
    fled: frozenset[str]
    after: frozenset[str]
    same_time: frozenset[str]
    concessive: frozenset[str]
    law: frozenset[str]
    documents: frozenset[str]
    owning: frozenset[str]
    ties: TieWords


def governors_of(codebook: Codebook) -> Governors:
    """The governors of a codebook."""
    ties, sites = codebook.tellings.ties, codebook.tellings.sites
    reporting = codebook.speech.verbs["say"].with_clause - ties.light
    return Governors(
        reporting,
        ties.aside,
        ties.light,
        sites.home,
        sites.way,
        sites.brought,
        sites.fled,
        ties.after,
        ties.same_time,
        ties.concessive,
        ties.law,
        ties.documents,
        codebook.roles.claim_verbs,
        ties,
    )


def attach(
    parse: Parse, triggers: Sequence[Trigger], mentions: Iterable[Mention[V]], governors: Governors
) -> Mapping[int, tuple[Mention[V], ...]]:
    """Each mention goes to the nearest trigger of its sentence in the dependency tree.

    Returns trigger token -> its mentions, nearest first. A time or place that belongs to the act of
    reporting ("said on Monday", "the mayor of Brindle said") goes to none.
    """
    by_sentence: dict[int, list[Trigger]] = {}
    for t in triggers:
        by_sentence.setdefault(parse.tokens[t.i].sentence, []).append(t)
    owned: dict[int, list[tuple[int, int, Mention[V]]]] = {}
    for mention in unrepeated(parse, tuple(mentions)):
        head = token_of(parse, mention.span)
        here = _in_clause(parse, head, by_sentence.get(parse.tokens[head].sentence, ()))
        inside = clause_of(parse, mention)
        above = {head} | {t.i for t in ancestors(parse, head)}
        near = [
            (cost, (t.i not in above, abs(t.i - head)), t.i)
            for t in here
            if not is_bound(parse, mention, t.i, governors.documents)
            and not is_of_claiming(parse, mention, t.i, governors.owning)
            and not _is_of_aftermath(parse, mention, head, t.i, governors.ties)
            and (cost := distance(parse, head, t.i, governors)) is not None
        ]
        opened = [(1, (False, abs(t.i - head)), t.i) for t in here if t.i in inside]
        if opened:  # "in April, when gunmen killed nine" dates the clause and what it is said of
            near = [n for n in near if n[2] not in inside and n[2] < head]
            cost, _, owner = min(opened)
            owned.setdefault(owner, []).append((cost, mention.span.start, mention))
        if near:
            cost, _, owner = min(near)
            owned.setdefault(owner, []).append((cost, mention.span.start, mention))
    nearest = {i: [m for _, _, m in sorted(found, key=lambda f: f[:2])] for i, found in owned.items()}
    _hand_on(parse, by_sentence, nearest, governors.ties)
    nearest = {i: _agreeing(parse, found) for i, found in nearest.items()}
    return {i: tuple(found) for i, found in nearest.items() if found}


def _in_clause(parse: Parse, head: int, triggers: Sequence[Trigger]) -> Sequence[Trigger]:
    """The triggers between the same semicolons as a word, where there are any; else all of the sentence."""
    sentence = parse.sentences[parse.tokens[head].sentence]
    stops = [t.i for t in parse.tokens[sentence.first : sentence.end] if t.text == ";"]
    first = max((i for i in stops if i < head), default=sentence.first)
    end = min((i for i in stops if i > head), default=sentence.end)
    return [t for t in triggers if first <= t.i < end] or triggers


def _is_of_aftermath(parse: Parse, mention: Mention[V], head: int, trigger: int, ties: TieWords) -> bool:
    """Whether a time stands with a verb that tells when a toll moved or a body was found."""
    if not isinstance(mention.value, When) or parse.tokens[trigger].lemma in ties.tolls | ties.remains:
        return False
    return is_of_aftermath(parse, head, trigger, ties)


def _hand_on(
    parse: Parse,
    by_sentence: Mapping[int, Sequence[Trigger]],
    owned: dict[int, list[Mention[V]]],
    ties: TieWords,
) -> None:
    """A second day that contradicts the owner's goes to the trigger right before it that has none.

    "Marland fired on Monday in reply to a raid in the hills on Friday": the parser hangs both on "fired".
    """
    for owner in sorted(owned):
        first, *rest = sorted(owned[owner], key=lambda m: m.span)
        for mention in rest:
            told, value = first.value, mention.value
            if not (isinstance(value, When) and isinstance(told, When) and value.resolved and told.resolved):
                continue
            at, head = parse.token_range(mention.span)[0], token_of(parse, mention.span)
            before = [t.i for t in by_sentence[parse.tokens[owner].sentence] if owner < t.i < at]
            if any(_is_of_aftermath(parse, mention, head, i, ties) for i in before[-1:]):
                continue
            if not value.overlaps(told) and before and not owned.get(before[-1]):
                owned[before[-1]] = [mention]
                owned[owner].remove(mention)


def _agreeing(parse: Parse, found: Sequence[Mention[V]]) -> list[Mention[V]]:
    """Without the days that contradict the nearest: "the bombing on Saturday, revenge for a raid in August".

    "On Monday and on Thursday" are both told of it.
    """
    values: list[When | Place] = [m.value for m in found]
    told = next((v for v in values if isinstance(v, When) and v.resolved), None)
    return [m for m in found if told is None or not _contradicts(parse, m, told)]


def _contradicts(parse: Parse, mention: Mention[V], told: When) -> bool:
    """Whether a time is of other days than those told and stands in no list with them."""
    value = mention.value
    if not isinstance(value, When) or not value.resolved or value.overlaps(told):
        return False
    token = parse.tokens[token_of(parse, mention.span)]
    return "conj" not in (token.dep, parse.tokens[token.head].dep)


def distance(parse: Parse, mention: int, trigger: int, governors: Governors) -> int | None:
    """Weighted steps between two tokens of a sentence; none where the one is not said of the other."""
    up = [mention, *(t.i for t in ancestors(parse, mention))]
    down = [trigger, *(t.i for t in ancestors(parse, trigger))]
    below = set(down)
    meeting = next((i for i in up if i in below), None)
    if meeting is None:
        return None
    to_mention = [parse.tokens[i] for i in up[: up.index(meeting)]]
    to_trigger = [parse.tokens[i] for i in down[: down.index(meeting)]]
    if _of_another(parse, to_mention, governors) or _is_goal(
        parse, meeting, to_mention, to_trigger, governors
    ):
        return None
    if to_mention and to_trigger and _apart(parse, meeting, to_mention, to_trigger, governors):
        return None
    return sum(CLAUSE_COST if t.dep in BORDERS else 1 for t in (*to_mention, *to_trigger))


def _of_another(parse: Parse, to_mention: Sequence[Token], governors: Governors) -> bool:
    """Whether the way to the mention leads into a clause about something else.

    "The attack that police said on Monday was ...": the day of speech. "A clerk based in Orlow was killed":
    where someone belongs. "The killers fled to Orlow": where someone went. "Though the motive
    was unknown on Friday, the attack ...": what was so at the time of writing.
    """
    for below, token in pairwise(to_mention):
        if not is_verb(token):
            continue
        if token.lemma in governors.reporting and token.dep not in BESIDE:
            return True
        if token.dep in ("acl", "relcl") and token.lemma in governors.home:
            return True
        if token.dep == "advcl" and any(
            t.lower in governors.concessive for t in children(parse, token.i, "mark")
        ):
            return True
        if below.dep == "prep" and below.lower in governors.way and not _is_meanwhile(token, below):
            return True
    return False


def _is_goal(
    parse: Parse, meeting: int, to_mention: Sequence[Token], to_trigger: Sequence[Token], governors: Governors
) -> bool:
    """Whether the way leads to where the hurt were brought, or where people fled.

    "Fourteen wounded were evacuated to Orlow", "300 families fled to Orlow", "died on the way to Orlow".
    """
    if not to_mention or to_mention[-1].lower not in ("to", "toward", "towards", "into"):
        return any(a.lower == "to" and b.lower == "way" for a, b in pairwise(to_mention))
    verb = parse.tokens[meeting]
    if is_verb(verb) and verb.lemma in governors.fled:
        return True
    harmed = bool(to_trigger) and to_trigger[0].lower in governors.ties.wounded
    return is_verb(verb) and verb.lemma in governors.brought and harmed


def _is_meanwhile(verb: Token, way: Token) -> bool:
    """Whether a way led through the place at the time: "ambushed as they drove through Orlow"."""
    return verb.dep == "advcl" and way.lower == "through"


def _apart(
    parse: Parse, meeting: int, to_mention: Sequence[Token], to_trigger: Sequence[Token], governors: Governors
) -> bool:
    """Whether what stands in the clause of the meeting token is not said of the trigger below it."""
    if any(t.lower in governors.after for t in to_trigger[1:]):
        return True
    verb = parse.tokens[meeting]
    subject = min((t.i for t in children(parse, meeting, "nsubj", "nsubjpass")), default=meeting)
    fronted = to_mention[0].i < subject and to_mention[-1].dep in ("prep", "npadvmod", "advmod")
    if is_verb(verb) and verb.lemma in governors.reporting and to_trigger[-1].dep not in EMBEDDED:
        return to_trigger[-1].dep not in TOLD
    raised = to_trigger[-1].dep in SUBJECTS and any(children(parse, meeting, "xcomp"))
    of_aside = is_verb(verb) and verb.lemma in governors.aside and not raised
    if of_aside and to_trigger[-1].dep not in EMBEDDED - {"ccomp"}:
        return True
    if not any(_is_embedded(parse, t, governors) for t in to_trigger):
        return False
    if to_trigger[-1].dep != "ccomp" or any(_is_embedded(parse, t, governors) for t in to_trigger[:-1]):
        return True
    return not fronted and verb.lemma not in governors.light


def _is_embedded(parse: Parse, token: Token, governors: Governors) -> bool:
    """Whether a clause tells of another time: not "killing 12" and not "when a bomb exploded"."""
    if token.dep != "advcl":
        return token.dep in EMBEDDED
    if any(t.text == ";" for t in parse.tokens[token.head : token.i]):
        return False  # a clause of its own, whatever it is hung on
    marks = [t for t in children(parse, token.i) if t.dep in ("mark", "advmod") and t.i < token.i]
    if any(t.lower in governors.after for t in children(parse, token.i, "mark", "prep")):
        return True
    if any(t.lower in governors.same_time for t in marks):
        return False
    return token.tag != "VBG" or any(t.dep == "mark" for t in marks)
