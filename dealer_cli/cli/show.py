"""`dealer show NAME`: anything of the catalog, whole."""

from collections.abc import Iterable
from typing import Annotated

import typer

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, SourcedOption, StoreOption
from dealer_cli.cli.output import FormatOption, Sheet, give
from dealer_cli.language import words
from dealer_cli.model.names import Kind
from dealer_cli.questions.locate import locate

_say = words()
app = new_app()


@app.command("show", cls=Command, help=_say("help.show-long"))
def command(
    name: Annotated[str, typer.Argument(metavar="NAME", help=_say("help.arg-show"), show_default=False)],
    store: StoreOption = None,
    sourced_only: SourcedOption = False,
    sources: Annotated[bool, typer.Option("--sources", help=_say("help.opt-sources"))] = False,
    formats: FormatOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print a role, a policy, an indicator, a store … whole."""
    opened = open_catalog(catalog)
    with failures(opened):
        scene = Scene(opened, store, _say.lang)
        kind, found = locate(scene, name)
        eyes = all(form.partition("=")[0] == "text" for form in formats or ())
        if eyes and (lines := _own_lines(scene, kind, found, sourced_only, sources)):
            give(None, formats, lambda: lines, lambda: Sheet((), ()))
            return
        from dealer_cli.cli.entity_text import entity_lines
        from dealer_cli.cli.show_table import shown_table
        from dealer_cli.questions.show import shown

        answer = shown(scene, kind, found, mentions=not eyes)
        give(
            answer,
            formats,
            lambda: _own_lines(scene, kind, found, sourced_only, sources) or entity_lines(answer),
            lambda: shown_table(answer),
        )


def _own_lines(scene: Scene, kind: Kind, name: str, sourced: bool, sources: bool) -> Iterable[str] | None:
    """What is told straight from its own file; gathering where else it is named would double the time."""
    if kind == "roles":
        from dealer_cli.cli.role_text import role_lines

        return role_lines(scene, scene.catalog.role(name).record, sourced, sources)
    if kind == "policies":
        from dealer_cli.cli.policy_text import policy_lines

        return policy_lines(scene, scene.catalog.policy(name).record, sourced, sources)
    return None
