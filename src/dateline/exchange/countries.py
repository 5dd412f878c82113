"""What other schemes call a country: codes of ISO 3166, and the regions of ACLED and UCDP."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import cast

import pycountry

from dateline.codebook.countries import Countries


@dataclass(frozen=True, slots=True)
class Country:
    """One country. ``alpha3`` and ``numeric`` are ISO 3166-1's, null for Kosovo, which has none."""

    name: str
    alpha3: str | None
    numeric: int | None
    acled_region: str | None
    ucdp_region: str | None


def export_countries(countries: Countries) -> Mapping[str, Country]:
    """Every country of the codebook, by ISO 3166-1 alpha-2."""
    text = files("dateline.exchange").joinpath("regions.toml").read_text(encoding="utf-8")
    told = cast(dict[str, dict[str, list[str]]], tomllib.loads(text))
    regions = {
        scheme: {code: region for region, codes in lists.items() for code in codes}
        for scheme, lists in told.items()
    }
    return {
        code: Country(country.name, *_iso(code), regions["acled"].get(code), regions["ucdp"].get(code))
        for code, country in countries.by_code.items()
    }


def _iso(code: str) -> tuple[str | None, int | None]:
    found = pycountry.countries.get(alpha_2=code)
    return (found.alpha_3, int(found.numeric)) if found else (None, None)
