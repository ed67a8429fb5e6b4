"""The JSON Schemas of what templates see, made of the same declaration that the templates are checked against."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dealer_cli.documents.picture.shapes import CONTEXTS, Shape, shape_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def context_schemas() -> dict[str, dict[str, Any]]:
    """The schema of every kind of picture, by the name of its templates."""
    return {kind: {"$schema": DRAFT, **_schema(shape_of(kind) or {})} for kind in CONTEXTS}


def _schema(shape: Shape) -> dict[str, Any]:
    if isinstance(shape, str):
        return {"type": "string", "description": shape} if shape else {"type": "string"}
    if isinstance(shape, Mapping):
        properties = {name: _schema(part) for name, part in shape.items()}
        return {"type": "object", "properties": properties, "required": sorted(shape), "additionalProperties": False}
    return {"type": "array", "items": _schema(shape[0])}
