"""Each cleaning step: what it undoes, and what it leaves."""

from __future__ import annotations

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake.steps import cleaned, is_furniture

UNDONE = [
    ("entities", "Smith &amp; Sons", "Smith & Sons"),
    ("entities", "&quot;No losses,&quot; he said", '"No losses," he said'),
    ("entities", "the town&#8217;s mayor", "the town’s mayor"),
    ("entities", "the town&#x2019;s mayor", "the town’s mayor"),
    ("entities", "&amp;amp;quot;Fire&amp;quot;", '"Fire"'),
    ("entity debris", "recorded losses,quot; in the raid", 'recorded losses" in the raid'),
    ("entity debris", "he said ,quot;we fired,quot; and left", 'he said "we fired" and left'),
    ("entity debris", "Johnson amp; Sons", "Johnson & Sons"),
    ("entity debris", "the town,#39;s mayor", "the town's mayor"),
    ("tags", "One shot.<br/>Two shots.", "One shot.\nTwo shots."),
    ("tags", "a <b>heavy</b> clash", "a heavy clash"),
    ("tags", '<p class="x">A clash.</p><p>A raid.</p>', "A clash.\n\nA raid."),
    ("tags", "&lt;p&gt;A clash.&lt;/p&gt;", "A clash."),
    ("mojibake", "the cafÃ© in CÃ³rdoba", "the café in Córdoba"),
    (
        "mojibake",
        "â€œNo lossesâ€\u009d, the town\u00e2\u20ac\u2122s mayor said",
        "“No losses”, the town’s mayor said",
    ),
    ("mojibake", "a \x93man down\x94 call", "a “man down” call"),
    ("line ends", "One.\r\nTwo.\rThree.", "One.\nTwo.\nThree."),
    ("invisible characters", "mis\u00adsile at\u200btack\ufeff", "missile attack"),
    ("invisible characters", "mis\u00ad\nsile", "missile"),
    ("invisible characters", "fire\x00 and\x07 smoke", "fire and smoke"),
    ("broken characters", "half \ud83d an emoji", "half \ufffd an emoji"),
    ("letter parts", "Hi\u0304t and Co\u0301rdoba", "Hīt and Córdoba"),
    ("letter parts", "the oﬃcer ﬁred", "the officer fired"),
    ("typed quotation marks", "``We fired,'' he said", '"We fired," he said'),
    ("boilerplate", "A raid.\nShare on Facebook\nTwo died.", "A raid.\n\nTwo died."),
    ("boilerplate", "Two [words indistinct] died", "Two died"),
    ("boilerplate", "Smoke rose. pic.twitter.com/AbCdEfGh12", "Smoke rose."),
    ("hashtags", "killed in #Deir_Orlow on Monday", "killed in Deir Orlow on Monday"),
    ("hashtags", "the prison (in #Orlow ), and N. #Vale", "the prison (in Orlow ), and N. Vale"),
    ("spaces", "two\u00a0soldiers \t were  hurt ", "two soldiers were hurt"),
    ("spaces", "   One.\n   Two.", "One.\nTwo."),
    ("blank lines", "\n\nOne.\n\n\n\nTwo.\n", "One.\n\nTwo."),
]

KEPT = [
    "R&D; and more",
    "#Orlow: two died in the raid. #Orlow #Vale",
    "two died in #Orlow #Vale",
    "two died; see #orlow",
    "a profit & loss; account",
    "the copy; it is good",
    "5'11'' tall",
    "the sign < and the sign >",
    "He was here; the 'old' fort stood.",
    "L’été à Orléans – “bientôt”",
    "Çağlayan, Şırnak and Łódź",
    "family 👨\u200d👩\u200d👧 safe",
    "قُتل شخصان",
    "one line.\nnext line.\n\nnext paragraph.",
    "1917",
    "The copyright law was passed in 2016.",
    "More than twenty shells fell.",
    "Reuters reported two deaths.",
    "Photographers fled the square.",
]


@pytest.mark.parametrize(("rule", "raw", "clean"), UNDONE)
def test_undone(rule: str, raw: str, clean: str, boilerplate: Boilerplate) -> None:
    text = cleaned(raw, 0, boilerplate)
    assert text.text == clean
    assert rule in {repair.rule for repair in text.repairs}


@pytest.mark.parametrize("raw", KEPT)
def test_kept(raw: str, boilerplate: Boilerplate) -> None:
    text = cleaned(raw, 0, boilerplate)
    assert (text.text, text.repairs) == (raw, ())


FURNITURE = [
    "Copy link to Tweet",
    "SHARE",
    "Advertisement",
    "Related News",
    "12 retweets",
    "3h",
    "Replying to @someone",
    "Image source, Getty",
    "Image copyright EPA Image caption A cordon was set up",
    "Photo: A. Writer",
    "(AP Photo/A. Writer)",
    "Copyright 2016 The Example Wire. All rights reserved.",
    "© 2017 Example TV",
    "(©2016 Example Local Media. All Rights Reserved.)",
    "Follow us on Twitter @example",
    "https://example.org/a",
    "Click here to download our app.",
    "Read more: Ten things to know",
    "Facebook | Twitter | Email",
    "* * *".replace(" ", ""),
    "_____",
    "Sign up for our newsletter",
    "The raid, all rights reserved.",
    "42",
]
NOT_FURNITURE = [
    "Photo of the attack was shared by residents, and two were killed.",
    "Image sources say the house was hit.",
    "The army shared the video of the strike.",
    "Follow-up strikes killed two.",
    "Clicking sounds came from the mine.",
    "Related attacks killed two people.",
    "42 people were killed.",
    "3 hours later the shelling stopped.",
    "See the mayor, residents were told.",
    "Follow the road to the base, he said.",
    "Two died",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_furniture(line: str, boilerplate: Boilerplate) -> None:
    assert is_furniture(line, boilerplate)


@pytest.mark.parametrize("line", NOT_FURNITURE)
def test_not_furniture(line: str, boilerplate: Boilerplate) -> None:
    assert not is_furniture(line, boilerplate)


def test_mojibake_is_mended_in_place(boilerplate: Boilerplate) -> None:
    text = cleaned("In CÃ³rdoba two men of GÃ¶ttingen were hurt.", 0, boilerplate)
    assert [(text.text[r.span.start : r.span.end], r.was) for r in text.repairs if r.span] == [
        ("ó", "Ã³"),
        ("ö", "Ã¶"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels k\u0456lled 12.", "Rebels killed 12."),
        ("Tuesd\u0430y in \u041cosul", "Tuesday in Mosul"),
        ("The word \u043c\u0438\u0440 is Russian.", "The word \u043c\u0438\u0440 is Russian."),
        ("An \u0391\u03b8\u03ae\u03bd\u03b1 report", "An \u0391\u03b8\u03ae\u03bd\u03b1 report"),
        ("\u03b1-particle", "\u03b1-particle"),
        ("caf\u00e9 \u043cx", "caf\u00e9 \u043cx"),
    ],
)
def test_lookalikes(text: str, expected: str, boilerplate: Boilerplate) -> None:
    assert cleaned(text, 0, boilerplate).text == expected
