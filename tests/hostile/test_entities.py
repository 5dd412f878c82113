"""Entities, document types and inclusions of pages and feeds: nothing outside the report is opened or asked."""

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

# FILE and URL stand for the watched file and server; X is where an entity would be filled in.
DOCUMENTS = {
    "html-external-dtd-file": '<!DOCTYPE html SYSTEM "file://FILE"><html><body><p>BODY</p></body></html>',
    "html-external-dtd-url": '<!DOCTYPE html PUBLIC "-//x" "URL"><html><body><p>BODY</p></body></html>',
    "html-entity-file": '<!DOCTYPE html [<!ENTITY x SYSTEM "file://FILE">]><html><body><p>BODY &x;</p></body></html>',
    "html-entity-url": '<!DOCTYPE html [<!ENTITY x SYSTEM "URL">]><html><body><p>BODY &x;</p></body></html>',
    "html-parameter-entity": '<!DOCTYPE html [<!ENTITY % x SYSTEM "file://FILE"> %x;]><html><body><p>BODY</p></body></html>',
    "html-laughs": f'<!DOCTYPE html [<!ENTITY l0 "ha">{LAUGHS}]><html><body><p>BODY &l9;</p></body></html>',
    "html-xinclude": '<html xmlns:xi="http://www.w3.org/2001/XInclude"><body><p>BODY</p><xi:include href="FILE" parse="text"/></body></html>',
    "html-frames": '<html><body><p>BODY</p><iframe src="URL"></iframe><img src="URL"><object data="file://FILE"></object></body></html>',
    "html-refresh": '<html><head><base href="URL"><meta http-equiv="refresh" content="0;url=URL"><link rel="stylesheet" href="URL"></head><body><p>BODY</p></body></html>',
    "xhtml-entity": '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "file://FILE">]><html xmlns="http://www.w3.org/1999/xhtml"><body><p>BODY &x;</p></body></html>',
    "rss-entity-file": '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://FILE">]><rss version="2.0"><channel><item><description>BODY &x;</description></item></channel></rss>',
    "rss-entity-url": '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "URL">]><rss version="2.0"><channel><item><description>BODY &x;</description></item></channel></rss>',
    "rss-dtd": '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "URL"><rss version="2.0"><channel><item><description>BODY</description></item></channel></rss>',
    "rss-laughs": f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]><rss version="2.0"><channel><item><description>BODY &l9;</description></item></channel></rss>',
    "atom-xinclude": '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xmlns:xi="http://www.w3.org/2001/XInclude"><entry><content type="text">BODY</content><xi:include href="file://FILE"/></entry></feed>',
    "jsonl-html-entity": '<!DOCTYPE html [<!ENTITY x SYSTEM "file://FILE">]><html><body><p>BODY &x;</p></body></html>',
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_nothing_outside_is_touched(name: str, tmp_path: Path, boilerplate: Boilerplate) -> None:
    with tripwire(tmp_path) as wire:
        document = DOCUMENTS[name].replace("FILE", str(wire.file)).replace("URL", wire.url)
        document = document.replace("BODY", BODY)
        kind = name.split("-")[0]
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
