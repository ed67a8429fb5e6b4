"""The JSON Schemas of the catalog's files, made by pydantic from the same annotations that `decode` reads.

Draft 4, because its `integer` refuses 1.0 as `decode` does; the later drafts take it for 1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dealer_cli.model import constraint, external, opening, policy, role, settings, source, store, vocabulary

KINDS: dict[str, type[Any]] = {
    "catalog": settings.Settings,
    "waivers": settings.Waivers,
    "role": role.Role,
    "store": store.Store,
    "policy": policy.Policy,
    "departments": vocabulary.Departments,
    "functions": vocabulary.Functions,
    "kpis": vocabulary.Indicators,
    "systems": vocabulary.Systems,
    "records": vocabulary.Records,
    "externals": external.Externals,
    "clauses": vocabulary.Clauses,
    "segregation": vocabulary.Segregation,
    "statutory": vocabulary.Statutory,
    "constraints": constraint.Constraints,
    "source": source.Source,
    "lines": source.StatedLines,
    "titles": source.PrintedTitles,
    "left-out": source.LeftOutItems,
    "resolutions": source.Resolutions,
    "opening": opening.Opening,
}
"""Name of a schema to the record of its files."""

DRAFT = "http://json-schema.org/draft-04/schema#"


ANSWER_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_files(answers: Mapping[str, Any] | None = None, contexts: Mapping[str, Any] | None = None) -> dict[str, bytes]:
    """File name to bytes of every schema, the same bytes each time.

    `answers`: the records of answers by question; `contexts`: the schemas of what templates see. This room knows neither.
    """
    made = {name: schema(kind) for name, kind in KINDS.items()}
    made |= {f"answers/{name}": answer_schema(kind) for name, kind in (answers or {}).items()}
    made |= {f"contexts/{name}": found for name, found in (contexts or {}).items()}
    return {
        f"{name}.schema.json": (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
        for name, data in made.items()
    }


def answer_schema(kind: Any) -> dict[str, Any]:
    """The JSON Schema of an answer: every key is there, with null where nothing is known."""
    from pydantic import TypeAdapter

    return {"$schema": ANSWER_DRAFT, **_complete(TypeAdapter(kind).json_schema(by_alias=True))}


def _complete(part: Any) -> Any:
    """Without defaults and titles, every key required."""
    if isinstance(part, list):
        return [_complete(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    made = {key: _complete(value) for key, value in part.items() if key not in ("title", "default") or isinstance(value, dict)}
    if isinstance(made.get("properties"), dict):
        made["required"] = sorted(made["properties"])
    return made


def schema(kind: type[Any]) -> dict[str, Any]:
    """The JSON Schema of one kind of file."""
    from pydantic import TypeAdapter

    made = TypeAdapter(kind).json_schema(by_alias=True, ref_template="#/definitions/{model}")
    definitions = made.pop("$defs", {})
    made["definitions"] = definitions
    _one_of(kind, made, definitions)
    return {"$schema": DRAFT, **_draft4(made)}


def _draft4(part: Any) -> Any:
    """Without null (a key is there or not), defaults and titles; `const` as Draft 4 says it."""
    if isinstance(part, list):
        return [_draft4(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    made = {key: _draft4(value) for key, value in part.items() if key not in ("title", "default") or isinstance(value, dict)}
    if "const" in made:
        made["enum"] = [made.pop("const")]
    choices = made.get("anyOf")
    if choices:
        choices = [choice for choice in choices if choice != {"type": "null"}]
        if len(choices) == 1:
            del made["anyOf"]
            made = {**choices[0], **made}
        else:
            made["anyOf"] = choices
    if "patternProperties" in made:
        made["additionalProperties"] = False  # a key of another form is refused, not passed over
    if "$ref" in made and len(made) > 1:
        # Draft 4 ignores what stands beside a reference.
        made["allOf"] = [{"$ref": made.pop("$ref")}]
    return made


def _one_of(kind: type[Any], made: dict[str, Any], definitions: dict[str, Any]) -> None:
    """Say in the schema what `__one_of__` says in a record: exactly one of the keys."""
    from dealer_cli.model import source as source_records
    from dealer_cli.model import words

    for record in (words.Party, source_records.PrintedTitle, constraint.Constraint, constraint.NeverTogether):
        target = definitions.get(record.__name__) or (made if kind is record else None)
        if target is not None:
            target["oneOf"] = [{"required": [key]} for key in record.__one_of__]
