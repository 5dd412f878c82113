"""Names in Arabic or Hebrew leave the words beside them where they are."""

from __future__ import annotations

import pytest

from dateline.web.isolating import isolated


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Harbour Post, 6 May", "Harbour Post, 6 May"),
        ("وكالة الأنباء (وا), 6 May 2031", "<bdi>وكالة الأنباء (وا)</bdi>, 6 May 2031"),
        ("spokesman for وزارة الصحة: 13", "spokesman for <bdi>وزارة الصحة</bdi>: 13"),
        ("הארץ and القدس", "<bdi>הארץ</bdi> and <bdi>القدس</bdi>"),
        ("قتل ١٢ شخصا (Hit)", "<bdi>قتل ١٢ شخصا</bdi> (Hit)"),
        ("<b>ا</b>", "&lt;b&gt;<bdi>ا</bdi>&lt;/b&gt;"),
        ("kil\u200bled", "kil[U+200B]led"),
        ("", ""),
    ],
)
def test_runs_stand_alone(text: str, html: str) -> None:
    assert isolated(text) == html
