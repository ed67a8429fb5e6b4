"""The catalog for other programs: what `from dealer_cli import Catalog` gives."""

from __future__ import annotations

from pathlib import Path

from dealer_cli.chart.scene import Scene
from dealer_cli.model.catalog import Catalog as Files
from dealer_cli.model.names import find_named
from dealer_cli.model.role import Role
from dealer_cli.model.store import Store
from dealer_cli.questions.answer import Post
from dealer_cli.questions.find import Find, find
from dealer_cli.questions.tree import Tree, tree
from dealer_cli.questions.who import Who, who


class Catalog:
    """A catalog that is read as it is asked.

    >>> from dealer_cli import Catalog
    >>> catalog = Catalog.load()
    >>> "showroom-manager" in catalog.roles(), "standard-4s" in catalog.stores()
    (True, True)
    >>> catalog.role("展厅经理").title.en
    'Showroom manager'
    >>> [branch.position.title.en for branch in catalog.chart("standard-4s").branches][:1]
    ['General manager']
    >>> catalog.who("展厅经理", store="standard-4s").seats[0].superior.title.zh
    '销售总监'
    >>> any(hit.owner.id == "showroom-manager" for hit in catalog.find("展厅").hits)
    True

    Names may be ids, titles, aliases, pinyin or a part of a title. What is given back are frozen
    records with ids and texts in both languages. `dealer_cli.model.catalog.NotFound`,
    `dealer_cli.model.names.Ambiguous` and `dealer_cli.reading.faults.Refused` are what they raise.
    """

    def __init__(self, files: Files) -> None:
        self._files = files

    @classmethod
    def load(cls, folder: str | Path | None = None) -> Catalog:
        """The catalog in a folder; without one, the nearest upward from here, else the built-in one."""
        return cls(Files.open(Path(folder) if folder is not None else None))

    def roles(self) -> list[str]:
        """The ids of all roles, sorted."""
        return self._files.role_ids()

    def role(self, name: str) -> Role:
        """A role with its duties, indicators, authority and requirements."""
        return self._files.role(find_named(self._files, "roles", name)).record

    def stores(self) -> list[str]:
        """The ids of all stores, sorted."""
        return self._files.store_ids()

    def store(self, name: str) -> Store:
        """A store as its file has it."""
        return self._files.store(find_named(self._files, "stores", name)).record

    def chart(self, store: str | None = None) -> Tree:
        """Every position of a store with its superior, before those below it; without a name, of the default store."""
        return tree(Scene(self._files, store, "en"))

    def who(self, name: str, store: str | None = None) -> Who:
        """Where a role or position stands in a store: superior, chain, reports."""
        return who(Scene(self._files, store, "en"), name)

    def find(self, text: str, store: str | None = None) -> Find:
        """Every place that holds a text."""
        return find(self._files, text, store)


__all__ = ["Catalog", "Find", "Post", "Role", "Store", "Tree", "Who"]
