"""Whether a report can tell of anything: first by its words, then by a parse of the lines that have them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from dateline.codebook import Codebook
from dateline.model import PEOPLE, Entity
from dateline.reading.actors.reader import Cast
from dateline.reading.counts.reader import read_counts
from dateline.reading.events.lexicon import build_lexicon
from dateline.reading.events.scene import Scene
from dateline.reading.events.triggers import read_triggers
from dateline.reading.events.weapons import read_weapons
from dateline.reading.parse import Parse, Parser, Token
from dateline.reading.screen.excerpt import Excerpt, Form, Kept, excerpt
from dateline.reading.screen.lenient import SOMEBODY, STATE, all_named, lenient
from dateline.reading.screen.parties import Party
from dateline.reading.screen.words import Sort, screen_words

KNOWN_FORMS = 200_000
"""Forms whose lemmas are remembered."""
MOSTLY = 0.8
"""Share of a report from which its lines that may tell something are not worth a parse of their own."""
RELATIVE = ("WP", "WDT")
"""Tags of words that may stand for any noun before them."""


class Screen:
    """Tells the reports that can tell nothing from those that are to be read.

    It may keep a report that turns out to tell nothing, and is to drop none that would have given a claim.
    """

    def __init__(self, codebook: Codebook, parser: Parser) -> None:
        self._parser = parser
        self._book = lenient(codebook)
        self._lexicon = build_lexicon(self._book)
        self._words = screen_words(codebook, build_lexicon(codebook))
        self._forms: dict[str, Form] = {}

    def may_tell(self, texts: Sequence[str]) -> list[bool]:
        """For each text whether its report is to be read."""
        excerpts = [excerpt(text, self._words, self._form) for text in texts]
        mostly = [len(e.text) > MOSTLY * len(text) for e, text in zip(excerpts, texts, strict=True)]
        asked = [bool(e.lines) and not most for e, most in zip(excerpts, mostly, strict=True)]
        parses = self._parser.parse_excerpts(e.text for e, ask in zip(excerpts, asked, strict=True) if ask)
        return [
            self._tells(e, next(parses)) if ask else most
            for e, ask, most in zip(excerpts, asked, mostly, strict=True)
        ]

    def _form(self, word: str) -> Form:
        known = self._forms.get(word)
        if known is None:
            lemmas = self._parser.lemmas(word)
            known = self._words.sort(word, lemmas), lemmas
            if len(self._forms) < KNOWN_FORMS:
                self._forms[word] = known
        return known

    def _tells(self, found: Excerpt, parse: Parse) -> bool:
        """Whether anything in a parsed excerpt may be a trigger."""
        cast = Cast((), (), {}, self._parties(found, parse), {})
        scene = Scene(self._lexicon, self._book.modality, read_weapons(parse, self._lexicon), cast)
        if read_triggers(parse, scene):
            return True
        harmed = frozenset(self._harmed(parse)) if found.harms else frozenset()
        return bool(harmed) and bool(read_triggers(parse, scene, harmed))

    def _parties(self, found: Excerpt, parse: Parse) -> Mapping[int, Entity]:
        """Every token that may stand for an armed party or a state."""
        starts = list(accumulate((len(line.text) + 1 for line in found.lines), initial=0))
        parties = {}
        for token in parse.tokens:
            n = bisect_right(starts, token.start) - 1
            party = self._party(token, found.lines[n], found.suspects) if n < len(found.lines) else Party.NONE
            if party & Party.ARMED:
                parties[token.i] = SOMEBODY
            elif party & Party.STATE:
                parties[token.i] = STATE
        return parties

    def _party(self, token: Token, line: Kept, suspects: frozenset[str]) -> Party:
        none = Party.NONE
        party = line.parties.get(token.lower, none) | line.parties.get(token.lemma, none)
        if self._form(token.lower)[0] & Sort.BACK or token.tag.startswith(RELATIVE):
            party |= line.meant
        if token.tag.startswith("NNP") and token.lower in suspects:
            party |= Party.ARMED
        return party

    def _harmed(self, parse: Parse) -> Iterator[int]:
        """Tokens that may carry a number of people harmed."""
        for each in (parse, all_named(parse)):
            for count in read_counts(each, self._book):
                if count.field in PEOPLE and count.value.high != 0:
                    yield count.trigger
