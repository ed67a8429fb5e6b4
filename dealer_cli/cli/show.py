"""`dealer show NAME`: a role or a policy, whole, on a terminal."""

from collections.abc import Iterator
from typing import Annotated

import typer

from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RoleArgument, SourcedOption, StoreOption
from dealer_cli.language import words
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.names import normal

_say = words()
app = new_app()


@app.command("show", cls=Command, help=_say("help.show-long"))
def command(
    role: RoleArgument,
    store: StoreOption = None,
    sourced_only: SourcedOption = False,
    sources: Annotated[bool, typer.Option("--sources", help=_say("help.opt-sources"))] = False,
    catalog: CatalogOption = None,
) -> None:
    """Print a role, or a policy, whole."""
    opened = open_catalog(catalog)
    with failures(opened):
        lines: list[str] = list(_lines(opened, role, store, sourced_only, sources))
    for line in lines:
        print(line)


def _lines(catalog: Catalog, name: str, store: str | None, sourced: bool, sources: bool) -> Iterator[str]:
    if normal(name) in catalog.policy_ids():
        from dealer_cli.cli.policy_text import policy_lines

        return policy_lines(catalog, normal(name), store, sourced, sources)
    from dealer_cli.cli.role_text import role_lines

    return role_lines(catalog, name, store, sourced, sources)
