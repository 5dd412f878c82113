"""Who says that a deed is, or is not, their own?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.roles import RoleWords
from dateline.model import How
from dateline.reading.actors.reader import Cast
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_rules import CLAIMED, DENIED, Blame, is_negated, is_nobody
from dateline.reading.rules import Rule
from dateline.reading.tree import child, children, is_passive, subjects, subtree

FIRST = frozenset(("we", "i"))
UNSURE = frozenset(("will", "'ll", "shall", "would", "could", "may", "might", "can", "should"))


def read_own(parse: Parse, verb: Token, cast: Cast, words: RoleWords) -> Iterator[Blame]:
    """What the subject of a verb says of itself."""
    yield from _of_noun(parse, verb, words)
    yield from _of_clause(parse, verb, cast, words)


def _of_noun(parse: Parse, verb: Token, words: RoleWords) -> Iterator[Blame]:
    """Claimed, took, admitted or denied: responsibility, a part in it, or the deed itself."""
    noun = child(parse, verb.i, "dobj", "nsubjpass")
    if noun is None and verb.dep == "acl" and verb.tag == "VBN":
        noun = parse.tokens[verb.head]
    if noun is None and verb.lemma in words.admit_verbs:
        to = child(parse, verb.i, "prep")
        noun = child(parse, to.i, "pobj") if to and to.lower == "to" else None
    kind = _how(verb.lemma, noun.lemma, words) if noun else None
    if noun is None or kind is None or (kind[0] != "denied" and is_negated(parse, verb.i)):
        return
    parties = subjects(parse, verb.i)
    if noun.dep == "nsubjpass" or noun.i == verb.head:
        agent = child(parse, verb.i, "agent")
        parties = list(children(parse, agent.i, "pobj")) if agent else []
    about = tuple(subtree(parse, noun.i if noun.i == verb.head else verb.i))
    for party in parties:
        if not is_nobody(parse, party):
            yield Blame(party.i, kind[0], verb.i, party.i, about, kind[1], False)


def _how(verb: str, noun: str, words: RoleWords) -> tuple[How, Rule] | None:
    if verb in words.deny_verbs and (noun in words.involvement_nouns or noun in words.deed_nouns):
        return "denied", DENIED
    if verb in words.claim_verbs and noun in words.responsibility_nouns:
        return "claimed", CLAIMED
    if verb == "claim" and noun in words.deed_nouns:
        return "claimed", CLAIMED
    if verb in words.admit_verbs and (noun in words.involvement_nouns or noun in words.deed_nouns):
        return "admitted", CLAIMED
    return None


def _of_clause(parse: Parse, verb: Token, cast: Cast, words: RoleWords) -> Iterator[Blame]:
    """ "The front said it had bombed the depot", "denied attacking", "admitted that its men shot him"."""
    denies, admits = verb.lemma in words.deny_verbs, verb.lemma in words.admit_verbs
    if not (denies or admits or verb.lemma in words.telling_verbs):
        return
    speaker = next((s for s in subjects(parse, verb.i) if not is_nobody(parse, s)), None)
    if speaker is None or cast.entity(speaker.i) is None or is_passive(parse, verb.i):
        return
    for inner in children(parse, verb.i, "ccomp", "xcomp", "pcomp"):
        doers = list(children(parse, inner.i, "nsubj"))
        own = _same(speaker, doers[0], cast) if doers else (denies or admits) and inner.tag == "VBG"
        unsure = any(t.dep == "aux" and t.lower in UNSURE for t in children(parse, inner.i))
        if not own or unsure or is_passive(parse, inner.i):
            continue
        denied = denies != is_negated(parse, inner.i)
        how: How = "denied" if denied else "admitted" if admits else "claimed"
        if denies and not denied:
            continue
        about = (
            inner.i,
            *(o.i for o in children(parse, inner.i, "dobj") if inner.lemma in words.doing_verbs),
        )
        yield Blame(speaker.i, how, verb.i, speaker.i, about, DENIED if denied else CLAIMED, True)


def _same(speaker: Token, doer: Token, cast: Cast) -> bool:
    """Whether who did it is who speaks."""
    if doer.lower in FIRST:
        return True
    actor = cast.at(doer.i)
    return actor is not None and actor == cast.at(speaker.i) and doer.tag.startswith("PRP")
