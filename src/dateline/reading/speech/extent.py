"""How far does what is said reach, where the parser cut it short?"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.reading.parse import Parse, Token
from dateline.reading.speech.saying import below, speaker_of, verb_group
from dateline.reading.speech.words import SpeechWords, lemma_of
from dateline.reading.tree import SUBJECTS, child, children, is_verb

LONGEST_TAIL = 12
"""Words from a verb of speech to the comma that ends its own part of the sentence."""
GOES_ON = frozenset(
    ("up", "down", "including", "among", "most", "mostly", "some", "many", "bringing", "raising")
)
"""Words by which what was said goes on behind that comma."""


def up_to_speaker(parse: Parse, i: int, inside: list[int]) -> list[int]:
    """The clause with what the parser lost before the speaker: "killed 12, five of them boys, he said"."""
    speaker = speaker_of(parse, i)
    end = verb_group(parse, i)[0]
    if speaker is not None and inside[-1] < speaker < i:
        end = min(end, *below(parse, speaker, inside))
    gap = parse.tokens[inside[-1] + 1 : end]
    if not gap or gap[0].text != "," or any(is_verb(t) and t.tag in ("VBD", "VBZ", "VBP") for t in gap):
        return inside
    return sorted({*inside, *range(inside[-1] + 1, end)})


def behind_colon(parse: Parse, i: int, clause: int = 0) -> list[int]:
    """What a colon opens after the verb, or at the end ``clause`` of what it says.

    "Two died, police said: a nurse and a guard".
    """
    end = parse.sentences[parse.tokens[i].sentence].end
    at = next((k for k in (i + 1, clause) if k + 1 < end and parse.tokens[k].text == ":"), None)
    return [] if at is None else list(range(at + 1, end))


def behind_comma(parse: Parse, i: int) -> list[int]:
    """What goes on behind the speaker: "34 were hurt, police said on Friday, up from 11 a week before"."""
    end = parse.sentences[parse.tokens[i].sentence].end
    for k in range(min(i + 1, end), min(i + LONGEST_TAIL, end - 1)):
        if parse.tokens[k].text == ",":
            on = parse.tokens[k + 1]
            return list(range(k + 1, end)) if on.lower in GOES_ON or on.tag == "CD" else []
        if is_verb(parse.tokens[k]):
            return []
    return []


def listed_on(parse: Parse, i: int, inside: list[int], verbs: Collection[str]) -> list[int]:
    """The next verbs of a list that the parser joined to the verb of speech.

    "Writes that his men had taken the gate, killed 87 and seized the camp": where a comma parts the first
    from the clause; a verb of speech among them begins something new.
    """
    for t in children(parse, i, "conj", "ccomp"):
        own = is_verb(t) and t.tag in ("VBD", "VBN") and child(parse, t.i, *SUBJECTS, "aux", "mark") is None
        if own and t.i > inside[-1] and parse.tokens[t.i - 1].text == "," and t.lemma not in verbs:
            new = tuple(c.i for c in children(parse, t.i, "conj") if c.lemma in verbs)
            rest = below(parse, t.i, new)
            while parse.tokens[rest[-1]].tag == "CC":  # "killed 87 and warned": the warning is another's
                rest.pop()
            return sorted({*inside, *rest})
    return inside


def is_aside(parse: Parse, i: int, rest: int) -> bool:
    """Whether the verb stands in commas within what is said: "They fired 40, he said, of which 33 hit"."""
    token = parse.tokens[i]
    return token.dep == "parataxis" and token.head < i < rest and parse.tokens[rest - 1].text == ","


def is_parted(parse: Parse, i: int, clause: Token, words: SpeechWords) -> bool:
    """Whether a semicolon parts a clause from the verb at ``i``, and one of the two says something else.

    "Nine died, police said; a nurse put it at 12"; "they died; he first reported two" tells but the two,
    and "Peru said nine died; Lima said three had fled" but the three.
    """
    low, high = sorted((i, clause.i))
    if not any(t.text == ";" for t in parse.tokens[low + 1 : high]):
        return False
    tells = lemma_of(clause) in words.verbs or lemma_of(clause) in words.cues.tally.verbs
    own = any(c.i > i for c in children(parse, i, "dobj", "ccomp"))
    return tells if i < clause.i else own


def behind_noun(parse: Parse, i: int, words: SpeechWords) -> Token | None:
    """The clause that the parser hung on a noun between: "had insisted for weeks that one was hit".

    Also on the one told: "told a radio station that 12 had died", but not "repeated the claim that".
    """
    for told in children(parse, i, "dobj", "dative"):
        for c in children(parse, told.i, "acl", "relcl") if lemma_of(told) not in words.nouns else ():
            if any(m.lower == "that" and m.i == told.i + 1 for m in children(parse, c.i, "mark")):
                return c
    todo = list(children(parse, i, "prep"))
    for p in todo:
        for noun in children(parse, p.i, "pobj"):
            for c in children(parse, noun.i, "acl", "relcl", "ccomp"):
                if any(m.lower == "that" for m in children(parse, c.i, "mark")) or _is_content(parse, c):
                    return c
            todo += children(parse, noun.i, "prep")  # "said on the morning of the raid that"
    return None


def _is_content(parse: Parse, c: Token) -> bool:
    """Whether a clause that the parser took for a relative one lacks nothing: "that no guard was harmed"."""
    that = any(t.lower == "that" for t in children(parse, c.i, "dobj"))
    return c.dep == "relcl" and that and any(t.lower != "that" for t in children(parse, c.i, "nsubjpass"))


def with_rest(parse: Parse, i: int, clause: list[int]) -> list[int]:
    """The clause with what goes on right behind it, hung by the parser on the verb or on who speaks.

    "She said the dead were 40 guards, nine clerks and a nurse".
    """
    speaker = speaker_of(parse, i)
    astray = (below(parse, t.i) for t in children(parse, i, "prep", "quantmod") if i < t.i < clause[0])
    for words in astray:
        if words[-1] == clause[0] - 1 and _is_number(parse, words):
            clause = words + clause
    for t in children(parse, speaker, "appos") if speaker is not None and speaker < i < clause[-1] else ():
        more = below(parse, t.i)
        if more[0] - clause[-1] in (1, 2) and parse.tokens[more[0] - 1].text == ",":
            clause = clause + more
    for t in children(parse, i, "advcl"):
        more = below(parse, t.i)
        if more[0] == clause[-1] + 1 and child(parse, t.i, "mark"):
            clause = clause + more
    return clause


def _is_number(parse: Parse, words: Sequence[int]) -> bool:
    """Whether words that open a clause are of its number: "said between 40 and 50 had died"."""
    after = parse.tokens[words[0] : words[-1] + 2]
    return any(t.tag == "CD" and t.ent not in ("DATE", "TIME") for t in after)


def adding_to(parse: Parse, i: int, words: SpeechWords) -> int | None:
    """The speaker that a participle goes on for: "said that rebels raided Orlow, adding that nine died"."""
    token = parse.tokens[i]
    clause = parse.tokens[token.head]
    hung = token.tag == "VBG" and token.dep == "advcl" and clause.dep == "ccomp" and clause.i < i
    return speaker_of(parse, clause.head) if hung and lemma_of(token) in words.cues.adding else None


def without_rival(parse: Parse, i: int, inside: tuple[int, ...], words: SpeechWords) -> tuple[int, ...]:
    """What is said without a clause in which another speaks: "nine died, while the mayor said two"."""
    for k in inside:
        token = parse.tokens[k]
        rival = token.dep == "advcl" and i < k and child(parse, k, "nsubj") is not None
        mark = child(parse, k, "mark") if rival else None
        if mark is None or mark.lower not in words.cues.contrast or parse.tokens[mark.i - 1].text != ",":
            continue
        what = child(parse, k, "dobj")
        use = words.verbs.get(lemma_of(token))
        tells = use is not None and "say" in (use.clause, use.preposition.get("of"))
        tallies = lemma_of(token) in words.cues.tally.verbs and what is not None
        if tells or (tallies and what is not None and lemma_of(what) in words.cues.tally.nouns):
            cut = frozenset(below(parse, k))
            return tuple(t for t in inside if t not in cut)
    return inside


def with_result(parse: Parse, i: int, inside: tuple[int, ...], words: SpeechWords) -> tuple[int, ...]:
    """The clause with what came of it: "rebels raided Orlow, he said, killing nine men"."""
    if not inside or inside[-1] > i:
        return inside
    for c in children(parse, i, "advcl"):
        over = c.tag == "VBG" and c.i > i + 1 and parse.tokens[c.i - 1].text == ","
        if not over or lemma_of(c) in words.verbs or lemma_of(c) in words.cues.citing:
            continue
        what = child(parse, c.i, "dobj")
        if what is not None and (what.tag == "CD" or any(t.tag == "CD" for t in children(parse, what.i))):
            return (*inside, *below(parse, c.i))
    return inside
