"""What may stand where the cursor is: commands, options, and names out of the catalog, each with a word of help.

What a parameter takes is read off its metavar (ROLE, STORE, zh|en), so that a new command completes by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dealer_cli.cli.group import COMMANDS, Group
from dealer_cli.language import decide, speak, words
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.names import KINDS, Kind, names_of, normal
from dealer_cli.model.naming.name import ALIAS, ID, TITLE, Name, in_store
from dealer_cli.reading.faults import Refused
from dealer_cli.writing.safe import show

Suggestion = tuple[str, str]
"""A word and what it means."""

TAKES: dict[str, tuple[Kind, ...]] = {
    "ROLE": ("roles",),
    "NAME": ("roles", "policies", "functions", "kpis", "systems", "records", "departments", "stores", "externals"),
    "STORE": ("stores",),
    "DEPARTMENT": ("departments",),
    "FUNCTION": ("functions",),
    "POLICY": ("policies",),
}
"""Metavar to the kinds of things it names."""

_TYPED_PLAIN = re.compile(r"[^\x00-\x2a\x2c\x3a-\x40\x5b-\x5e\x60\x7b-\x7f\s]+")
"""Words that every shell takes as they stand, without quotes."""


def suggest(typed: Sequence[str]) -> list[Suggestion]:
    """What could complete the last of the words behind `dealer`; nothing where files are due, or nothing is known."""
    *before, last = _joined(typed) or [""]
    # The scripts hand over the line as it is typed, where no other part of the program looks for the language.
    speak(decide(before))
    line = _Line(last)
    # bash replaces what stands behind the equals sign; the others the whole word.
    option = last.partition("=")[0] + "=" if "=" in last and "=" in typed[-1] and typed[-1] != "=" else ""
    try:
        found: dict[str, str] = {}
        for word, meaning in line.walk(before):
            found.setdefault(option + word, meaning)
        return list(found.items())
    except Refused:
        return []


def _joined(typed: Sequence[str]) -> list[str]:
    """The words with `--store`, `=`, `x`, as bash splits them, in one piece again, and without opening quotes."""
    found: list[str] = []
    for word in typed:
        glued = word == "=" or (found and found[-1].endswith("=") and found[-1].startswith("--"))
        if glued and found:
            found[-1] += word
        else:
            found.append(word)
    if found:
        found[-1] = found[-1].replace("\\", "").lstrip("'\"")
    return found


@dataclass
class _Line:
    """The command line up to the cursor."""

    last: str
    values: dict[str, str] = field(default_factory=dict)
    """What was given for the options that decide which names there are."""

    def walk(self, before: Sequence[str]) -> Iterator[Suggestion]:
        rest = [word for i, word in enumerate(before) if not word.startswith("--lang") and (i == 0 or before[i - 1] != "--lang")]
        if not rest:
            if before and before[-1] == "--lang":
                yield from self._begun((lang, "") for lang in ("zh", "en"))
            elif self.last.startswith("-"):
                yield from self._begun((option, words()(f"help.{option[2:]}")) for option in ("--lang", "--version"))
            else:
                yield from self._begun((name, words()(f"help.{name}")) for name in COMMANDS)
            return
        command = Group(commands={}).get_command(None, rest[0])
        while command is not None and getattr(command, "commands", None):
            rest = rest[1:]
            if not rest:
                yield from self._begun((name, (sub.help or "").split("\n")[0]) for name, sub in command.commands.items())
                return
            command = command.commands.get(rest[0])
        if command is not None:
            yield from self._of_command(command.params, rest[1:])

    def _of_command(self, params: Sequence[Any], given: Sequence[str]) -> Iterator[Suggestion]:
        options = {name: param for param in params if param.param_type_name == "option" for name in param.opts}
        arguments = [param for param in params if param.param_type_name == "argument"]
        waiting: Any = None
        position = 0
        for word in given:
            name, equals, value = word.partition("=")
            if waiting is not None:
                self.values[waiting.name] = word
                waiting = None
            elif name in options:
                if equals:
                    self.values[options[name].name] = value
                elif not options[name].is_flag:
                    waiting = options[name]
            elif not word.startswith("-"):
                position += 1
        name, equals, value = self.last.partition("=")
        if waiting is not None:
            yield from self._of_param(waiting)
        elif equals and name in options:
            self.last = value
            yield from self._of_param(options[name])
        elif self.last.startswith("-"):
            yield from self._begun((name, param.help or "") for name, param in options.items() if name.startswith("--"))
        elif arguments:
            wanted = arguments[min(position, len(arguments) - 1)]
            if position < len(arguments) or wanted.nargs < 0:
                yield from self._of_param(wanted)

    def _of_param(self, param: Any) -> Iterator[Suggestion]:
        metavar = re.sub(r"[\[\]. ]", "", param.metavar or "")
        if metavar == metavar.lower() and metavar:
            yield from self._begun((choice, "") for choice in metavar.split("|"))
        elif metavar == "KIND":
            yield from self._begun((kind, "") for kind in KINDS)
        elif metavar == "LEVEL":
            from dealer_cli.model.role import LEVELS

            yield from self._begun((level, words()(f"labels.level.{level}")) for level in LEVELS)
        for kind in TAKES.get(metavar.split("|")[0], ()):
            yield from self._names(kind)

    def _names(self, kind: Kind) -> Iterator[Suggestion]:
        catalog = Catalog.open(Path(self.values["catalog"]) if self.values.get("catalog") else None)
        if kind == "roles":
            from dealer_cli.chart.scene import default_store

            names = in_store(catalog.role_names, self.values.get("store") or default_store(catalog))
        else:
            names = names_of(catalog, kind)
        titles: dict[tuple[str, bool], str] = {}
        for name in names:
            if name.rank <= TITLE and name.rank != ID:
                titles.setdefault((name.of, name.text.isascii()), name.text)
        for name in sorted(names, key=lambda name: name.rank):
            if self._fits(name) and _TYPED_PLAIN.fullmatch(name.text) and show(name.text) == name.text:
                other = titles.get((name.of, not name.text.isascii())) or titles.get((name.of, name.text.isascii()), "")
                yield name.text, show(other if other != name.text else "")

    def _fits(self, name: Name) -> bool:
        """Whether a name is offered: what begins as typed; without a beginning, ids in English and titles in Chinese."""
        asked = normal(self.last)
        if not asked:
            return name.rank == ID if words().lang == "en" else name.rank < ALIAS and not name.text.isascii()
        if any(sign > "\u02ff" for sign in asked):
            from dealer_cli.model.naming.script import simplified

            return simplified(name.key).startswith(simplified(asked))
        return name.rank == ID and name.key.startswith(asked)

    def _begun(self, choices: Any) -> Iterator[Suggestion]:
        return ((word, help_) for word, help_ in choices if word.startswith(self.last))
