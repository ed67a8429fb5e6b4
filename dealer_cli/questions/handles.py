"""Who has money, keys, personal data, goods, seals or hazardous matter in hand."""

from __future__ import annotations

from typing import Literal, get_args

from dealer_cli.chart.scene import Scene
from dealer_cli.model.record import record
from dealer_cli.questions.answer import Named, Post, post, store_named
from dealer_cli.questions.shares import covered

Matter = Literal["money", "keys", "personal-data", "goods", "seals", "hazardous"]
MATTERS: tuple[Matter, ...] = get_args(Matter)


@record
class Handler:
    """A position through whose hands it passes."""

    position: Post
    """The position."""
    functions: tuple[Named, ...]
    """The functions that it is responsible for, and that handle the matter."""


@record
class Handles:
    """The positions that handle something."""

    store: Named
    """The store."""
    matter: Matter
    """What is handled."""
    handlers: tuple[Handler, ...]
    """The positions, in the order of the chart."""
    nobody: tuple[Named, ...]
    """Functions that handle it and for which nobody is responsible here."""


def handles(scene: Scene, matter: Matter) -> Handles:
    """The positions responsible for functions that handle something."""
    asked = [name for name, entry in scene.catalog.functions.items() if matter in entry.record.handles]
    found: dict[str, dict[str, Named]] = {}
    nobody = []
    for function in covered(scene, asked):
        doing = [share.position.id for share in function.of("responsible")]
        if not doing:
            nobody.append(function.function)
        for key in doing:
            found.setdefault(key, {})[function.function.id] = function.function
    return Handles(
        store=store_named(scene),
        matter=matter,
        handlers=tuple(
            Handler(position=post(scene, key), functions=tuple(found[key].values())) for key in scene.chart.seats if key in found
        ),
        nobody=tuple(nobody),
    )
