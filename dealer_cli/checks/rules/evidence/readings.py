"""What a printed title means where it stands: a role, a group of people, somebody outside, or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dealer_cli.checks.view import View
from dealer_cli.model.naming.name import normal
from dealer_cli.model.source import PrintedTitle

NONE = frozenset({"无", "none", "-", "—", "/"})
"""Words for none in a field of a header, as titles compare."""

Kind = Literal["role", "roles", "department", "unit", "external", "generic", "no-position", "unread"]


@dataclass(frozen=True)
class Reading:
    """What a title means; `unread` if nothing says it."""

    kind: Kind
    roles: tuple[str, ...] = ()

    @property
    def role(self) -> str:
        """The one role that it means; empty if it means none or several."""
        return self.roles[0] if len(self.roles) == 1 else ""


UNREAD = Reading("unread")


class Readings:
    """The readings of all titles: those of one section first, then roles' titles, then the general ones."""

    def __init__(self, view: View) -> None:
        self._general: dict[str, Reading] = {}
        self._special: dict[tuple[str, str], Reading] = {}
        self._titles: dict[str, set[str]] = {}
        self._aliases: dict[tuple[str, str], set[str]] = {}
        self._known: dict[tuple[str, str, str | None], Reading] = {}
        for printed in view.titles:
            reading = _reading(printed.record)
            for section in printed.record.sections:
                self._special[normal(printed.record.title), section] = reading
            if not printed.record.sections:
                self._general[normal(printed.record.title)] = reading
        for role, entry in view.roles.items():
            head = entry.record
            for title in (head.title.zh, head.title.en, *(alias for alias in head.aliases if isinstance(alias, str))):
                if title:
                    self._titles.setdefault(normal(title), set()).add(role)
            for alias in head.aliases:
                if not isinstance(alias, str):
                    for store in alias.stores:
                        self._aliases.setdefault((normal(alias.name), store), set()).add(role)

    def read(self, title: str, section: str, store: str | None) -> Reading:
        """What a title means in a section that is mapped to a store, or to none."""
        key = (normal(title), section, store)
        if key not in self._known:
            self._known[key] = self._read(*key)
        return self._known[key]

    def _read(self, title: str, section: str, store: str | None) -> Reading:
        if (title, section) in self._special:
            return self._special[title, section]
        roles = self._aliases.get((title, store or "")) or self._titles.get(title)
        if roles:
            return Reading("role" if len(roles) == 1 else "roles", tuple(sorted(roles)))
        return self._general.get(title, UNREAD)


def _reading(printed: PrintedTitle) -> Reading:
    if printed.role:
        return Reading("role", (printed.role,))
    if printed.roles:
        return Reading("roles", printed.roles)
    if printed.department:
        return Reading("department")
    if printed.unit:
        return Reading("unit")
    if printed.external:
        return Reading("external")
    return Reading("generic") if printed.generic else Reading("no-position")
