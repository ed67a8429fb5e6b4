"""An issue of documents: what is printed, what need not be, what was withdrawn, and the manifest of all of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

from dealer_cli.documents.batch.changes import confirmation
from dealer_cli.documents.batch.content import EVERYTHING, Content, hash_of, narrowed, parts_of
from dealer_cli.documents.batch.executor import Executor
from dealer_cli.documents.batch.files import Names, file_name
from dealer_cli.documents.batch.manifest import NAME, Manifest, Printed, digest, holder_of, manifest_of
from dealer_cli.documents.batch.order import Item, Order, Wish
from dealer_cli.documents.batch.press import Facts, Made, Press
from dealer_cli.documents.batch.run import made
from dealer_cli.documents.batch.shelf import Shelf
from dealer_cli.documents.printing.formats import renderer
from dealer_cli.reading.faults import Fault

Key = tuple[str, str, str]
"""Position, holder, language: what a document is of."""

CONFIRMED = ("docx", "html", "md", "pdf")
"""The formats of change confirmations; the others are not signed."""


@dataclass
class Outcome:
    """What became of a run."""

    counts: dict[str, int] = field(default_factory=dict)
    """Files by the folder below that of the run; "" is the folder itself."""
    faults: list[Fault] = field(default_factory=list)
    """Why documents were not printed."""
    changed: list[str] = field(default_factory=list)
    """Documents that say something else than what was signed."""
    new: list[str] = field(default_factory=list)
    """Documents that nobody has signed."""
    unchanged: int = 0
    """Documents that need not be printed again."""
    withdrawn: list[Printed] = field(default_factory=list)
    """Documents that were signed and hold no longer, each once."""
    renumbered: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Positions whose post number is not the signed one, in the order of the store: that one, and the new one."""


class Issue:
    """A run's documents on their way to a shelf."""

    def __init__(self, order: Order, langs: Sequence[str], shelf: Shelf, before: Manifest | None = None) -> None:
        self._order = order
        self._langs = langs
        self._shelf = shelf
        self._before: dict[Key, list[Printed]] = {}
        for one in before.documents if before else ():
            self._before.setdefault((one.position, one.holder, one.language), []).append(one)
        self._signed = before.contents if before else {}
        parts = parts_of(order.occasion.layout, order.folders) if before else EVERYTHING
        self._compared = {name: narrowed(said, parts) for name, said in self._signed.items()}
        self._hashes = {name: hash_of(said) for name, said in self._compared.items()}
        self._changes = before is not None
        self._names = Names()
        self._rows: dict[Key, list[Printed]] = {}
        self._contents: dict[str, Content] = dict(self._signed)
        self._confirmed: list[tuple[Made, str, Printed]] = []
        self._refused: set[Key] = set()
        self.outcome = Outcome()

    def known(self, wish: Wish) -> Wish:
        """The wish with what was signed before."""
        signed = self._before.get(_key(wish))
        return wish._replace(known=self._hashes[signed[0].content]) if signed else wish

    def print(self, wished: Sequence[Wish], where: Executor, step: Callable[[int], None]) -> None:
        """Put every document on the shelf; `step` is told of files done."""
        for one in made(self._order, [self.known(wish) for wish in wished], where):
            self._take(one)
            step(len(self._order.forms))

    def _take(self, one: Made) -> None:
        outcome, key = self.outcome, _key(one.wish)
        if one.faults:
            outcome.faults += [fault for fault in one.faults if fault not in outcome.faults]
            self._refused.add(key)
            return
        folder = one.wish.lang if len(self._langs) > 1 else ""
        name = self._names.fresh(folder, one.name)
        if one.facts and one.facts.hash == one.wish.known:
            outcome.unchanged += 1
            self._rows[key] = self._before[key]
            return
        for form, body in one.bodies:
            self._put(folder, f"{name}.{form}", body)
        if one.facts:
            self._record(key, one, one.facts, f"{folder}/{name}" if folder else name)

    def _record(self, key: Key, one: Made, facts: Facts, path: str) -> None:
        position, holder, language = key
        if facts.content is not None:
            self._contents[facts.hash] = facts.content
        self._rows[key] = [
            Printed(f"{path}.{form}", form, language, position, holder, facts.number, facts.version, facts.title, facts.hash, digest(body))
            for form, body in one.bodies
        ]
        if key in self._before:
            signed = self._before[key][0]
            self.outcome.changed.append(path)
            self._confirmed.append((one, path, signed))
            was, now = (said.get("post", {}).get("number", "") for said in (self._compared[signed.content], facts.content or {}))
            if was and now and was != now:
                self.outcome.renumbered.setdefault(position, (was, now))
        elif self._changes:
            self.outcome.new.append(path)

    def confirm(self, press: Press) -> None:
        """Put a change confirmation beside every document that was signed in other words."""
        forms = [form for form in self._order.forms if form in CONFIRMED]
        renders = {form: renderer("confirmation", form, self._order.folders, self._order.pdf) for form in forms} if self._confirmed else {}
        for one, path, signed in self._confirmed:
            assert one.facts and one.facts.content is not None
            picture, lang = press.draw(one.wish.item, one.wish.lang), one.wish.lang
            found = confirmation(picture, lang, signed.version, self._compared[signed.content], one.facts.content)
            folder, _, name = path.rpartition("/")
            name = self._names.fresh(folder, file_name(name, found["labels"]["title"]))
            for form, render in renders.items():
                self._put(folder, f"{name}.{form}", render(found))

    def close(self, items: Collection[Item], positions: Collection[str]) -> None:
        """Find what was withdrawn, and put the manifest on the shelf.

        `items` were asked for, `positions` are all that the store has now.
        """
        asked = {item.key for item in items}
        for key, rows in self._before.items():
            position, _, language = key
            gone = bool(position) and position not in positions
            if key in self._rows:
                continue
            if gone or (position in asked and language in self._langs and key not in self._refused):
                self.outcome.withdrawn.append(rows[0])
            else:
                self._rows[key] = rows  # nobody asked about it, or it could not be drawn
        rows_now = [one for rows in self._rows.values() for one in rows]
        order = self._order
        found = manifest_of(
            rows_now, self._contents, store=order.store, layout=order.occasion.layout, sourced_only=order.manner.sourced_only
        )
        self._put("", NAME, found.data(), count=False)

    def _put(self, folder: str, name: str, data: bytes, count: bool = True) -> None:
        self._shelf.put(f"{folder}/{name}" if folder else name, data)
        if count:
            self.outcome.counts[folder] = self.outcome.counts.get(folder, 0) + 1


def _key(wish: Wish) -> Key:
    return wish.item.key, holder_of(wish.item.person), wish.lang
