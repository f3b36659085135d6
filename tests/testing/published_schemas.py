"""Schemas that others published, where tests/fetch-schemas put them."""

import json
import os
import pathlib
import unittest

try:
    import jsonschema
except ImportError:
    jsonschema = None


def validator(schema):
    """What checks against this JSON Schema, whatever draft it is written in."""
    if jsonschema is None:
        raise unittest.SkipTest("python3-jsonschema is not installed (./dev setup tests)")
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema)


def sarif_validator():
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache")
    file = cache / "preshift" / "schemas" / "sarif-2.1.0.json"
    if not file.exists():
        raise unittest.SkipTest("the schema of SARIF is not there (tests/fetch-schemas)")
    return validator(json.loads(file.read_text()))
