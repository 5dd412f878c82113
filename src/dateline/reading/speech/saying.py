"""A statement in the making: which tokens are its cue, its content and its source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from dateline.codebook.speech import Sense
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import FINITE, SUBJECTS, children, is_passive

Frame = Literal[
    "clause", "quote", "infinitive", "object", "preposition", "phrase", "label", "hedge", "contact"
]

PARTICIPIAL = frozenset(("acomp", "advcl", "xcomp", "pcomp", "prep", "ccomp", "conj", "dep"))
PHRASE = ("NN", "JJ", "DT", "CC", "POS", "CD")
"""Tags of the words of a speaker's phrase."""
WITHIN = frozenset(("for", "of", "at"))
"""Prepositions inside a speaker's phrase: "a doctor at the hospital"."""
ENDS = frozenset((",", ";", ":", "-", "--", "–", "—", "(", ")", ".", "!", "?"))


class Saying(NamedTuple):
    """Token indices throughout: the word that carries the cue's grammar, the cue's range, the content in
    order, the head word of the source and of the one spoken to.
    """

    cue: int
    words: tuple[int, int]
    sense: Sense
    frame: Frame
    content: tuple[int, ...]
    source: int | None
    addressee: int | None = None


def speaker_of(parse: Parse, verb: int) -> int | None:
    """Head word of who does the speaking that a verb tells of; none where nobody is named.

    A passive's is behind "by"; a participle's is the subject of the verb, or the noun, that it hangs on.
    """
    i, seen = verb, set[int]()
    passive = is_passive(parse, i)
    if passive:
        return agent_of(parse, i)
    while i not in seen:
        seen.add(i)
        token = parse.tokens[i]
        own = [t for t in children(parse, i) if t.dep in SUBJECTS]
        if own:
            if len(own) > 1 and own[-1].dep == "csubj" and own[-1].tag == "VBG":
                return own[0].i  # "the radio, citing the ministry, said"
            if own[-1].dep in ("csubj", "csubjpass") or _is_expletive(own[-1]):
                return None
            return _after_aside(parse, own[-1], i)
        if token.dep in ("acl", "relcl"):
            return token.head
        if token.head == i or (token.tag in FINITE and token.dep != "conj"):
            if token.tag not in FINITE:
                return None
            beside = _phrase_before(parse, i)
            first = beside if beside is not None else _first_subject(parse, i)
            return first if first is not None else _name_before(parse, i)
        if (beside := joined_speaker(parse, i)) is not None:
            return beside
        if token.dep not in PARTICIPIAL:
            return None
        if (quoted := _quoted(parse, i)) is not None:
            return quoted
        i = token.head
        if i in seen:
            return None
        if parse.tokens[i].tag.startswith("NN"):
            return i
        if is_passive(parse, i) and not any(t.dep in SUBJECTS for t in children(parse, i)):
            return None
    return None


def _after_aside(parse: Parse, subject: Token, verb: int) -> int:
    """The subject, or the name joined to it: "killed 30, some of them rebels, the army said"."""
    after = parse.tokens[verb + 1] if verb + 1 < len(parse.tokens) else None
    if parse.tokens[verb].dep == "parataxis" and after is not None and after.text == ",":
        beside = _phrase_before(parse, verb)  # "Nine men, a doctor at the clinic said, were hurt"
        if beside is not None and beside > subject.i + 1:
            return beside
    joined = [t for t in children(parse, subject.i, "conj", "appos") if subject.i < t.i == verb - 1]
    listed = any(children(parse, subject.i, "cc")) or not any(children(parse, subject.i, "nsubj"))
    return subject.i if listed or not joined else joined[-1].i


def joined_speaker(parse: Parse, verb: int) -> int | None:
    """The speaker of a verb joined to what it says: "Rebels killed nine, the army said late"."""
    token = parse.tokens[verb]
    between = parse.tokens[token.head + 1 : verb] if token.dep == "conj" and token.tag in FINITE else ()
    if not between or any(t.tag == "CC" and t.head == token.head for t in between):
        return None
    return _phrase_before(parse, verb)


def _quoted(parse: Parse, verb: int) -> int | None:
    """Who is quoted as saying: "The radio quoted the mayor as saying that"."""
    token = parse.tokens[verb]
    over = parse.tokens[token.head]
    if token.dep != "pcomp" or over.lower != "as" or is_passive(parse, over.head):
        return None
    return next((t.i for t in children(parse, over.head, "dobj") if t.i < over.i), None)


def _first_subject(parse: Parse, verb: int) -> int | None:
    """The first subject of the sentence, where the parser lost that of a finite verb behind it."""
    sentence = parse.sentences[parse.tokens[verb].sentence]
    return next((t.i for t in parse.tokens[sentence.first : verb] if t.dep == "nsubj"), None)


def _phrase_before(parse: Parse, verb: int) -> int | None:
    """The noun between the last comma and a verb: "shot dead 90 people on Sunday, residents said"."""
    k = verb - 1
    while (
        k > 0
        and (parse.tokens[k].tag.startswith(PHRASE) or parse.tokens[k].lower in WITHIN)
        and parse.tokens[k].sentence == parse.tokens[verb].sentence
    ):
        k -= 1
    phrase = parse.tokens[k + 1 : verb]
    if k <= 0 or parse.tokens[k].text != "," or not phrase or not phrase[-1].tag.startswith("NN"):
        return None
    joint = next((t.i for t in phrase if t.tag == "CC" or t.lower in WITHIN), verb)
    return joint - 1 if parse.tokens[joint - 1].tag.startswith("NN") else None


def _name_before(parse: Parse, verb: int) -> int | None:
    """The name right before a verb that has its clause in front: "A man died, its mayor, Ann Reed, said"."""
    before = parse.tokens[verb - 1] if verb else None
    if before is not None and before.text == "," and verb > 1:
        before = parse.tokens[verb - 2]
    told = any(t.i < verb for t in children(parse, verb, "ccomp"))
    return before.i if told and before is not None and before.tag == "NNP" else None


def agent_of(parse: Parse, verb: int) -> int | None:
    """Head word of who is named behind "by"."""
    for t in children(parse, verb, "agent", "prep"):
        if t.lower == "by":
            named = (o.i for o in children(parse, t.i, "pobj") if o.ent not in ("DATE", "TIME"))
            return next(named, None)
    return None


def _is_expletive(token: Token) -> bool:
    return token.lower in ("it", "there") and token.dep == "expl"


def verb_group(parse: Parse, verb: int, last: int | None = None) -> tuple[int, int]:
    """The verb with the auxiliaries and adverbs right before it, and its particle or preposition."""
    first, end = verb, verb + 1
    own = parse.tokens[verb].children
    while first - 1 in own and parse.tokens[first - 1].dep in ("aux", "auxpass", "neg", "advmod"):
        first -= 1
    if end < len(parse.tokens) and end in own and parse.tokens[end].dep == "prt":
        end += 1
    if last is not None and last == end:
        end += 1
    return first, end


def saying_of(parse: Parse, i: int, sense: Sense, content: Iterable[int], last: int | None = None) -> Saying:
    """What verb ``i`` says, by its subject; ``last`` is the preposition that ends its cue."""
    frame: Frame = "preposition" if last is not None else "object"
    return Saying(i, verb_group(parse, i, last), sense, frame, tuple(content), speaker_of(parse, i))


def below(parse: Parse, i: int, without: Iterable[int] = ()) -> list[int]:
    """Token ``i`` and all under it in text order, but not the branches of ``without``."""
    cut = frozenset(without)
    found, todo = [], [i]
    while todo:
        here = todo.pop()
        found.append(here)
        todo.extend(c for c in parse.tokens[here].children if c not in cut)
    return sorted(found)


def pieces(parse: Parse, content: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """Token ranges of the content, without the marks that only part them from their surroundings."""
    runs: list[list[int]] = []
    for i in sorted(content):
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return tuple((run[0], run[-1] + 1) for run in (_trimmed(parse, run) for run in runs) if run)


def _trimmed(parse: Parse, run: list[int]) -> list[int]:
    kept = [n for n, i in enumerate(run) if parse.tokens[i].text not in ENDS]
    return run[kept[0] : kept[-1] + 1] if kept else []


def is_infinitive(parse: Parse, i: int) -> bool:
    """Whether a verb stands with "to"."""
    return any(parse.tokens[c].tag == "TO" for c in parse.tokens[i].children)
