"""The files that pages load: our own, and those of htmx and Leaflet from the packages that bring them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

TYPES = {".js": "text/javascript", ".css": "text/css", ".png": "image/png", ".svg": "image/svg+xml"}

OWN = ("dateline.css", "print.css", "filters.js", "map.js", "report.js", "review.js")

OTHERS: Mapping[str, tuple[str, str]] = {
    "htmx.js": ("js_lib_htmx", "static/htmx/htmx.min.js"),
    "leaflet.js": ("js_lib_leaflet", "static/js_lib_leaflet/leaflet.js"),
    "leaflet.css": ("js_lib_leaflet", "static/js_lib_leaflet/leaflet.css"),
}


@dataclass(frozen=True, slots=True)
class Static:
    """One file: bytes, type, and a digest that its address carries, so that it may be kept for good."""

    data: bytes
    media_type: str
    digest: str


def load_statics() -> Mapping[str, Static]:
    """Every file by the name that pages call it by."""
    own = {name: Path(str(files("dateline.web") / "static" / name)) for name in OWN}
    others = {name: Path(str(files(package) / path)) for name, (package, path) in OTHERS.items()}
    return {name: _static(name, path) for name, path in {**own, **others}.items()}


def _static(name: str, path: Path) -> Static:
    data = path.read_bytes()
    return Static(data, TYPES[Path(name).suffix], hashlib.sha256(data).hexdigest()[:12])
