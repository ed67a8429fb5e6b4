"""The files of a new catalog: one store, made of the standard one, a workflow for CI, and a page that says how to go on."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dealer_cli import __version__
from dealer_cli.language import Words
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped

LIKE = "standard-4s"
"""The built-in store that a new one begins as."""

FULL_TIME_ABOVE = 100
"""People above which the Work Safety Law asks for a safety officer who does nothing else."""


@dataclass(frozen=True)
class Wishes:
    """What a house says about itself; what it leaves out is as in the standard store."""

    store: str = "my-store"
    """The id of its store."""
    name: Mapping[str, str] = field(default_factory=dict)
    """What the store is called, by language."""
    values: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    """Names of brand and products, in one word or by language."""
    size: Mapping[str, int] = field(default_factory=dict)
    """People, cars and orders."""
    business: tuple[str, ...] = ()
    """What it does."""


def starter(wishes: Wishes, words: Words) -> dict[str, str]:
    """File names and texts of a new catalog, which is clean as it is."""
    builtin = Catalog(shipped("catalog"))
    entry = builtin.store(LIKE)
    return {
        "catalog.yaml": "\n".join(_catalog(wishes, builtin, words)) + "\n",
        f"stores/{wishes.store}.yaml": "\n".join(_store(wishes, builtin, words, entry.document.text)) + "\n",
        ".github/workflows/dealer.yml": words("starter.workflow").replace("VERSION", __version__),
        "README.md": words("starter.readme").replace("STORE", wishes.store),
    }


def _catalog(wishes: Wishes, builtin: Catalog, words: Words) -> Iterator[str]:
    settings = builtin.settings.record
    yield "name:"
    yield from _texts(_named(wishes, words))
    yield 'version: "1.0"'
    yield f"# {words('starter.extends')}"
    yield "extends: builtin"
    yield f"default_store: {wishes.store}"
    yield "languages: [zh, en]"
    if settings.documents:
        yield "documents:"
        yield from (f"  {key}: {getattr(settings.documents, key)}" for key in ("prefix", "version", "effective"))
    yield "limits:"
    yield f"  span: {settings.limits.span}"
    yield f"  depth: {settings.limits.depth}"


def _store(wishes: Wishes, builtin: Catalog, words: Words, like: str) -> Iterator[str]:
    record = builtin.store(LIKE).record
    yield f"id: {wishes.store}"
    yield "title:"
    yield from _texts(_named(wishes, words))
    yield f"based_on: {LIKE}"
    yield f"business: [{', '.join(wishes.business or record.business)}]"
    yield "size:"
    size = {key: getattr(record.size, key) for key in ("employees", "new_cars", "repair_orders") if getattr(record.size, key, None)}
    yield from (f"  {key}: {number}" for key, number in (size | dict(wishes.size)).items())
    yield f"# {words('starter.values')}"
    yield "values:"
    known: dict[str, str | Mapping[str, str]] = {
        key: value if isinstance(value, str) else {"zh": value.zh or "", "en": value.en or ""} for key, value in record.values.items()
    }
    for key, value in (known | dict(wishes.values)).items():
        if isinstance(value, str):
            yield f"  {key}: {_quoted(value)}"
        else:
            yield f"  {key}:"
            yield from _texts(value, "    ")
    yield f"# {words('starter.positions')}"
    lines = like[re.search(r"^policies:", like, re.MULTILINE).start() :].splitlines()  # type: ignore[union-attr]
    full_time = wishes.size.get("employees", 0) > FULL_TIME_ABOVE
    yield from _numbered(_full_time(lines, words) if full_time else lines, builtin)


def _numbered(lines: Iterable[str], builtin: Catalog) -> Iterator[str]:
    """The lines with the post number of every position, which stays when others come and go."""
    counts: Counter[str] = Counter()
    for line in lines:
        found = re.match(r"(  - \{?role: ([a-z0-9-]+))(.*)", line)
        if found is None:
            yield line
            continue
        head, role, rest = found.groups()
        code = builtin.departments[builtin.role_head(role).record.department].record.code
        counts[code] += 1
        number = f"number: {code}-{counts[code]:02}"
        yield from (f"{head}, {number}{rest}",) if "{" in head else (line, f"    {number}")


def _full_time(lines: list[str], words: Words) -> Iterator[str]:
    """The lines with the safety officer on a seat of their own."""
    i = 0
    while i < len(lines):
        held = lines[i].strip() == "also_holds:" and i + 1 < len(lines) and lines[i + 1].strip() == "- role: safety-officer"
        if held:
            i += 2
            while lines[i].startswith(" " * 8):
                i += 1
            continue
        if lines[i] == "accountable:":
            yield "  - role: safety-officer"
            yield "    reports_to: administration-director"
            yield f"    why: {_quoted(words('starter.full-time'))}"
        yield lines[i]
        i += 1


def _named(wishes: Wishes, words: Words) -> dict[str, str]:
    return {lang: wishes.name.get(lang) or words(f"starter.name-{lang}") for lang in ("zh", "en")}


def _texts(texts: Mapping[str, str], indent: str = "  ") -> Iterator[str]:
    return (f"{indent}{lang}: {_quoted(text)}" for lang, text in texts.items())


def _quoted(text: str) -> str:
    """A text as YAML: as JSON, which YAML reads as it is."""
    return json.dumps(text, ensure_ascii=False)
