"""What do verbs of speech, thought and will take, and who is their subject?"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import takewhile

from dateline.codebook.speech import SpeechCues
from dateline.reading.parse import Parse, Token
from dateline.reading.speech.complements import (
    asked,
    counted_by,
    gerund,
    is_participle,
    is_withheld,
    named,
    passive,
    relative,
    wanted,
)
from dateline.reading.speech.extent import (
    adding_to,
    behind_colon,
    behind_comma,
    behind_noun,
    is_aside,
    is_parted,
    listed_on,
    up_to_speaker,
    with_rest,
    with_result,
    without_rival,
)
from dateline.reading.speech.saying import (
    Saying,
    below,
    is_infinitive,
    joined_speaker,
    saying_of,
    speaker_of,
    verb_group,
)
from dateline.reading.speech.tolls import number, tallied, tally
from dateline.reading.speech.words import SpeechWords, Use, lemma_of
from dateline.reading.tree import SUBJECTS, ancestors, child, children, is_passive, is_verb

FREE = frozenset(("parataxis", "ROOT", "acl", "advcl", "pcomp"))
"""Relations in which a verb of speech without a subject of its own may still introduce a quotation."""
CARRIED = frozenset(("as", "of", "for", "with", "to"))
"""Prepositions whose phrase belongs to what is said about an object: "described it as", "accused them of"."""


def verb_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """The statement that verb ``i`` makes, or none where it takes nothing that could be said.

    A verb that may introduce a quotation gives a saying without content: the quotation is bound to it later.
    """
    saying = _verb_saying(parse, i, words)
    if saying is None:
        return None
    if (outer := adding_to(parse, i, words)) is not None:
        saying = saying._replace(source=outer)
    if (quoted := _quoted_after(parse, i, words)) is not None:
        saying = saying._replace(source=quoted)
    if saying.frame == "clause":
        inside = without_rival(parse, i, with_result(parse, i, saying.content, words), words)
        saying = saying._replace(content=tuple(inside))
    return saying


def _quoted_after(parse: Parse, i: int, words: SpeechWords) -> int | None:
    """Who is quoted with what stands before: "The strike killed nine, the radio quoted a guard as saying"."""
    whom = child(parse, i, "dobj") if lemma_of(parse.tokens[i]) in words.cues.citing else None
    before = any(c.i < i for c in children(parse, i, "ccomp"))
    saying = (t for p in children(parse, i, "prep") if p.lower == "as" for t in children(parse, p.i, "pcomp"))
    said = any((use := words.verbs.get(lemma_of(t))) is not None and use.clause == "say" for t in saying)
    return whom.i if whom is not None and before and said else None


def _verb_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    if parse.tokens[i].dep in ("aux", "auxpass", "amod", "compound"):
        return None
    lemma = lemma_of(parse.tokens[i])
    use = words.verbs.get(lemma)
    if use is not None and use.clause == "say" and is_withheld(parse, i):
        return None
    if use is None:
        return tallied(parse, i, words) if is_passive(parse, i) else tally(parse, i, words)
    if is_passive(parse, i):
        return _passive(parse, i, use, lemma in words.cues.raising, words.cues.tally.nouns)
    if is_participle(parse, i):
        return passive(parse, i, use)
    return (
        _clause(parse, i, use, words)
        or asked(parse, i, use)
        or relative(parse, i, use)
        or counted_by(parse, i, use)
        or _infinitive(parse, i, use)
        or wanted(parse, i, use)
        or gerund(parse, i, use)
        or _preposition(parse, i, use)
        or named(parse, i, use)
        or _object(parse, i, use, words.cues)
        or number(parse, i, use)
        or _around(parse, i, use)
    )


def _clause(parse: Parse, i: int, use: Use, words: SpeechWords) -> Saying | None:
    """ "The ministry said that two villages were hit." """
    if use.clause is None:
        return None
    clauses = [c for c in children(parse, i, "ccomp") if _is_finite(parse, c)]
    clauses += [c for c in children(parse, i, "advcl", "acomp", "dep") if c.i > i and _is_bare(parse, c)]
    if clauses and clauses[0].i < i:
        clauses = [c for c in clauses if not is_parted(parse, i, c, words)]
    found = next((c for c in clauses if c.i > i), clauses[0] if clauses else behind_noun(parse, i, words))
    if found is None:
        return None
    inside = listed_on(parse, i, with_rest(parse, i, below(parse, found.i)), words.verbs)
    if clauses and clauses[0].i < i < found.i:
        inside = below(parse, clauses[0].i) + inside
    if clauses and clauses[0].i < i:
        inside = up_to_speaker(parse, i, inside)
        inside = sorted({*inside, *behind_colon(parse, i), *behind_comma(parse, i)})
    elif rest := behind_comma(parse, inside[-1]):
        inside = sorted({*inside, *rest})  # "said 23 had died, among them a girl"
    elif colon := behind_colon(parse, i, inside[-1] + 1):
        inside = sorted({*inside, *colon})  # "explained how: bandits took 312"
    elif is_aside(parse, i, inside[0]):
        inside = below(parse, parse.tokens[i].head, (i,)) + inside
    saying = saying_of(parse, i, use.clause, inside)
    return saying._replace(frame="clause", addressee=_addressee(parse, i))


def _is_finite(parse: Parse, c: Token) -> bool:
    if is_infinitive(parse, c.i):
        return False
    return is_verb(c) or c.tag == "MD" or child(parse, c.i, *SUBJECTS) is not None


def _is_bare(parse: Parse, c: Token) -> bool:
    """A clause that the parser took for an adverbial, though no word introduces it."""
    return (
        is_verb(c)
        and child(parse, c.i, *SUBJECTS) is not None
        and child(parse, c.i, "mark", "advmod") is None
    )


def _addressee(parse: Parse, i: int) -> int | None:
    told = child(parse, i, "dobj", "dative")
    return told.i if told and told.tag.startswith(("NN", "PRP")) else None


def _infinitive(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "The group vowed to fight on." """
    if use.infinitive is None:
        return None
    found = next((c for c in children(parse, i, "xcomp", "ccomp") if is_infinitive(parse, c.i)), None)
    if found is None:
        return None
    saying = saying_of(parse, i, use.infinitive, below(parse, found.i))
    return saying._replace(frame="infinitive", addressee=_addressee(parse, i))


def _preposition(parse: Parse, i: int, use: Use) -> Saying | None:
    """ "The mayor called for calm." """
    for p in children(parse, i, "prep", "prt", "advmod"):
        sense = use.preposition.get(p.lower)
        time = child(parse, p.i, "pobj")
        if sense is not None and (time is None or time.ent not in ("DATE", "TIME")):
            inside = [t for t in below(parse, p.i) if t != p.i]
            if inside:
                return saying_of(parse, i, sense, inside, p.i)
    for clause in children(parse, i, "advcl", "ccomp"):  # "called for the rebels to leave"
        mark = child(parse, clause.i, "mark")
        sense = use.preposition.get(mark.lower) if mark and mark.i == i + 1 else None
        if mark and sense and is_infinitive(parse, clause.i):
            return saying_of(parse, i, sense, [t for t in below(parse, clause.i) if t != mark.i], mark.i)
    return None


def _object(parse: Parse, i: int, use: Use, cues: SpeechCues) -> Saying | None:
    """ "The envoy welcomed the truce." """
    what = child(parse, i, "dobj", "oprd")
    sense = use.object
    if what is None or sense is None or what.i < i:
        return None
    if what.lemma in cues.unsaid.get(parse.tokens[i].lemma, ()):
        return None
    inside = below(parse, what.i)
    for t in children(parse, i, "prep", "oprd", "xcomp", "ccomp"):
        if t.i > what.i and (t.dep != "prep" or t.lower in CARRIED):
            inside += below(parse, t.i)
    if sense == "say":
        inside += behind_comma(parse, max(inside))  # "reported 15 dead, among them three women"
    if what.lemma in cues.owned:
        inside = [k for k in inside if not _is_told_beside(parse, k, i)]
    return saying_of(parse, i, sense, sorted(set(inside)))


def _is_told_beside(parse: Parse, k: int, verb: int) -> bool:
    """Whether a word stands in a clause on a noun below the verb: it tells the reader what is spoken of.

    "The front claimed responsibility for a blast that killed 31": the front says that it did it, no number.
    """
    above = [parse.tokens[k], *takewhile(lambda t: t.i != verb, ancestors(parse, k))]
    return any(t.dep == "relcl" for t in above)


def _around(parse: Parse, i: int, use: Use) -> Saying | None:
    """The clause that a parenthesis stands in: "Two, police said, were hurt", "As he put it, all is lost"."""
    token = parse.tokens[i]
    if use.clause is None:
        return None
    if child(parse, i, *SUBJECTS) is None and token.dep not in FREE and joined_speaker(parse, i) is None:
        return None
    group, speaker = verb_group(parse, i), speaker_of(parse, i)
    saying = Saying(i, group, use.clause, "quote", (), speaker, _addressee(parse, i))
    host = parse.tokens[token.head]
    if host.dep in ("aux", "auxpass"):
        host = parse.tokens[host.head]
    bare = child(parse, i, "dobj", "attr", "acomp") is None
    as_clause = (
        token.dep == "advcl" and bare and any(t.lower == "as" for t in children(parse, i, "mark", "advmod"))
    )
    after_comma = token.dep == "ccomp" and host.i < i and parse.tokens[below(parse, i)[0] - 1].text == ","
    if host.i != i and (token.dep == "parataxis" or as_clause or after_comma):
        return saying._replace(frame="clause", content=tuple(below(parse, host.i, (i,))))
    before = _quoted_as(parse, i)
    if (
        bare or use.infinitive == "ask"
    ):  # "told the council" has someone spoken to, "showed a picture" a thing
        before = before or _before(parse, i, saying.source)
    if not before:
        return saying
    return saying._replace(frame="clause", content=(*before, *behind_colon(parse, i)))


def _quoted_as(parse: Parse, i: int) -> tuple[int, ...]:
    """ "Three died, the officer was quoted as saying": the clause before, that hangs on "quoted"."""
    token = parse.tokens[i]
    host = parse.tokens[parse.tokens[token.head].head]
    if token.dep != "pcomp" or parse.tokens[token.head].lower != "as" or not is_passive(parse, host.i):
        return ()
    clause = child(parse, host.i, "ccomp")
    return tuple(below(parse, clause.i)) if clause else ()


def _before(parse: Parse, i: int, speaker: int | None) -> tuple[int, ...]:
    """All before the last words of a sentence: "Two dead in the blast, police said", ", said the monitor"."""
    if speaker is None:
        return ()
    sentence = parse.sentences[parse.tokens[i].sentence]
    phrase = below(parse, speaker)
    start = min(i, *phrase)
    inverted = i < phrase[0]
    behind = parse.tokens[max(i, speaker) + 1 : sentence.end]
    rest = any(t.tag.startswith("VB") and not (t.tag == "VBG" and t.head == i) for t in behind)
    if any(is_participle(parse, t.i) for t in children(parse, i, "advcl") if t.i < i):
        return ()  # "Asked if he would stay, the mayor said yes"
    if (rest and not inverted) or start <= sentence.first + 1 or parse.tokens[start - 1].text != ",":
        return ()
    return tuple(range(sentence.first, start - 1))


def _nouns_over(parse: Parse, noun: int) -> Iterator[Token]:
    """A noun and those that it is a part of: "the toll of 40 dead and 12 injured"."""
    for token in (parse.tokens[noun], *ancestors(parse, noun)):
        if is_verb(token) and token.dep not in ("acl", "amod"):
            return
        yield token


def _passive(parse: Parse, i: int, use: Use, raising: bool, tallied: Set[str]) -> Saying | None:
    """ "It was reported that", "is believed to have fled", "was condemned by the union".

    Also "the toll of 40 dead reported by the ministry".
    """
    if any(child(parse, p.i, "pcomp") for p in children(parse, i, "prep") if p.lower == "as"):
        return None  # "was quoted as saying": the participle is the cue
    subject = child(parse, i, "nsubjpass", "nsubj")
    found = child(parse, i, "ccomp", "xcomp")
    if found is not None and is_infinitive(parse, found.i):
        sense = use.clause if raising else None
        inside = below(parse, found.i) + (below(parse, subject.i) if subject else [])
    else:
        sense = use.clause if found is not None and child(parse, found.i, *SUBJECTS) else None
        inside = below(parse, found.i) if found is not None else []
    if sense:
        return saying_of(parse, i, sense, sorted(inside))._replace(frame="clause")
    if more := passive(parse, i, use):
        return more
    noun = subject.i if subject else parse.tokens[i].head if parse.tokens[i].dep == "acl" else None
    if noun is None or speaker_of(parse, i) is None:
        return None
    tally = next((t.i for t in _nouns_over(parse, noun) if t.lemma in tallied), None)
    if tally is not None and use.clause is not None:
        return saying_of(parse, i, use.clause, below(parse, tally, (i,)))._replace(frame="clause")
    if use.object is None:
        return None
    saying = saying_of(parse, i, use.object, below(parse, noun, (i,)))
    counted = parse.tokens[noun].text.isdigit()  # "than the 115 counted by the council"
    return saying._replace(frame="clause") if counted else saying
