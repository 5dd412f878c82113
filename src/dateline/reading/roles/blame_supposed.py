"""Which doers are thought to be of a party?"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.codebook.roles import RoleWords
from dateline.reading.parse import Parse, Token
from dateline.reading.roles.blame_rules import SUPPOSED, Blame
from dateline.reading.tree import ancestors, child, children, is_passive, is_verb

BEING = ("attr", "acomp", "pobj", "oprd")


def read_supposed(parse: Parse, word: Token, words: RoleWords) -> Iterator[Blame]:
    """Doers "thought to be", "which we believe were" or "apparently" of a party, for what they do there.

    Who is not the doer of what is told, as the dead who are "identified as" somebody, is accused of nothing.
    """
    supposed = word.lemma in words.supposing_verbs and word.dep in ("acl", "relcl") and is_verb(word)
    if not (supposed or word.dep == "appos") or not does(parse, parse.tokens[word.head]):
        return
    if supposed:
        party = _being(parse, word)
        if party is not None and (word.tag == "VBN" or word.dep == "relcl"):
            yield _blame(parse, party, word)
    else:
        cue = next((t for t in children(parse, word.i) if t.lower in words.supposing_adverbs), None)
        if cue is not None:
            yield _blame(parse, word, cue)


def _being(parse: Parse, verb: Token) -> Token | None:
    """What somebody is thought to be: under "to be", "were", "as"."""
    inner = child(parse, verb.i, "xcomp", "ccomp", "prep", "oprd")
    if inner is None or (inner.lemma != "be" and inner.lower != "as"):
        return None
    return child(parse, inner.i, *BEING)


def does(parse: Parse, noun: Token) -> bool:
    """Whether a noun is the subject of an active verb or stands under "by"."""
    while noun.dep == "conj":
        noun = parse.tokens[noun.head]
    above = parse.tokens[noun.head]
    if noun.dep == "nsubj":
        return is_verb(above) and not is_passive(parse, above.i)
    return noun.dep == "pobj" and (above.dep == "agent" or above.lower == "by")


def _blame(parse: Parse, party: Token, cue: Token) -> Blame:
    above = tuple(t.i for t in ancestors(parse, cue.i))
    return Blame(party.i, "alleged", cue.i, None, above, SUPPOSED, True)
