"""What else does a verb of speech take than a clause, "to" and a verb, or a thing?"""

from __future__ import annotations

from dateline.reading.parse import Parse, Token
from dateline.reading.speech.saying import Saying, agent_of, below, is_infinitive, saying_of, verb_group
from dateline.reading.speech.words import Use
from dateline.reading.tree import SUBJECTS, child, children, is_noun, is_verb

QUESTIONS = frozenset(("if", "whether"))
PREDICATE = frozenset(("oprd", "attr", "acomp"))
"""Relations of what somebody is called."""
QUOTED = frozenset(('"', "“", "''", "``"))


def gerund(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "The army denied killing 12", "The minister proposes doing away with the tax"."""
    if use.gerund is None:
        return None
    found = next(
        (c for c in children(parse, i, "xcomp", "ccomp", "dobj", "advcl") if c.i > i and c.tag == "VBG"), None
    )
    if found is None or any(t.i < found.i for t in children(parse, found.i, *SUBJECTS, "det", "amod")):
        return None
    inside = below(parse, found.i)
    if found.dep == "advcl" and inside[0] != i + 1:
        return None  # "denied it, saying"
    known = {k for t in inside if _is_known(parse, t) for k in below(parse, t)}
    inside = [t for t in inside if t not in known]
    return saying_of(parse, i, use.gerund, inside)._replace(frame="infinitive")


def _is_known(parse: Parse, i: int) -> bool:
    """Whether a clause behind a comma only tells of a place: "denied bombing Orlow, where 30 had died"."""
    where = next((t for t in children(parse, i, "advmod") if t.lower == "where"), None)
    return parse.tokens[i].dep == "relcl" and where is not None and parse.tokens[where.i - 1].text == ","


def wanted(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "The council wants the camp closed"."""
    if use.infinitive != "want":
        return None
    for c in children(parse, i, "ccomp"):
        subject = child(parse, c.i, "nsubj", "nsubjpass")
        if c.tag == "VBN" and subject is not None and i < subject.i < c.i and not child(parse, c.i, "aux"):
            return saying_of(parse, i, use.infinitive, below(parse, c.i))._replace(frame="infinitive")
    return None


def relative(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "The missiles, which the army said hit the base": what was said of what the relative stands for."""
    if use.clause is None or parse.tokens[i].dep not in ("relcl", "pcomp", "advcl"):
        return None
    about = next((t for t in children(parse, i) if t.tag in ("WDT", "WP") and t.i < i), None)
    speaker = next((t for t in children(parse, i, "nsubj") if about and about.i < t.i < i), None)
    if about is None or speaker is None:
        return None
    for c in children(parse, i, "xcomp", "ccomp"):
        if c.i > i and is_verb(c) and not is_infinitive(parse, c.i):
            saying = saying_of(parse, i, use.clause, (about.i, *below(parse, c.i)))
            return saying._replace(frame="clause", source=speaker.i)
    return None


def counted_by(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "More than the 358 whom the government counted": the number is the government's."""
    token = parse.tokens[i]
    number = parse.tokens[token.head]
    about = next((t for t in children(parse, i, "dobj") if t.tag in ("WDT", "WP") and t.i < i), None)
    speaker = child(parse, i, "nsubj")
    if use.object is None or token.dep != "relcl" or number.tag != "CD" or about is None or speaker is None:
        return None
    return saying_of(parse, i, use.object, [number.i])._replace(frame="clause", source=speaker.i)


def named(parse: Parse, i: int, use: Use) -> Saying | None:
    """What somebody calls somebody: "called him a liar", "what he called the old model"."""
    if use.name is None:
        return None
    what = child(parse, i, "dobj")
    if what is not None and what.i < i and what.tag in ("WP", "WDT"):
        found = next((t for t in children(parse, i, *PREDICATE) if t.i > i), None)
        return saying_of(parse, i, use.name, (what.i, *below(parse, found.i))) if found else None
    if what is None or what.i < i:
        small = next((c for c in children(parse, i, "ccomp") if c.i > i and _is_small(parse, c)), None)
        return saying_of(parse, i, use.name, below(parse, small.i)) if small else None
    inside = below(parse, what.i)
    beside = [t for t in children(parse, i, *PREDICATE, "dobj", "xcomp") if t.i > what.i]
    for t in beside:
        inside += below(parse, t.i)
    if beside or _is_told_what(parse, inside):
        return saying_of(parse, i, use.name, sorted(set(inside)))
    return None


def _is_small(parse: Parse, c: Token) -> bool:
    """Whether a clause has no verb of its own: "the envoy a liar"."""
    return not is_verb(c) and c.tag != "MD" and child(parse, c.i, "nsubj") is not None


def _is_told_what(parse: Parse, inside: list[int]) -> bool:
    """Whether a noun phrase holds what it is called: an adjective behind its noun, or words in marks."""
    if parse.tokens[inside[0]].text not in QUOTED and any(parse.tokens[k].text in QUOTED for k in inside):
        return True
    return any(
        t.dep == "amod" and is_noun(parse.tokens[t.head]) and t.i > t.head
        for t in (parse.tokens[k] for k in inside)
    )


def asked(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "The envoy asked the general whether the truce would hold", "was asked if"."""
    if use.clause != "ask":
        return None
    for c in children(parse, i, "advcl", "ccomp"):
        mark = child(parse, c.i, "mark", "advmod", "dobj", "attr", "nsubj")
        if c.i > i and mark is not None and (mark.lower in QUESTIONS or mark.tag.startswith("W")):
            return saying_of(parse, i, use.clause, below(parse, c.i))._replace(frame="clause")
    return None


def is_participle(parse: Parse, i: int) -> bool:
    """Whether somebody is told or asked by a bare participle: "Asked about the raid, the general left"."""
    token = parse.tokens[i]
    return token.tag == "VBN" and token.dep == "advcl" and child(parse, i, "nsubj", "aux") is None


def is_withheld(parse: Parse, i: int) -> bool:
    """Whether somebody is told not to say: "has not said whether it was behind the raid that killed nine"."""
    token = parse.tokens[i]
    declined = token.dep == "xcomp" and parse.tokens[token.head].lemma in ("decline", "refuse")
    if not (declined or child(parse, i, "neg")):
        return False
    marks = (m.lower for c in children(parse, i, "ccomp") for m in children(parse, c.i, "mark"))
    return not QUESTIONS.isdisjoint(marks)


def passive(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "The general was asked about the raid", "The troops were accused of killing 12 farmers"."""
    by = agent_of(parse, i)
    if question := asked(parse, i, use):
        return question._replace(source=by)
    for p in children(parse, i, "prep"):
        sense = use.preposition.get(p.lower)
        inside = [t for t in below(parse, p.i) if t != p.i]
        if sense is not None and inside and p.i > i:
            cue = verb_group(parse, i, p.i)
            return Saying(i, cue, sense, "preposition", tuple(inside), by)
    return None
