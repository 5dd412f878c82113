"""Attribution without a verb of speech: "according to", nouns, adjectives, adverbs."""

from __future__ import annotations

from dateline.reading.parse import Parse
from dateline.reading.speech.saying import (
    Saying,
    agent_of,
    below,
    is_infinitive,
    speaker_of,
    verb_group,
)
from dateline.reading.speech.words import SpeechWords, Use, lemma_of
from dateline.reading.tree import FINITE, ancestors, child, children, is_passive, is_verb

RELATIVE = ("WRB", "WDT", "WP")
"""Tags of the words that open a relative clause."""


def according_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "According to the ministry, two villages were hit."

    Behind a comma it covers all clauses before: "Two died and five are missing, according to the ministry".
    """
    if i + 1 >= len(parse.tokens) or parse.tokens[i + 1].lower != "to":
        return None
    source = child(parse, i + 1, "pobj") or child(parse, i, "pobj")
    clause = next((t for t in ancestors(parse, i) if is_verb(t) or t.tag == "MD" or t.head == t.i), None)
    if source is None or clause is None:
        return None
    beside = [i, i + 1]
    if clause.i > source.i and any(t.tag.startswith("W") for t in children(parse, clause.i, "nsubj")):
        beside.append(clause.i)  # "according to an officer, who warned": the relative clause is no host
        clause = parse.tokens[clause.head]
    while clause.i < i and parse.tokens[i - 1].text == "," and clause.dep == "conj":
        first = parse.tokens[clause.head]
        if not is_verb(first) or words.verbs.get(lemma_of(first)) is not None:
            break
        clause = first
    inside = below(parse, clause.i, tuple(beside))
    inside = _last_clause(parse, i, words) or _up_to_comma(parse, i, inside)
    return Saying(i, (i, i + 2), "say", "phrase", tuple(inside), source.i)


def _last_clause(parse: Parse, i: int, words: SpeechWords) -> list[int]:
    """The relative clause right before the phrase, where another speaker tells what it hangs on.

    "Media say two died in Orlow, where 40 had died in May, according to the police".
    """
    tokens, first = parse.tokens, parse.sentences[parse.tokens[i].sentence].first
    commas = [k for k in range(first, i) if tokens[k].text == ","][-2:]
    if len(commas) < 2 or commas[1] != i - 1 or tokens[commas[0] + 1].tag not in RELATIVE:
        return []
    for t in tokens[first : commas[0]]:
        use = words.verbs.get(lemma_of(t)) if is_verb(t) else None
        told = use is not None and use.clause == "say" and child(parse, t.i, "ccomp") is not None
        if told and speaker_of(parse, t.i) is not None:
            return list(range(commas[0] + 1, i - 1))
    return []


def _up_to_comma(parse: Parse, i: int, inside: list[int]) -> list[int]:
    """All before ", according to", but nothing behind a semicolon: "Two died, according to X; Y fled"."""
    tokens, sentence = parse.tokens, parse.sentences[parse.tokens[i].sentence]
    marks = [k for k in range(sentence.first, sentence.end) if tokens[k].text == ";"]
    first = max((k + 1 for k in marks if k < i), default=sentence.first)
    end = next((k for k in marks if k > i), sentence.end)
    kept = {k for k in inside if first <= k < end}
    if tokens[i - 1].text == "," and any(t.tag in FINITE for t in tokens[first : i - 1]):
        kept |= set(range(first, i - 1))
    return sorted(kept)


def per_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "Two villages were hit, per the ministry", but not "two per cent", "40 per day"."""
    source, clause = child(parse, i, "pobj"), parse.tokens[parse.tokens[i].head]
    named = source is not None and (source.tag.startswith("NNP") or child(parse, source.i, "det") is not None)
    if source is None or not named or not is_verb(clause) or parse.tokens[i - 1].text != ",":
        return None
    return Saying(i, (i, i + 1), "say", "phrase", tuple(below(parse, clause.i, (i,))), source.i)


def reported_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "Two villages were hit, as reported by the ministry"."""
    token = parse.tokens[i]
    use, source = words.verbs.get(lemma_of(token)), agent_of(parse, i)
    clause = parse.tokens[token.head]
    marked = any(t.lower == "as" for t in children(parse, i, "mark")) and token.dep == "advcl"
    if use is None or use.clause != "say" or not marked or source is None or not is_verb(clause):
        return None
    return Saying(i, (i - 1, i + 1), "say", "phrase", tuple(below(parse, clause.i, (i,))), source)


def noun_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "The army's claim that the town was taken", "fears of an attack", "issued a statement saying"."""
    token = parse.tokens[i]
    use = words.nouns.get(lemma_of(token))
    if use is None or token.dep == "compound":
        return None
    found = _complement(parse, i, use)
    if found is None:
        return None
    saying, last = found
    owner = child(parse, i, "poss")
    if owner is not None:
        return saying._replace(source=owner.i)
    verb = parse.tokens[token.head]
    if token.dep == "dobj" and is_verb(verb) and verb.i < i:
        light = lemma_of(verb) in words.cues.nominal_verbs
        first = verb_group(parse, verb.i)[0] if light else saying.words[0]
        saying = saying._replace(words=(first, last), source=speaker_of(parse, verb.i))
    over = parse.tokens[verb.head]
    if token.dep == "pobj" and is_verb(over) and over.i < i and words.verbs.get(lemma_of(over)):
        # "said in a statement that": the verb says it, the noun is only the medium
        return saying._replace(cue=over.i, words=verb_group(parse, over.i), source=speaker_of(parse, over.i))
    for p in children(parse, i, "prep", "agent"):
        if p.lower in ("by", "from", "among"):
            by = child(parse, p.i, "pobj")
            return saying._replace(source=by.i if by else None)
    return saying


def tally_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "The ministry's count stood at 31", "a tally by the charity has 12": whose tally it is says it."""
    token = parse.tokens[i]
    if (owned := _owned_tally(parse, i, words)) is not None:
        return owned
    verb = parse.tokens[token.head]
    if lemma_of(token) not in words.cues.tally.issued or token.dep != "nsubj" or not is_verb(verb):
        return None
    if verb.i < i or words.verbs.get(lemma_of(verb)):
        return None
    by = next((p for p in children(parse, i, "prep", "agent") if p.lower == "by"), None)
    owner = child(parse, i, "poss") or (child(parse, by.i, "pobj") if by else None)
    if owner is None:
        return None
    inside = below(parse, verb.i, (owner.i, *([by.i] if by else [])))
    return Saying(i, (i, i + 1), "say", "label", tuple(c for c in inside if c > i), owner.i)


def _owned_tally(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "The army persists in its figure of three dead": whose figure it is says what stands behind "of"."""
    owner = child(parse, i, "poss")
    of = next((p for p in children(parse, i, "prep") if p.lower == "of"), None)
    if lemma_of(parse.tokens[i]) not in words.cues.tally.issued or owner is None or of is None:
        return None
    inside = [c for c in below(parse, of.i) if c != of.i]
    if not any(parse.tokens[c].tag == "CD" for c in inside):
        return None
    source: int | None = owner.i
    if owner.tag == "PRP$":  # its own figure is that of who clings to it
        verb = next((t for t in ancestors(parse, i) if is_verb(t)), None)
        source = speaker_of(parse, verb.i) if verb is not None else None
    return Saying(i, (i, of.i + 1), "say", "phrase", tuple(inside), source) if source is not None else None


def _complement(parse: Parse, i: int, use: Use) -> tuple[Saying, int] | None:
    """The saying without its source, and the end of its cue."""
    for t in children(parse, i):
        if t.dep in ("acl", "ccomp") and t.i > i:
            to = is_infinitive(parse, t.i)
            that = any(c.lower == "that" for c in children(parse, t.i, "mark"))
            sense = use.infinitive if to else use.clause if that else None
            if sense:
                return Saying(i, (i, i + 1), sense, "clause", tuple(below(parse, t.i)), None), i + 1
        elif t.dep == "prep" and t.lower in use.preposition:
            inside = tuple(c for c in below(parse, t.i) if c != t.i)
            if inside:
                return Saying(i, (i, t.i + 1), use.preposition[t.lower], "preposition", inside, None), t.i + 1
    return None


def adjective_saying(parse: Parse, i: int, words: SpeechWords) -> Saying | None:
    """ "The envoy was confident that talks would go on", "is critical of raids", "is focused on peace"."""
    token = parse.tokens[i]
    use = words.adjectives.get(token.lower)
    if use is None:
        return None
    participle = is_verb(token) and is_passive(parse, i) and token.dep not in ("acl", "amod")
    verb = token if participle else parse.tokens[token.head]
    if not is_verb(verb) or not (participle or token.dep in ("acomp", "ccomp", "oprd")):
        return None
    subject = child(parse, verb.i, "nsubj", "nsubjpass")
    source = subject.i if subject else speaker_of(parse, verb.i)
    first = verb_group(parse, verb.i)[0]
    if first > i:
        return None
    for t in (*children(parse, i), *children(parse, verb.i, "ccomp", "xcomp")):
        if t.i <= i:
            continue
        sense = use.infinitive if is_infinitive(parse, t.i) else use.clause
        that = t.dep == "advcl" and any(m.lower == "that" for m in children(parse, t.i, "mark"))
        if (that or t.dep in ("ccomp", "xcomp")) and sense:
            return Saying(i, (first, i + 1), sense, "clause", tuple(below(parse, t.i)), source)
        if t.dep == "prep" and t.lower in use.preposition:
            inside = tuple(c for c in below(parse, t.i) if c != t.i)
            return Saying(i, (first, t.i + 1), use.preposition[t.lower], "preposition", inside, source)
    return None


def hedge_saying(parse: Parse, i: int) -> Saying | None:
    """ "The convoy was reportedly hit": said by someone who is not named."""
    host = parse.tokens[parse.tokens[i].head]
    if not is_verb(host) or host.i == i:
        return None
    return Saying(i, (i, i + 1), "say", "hedge", tuple(below(parse, host.i, (i,))), None)


def signature_saying(parse: Parse, i: int) -> Saying | None:
    """A quotation and, behind a dash at ``i``, whose it is: '"We will stay." - Mayor Ann Reed'."""
    if i + 1 >= len(parse.tokens) or not parse.tokens[i + 1].tag.startswith("NNP"):
        return None
    name = parse.tokens[i + 1]
    while name.dep in ("compound", "nmod") and name.head > name.i:
        name = parse.tokens[name.head]
    return Saying(i, (i, i + 1), "say", "quote", (), name.i)
