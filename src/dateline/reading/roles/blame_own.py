"""Who says that a deed is, or is not, their own?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.codebook.roles import RoleWords
from dateline.model import Actor, Entity, How
from dateline.reading.actors.reader import Cast
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_rules import (
    ASIDES,
    CLAIMED,
    DENIED,
    GUILTY,
    POINTING,
    Blame,
    is_negated,
    is_nobody,
    names_deed,
)
from dateline.reading.roles.fit import meant
from dateline.reading.rules import Rule
from dateline.reading.speech.inner import passer_of
from dateline.reading.tree import ancestors, child, children, is_passive, subjects, subtree

FIRST = frozenset(("we", "i"))
STATELY = frozenset(("state", "government", "military", "police"))
ARMED = frozenset(("military", "armed group", "police"))
UNSURE = frozenset(("will", "'ll", "shall", "would", "could", "may", "might", "can", "should"))


def read_own(parse: Parse, verb: Token, cast: Cast, words: RoleWords) -> Iterator[Blame]:
    """What the subject of a verb says of itself."""
    yield from _of_noun(parse, verb, cast, words)
    yield from _of_clause(parse, verb, cast, words)


def _of_noun(parse: Parse, verb: Token, cast: Cast, words: RoleWords) -> Iterator[Blame]:
    """Claimed, took, admitted or denied: responsibility, a part in it, or the deed itself."""
    noun = child(parse, verb.i, "dobj", "nsubjpass")
    if noun is None and verb.dep == "acl" and verb.tag == "VBN":
        noun = parse.tokens[verb.head]
    if noun is None and verb.lemma in words.admit_verbs:
        to = child(parse, verb.i, "prep")
        noun = child(parse, to.i, "pobj") if to and to.lower == "to" else None
    if noun is None and verb.lemma == "claim" and verb.tag == "VBN" and _is_alone(parse, verb):
        yield from _of_fragment(parse, verb)
        return
    if noun is not None and noun.tag == "WDT":
        noun = _deed_of(parse, verb, words) or noun
    kind = _how(verb.lemma, noun.lemma, words) if noun else None
    if noun is None or kind is None or is_negated(parse, verb.i):
        return
    parties = subjects(parse, verb.i)
    if noun.dep == "nsubjpass" or (noun.i == verb.head and verb.dep == "acl"):
        agent = child(parse, verb.i, "agent")
        parties = list(children(parse, agent.i, "pobj")) if agent else []
    above = noun.i < verb.i and noun.dep != "nsubjpass"
    about = tuple(subtree(parse, noun.i if above else verb.i))
    for party in parties:
        meant_by = (
            party.tag in ("WDT", "WP") and cast.entity(party.i) is not None
        )  # "Hezbollah, which denied"
        if meant_by or not is_nobody(parse, party):
            yield Blame(party.i, kind[0], verb.i, party.i, about, kind[1], False)


def _deed_of(parse: Parse, verb: Token, words: RoleWords) -> Token | None:
    """The deed that a relative pronoun stands for: "an attack in Orlow, which the front claimed"."""
    above = parse.tokens[verb.head] if verb.dep == "relcl" else None
    while above is not None and above.lemma not in words.deed_nouns:
        over = parse.tokens[above.head]
        above = over if over.i != above.i and above.dep in ("pobj", "prep") else None
    return above


def _is_alone(parse: Parse, verb: Token) -> bool:
    """Whether nothing is above a verb, or it opens a sentence and a colon ends it: 'Claimed by X: "...".'."""
    sentence = parse.sentences[verb.sentence]
    opens = sentence.first == verb.i and verb.head > verb.i
    return verb.dep == "ROOT" or (opens and any(t.text[-1] == ":" for t in parse.tokens[verb.i : verb.head]))


def _of_fragment(parse: Parse, verb: Token) -> Iterator[Blame]:
    """ "Claimed by the front.", a sentence of its own: the violence told before."""
    agent = child(parse, verb.i, "agent")
    if child(parse, verb.i, "aux", "auxpass", "nsubj", "nsubjpass", "neg") is None and agent is not None:
        for party in children(parse, agent.i, "pobj"):
            yield Blame(party.i, "claimed", verb.i, party.i, (), CLAIMED, False, True)


def _how(verb: str, noun: str, words: RoleWords) -> tuple[How, Rule] | None:
    if verb in words.deny_verbs and (noun in words.involvement_nouns or noun in words.deed_nouns):
        return "denied", DENIED
    if verb in words.reject_verbs and noun in words.involvement_nouns:
        return "denied", DENIED
    if verb in words.claim_verbs and noun in words.responsibility_nouns:
        return "claimed", CLAIMED
    if verb == "claim" and noun in words.deed_nouns:
        return "claimed", CLAIMED
    if verb in words.admit_verbs and (noun in words.involvement_nouns or noun in words.deed_nouns):
        return "admitted", CLAIMED
    return None


def _of_clause(parse: Parse, verb: Token, cast: Cast, words: RoleWords) -> Iterator[Blame]:
    """ "The front said it had bombed the depot", "rejected claims that its men did it"."""
    noun = child(parse, verb.i, "dobj")
    accused = noun is not None and noun.lemma in words.accusation_nouns
    denies = verb.lemma in words.deny_verbs or (accused and verb.lemma in words.reject_verbs)
    admits = verb.lemma in words.admit_verbs
    if is_negated(parse, verb.i):
        return  # "has not said that it did it"
    if not (denies or admits or verb.lemma in words.telling_verbs):
        return
    speaker = next((s for s in subjects(parse, verb.i) if not is_nobody(parse, s)), None)
    if speaker is None or cast.entity(speaker.i) is None or is_passive(parse, verb.i):
        return
    clauses = list(children(parse, verb.i, "ccomp", "xcomp", "pcomp"))
    if denies and accused and noun is not None:
        clauses += children(parse, noun.i, "acl", "ccomp")
    for inner in clauses:
        doers = list(children(parse, inner.i, "nsubj"))
        own = (
            _same(parse, speaker, doers[0], cast, words)
            if doers
            else (denies or admits) and (inner.tag == "VBG" or _is_having(parse, inner))
        )
        own = own or (denies and bool(doers) and _of_state(speaker, doers[0], cast))
        unsure = any(t.dep == "aux" and t.lower in UNSURE for t in children(parse, inner.i))
        if not own or unsure or is_passive(parse, inner.i) or inner.lemma in words.suffering_verbs:
            continue
        denied = denies != (is_negated(parse, inner.i) or _does_none(parse, inner))
        how: How = "denied" if denied else "admitted" if admits else "claimed"
        if denies and not denied:
            continue
        about = (
            inner.i,
            *(o.i for o in children(parse, inner.i, "dobj") if _is_done(inner, o, words)),
        )
        plain = denies and (inner.lemma in words.deed_nouns or inner.lower in words.deed_nouns)
        plain = plain or inner.lemma in words.harming_verbs or names_deed(parse, about[1:], speaker.i, words)
        quoted = passer_of(parse, doers[0].i) if doers and doers[0].lower in FIRST else None
        if quoted is not None and quoted.source != speaker.i:
            yield Blame(quoted.source, how, quoted.cue, quoted.source, about, CLAIMED, not plain)
            continue
        actor = cast.at(doers[0].i) if doers and doers[0].tag == "PRP" else None
        of_body = actor is not None and cast.body(speaker.i) is None and cast.at(speaker.i) != actor
        of_body |= bool(doers) and cast.at(doers[0].i) in _owners(parse, speaker, cast)
        party = doers[0].i if of_body else speaker.i
        yield Blame(party, how, verb.i, speaker.i, about, DENIED if denied else CLAIMED, not plain)


def _owners(parse: Parse, speaker: Token, cast: Cast) -> list[Actor]:
    """Whose radio or agency speaks: "the front's radio said the group was behind it"."""
    return [a for t in children(parse, speaker.i, "poss") if (a := cast.at(t.i)) is not None]


def _is_done(verb: Token, noun: Token, words: RoleWords) -> bool:
    """Whether a verb does the deed that its object names; the harmed are only carried."""
    return verb.lemma in words.doing_verbs and noun.lemma not in words.tally_nouns


def _does_none(parse: Parse, verb: Token) -> bool:
    """Whether no deed is done: "our forces carried out no strike"."""
    return any(t.lower == "no" for o in children(parse, verb.i, "dobj") for t in children(parse, o.i, "det"))


def _is_having(parse: Parse, verb: Token) -> bool:
    """Whether a deed is told as done before: "denied having struck the school"."""
    return any(t.dep == "aux" and t.lower == "having" for t in children(parse, verb.i))


def _same(parse: Parse, speaker: Token, doer: Token, cast: Cast, words: RoleWords) -> bool:
    """Whether who did it is who speaks, or what is the speaker's: "it", "we", "its forces", "its strike"."""
    if doer.lower in FIRST:
        return True
    doer = parse.tokens[meant(parse, doer.i, words)]
    owner = child(parse, doer.i, "poss")
    own = _is_armed(doer, cast) or doer.lemma in words.deed_nouns | words.crewed_weapons | words.followers
    if owner is not None and owner.tag == "PRP$" and own:
        doer = owner
    if doer.lower == "our":
        return True
    actor = cast.at(doer.i)
    if actor is not None and (actor == cast.body(speaker.i) or _names(parse, speaker, actor, cast)):
        return True  # a spokesman names the body that he speaks for
    return actor is not None and actor == cast.at(speaker.i) and doer.tag.startswith("PRP")


def _of_state(speaker: Token, doer: Token, cast: Cast) -> bool:
    """Whether who speaks for a state denies what its forces are said to have done: "Moscow"."""
    actor = cast.at(doer.i) or cast.body(doer.i)
    whose = (cast.at(speaker.i), cast.body(speaker.i))
    return actor is not None and any(own is not None and _one(actor, own) for own in whose)


def _names(parse: Parse, speaker: Token, actor: Actor, cast: Cast) -> bool:
    """Whether who speaks is said to be of a body: "a source in the army"."""
    inside = (i for i in subtree(parse, speaker.i, *ASIDES) if i != speaker.i)
    return any(cast.at(i) == actor for i in inside)


def _is_armed(doer: Token, cast: Cast) -> bool:
    """Whether a possessed noun means people who act for their owner."""
    entity = cast.entity(doer.i)
    return entity is not None and entity.kind in ARMED


def read_answer(
    parse: Parse, verb: Token, cast: Cast, words: RoleWords, before: Sequence[Blame]
) -> Iterator[Blame]:
    """Who denies "it" or "the accusation" after being accused denies the deed of that accusation."""
    noun = child(parse, verb.i, "dobj") or (parse.tokens[verb.head] if verb.dep == "relcl" else None)
    if noun is None or (verb.lemma not in words.deny_verbs and verb.lemma not in words.reject_verbs):
        return  # "a charge it denies"
    if noun.lower not in POINTING and noun.lemma not in words.accusation_nouns:
        return
    for speaker in subjects(parse, verb.i):
        own = [a for a in (cast.at(speaker.i), cast.body(speaker.i)) if a is not None]
        for blame in reversed(before):
            accused = cast.at(blame.head) or cast.entity(blame.head)
            if blame.how == "alleged" and accused is not None and any(_one(accused, a) for a in own):
                yield Blame(
                    speaker.i, "denied", verb.i, speaker.i, blame.about, DENIED, blame.told, blame.bare
                )
                return


def _one(accused: Actor | Entity, own: Actor) -> bool:
    """Whether both are the same party, or bodies of the same state; "the M23 rebels" are the M23."""
    if accused == own:
        return True
    group = f"{own.name} ".casefold()
    if accused.kind == own.kind == "armed group" and accused.name.casefold().startswith(group):
        return True
    return own.kind in STATELY and accused.kind in STATELY and own.country == accused.country is not None


def _is_question(parse: Parse, verb: Token) -> bool:
    """Whether what is said, or not said, is whether something is so."""
    clauses = children(parse, verb.i, "ccomp")
    return any(t.lower in ("whether", "if") for c in clauses for t in children(parse, c.i, "mark"))


def own_words(parse: Parse, blame: Blame, cast: Cast, words: RoleWords) -> Blame | None:
    """What a party says of itself is claimed, not alleged: "the front said it was behind the attack".

    Who "has not said whether it was behind it" claims nothing and is accused of nothing.
    """
    party = parse.tokens[blame.head]
    taken_up = party.tag.startswith("PRP") or any(t.lower == "the" for t in children(parse, party.i, "det"))
    if blame.rule is not GUILTY or not taken_up or cast.at(party.i) is None:
        return blame
    for above in ancestors(parse, party.i):
        for speaker in children(parse, above.i, "nsubj"):
            whose = (cast.at(speaker.i), cast.body(speaker.i), *_owners(parse, speaker, cast))
            if speaker.i != party.i and cast.at(party.i) in whose:
                denies = (blame.how == "denied") != (above.lemma in words.deny_verbs)
                how: How = "denied" if denies else "claimed"
                told = above.lemma in words.deny_verbs or above.lemma in words.telling_verbs
                if told and (is_negated(parse, above.i) or _is_question(parse, above)):
                    return None
                return replace(blame, how=how, cue=above.i, speaker=speaker.i) if told else blame
    return blame
