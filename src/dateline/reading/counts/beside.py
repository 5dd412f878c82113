"""Numbers that the grammar gives to no word of harm, and that stand right beside one."""

from __future__ import annotations

from collections.abc import Iterator, Set

from dateline.codebook.counts import Counts
from dateline.model import PEOPLE, Field
from dateline.reading.counts.fits import fits
from dateline.reading.counts.nouns import is_person, noun_of
from dateline.reading.counts.phrases import Phrase
from dateline.reading.counts.rules import BESIDE, GAPPED
from dateline.reading.counts.slot import Slot
from dateline.reading.parse import Parse
from dateline.reading.tree import children, particle_down

ACTS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NNS"))
"""Tags of a verb before its object; taggers take "wounds 12" in a headline for a noun."""
LONGEST_ASIDE = 25
BETWEEN_AGES = frozenset(("to", "and", "between", "from", "-", "–"))
STATE_TAGS = frozenset(("JJ", "VBN", "VBD", "VBG", "NN", "RB"))


def beside(
    parse: Parse,
    idle: list[int],
    phrases: list[Phrase],
    hits: dict[int, list[Slot]],
    book: Counts,
    says: Set[str],
) -> Iterator[tuple[int, Slot]]:
    """Numbers right before or after a word of harm that the grammar gave to none or to another.

    ``says`` are the verbs of an aside that only tells who says it.
    """
    before = {p.first: n for n, p in enumerate(phrases)}
    for n, phrase in enumerate(phrases):
        if phrase.kind == "many":
            continue
        own = hits.get(n, [])
        i, field = _harm_after(parse, phrase, not own, book, says)
        one_of_many = phrase.of is not None and any(p.head == phrase.of for p in phrases[n + 1 : n + 2])
        one_of_many |= any(p.of == phrase.head for p in phrases[max(0, n - 1) : n])  # "two of one family"
        if field is None or one_of_many or any(s.trigger > i for s in own) or _is_age(parse, phrase, book):
            continue
        slot = Slot(phrase.head, field, i, BESIDE)
        if {s.field for s in own} != {field}:
            if not fits(parse, slot, phrase, book):
                continue
            yield n, slot
        for k in range(n - 1, -1, -1):  # "a woman and a girl injured"
            between = parse.tokens[phrases[k].last : phrases[k + 1].first]
            if k in hits or not between or any(t.lower not in (",", "and") for t in between):
                break
            if k == n - 1 and between[-1].lower != "and":
                break  # "At the prison, which holds 300 men, two guards were killed"
            if _is_in_part(parse, phrases, k, book):
                break  # "40 dead, among them nine drivers and two cooks, and 17 injured"
            if fits(parse, slot, phrases[k], book):
                yield k, slot
    for i in idle:
        token = parse.tokens[i]
        n = before.get(i + 1, -1)
        if n < 0 or n in hits or token.tag not in ACTS or token.lemma not in book.object:
            continue
        slot = Slot(phrases[n].head, book.object[token.lemma], i, BESIDE)
        if token.sentence == parse.tokens[i + 1].sentence and fits(parse, slot, phrases[n], book):
            yield n, slot


def _is_in_part(parse: Parse, phrases: list[Phrase], k: int, book: Counts) -> bool:
    """Whether a number, or one that it is listed with, is a part of the one before the list."""
    while not _is_part(parse, phrases[k], book):
        between = parse.tokens[phrases[k - 1].last : phrases[k].first] if k else []
        if not between or any(t.lower not in (",", "and") for t in between):
            return False
        k -= 1
    return True


def _is_part(parse: Parse, phrase: Phrase, book: Counts) -> bool:
    """Whether the words before a number make it a part of the one before it: "among them nine drivers"."""
    before = [t.lower for t in parse.tokens[max(0, phrase.first - 2) : phrase.first]]
    return bool(before) and (before[-1] in book.parts or " ".join(before) in book.parts)


def _is_age(parse: Parse, phrase: Phrase, book: Counts) -> bool:
    """Whether a number is someone's age: "a man of 69 was killed"."""
    of = parse.tokens[parse.tokens[phrase.head].head]
    whose = parse.tokens[of.head]
    single = whose.tag == "NN" and is_person(noun_of(parse, whose.i), book)
    return not phrase.noun and of.lower == "of" and single


def _harm_after(
    parse: Parse, phrase: Phrase, bare: bool, book: Counts, says: Set[str]
) -> tuple[int, Field | None]:
    """The token and field of a word of harm right behind those harmed: "12 dead", "five badly hurt".

    Behind a phrase that no word has taken (``bare``) an aside may stand between: "12, most of them men,
    were hurt".
    """
    tokens, i = parse.tokens, phrase.last
    if tokens[phrase.head].dep == "pobj" and tokens[tokens[phrase.head].head].lower in ("from", "by", "for"):
        return i, None
    if bare:
        i = _after_ages(parse, i)
    if bare and i < len(tokens) and tokens[i].lower in (",", "("):
        i = _after_aside(parse, i, book, says)
    first = i
    while i < len(tokens) and (
        tokens[i].tag == "RB" or tokens[i].lower in ("were", "was", "are", "is", "more")
    ):
        i += 1
    if i >= len(tokens) or not (_in_one_line(parse, phrase, i) or _in_one_sentence(parse, phrase, i)):
        return i, None
    if any(t.lower in book.frames.hardly for t in tokens[phrase.last : i]):
        return i, None  # "was nearly killed"
    token = tokens[i]
    if token.lemma in book.frames.shoot_down and particle_down(parse, i):
        return i, None  # "38 were shot down"
    if i == phrase.last + 1 and tokens[i - 1].lower in book.frames.deadly:
        return i - 1, "killed"  # "three of them fatally"
    following = tokens[i + 1] if i + 1 < len(tokens) else token
    field = book.state.get(token.lower)
    if field is None and bare and (i > first or _ends_there(parse, i) or first > phrase.last):
        field = _done_or_suffered(parse, i, i > first, book)
        if field is not None:
            return i, field
    active = token.tag == "VBD" and any(children(parse, i, "dobj", "nsubjpass"))
    critic = field == "injured" and following.lower == "of"  # "three were critical of the plan"
    if token.tag not in STATE_TAGS or active or critic or following.tag in ("NN", "NNS", "CD", "DT"):
        return i, None
    deadly = any(t.lower in book.frames.deadly for t in tokens[phrase.last : i])
    return i, "killed" if field == "injured" and deadly else field


def _ends_there(parse: Parse, i: int) -> bool:
    """Whether nothing that a verb could be done to follows token ``i``."""
    after = parse.tokens[i + 1] if i + 1 < len(parse.tokens) else None
    closed = after is None or after.sentence != parse.tokens[i].sentence or not after.text[0].isalnum()
    return closed or (after is not None and after.tag == "IN" and after.lower != "at")


def _done_or_suffered(parse: Parse, i: int, passive: bool, book: Counts) -> Field | None:
    """What the verb at token ``i`` tells of those right before it: "were detained", "suffered burns"."""
    token, frames = parse.tokens[i], book.frames
    if token.tag in ("VBN", "VBD") and (passive or _ends_there(parse, i)):
        done = book.object.get(token.lemma) or book.object_people.get(token.lemma)
        if done in PEOPLE:
            return done
    if passive or token.tag not in ("VBN", "VBD", "VBP"):
        return None
    if token.lemma in frames.suffer:
        near = parse.tokens[i + 1 : i + 3]
        return "injured" if any(t.lemma in frames.injuries for t in near) else None
    if token.lemma in frames.fate:
        return "killed" if "death" in (t.lower for t in parse.tokens[i + 1 : i + 3]) else None
    suffered = book.subject.get(token.lemma)
    return suffered if suffered in PEOPLE and suffered != "displaced" else None


def _after_ages(parse: Parse, i: int) -> int:
    """The token behind "aged 19 to 45" at token ``i``; else ``i``."""
    tokens = parse.tokens
    if i >= len(tokens) or tokens[i].lower != "aged":
        return i
    end = i + 1
    while end < len(tokens) and (tokens[end].tag == "CD" or tokens[end].lower in BETWEEN_AGES):
        end += 1
    return end if end > i + 1 else i


def _in_one_sentence(parse: Parse, phrase: Phrase, i: int) -> bool:
    return parse.tokens[i].sentence == parse.tokens[phrase.first].sentence


def _in_one_line(parse: Parse, phrase: Phrase, i: int) -> bool:
    """Whether token ``i`` is next to a phrase that the parser takes for a sentence: "16 missing"."""
    return i == phrase.last and parse.text[parse.tokens[i - 1].end : parse.tokens[i].start] == " "


def _after_aside(parse: Parse, i: int, book: Counts, says: Set[str]) -> int:
    """The token after an aside that opens at ``i``, where a passive or a word of harm follows; else ``i``."""
    tokens = parse.tokens
    end = parse.sentences[tokens[i].sentence].end
    for k in range(i + 1, min(i + LONGEST_ASIDE, end - 1)):
        finite = tokens[k].tag in ("VBD", "VBZ", "VBP") and tokens[k + 1].text != ","
        if finite and tokens[k].lemma not in says and tokens[k - 1].lower != "who":
            return i  # but "12 men, police said on Monday, were hurt"
        if tokens[k].lower in (",", ")"):
            after = tokens[k + 1]
            borne = book.subject.keys() | book.frames.suffer | book.frames.fate
            suffered = after.tag in ("VBD", "VBN") and after.lemma in borne
            if suffered or after.lower in ("were", "was", "are", "is"):
                return k + 1
    return i


def gapped(parse: Parse, phrases: list[Phrase], hits: dict[int, list[Slot]]) -> Iterator[tuple[int, Slot]]:
    """Bare numbers with a place, joined to a count that has one: "killed 23 in Brindle and 40 in Orlow"."""
    last: dict[int, Slot] = {}
    for n in range(1, len(phrases)):
        before, phrase = phrases[n - 1], phrases[n]
        own = [s for s in hits.get(n - 1, []) if s.field in PEOPLE]
        own += [last[n - 1]] if n - 1 in last else []  # "23 in Brindle, 12 in Tarn and 40 in Orlow"
        joint, after = parse.tokens[phrase.first - 1], parse.tokens[phrase.last : phrase.last + 2]
        if n in hits or not own or phrase.noun or phrase.of is not None or phrase.kind != "number":
            continue
        if joint.lower not in ("and", ",") or len(after) < 2 or after[0].lower != "in":
            continue
        between = parse.tokens[before.last : phrase.first]
        placed = any(t.lower == "in" and t.i + 1 < phrase.first and _is_name(parse, t.i + 1) for t in between)
        if placed and _is_name(parse, after[1].i) and len({t.sentence for t in (*between, joint)}) == 1:
            last[n] = Slot(phrase.head, own[0].field, own[0].trigger, GAPPED)
            yield n, last[n]


def _is_name(parse: Parse, i: int) -> bool:
    return parse.tokens[i].tag.startswith("NNP")
