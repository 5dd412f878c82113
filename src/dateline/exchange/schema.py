"""The JSON Schema of the contract, and what in a document breaks it."""

from __future__ import annotations

import json
from importlib.resources import files

from jsonschema import Draft202012Validator
from jsonschema.exceptions import best_match


def schema_text() -> str:
    """The schema as it ships with the package: JSON Schema 2020-12, UTF-8."""
    return files("dateline.exchange").joinpath("schema.json").read_text(encoding="utf-8")


def schema_faults(document: object) -> list[str]:
    """Every place where ``document`` breaks the schema, as "claims.3.value: what is wrong".

    Args:
        document: parsed JSON, such as ``ledger_to_json`` gives.
    """
    errors = Draft202012Validator(json.loads(schema_text())).iter_errors(document)
    deepest = [best_match([error]) or error for error in errors]
    return sorted(f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in deepest)
