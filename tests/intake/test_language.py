"""English is let in however short or full of foreign names; other languages are named."""

from __future__ import annotations

import pytest

from dateline.errors import InputError
from dateline.intake.language import check_language, is_english_code

ENGLISH = [
    "Twelve killed in Kabul.",
    "Bomb kills 12 in Baghdad market",
    "TWO SOLDIERS WERE WOUNDED NEAR THE RIVER PORT.",
    "The dead are Ali Hassan, Abu Bakr, Mohammed Hussein, Nazmi Hadayed, Odeh Kurdi and Hisham Rajab.",
    "Troops clash near Ouagadougou, Tenkodogo and Bobo-Dioulasso",
    "Hamas",
    "Rebels capture town.",
    "Suicide bomber hits checkpoint, killing 3",
    "The governor of Şırnak and the mayor of Łódź met in Kraków.",
]

OTHER = [
    ("Al menos doce personas murieron el lunes en un ataque contra un mercado de la capital.", "Spanish"),
    ("Douze personnes ont été tuées lundi dans une attaque contre un marché de la capitale.", "French"),
    ("Bei einem Anschlag auf einen Markt in der Hauptstadt sind zwölf Menschen getötet worden.", "German"),
    ("Двенадцать человек погибли в понедельник при нападении на рынок в столице.", "Russian"),
    ("Pazartesi günü başkentteki bir pazara düzenlenen saldırıda on iki kişi öldü.", "Turkish"),
    ("Внаслідок удару по столиці в понеділок загинули дванадцять людей, повідомила влада.", "Ukrainian"),
    ("قتل اثنا عشر شخصا يوم الاثنين في هجوم على سوق في العاصمة", "Arabic"),
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    assert check_language(text, None) == "en"


@pytest.mark.parametrize(("text", "name"), OTHER)
def test_other_languages_are_named(text: str, name: str) -> None:
    with pytest.raises(InputError, match=name):
        check_language(text, None)


def test_a_report_with_foreign_quotations_is_read() -> None:
    text = (
        "Two soldiers were wounded on Monday when the convoy was shelled, the army said.\n"
        "أصيب جنديان بجروح يوم الاثنين في قصف على أطراف المدينة، وقال مكتب المحافظ إن أحدا لم يقتل"
    )
    assert check_language(text, None) == "en"


def test_a_foreign_page_with_an_english_line_is_not() -> None:
    arabic = "\n".join(OTHER[-1][0] for _ in range(5))
    with pytest.raises(InputError, match="Arabic"):
        check_language(f"{arabic}\nTwo soldiers were hurt when the convoy was shelled.", None)


def test_a_stated_language_is_believed() -> None:
    assert check_language(OTHER[0][0], "en-GB") == "en"
    with pytest.raises(InputError, match="Arabic"):
        check_language(ENGLISH[0], "ar")
    with pytest.raises(InputError, match="klingon"):
        check_language(ENGLISH[0], "klingon")


@pytest.mark.parametrize(
    ("code", "english"), [("en", True), ("EN_us", True), ("eng", True), ("English", True), ("es", False)]
)
def test_english_codes(code: str, english: bool) -> None:
    assert is_english_code(code) is english
