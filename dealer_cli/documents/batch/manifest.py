"""The manifest of an issue: which files were printed, and what each of them says, for whoever compares issues later.

It is a JSON file beside the documents; the same documents give the same bytes. What is signed is kept
once by its hash, since a document in four formats, or for forty people, says the same. No names of
people are kept: who holds a post is known by a hash as well.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, ClassVar, Literal, TypeVar

from dealer_cli.documents.batch.content import Content, hash_of
from dealer_cli.documents.roster.people import Person

NAME = "manifest.json"

FORMAT = "dealer-manifest"
VERSION = 1

MAX_BYTES = 64 * 1024 * 1024
"""Bytes of a manifest; 10,000 letters have three million."""

T = TypeVar("T")


@dataclass(frozen=True)
class Printed:
    """A file of an issue."""

    __pydantic_config__: ClassVar[dict[str, bool]] = {"use_attribute_docstrings": True}

    file: str
    """Its name, below the folder of the manifest that lists it first."""
    format: str
    """docx, pdf, html, md, json or csv."""
    language: str
    """zh, en or zh+en."""
    position: str
    """The position's name in its store; empty for a document of the whole store."""
    holder: str
    """The hash of the person whom the document is for; empty where it is for nobody by name."""
    number: str
    """The document's number."""
    version: str
    """The version in which it was printed last."""
    title: str
    """What the store calls the position."""
    content: str
    """The SHA-256 hash of what is signed, under which `contents` has it."""
    sha256: str
    """The SHA-256 hash of the file's bytes."""


@dataclass(frozen=True)
class Manifest:
    """An issue of documents of one store and layout."""

    __pydantic_config__: ClassVar[dict[str, bool]] = {"use_attribute_docstrings": True}

    store: str
    """The store's id."""
    layout: str
    """jd, letter, safety, appointment or complaint-notice."""
    sourced_only: bool
    """Whether only what the sources say was printed."""
    documents: tuple[Printed, ...]
    """Every file that is in force, those printed in earlier issues too."""
    contents: Mapping[str, Content] = field(default_factory=dict)
    """What is signed, by its hash: the fields of the picture that docs/batch.md lists."""
    format: Literal["dealer-manifest"] = "dealer-manifest"
    """What this file is."""
    version: Literal[1] = 1
    """The version of this layout."""

    def data(self) -> bytes:
        """The file's bytes."""
        told = asdict(self)
        head = [f"{_json_of(name)}: {_json_of(told[name])}" for name in ("format", "version", "store", "layout", "sourced_only")]
        # One line a document: that is how `diff` and git show which of them changed.
        rows = ",\n".join(_json_of(row) for row in told["documents"])
        said = ",\n".join(f"{_json_of(name)}: {_json_of(content)}" for name, content in told["contents"].items())
        lists = [f'"documents": [\n{rows}\n]', f'"contents": {{\n{said}\n}}']
        return ("{\n" + ",\n".join(head + lists) + "\n}\n").encode()


Cause = Literal["unreadable", "too-large", "no-json", "no-manifest", "newer", "broken", "other-store", "other-layout", "other-manner"]


class ManifestFault(Exception):
    """A manifest cannot be used; it says why, and where."""

    def __init__(self, path: Path, cause: Cause, detail: str = "", line: int = 0) -> None:
        super().__init__(f"{path}:{line}: {cause}: {detail}")
        self.path = path
        self.cause: Cause = cause
        self.detail = detail
        self.line = line


def holder_of(person: Person | None) -> str:
    """How a manifest knows a person; not by the name."""
    return hashlib.sha256(f"{person.name}\0{person.number}".encode("utf-8", "surrogatepass")).hexdigest()[:16] if person else ""


def digest(data: bytes) -> str:
    """The hash of a file."""
    return hashlib.sha256(data).hexdigest()


def read_manifest(path: Path) -> Manifest:
    """The manifest in a file, or in a folder that has one. Raises `ManifestFault`."""
    path = path / NAME if path.is_dir() else path
    told = _json(path)
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise ManifestFault(path, "no-manifest")
    if told.get("version") != VERSION:
        raise ManifestFault(path, "newer", str(told.get("version")))
    try:
        documents = tuple(_record(Printed, one, f"documents[{i}]") for i, one in enumerate(_list(told.get("documents"))))
        found: Manifest = _record(Manifest, {**told, "documents": documents}, "")
    except _Broken as error:
        raise ManifestFault(path, "broken", str(error)) from None
    for number, one in enumerate(documents):
        if one.content not in found.contents:
            raise ManifestFault(path, "broken", f"documents[{number}].content")
    for name, content in found.contents.items():
        if not _says(content, name):
            raise ManifestFault(path, "broken", f"contents.{name}")
    return found


def manifest_of(documents: Iterable[Printed], contents: Mapping[str, Content], *, store: str, layout: str, sourced_only: bool) -> Manifest:
    """The manifest of documents, with what they say and nothing else."""
    listed = tuple(documents)
    used = {one.content for one in listed}
    return Manifest(store, layout, sourced_only, listed, {name: contents[name] for name in sorted(used)})


def manifest_schema() -> dict[str, bytes]:
    """The JSON Schema of manifests, by its file's name."""
    from dealer_cli.model.schemas import answer_schema

    data = answer_schema(Manifest)
    return {"manifest.schema.json": (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()}


class _Broken(Exception):
    pass


def _json_of(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False)


def _json(path: Path) -> Any:
    try:
        # A FIFO would be waited for, for ever.
        if not path.is_file():
            raise ManifestFault(path, "unreadable", "no such file" if not path.exists() else "no regular file")
        if path.stat().st_size > MAX_BYTES:
            raise ManifestFault(path, "too-large", f"{MAX_BYTES // 1024 // 1024} MB")
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ManifestFault(path, "unreadable", error.strerror or str(error)) from None
    except json.JSONDecodeError as error:
        raise ManifestFault(path, "no-json", error.msg, error.lineno) from None
    except (UnicodeDecodeError, RecursionError, ValueError) as error:
        raise ManifestFault(path, "no-json", type(error).__name__) from None


def _record(kind: type[T], told: Any, where: str) -> T:
    if not isinstance(told, dict):
        raise _Broken(where)
    given: dict[str, Any] = {}
    for one in fields(kind):  # type: ignore[arg-type]
        value = told.get(one.name)
        wanted = {"bool": bool, "str": str, "tuple[Printed, ...]": tuple, "Mapping[str, Content]": dict}.get(str(one.type))
        if wanted is not None and not isinstance(value, wanted):
            raise _Broken(f"{where}.{one.name}".lstrip("."))
        given[one.name] = value
    return kind(**given)


def _list(told: Any) -> list[Any]:
    if not isinstance(told, list):
        raise _Broken("documents")
    return told


def _says(content: Any, name: str) -> bool:
    """Whether this is what was signed under that hash: texts, and lists and mappings of them."""
    try:
        return isinstance(content, dict) and _is_said(content) and hash_of(content) == name
    except RecursionError:
        return False


def _is_said(part: Any) -> bool:
    if isinstance(part, (dict, list)):
        return all(map(_is_said, part.values() if isinstance(part, dict) else part))
    return isinstance(part, str)
