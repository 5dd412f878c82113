"""How firmly is it put: asserted, hedged, denied, negated, planned or threatened?"""

from __future__ import annotations

from typing import NamedTuple

from dateline.codebook.modality import ModalityCues
from dateline.model import Modality
from dateline.reading.modals import able, by_modal, is_unmet
from dateline.reading.parse import Parse, Token
from dateline.reading.tree import ancestors, children, is_passive, is_verb

RANK: tuple[Modality, ...] = ("asserted", "hedged", "planned", "threatened", "negated", "denied")
"""Of several cues over one word, the later in this order decides."""

CLAUSE = frozenset(("ccomp", "xcomp", "pcomp", "csubj", "csubjpass"))
"""Relations through which what is said of the head holds for the clause."""

ARGUMENT = frozenset(("dobj", "pobj", "compound", "attr", "agent"))
SUBJECT = frozenset(("nsubj", "nsubjpass"))
SAID = frozenset(("ccomp", "csubj"))
"""Relations of a clause that somebody says, knows or denies."""
BARE = frozenset(("VB", "VBN", "VBG"))
"""Tags of a verb whose auxiliaries no finite verb beside it shares."""
NOT_SAID = frozenset(("behind", "among"))
"""Who is not behind an attack denies none, and who is not among the dead leaves them dead."""
COURT = 3
"""Steps from what somebody did to the word by which a court says so."""
NOBODY = frozenset(("nobody", "none", "neither"))
TAKEN_AS_FACT = frozenset(("who", "whom", "how", "why", "when", "where"))
"""Question words whose clause is taken as a fact: "it is unclear who attacked"."""


class Judged(NamedTuple):
    """A modality and the index of the word that signals it; no word where it is plainly asserted."""

    modality: Modality
    cue: int | None


ASSERTED = Judged("asserted", None)


def read_modality(parse: Parse, i: int, cues: ModalityCues) -> Judged:
    """How the event or state at token ``i`` is put by whoever speaks.

    What is said of a clause holds for its verb, and what is said of "reports of" and "the threat of" for
    what they are of. "No casualties in the attack" says nothing against the attack.
    """
    found = [ASSERTED, *_around(parse, i, cues), *(Judged("hedged", t.i) for t in able(parse, i, cues))]
    below, said = parse.tokens[i], False
    for above in ancestors(parse, i):
        if _is_fact(parse, below):
            break
        aside = below.i == i and _is_result(parse, above, below)
        beside = below.dep == "advcl" and below.tag == "VBG"  # "dismissed it, saying that"
        joined = below.dep == "conj" and is_verb(above)  # "denied it and said that", "threatened and killed"
        over = [] if beside or joined else _over(parse, above, below, cues)
        averts = bool(over) and over[0].modality == "negated" and is_verb(above)
        carried = not averts and (aside or _carries(parse, above, below, cues))
        around = _around(parse, above.i, cues) if carried or over else []
        if carried and below.dep in ("conj", "nsubj"):
            around += [Judged("hedged", t.i) for t in able(parse, above.i, cues)]
        judged = _averted(parse, above, cues) if averts else _under(over, around, below, is_verb(above))
        found += [Judged("hedged", j.cue) if said and j.modality == "negated" else j for j in judged]
        if not carried:
            break
        said = said or below.dep in SAID  # who "refused to say that nine died" says nothing against it
        below = above
    return max(found, key=lambda judged: RANK.index(judged.modality))


def _under(over: list[Judged], around: list[Judged], below: Token, verb: bool) -> list[Judged]:
    """What a word and what stands around it say of the word below it.

    "Did not deny" and "did not confirm that" leave it open, and who "did not plan to attack" did not.
    """
    negations = [j for j in around if j.modality == "negated"]
    if not (verb and negations):
        return [*over, *around]
    if over and over[0].modality in ("planned", "threatened"):
        return negations
    if over:
        return [Judged("hedged", j.cue) for j in over if j.modality != "negated"]
    if below.dep in SAID:
        return [Judged("hedged", j.cue) for j in around]
    return around


def _averted(parse: Parse, verb: Token, cues: ModalityCues) -> list[Judged]:
    """What a verb of preventing says of what is prevented, by whether it came to that.

    "Prevented an attack" says that there was none, "failed to prevent" and "could have prevented" that there
    was one; "will prevent", "may prevent" and "tried to prevent" leave it open.
    """
    judged = read_modality(parse, verb.i, cues)
    if judged.modality in ("negated", "denied") or is_unmet(parse, verb.i, cues):
        return []
    modal = judged.cue is not None and parse.tokens[judged.cue].dep == "aux"
    open_ = modal or judged.modality in ("planned", "threatened")
    return [Judged("hedged" if open_ else "negated", verb.i)]


def _is_result(parse: Parse, above: Token, below: Token) -> bool:
    """Whether a participle behind a verb tells what came of it: "had not shelled it, killing nine"."""
    behind = below.dep == "advcl" and below.tag == "VBG" and below.i > above.i and is_verb(above)
    return behind and not any(t.dep in (*SUBJECT, "mark", "prep", "ccomp") for t in children(parse, below.i))


def _is_fact(parse: Parse, below: Token) -> bool:
    """Whether a clause is taken as a fact whatever is said of it: "does not know who attacked"."""
    if below.dep not in ("ccomp", "pcomp"):
        return False
    return any(t.lower in TAKEN_AS_FACT for t in children(parse, below.i))


def _carries(parse: Parse, above: Token, below: Token, cues: ModalityCues) -> bool:
    """Whether what holds of ``above`` holds of ``below`` too."""
    if below.dep in CLAUSE:
        return not _is_joined(parse, above, below)
    if below.dep == "acl":  # "the claim that they shot", not "the man shot by them"
        told = _is_content(above, cues) or _is_tallied(parse, above, cues)
        return told or any(t.lower in ("to", "that") for t in children(parse, below.i))
    if below.dep == "conj":
        if above.tag == "VBG" and below.tag in ("VBD", "VBZ"):
            return False  # "denied bombing it and blamed others": joined to what is above
        if above.dep == "ccomp" and any(children(parse, below.i, "ccomp")):
            return False  # "denied that it was there and said that nine died": likewise
        if above.tag in BARE and below.tag in ("VBZ", "VBP"):
            return False  # "did not find a gun but say that nine died"
        if below.tag == "VBD" and _is_supposed(parse, above):
            return False  # "could have led to war and agreed to a truce"
        return not any(t.dep in SUBJECT for t in children(parse, below.i))
    if below.dep == "prep":
        if is_verb(above):
            return above.lemma == "be" and below.lower not in NOT_SAID
        return below.lower == "of" or _is_content(above, cues)
    if below.dep in SUBJECT:
        happens = above.lemma in cues.happen_verbs or (is_passive(parse, above.i) and _is_light(above, cues))
        return _is_content(below, cues) or (is_verb(above) and happens)
    return below.dep in ARGUMENT and (not is_verb(above) or _is_light(above, cues))


def _is_tallied(parse: Parse, number: Token, cues: ModalityCues) -> bool:
    """Whether a number is all that a tally is of: "the figure of 80 killed"."""
    of = parse.tokens[number.head]
    return number.dep == "pobj" and of.lower == "of" and parse.tokens[of.head].lemma in cues.tally_nouns


def _is_supposed(parse: Parse, verb: Token) -> bool:
    """Whether an active verb stands under a modal, whose form a past beside it does not share."""
    modal = any(t.dep == "aux" and t.tag == "MD" for t in children(parse, verb.i))
    return modal and verb.tag in BARE and not is_passive(parse, verb.i)


def _is_joined(parse: Parse, above: Token, below: Token) -> bool:
    """Whether a clause before a verb only stands beside it: "nine died, he said; the army denied this"."""
    before = below.dep == "ccomp" and is_verb(above) and below.i < above.i
    return before and any(children(parse, above.i, "dobj"))


def _is_light(verb: Token, cues: ModalityCues) -> bool:
    return verb.lemma in cues.light_verbs


def _is_content(noun: Token, cues: ModalityCues) -> bool:
    """Whether a noun is of something said, planned or threatened."""
    return (
        noun.lower in cues.hedge_nouns
        or noun.lemma in cues.content_nouns
        or noun.lemma in cues.deny_nouns
        or noun.lemma in cues.plan_nouns
        or noun.lemma in cues.threat_nouns
    )


def _around(parse: Parse, i: int, cues: ModalityCues) -> list[Judged]:
    """Cues among the word's own dependents."""
    return [Judged(m, t.i) for t in children(parse, i) if (m := _beside(parse, i, t, cues))]


def _beside(parse: Parse, i: int, t: Token, cues: ModalityCues) -> Modality | None:
    """What one dependent says of its word."""
    if t.dep in SUBJECT and t.lemma in cues.verify_nouns and _is_none(parse, t):
        return "hedged"
    if parse.tokens[i].lemma in cues.verify_nouns and t.lower == "no":
        return "hedged"
    if t.dep == "neg" or (t.dep in ("det", "preconj") and t.lower in ("no", "neither")):
        return "negated"
    if t.dep in SUBJECT and _is_none(parse, t):
        return "negated"
    if t.dep == "aux":
        return by_modal(parse, i, t, cues)
    if t.lower in cues.hedge_adverbs:
        return "hedged"
    if t.dep in ("amod", "compound"):
        if t.lower in cues.hedge_adjectives:
            return "hedged"
        return "planned" if t.lower in cues.plan_adjectives and not _has_begun(parse, i, cues) else None
    if t.dep == "mark":
        return "hedged" if t.lower in ("if", "whether", "unless") else None
    if t.lower == "according" and any(_is_doubtful(parse, s, cues) for s in _cited(parse, t.i)):
        return "hedged"
    return None


def _has_begun(parse: Parse, i: int, cues: ModalityCues) -> bool:
    """Whether what was planned is under way: "began their planned assault"."""
    token, verb = parse.tokens[i], parse.tokens[parse.tokens[i].head]
    return token.dep in ("dobj", "nsubj", "nsubjpass") and verb.lemma in cues.phase_verbs


def _is_none(parse: Parse, subject: Token) -> bool:
    """Whether a subject is nobody: "no one", "none of them", "neither side"."""
    return subject.lower in NOBODY or any(
        t.dep in ("det", "preconj") and t.lower in ("no", "neither") for t in children(parse, subject.i)
    )


def _cited(parse: Parse, i: int) -> list[Token]:
    """Nouns under a preposition of two words: "according to reports"."""
    return [n for to in children(parse, i, "prep") for n in children(parse, to.i, "pobj")]


def _is_doubtful(parse: Parse, source: Token, cues: ModalityCues) -> bool:
    """Whether a source is doubted by the one who cites it."""
    return any(t.lower in cues.hedge_adjectives for t in children(parse, source.i, "amod"))


def _over(parse: Parse, above: Token, below: Token, cues: ModalityCues) -> list[Judged]:
    """What the governing word itself says of the word below it."""
    said = _by_verb(parse, above, below, cues) if is_verb(above) else _by_noun(above, below, cues)
    return [Judged(said, above.i)] if said else []


def _by_verb(parse: Parse, verb: Token, below: Token, cues: ModalityCues) -> Modality | None:
    lemma, passive = verb.lemma, is_passive(parse, verb.i)
    if _is_called_false(parse, verb, cues) and lemma == "be":
        return "denied"
    if below.dep == "nsubj":
        return "hedged" if lemma in ("seem", "appear") else None
    if below.dep == "xcomp":
        if verb.lower in cues.ready_words:
            return "planned"
        if passive and lemma in cues.hedge_passives:
            return "hedged"
        if lemma == "have" and any(t.lower == "yet" for t in children(parse, verb.i)):
            return "negated"
    if below.dep == "ccomp" and passive and lemma in cues.hedge_passives:
        return "hedged" if any(t.lower == "it" for t in children(parse, verb.i)) else None
    if below.dep == "ccomp" and any(t.lower in cues.hedge_nouns for t in children(parse, verb.i, "nsubj")):
        return "hedged"
    if lemma in cues.verify_verbs:
        negated = any(t.dep == "neg" for t in children(parse, verb.i))
        return "hedged" if negated and below.dep in ("nsubjpass", "ccomp", "csubjpass") else None
    if below.dep == "prep" and lemma in cues.accuse_verbs:  # of a deed, not of a part in one
        return "hedged" if any(is_verb(t) for t in children(parse, below.i, "pcomp")) else None
    if lemma in cues.hedge_verbs:
        return "hedged"
    if lemma in cues.deny_verbs:
        return None if _is_joined(parse, verb, below) else "denied"
    if lemma in cues.prevent_verbs or _is_cancelled(parse, verb, below, cues):
        return "negated"
    return _intended(parse, verb, below, cues)


def _is_called_false(parse: Parse, verb: Token, cues: ModalityCues) -> bool:
    """Whether it is said to be untrue: "is false", "is a lie", "is not true"."""
    said = list(children(parse, verb.i, "acomp", "attr"))
    said += [c for t in said for c in children(parse, t.i, "conj")]
    negated = any(t.dep == "neg" for t in children(parse, verb.i))
    return any(t.lower in (cues.true_words if negated else cues.false_words) for t in said)


def _is_cancelled(parse: Parse, verb: Token, below: Token, cues: ModalityCues) -> bool:
    """Whether a verb and its particle say that it was called off."""
    off = below.lower == "off" or any(t.lower == "off" for t in children(parse, verb.i))
    return verb.lemma in ("call", "hold", "ward", "fend") and off


def _intended(parse: Parse, verb: Token, below: Token, cues: ModalityCues) -> Modality | None:
    """Threats and plans, but not "called in a strike", "called it a crime", "will be tried for it"."""
    beside = list(children(parse, verb.i))
    if below.dep in ("ccomp", "oprd") or any(t.dep in ("prt", "oprd") for t in beside):
        return None
    if below.dep == "prep" and (below.lower == "in" or is_passive(parse, verb.i)):
        return None
    if verb.tag == "VBG" and any(t.lemma in cues.proven for t in [*ancestors(parse, verb.i)][:COURT]):
        return None  # "found guilty of ordering the massacre": it took place
    if verb.lemma in cues.threat_verbs:
        return "threatened"
    if verb.lemma in cues.plan_verbs and (below.dep != "nsubjpass" or verb.lemma in cues.arrange_verbs):
        return "planned"
    return None


def _by_noun(above: Token, below: Token, cues: ModalityCues) -> Modality | None:
    if above.lower in ("without", "instead") or (above.lower in cues.unable_words and below.dep == "xcomp"):
        return "negated"
    if above.lemma in cues.aim_nouns and below.dep == "acl":
        return "planned"
    if above.lower in cues.ready_words and below.dep == "xcomp":
        return "planned"
    if above.lemma in cues.deny_nouns:
        return "denied"
    if above.lemma in cues.threat_nouns:
        return "threatened"
    if above.lemma in cues.plan_nouns:
        return "planned"
    if above.lower in cues.hedge_nouns:
        return "hedged"
    return None
