"""Those outside a store whom its chart and its texts name; apart from the vocabularies, since every chain ends at one."""

from dealer_cli.model.record import record
from dealer_cli.model.words import Id, Line, Text


@record
class External:
    """Somebody outside the store."""

    id: Id
    """Stable name."""
    title: Text
    """What it is called."""
    aliases: tuple[Line, ...] = ()
    """Other names of it."""


@record
class Externals:
    """externals.yaml."""

    externals: tuple[External, ...]
    """The externals."""
