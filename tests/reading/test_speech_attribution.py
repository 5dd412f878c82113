"""Whose words stand at a place of the report? Invented sentences."""

from __future__ import annotations

import pytest

from dateline.model import Span
from dateline.reading.parse import Parser
from dateline.reading.speech import attribution
from tests.reading.speech_help import statements

PLACES = [
    ("All were civilians, he said; at least 12 were women and nine were boys.", "12", "he"),
    ("The army said that its strike hit a camp and kept its count of 80 rebels killed.", "80", "army"),
    ("The army persists in its figure of three dead in Orlow.", "three", "army"),
    ("The council says the army stands by its count of three dead in Orlow.", "three", "army"),
    ("A charity doubts the rebels' figure of 55 dead in Orlow.", "55", "rebels"),
    ("The army has a list of three dead, and its guns are silent.", "three", None),
    (
        "A lawyer found that 94 men had died, more than the 80 whom the council counted.",
        "94",
        "lawyer",
    ),
    (
        "A lawyer found that 94 men had died, more than the 80 whom the council counted.",
        "80",
        "council",
    ),
    ("The UN put the toll at 94, lower than the 115 counted by the council.", "115", "council"),
    ("The UN put the toll at 94, among them six boys.", "six", "United Nations"),
    ("The blast put the town at risk, among them six boys.", "six", None),
    ("Nine men died, police said; a nurse put the number at 12.", "Nine", "police"),
    ("Nine men died, police said; a nurse put the number at 12.", "12", "nurse"),
    ("Nine men died, the ministry said; it had first reported 12.", "12", "ministry"),
    ("Nine men died; 12 were hurt, police said.", "12", "police"),
    ("Police said nine men died; 12 were hurt.", "12", "police"),
    ("Police said nine men died; rebels said 12 were hurt.", "nine", "police"),
    ("Police said nine men died; rebels said 12 were hurt.", "12", "rebels"),
    ("Nine men died; rebels said 12 were hurt.", "Nine", None),
    ("Quetta: nine men die in raid, police say", "nine", "police"),
    ("Quetta: mayor says nine men died in raid", "nine", "mayor"),
    ("The mayor told a radio station that 12 men had died in the raid.", "12", "mayor"),
    ("The mayor met a radio host that had shot 12 men.", "12", None),
    ("Officials put the number of dead in the market bombing at 12.", "12", "officials"),
    ("Officials put the number of dead in the market bombing at 12 sites.", "12", None),
    (
        "The drone went on to hit a hut, where 12 men died, an aide to the mayor said.",
        "12",
        "aide",
    ),
    (
        "The toll has climbed to 12, from nine, the governor of Orlow, Ann Reed, told reporters.",
        "12",
        "Ann Reed",
    ),
    ("The union went on strike and 12 men died, as the mayor said that roads were closed.", "12", None),
    ("Twelve men fled, according to the charity; nine in ten of them are at home.", "Twelve", "charity"),
    ("He wrote that his men had taken the gate, killed 12 rebels and burned a hut.", "12", "he"),
    ("The mayor reported 15 dead, among them three women.", "three", "mayor"),
    ("17:02 Red Cross: 12 people were hurt in the raid.", "12", "Red Cross"),
    ("The ministry of health: 12 people were hurt in the raid.", "12", "ministry of health"),
    ("Police said that 12 people were hurt.", "12", "police"),
    ("12 people were hurt. Police said that the road was closed.", "12", None),
    ("Police, who lost 12 men, said that the road was closed.", "12", None),
    ("The Courier reported that police said 12 people were hurt.", "12", "police"),
    (
        "The Courier reported that 12 people were hurt, and that police said the road was closed.",
        "12",
        "Courier",
    ),
    ("Police want to find the 12 men.", "12", None),
    ("The union opposed the raid that killed 12 men.", "12", None),
    ('"We lost 12 men," the captain said.', "12", "captain"),
    ("On Monday 12 people were hurt, according to the hospital.", "12", "hospital"),
    ("The army said 12 had died. Rain fell on the 30 tents.", "30", None),
    ("Officials said on Monday that 12 people were reportedly hurt.", "12", "officials"),
    ("Twelve people are known to have died, officials said on Monday.", "Twelve", "officials"),
    ("Twelve people died, officials said on Monday; 30 more are missing.", "Twelve", "officials"),
    ("Twelve people died, the charity said: 10 nurses and two patients.", "Twelve", "charity"),
    ("Twelve people died, the charity said: 10 nurses and two patients.", "10", "charity"),
    ("Twelve people died. The charity said: the war must end.", "Twelve", None),
    ("They fired 40 rockets, the army said, of which 33 were intercepted.", "40", "army"),
    ("They fired 40 rockets and the army said that 33 were intercepted.", "40", None),
    ("The army had insisted for weeks that 12 rebels were killed.", "12", "army"),
    ("The army had waited for weeks and killed 12 rebels.", "12", None),
    ("The president said on the morning of the raid that 12 guards were harmed.", "12", "president"),
    ("Soldiers killed 12 men, some of them suspected rebels, Northern Relief said.", "12", "Northern Relief"),
    ("A blast wounded 11 others, five of them pupils, police said.", "five", "police"),
    ("Twelve were hurt, the army said on Friday, up from nine a week before.", "nine", "army"),
    ("The army said that 12 had died, among them a girl.", "girl", "army"),
    ("Three guards died as they slept, the first men killed since the war began.", "Three", None),
    ("The number of dead was put at 30 by the ministry.", "30", "ministry"),
    ("The dead bring to 46 the number of those killed.", "46", None),
    ('09:30 - Ann Reed, mayor of Orlow: "They killed 12 men."', "12", "Ann Reed"),
    ("- Enemy side: 12 men killed", "12", None),
    ("Northern Relief, which had given a toll of 15, left the town.", "15", "Northern Relief"),
    ("Northern Relief, which had lost 15 nurses, left the town.", "15", None),
    ("The ministry's count stood at 31.", "31", "ministry"),
    ("Monday's count stood at 31.", "31", None),
    ("The count stood at 31.", "31", None),
    ("A tally by the charity stood at 14.", "14", "charity"),
    ("A tally of the dead stood at 14.", "14", None),
    ("According to a list issued by the ministry, 16 people died.", "16", "ministry"),
    ("The governor issued a statement. According to the statement, 16 people died.", "16", "governor"),
    ("The governor said so in a statement. Sixteen died, according to the statement.", "Sixteen", "governor"),
    ("An earlier police statement had put the toll at 11.", "11", "police"),
    ("The ministry revised the number of dead down to 41.", "41", "ministry"),
    ("The coastguard said 35 had died. It said 12 were missing.", "12", "coastguard"),
    ("The sailors said 35 had died. It said 12 were missing.", "12", "it"),
    ("Police said in a press release that deputies found 12 men.", "12", "police"),
    ("The mayor said no one died, while the rebels claimed to have killed 12 men.", "12", "rebels"),
    ("Local media, quoting a doctor, reported four dead.", "four", "doctor"),
    ("The coalition said its jets had struck a depot and insisted that 12 men died.", "12", "coalition"),
    ("The coalition said a doctor had come and insisted that 12 men died.", "12", "doctor"),
    ("Ann Reed, the mayor of Orlow: 12 people were hurt in the raid.", "12", "Ann Reed"),
    ("A guard, who asked not to be named: 12 people were hurt in the raid.", "12", None),
    ("A police officer, who asked not to be named: 12 people were hurt.", "12", "police officer"),
    ("3/ Local police: 12 people were hurt in the raid.", "12", "local police"),
    ("3/ Losses so far: 12 people were hurt in the raid.", "12", None),
    ("Twelve people killed in Orlow raid: the town's police chief", "Twelve", "town's police chief"),
    ("Twelve people killed in Orlow raid: a nurse", "Twelve", None),
    ("Northern Radio reported, citing a local official, that 12 men were killed.", "12", "local official"),
    ("Northern Radio reported, naming a local official, that 12 men were killed.", "12", "Northern Radio"),
    ("The strike killed 12 men, claimed the ministry, which gave no proof.", "12", "ministry"),
    ("The strike killed 12 men, claimed the harvest, which was late.", "12", None),
    ("Northern media: 12 people were hurt in the raid.", "12", "northern media"),
    ("Report: 12 people were hurt in the raid.", "12", None),
    ("12 people were hurt in Orlow (source: Northern Relief).", "12", "Northern Relief"),
    ("The army said between 10 and 12 men were hurt in the raid.", "between", "army"),
    ("The raid hurt 12 men, Northern Radio quoted a guard as saying.", "12", "guard"),
    ("The raid hurt 12 men, Northern Radio quoted a guard in its report.", "12", "Northern Radio"),
    ("Radio says two men died in Orlow, where 12 were hurt in May, according to the police.", "two", "Radio"),
    ("Radio says two men died in Orlow, where 12 were hurt in May, according to the police.", "12", "police"),
    ("Two men died in Orlow, where 12 were hurt in May, according to the police.", "Two", "police"),
    ("Twelve men died in the raid; the army admitted some losses.", "Twelve", None),
    ("Twelve men died in the raid; four were hurt, the army admitted.", "four", "army"),
    ("The ministry denied bombing the camp in Orlow, where 12 people died in May.", "12", None),
    ("The ministry denied bombing the camp in which 12 people died in May.", "12", "ministry"),
    ("Two of the wounded, both boys, died overnight, raising the toll to 12.", "12", None),
    ("The ministry confirmed two deaths, raising the toll to 12.", "12", "ministry"),
    ("The toll was revised to 12 by late afternoon.", "12", None),
    ("The toll was revised to 12 by the ministry.", "12", "ministry"),
    ("Nine men died, the army said, while the UN speaks of 12 deaths.", "12", "United Nations"),
    ("16:40 Marland's health ministry says 12 people were hurt.", "12", "Marland's health ministry"),
    ("A count by Northern Relief puts the dead at 12.", "12", "Northern Relief"),
    ("The army said the dead comprised nine guards, 12 clerks of the town and a nurse.", "12", "army"),
    ("12 people were hurt in Orlow (regional police).", "12", "regional police"),
    (
        "Five people were killed: Ann Ward (mother), Adam Reed (guard), Ben Reed (son).",
        "Five",
        None,
    ),
    ("In Brindle two men died and 12 were hurt (mayor's office).", "12", "mayor's office"),
    ("12 people were hurt by the Northern People's Army (NPA).", "12", None),
    ("12 people were hurt (two of them badly).", "12", None),
    ("12 people were hurt, an investigation by the police has found.", "12", "police"),
    ("12 people were hurt in Orlow (the source: a leak of gas).", "12", None),
    ("The mayor has not said whether he knew of the raid that killed 12 men.", "12", None),
    ("The mayor said he knew of the raid that killed 12 men.", "12", "mayor"),
    ("The mayor said they took the gate, killed 12 men and warned us to leave.", "12", "mayor"),
    ("The mayor said they took the gate, and soldiers killed 12 men.", "12", None),
    ("Twelve men, the mayor's office said on Telegram, were killed.", "Twelve", "mayor's office"),
    ("Twelve men, Ann Reed, the mayor of Orlow, said, were killed.", "Twelve", "Ann Reed"),
    (
        "Roads were cut and 12 men, a doctor at the clinic told reporters, have died.",
        "12",
        "doctor at the clinic",
    ),
    ("Roads were cut and 12 men, a doctor told reporters, have died.", "Roads", None),
    ("Twelve men, a nurse and a guard, were killed.", "Twelve", None),
    ("The 12 men lived near the hall, which, the mayor said, was hit.", "12", None),
    ("Near the hall lived 12 men, who, the mayor said, were hit.", "who", "mayor"),
    ("Twelve men, who said nothing, were killed.", "Twelve", None),
    ("Twelve men, a nurse, who asked not to be named, said, were killed.", "Twelve", "nurse"),
]


@pytest.mark.parametrize(("text", "word", "name"), PLACES)
def test_source_at_a_place(parser: Parser, text: str, word: str, name: str | None) -> None:
    start = text.index(word)
    said = attribution(statements(parser, text)).at(Span(start, start + len(word)))
    assert (said.source.name if said and said.source else None) == name


def test_cue_and_source_words(parser: Parser) -> None:
    text = "The local police said that 12 people were hurt."
    said = attribution(statements(parser, text)).at(Span(27, 29))
    assert said is not None
    assert said.cue is not None
    assert said.source_span is not None
    assert said.cue.of(text) == "said"
    assert said.source_span.of(text) == "The local police"


def test_attribution_to_nobody_has_a_cue_and_no_source(parser: Parser) -> None:
    text = "Twelve people were reportedly killed."
    said = attribution(statements(parser, text)).at(Span(0, 6))
    assert said is not None
    assert said.source is None
    assert said.source_span is None


def test_a_report_without_speech() -> None:
    assert attribution(()).at(Span(0, 5)) is None
