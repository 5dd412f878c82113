"""Entities, document types and inclusions of pages and feeds: nothing outside is opened or asked."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from dateline.codebook.boilerplate import Boilerplate
from dateline.intake import take
from dateline.model import Report
from tests.hostile.tripwire import SECRET, tripwire

BODY = "Two soldiers were wounded on Monday when a convoy was shelled near the river port, the army said."
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))

PAGE = "<html><body><p>BODY</p></body></html>"
FILLED = PAGE.replace("BODY", "BODY &x;")
XHTML = '<?xml version="1.0"?>DOCTYPE' + FILLED.replace("<html", '<html xmlns="http://www.w3.org/1999/xhtml"')
RSS = (
    '<?xml version="1.0"?>DOCTYPE<rss version="2.0"><channel><item>'
    "<description>BODY</description></item></channel></rss>"
)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:xi="http://www.w3.org/2001/XInclude">'
    '<entry><content type="text">BODY</content><xi:include href="file://FILE"/></entry></feed>'
)
FROM_FILE = '[<!ENTITY x SYSTEM "file://FILE">]'
FROM_URL = '[<!ENTITY x SYSTEM "URL">]'
MANY = f'[<!ENTITY l0 "ha">{LAUGHS}]'

# FILE and URL stand for the watched file and server.
DOCUMENTS = {
    "html-external-dtd-file": '<!DOCTYPE html SYSTEM "file://FILE">' + PAGE,
    "html-external-dtd-url": '<!DOCTYPE html PUBLIC "-//x" "URL">' + PAGE,
    "html-entity-file": f"<!DOCTYPE html {FROM_FILE}>" + FILLED,
    "html-entity-url": f"<!DOCTYPE html {FROM_URL}>" + FILLED,
    "html-parameter-entity": '<!DOCTYPE html [<!ENTITY % x SYSTEM "file://FILE"> %x;]>' + PAGE,
    "html-laughs": f"<!DOCTYPE html {MANY}>" + FILLED.replace("&x;", "&l9;"),
    "html-xinclude": PAGE.replace(
        "</p>", '</p><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="FILE" parse="text"/>'
    ),
    "html-frames": PAGE.replace(
        "</p>", '</p><iframe src="URL"></iframe><img src="URL"><object data="file://FILE"></object>'
    ),
    "html-refresh": PAGE.replace(
        "<body>",
        '<head><base href="URL"><meta http-equiv="refresh" content="0;url=URL">'
        '<link rel="stylesheet" href="URL"></head><body>',
    ),
    "xhtml-entity": XHTML.replace("DOCTYPE", f"<!DOCTYPE html {FROM_FILE}>"),
    "rss-entity-file": RSS.replace("DOCTYPE", f"<!DOCTYPE rss {FROM_FILE}>").replace("BODY", "BODY &x;"),
    "rss-entity-url": RSS.replace("DOCTYPE", f"<!DOCTYPE rss {FROM_URL}>").replace("BODY", "BODY &x;"),
    "rss-dtd": RSS.replace("DOCTYPE", '<!DOCTYPE rss SYSTEM "URL">'),
    "rss-laughs": RSS.replace("DOCTYPE", f"<!DOCTYPE rss {MANY}>").replace("BODY", "BODY &l9;"),
    "atom-xinclude": ATOM,
    "jsonl-html-entity": f"<!DOCTYPE html {FROM_FILE}>" + FILLED,
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_outside_is_touched(name: str, tmp_path: Path, boilerplate: Boilerplate) -> None:
    with tripwire(tmp_path) as wire:
        document = DOCUMENTS[name].replace("FILE", str(wire.file)).replace("URL", wire.url)
        document = document.replace("BODY", BODY)
        kind = name.split("-", maxsplit=1)[0]
        if kind == "jsonl":
            document = json.dumps({"html": document, "url": wire.url})
        given = tmp_path / f"in.{'xml' if kind in ('rss', 'atom') else kind}"
        given.write_text(document)
        made = list(take([str(given)], io.BytesIO(), boilerplate))
    assert wire.touched == []
    texts = [m.text for m in made if isinstance(m, Report)]
    assert len(texts) == 1
    assert "shelled near the river port" in texts[0]
    assert SECRET not in texts[0]
    assert len(texts[0]) < 2 * len(BODY)


def test_the_tripwire_notices(tmp_path: Path) -> None:
    import urllib.request

    with tripwire(tmp_path) as wire:
        assert wire.file.read_text() == SECRET
        with urllib.request.urlopen(wire.url) as answer:
            assert answer.read().decode() == SECRET
    assert sorted(wire.touched) == ["file", "server"]
