"""Who says what? Invented sentences: the speaker's name, then the content, parts joined by a bar."""

from __future__ import annotations

import pytest

from dateline.model import StatementKind
from dateline.reading.parse import Parser
from tests.reading.speech_help import contents, statements

SAID = [
    # A verb with a clause.
    ("Police said that two men were hurt.", "police", "that two men were hurt"),
    ("The ministry said two villages were hit.", "ministry", "two villages were hit"),
    (
        "A spokesman for the army told reporters that the road was closed.",
        "spokesman for the army",
        "that the road was closed",
    ),
    ("The militia claims that it shot down a drone.", "militia", "that it shot down a drone"),
    ("The mayor warned that more rain was coming.", "mayor", "that more rain was coming"),
    ("Witnesses say the blast broke every window.", "witnesses", "the blast broke every window"),
    ("The governor denied that his men had fired.", "governor", "that his men had fired"),
    ("Residents fear that dozens are under the rubble.", "residents", "that dozens are under the rubble"),
    ("The committee asked whether the truce would hold.", "committee", "whether the truce would hold"),
    ("The report found that the bridge was mined.", "report", "that the bridge was mined"),
    ("The rebels vowed to keep the port.", "rebels", "to keep the port"),
    ("The council said neither side had reported losses.", "council", "neither side had reported losses"),
    # Behind, between, before.
    ("Two villages were hit, the ministry said.", "ministry", "Two villages were hit"),
    ("Two villages were hit, said the ministry.", "ministry", "Two villages were hit"),
    (
        "The raid killed four people, said the war monitor, although others doubted it.",
        "war monitor",
        "The raid killed four people",
    ),
    ("The road, police said, was closed for hours.", "police", "The road | was closed for hours"),
    ("As the mayor put it, nobody was safe.", None, None),
    ("Two dead in the blast, police said.", "police", "Two dead in the blast"),
    # According to.
    ("According to the hospital, six people were hurt.", "hospital", "six people were hurt"),
    ("Six people were hurt, according to hospital officials.", "hospital officials", "Six people were hurt"),
    ("The convoy, according to a driver, was hit twice.", "driver", "The convoy | was hit twice"),
    # Participles.
    ("The envoy left early, saying the talks had failed.", "envoy", "the talks had failed"),
    ("The army issued a statement saying that the town was safe.", "army", "that the town was safe"),
    ("Asked by an envoy if the truce would hold, the general left.", "envoy", "if the truce would hold"),
    ("Asked about the raid, the general left.", None, "the raid"),
    # What a party owns, without what else is told of it.
    (
        "The front claimed responsibility for a blast that killed 31 people.",
        "front",
        "responsibility for a blast",
    ),
    ("The front claimed that a blast killed 31 people.", "front", "that a blast killed 31 people"),
    # Who speaks, and what only takes.
    ("The front claimed 12 prisoners.", "front", "12 prisoners"),
    # A verb in -ing, a verb without its own.
    ("The army denied killing 12 farmers.", "army", "killing 12 farmers"),
    ("The captain admitted firing at the car.", "captain", "firing at the car"),
    ("The minister proposes doing away with the tax.", "minister", "doing away with the tax"),
    ("The council wants the camp closed.", "council", "the camp closed"),
    # Behind a relative.
    ("The missiles, which the army said hit the base, were old.", "army", "which | hit the base"),
    ("He worked under what Mr. Hedge called the old model.", "Hedge", "what | the old model"),
    # Passives.
    ("The troops were accused of killing 12 farmers.", None, "killing 12 farmers"),
    ("The general was asked about the raid.", None, "the raid"),
    # Quotations.
    ('"We will rebuild the school," said the mayor.', "mayor", '"We will rebuild the school,"'),
    ('The mayor said: "We will rebuild the school."', "mayor", '"We will rebuild the school."'),
    (
        '"We will rebuild," the mayor said, "and we will stay."',
        "mayor",
        '"We will rebuild," | "and we will stay."',
    ),
    (
        '"We will stay," the mayor said. "Nobody will move us."',
        "mayor",
        '"We will stay," | "Nobody will move us."',
    ),
    (
        '"We will stay," the mayor said.\n\n"Nobody will move us."',
        "mayor",
        '"We will stay," | "Nobody will move us."',
    ),
    ("“We will stay,” said the mayor.", "mayor", "“We will stay,”"),
    (
        "''We will stay,'' the mayor said. ''Nobody will move us.''",
        "mayor",
        "''We will stay,'' | ''Nobody will move us.''",
    ),
    ('The mayor wrote at noon:\n\n"We will stay."', "mayor", '"We will stay."'),
    ('The mayor called the raid "an act of piracy."', "mayor", 'the raid "an act of piracy."'),
    (
        "The captain called both the mayor and the envoy crazy.",
        "captain",
        "both the mayor and the envoy crazy",
    ),
    ('"We will stay." — Ann Reed', "Ann Reed", '"We will stay."'),
    ('"Two of us were hurt," the driver was quoted as saying.', "driver", '"Two of us were hurt,"'),
    # Nouns, adjectives, objects, prepositions.
    ("The army's claim that the town had fallen was false.", "army", "that the town had fallen"),
    ("The envoy was confident that talks would go on.", "envoy", "that talks would go on"),
    ("The ministry made it clear that the road was closed.", "ministry", "that the road was closed"),
    ("The mayor referred to the raid.", None, None),
    ("The envoy described the raid as a mistake.", "envoy", "the raid as a mistake"),
    ("The mayor accused the rebels of looting.", "mayor", "the rebels of looting"),
    ("The minister spoke about the flood.", "minister", "the flood"),
    ("The ministry put the toll at 30.", "ministry", "the toll at 30"),
    ("The monitor recorded 30 deaths in the city.", "monitor", "30 deaths in the city"),
    # Headlines.
    ("Police: two killed in market blast", "police", "two killed in market blast"),
    ("Mayor Reed: Army will leave the port", "Reed", "Army will leave the port"),
    ("Ministry: no casualties in drone attack", "ministry", "no casualties in drone attack"),
    ("Two killed in market blast: police", "police", "Two killed in market blast"),
    (
        "Rebels shell the port, two dead — Defence Ministry",
        "Defence Ministry",
        "Rebels shell the port, two dead",
    ),
    ("Army says 30 rebels killed in the hills", "Army", "30 rebels killed in the hills"),
    ("Police say 12 dead, 30 wounded in blast", "police", "12 dead, 30 wounded in blast"),
]


@pytest.mark.parametrize(("text", "speaker", "content"), SAID)
def test_speaker_and_content(parser: Parser, text: str, speaker: str | None, content: str | None) -> None:
    found = [(s.speaker.name if s.speaker else None, contents(s, text)) for s in statements(parser, text)]
    assert found == ([(speaker, content)] if content else [])


SILENT = [
    "Deputies responded to a house on the hill.",
    "The bullet was found lodged in the wall.",
    "The drivers were allowed to leave the yard.",
    "Two villages were hit by rockets on Monday.",
    "The army shelled the port and the rebels withdrew.",
    'The so-called "safe zone" was bombed on Tuesday.',
    'The "Lions" brigade holds the bridge.',
    "Iran-backed fighters attacked the base.",
    "The attack on the convoy killed two guards.",
    "The damage seemed to be in the roof of the building.",
    "The soldiers defended the town for a week.",
    "The shells hit a school.",
    "Damage assessments were ongoing on Wednesday.",
    "Syria: two soldiers were killed near the border.",
    "Two soldiers were killed near the border: Syria",
    "Two killed in market blast: what we know",
    "Two killed in market blast - Evening Television",
    "He bought two things: bread and milk.",
    "The call to prayer was heard over the city.",
    "The pilots met heavy fire over the valley.",
    "Time: 09:30, place: the old harbour.",
    "He turned the key and left the house.",
    "The troops continued shelling the port.",
    "The mayor called the guards to the gate.",
    "The mayor called an ambulance.",
    "The missiles, which hit the base, were old.",
    "The drivers were told to leave the yard.",
    # Who claims lives says nothing.
    "The blast claimed 12 lives.",
    "Clashes claimed the lives of nine farmers.",
    # A list gives its names numbers.
    "Orlow: 12 killed\nBrindle: 3 killed\nHarrow: 5 killed",
]


@pytest.mark.parametrize("text", SILENT)
def test_no_statement(parser: Parser, text: str) -> None:
    assert [(s.kind, s.text) for s in statements(parser, text)] == []


NOBODY = [
    ("The convoy was reportedly hit near the bridge.", "reportedly"),
    ("It was reported that the convoy was hit.", "was reported"),
    ("The pilot is believed to have died in the crash.", "is believed"),
    ("The talks are expected to end on Friday.", "are expected"),
]


@pytest.mark.parametrize(("text", "cue"), NOBODY)
def test_attribution_to_nobody(parser: Parser, text: str, cue: str) -> None:
    [found] = statements(parser, text)
    assert found.speaker is None
    assert [s.of(text) for s in found.spans.cue] == [cue]
    assert found.spans.source == ()


KINDS: list[tuple[str, StatementKind]] = [
    ('"The port is ours," said the captain.', "direct"),
    ("The captain said the port was theirs.", "indirect"),
    ('The captain said the port was "theirs for ever."', "mixed"),
    ("The captain opposed the sale of the port.", "position"),
    ("The union backed the strike.", "position"),
    ("The rebels called for a truce.", "position"),
    ("The government remains focused on the expulsion of the troops.", "position"),
    ("The group is seeking to free its leader.", "position"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_kind(parser: Parser, text: str, kind: StatementKind) -> None:
    assert [s.kind for s in statements(parser, text)] == [kind]


MEDIA = [
    ("The army said in a statement on Monday that the town was safe.", "statement", "Monday"),
    ("The mayor wrote on Facebook that the town was safe.", "Facebook", None),
    ("The mayor said in a Twitter post that the town was safe.", "Twitter", None),
    ("The mayor told reporters on Tuesday that the town was safe.", "reporters", "Tuesday"),
    ("The mayor said on state television that the town was safe.", "state television", None),
    ("The army issued a statement saying that the town was safe.", "statement", None),
    ("The mayor said at a news conference that the town was safe.", "press conference", None),
    ("The mayor said the statement was false.", None, None),
    ("The mayor said the town fell on Monday.", None, None),
]


@pytest.mark.parametrize(("text", "medium", "when"), MEDIA)
def test_medium_and_time(parser: Parser, text: str, medium: str | None, when: str | None) -> None:
    [found] = statements(parser, text)
    assert found.medium == medium
    assert (found.when.text if found.when else None) == when


def test_addressee(parser: Parser) -> None:
    [found] = statements(parser, "The general told Ann Reed that the road was closed.")
    assert found.addressee is not None
    assert found.addressee.name == "Ann Reed"


def test_same_input_same_ids(parser: Parser) -> None:
    text = 'Police said two men were hurt. "We ran," a baker said.'
    assert statements(parser, text) == statements(parser, text)


def test_empty_text(parser: Parser) -> None:
    assert statements(parser, "") == ()


def test_mark_left_open_by_a_slip_does_not_swallow_the_report(parser: Parser) -> None:
    text = 'The army had "concluded its measures against the town.\n\nPolice said two men were hurt.'
    assert [s.speaker.name for s in statements(parser, text) if s.speaker] == ["police"]
