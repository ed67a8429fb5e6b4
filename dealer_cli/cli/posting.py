"""`dealer posting ROLE --opening FILE`: what is published when a post is to be filled."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dealer_cli.cli.failures import FAILED, complain, failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RoleArgument, StoreOption
from dealer_cli.cli.printing import DocLangOption, OutOption, TemplatesOption, folders, languages
from dealer_cli.cli.seats import selected
from dealer_cli.language import words
from dealer_cli.writing.safe import quote, show
from dealer_cli.writing.terminal import wrap

if TYPE_CHECKING:
    from dealer_cli.documents.picture.voice import Voice

_say = words()
app = new_app()


class PostingFormat(Enum):
    """What a posting can be printed as."""

    HTML = "html"
    MD = "md"
    TXT = "txt"
    JSON = "json"


@app.command("posting", cls=Command, help=_say("help.posting-long"))
def command(
    role: RoleArgument,
    opening: Annotated[Path | None, typer.Option("--opening", metavar="FILE", help=_say("help.opt-opening"), show_default=False)] = None,
    new: Annotated[Path | None, typer.Option("--new", metavar="FILE", help=_say("help.opt-new-opening"), show_default=False)] = None,
    out: OutOption = Path("build"),
    form: Annotated[
        list[PostingFormat] | None,
        typer.Option("--format", "-f", metavar="html|md|txt|json", help=_say("help.opt-posting-format"), show_default=False),
    ] = None,
    doc_lang: DocLangOption = None,
    templates: TemplatesOption = None,
    store: StoreOption = None,
    catalog: CatalogOption = None,
) -> None:
    """Print a posting, or write an opening to begin with."""
    from dealer_cli.documents.picture.both import voices
    from dealer_cli.documents.picture.voice import Manner
    from dealer_cli.documents.posting.example import left_over
    from dealer_cli.documents.posting.opening import read_opening
    from dealer_cli.documents.posting.printing import printed, renders
    from dealer_cli.writing.files import write_below

    if (opening is None) == (new is None):
        complain(_say("answers.posting-which"))
        raise typer.Exit(FAILED)
    opened = open_catalog(catalog)
    forms = [one.value for one in dict.fromkeys(form or (PostingFormat.HTML, PostingFormat.MD))]
    langs = languages(opened, doc_lang)
    with failures(opened):
        if new is not None:
            _begin(voices(opened, store, "zh", Manner())[0], role, new)
            return
        terms = read_opening(opening)  # type: ignore[arg-type]  # one of the two is given
        if invented := left_over(terms.record):
            complain(_say("answers.opening-invented", path=show(str(opening)), values=_say.join([quote(value) for value in invented])))
        templates_of = renders(forms, folders(opened, templates))
        written = []
        for lang in langs:
            tellers = voices(opened, store, lang, Manner(mark=False))
            seat = selected(tellers[0].scene, [role], (), False)[0]
            files = printed(tellers, seat, terms, forms, templates_of)
            written += [(out / lang if len(langs) > 1 else out, name, data) for name, data in files]
        for folder, name, data in written:
            path = write_below(folder, name, data)
            for line in wrap(show(str(path))):
                print(line)


def _begin(voice: Voice, role: str, path: Path) -> None:
    """Write an example opening; a file that is there stays."""
    from dealer_cli.documents.posting.duties import choice
    from dealer_cli.documents.posting.example import example
    from dealer_cli.writing.files import write_below

    seat = selected(voice.scene, [role], (), False)[0]
    if path.exists():
        complain(_say("answers.templates-kept", path=show(str(path))))
        raise typer.Exit(FAILED)
    title = voice.scene.store.record.title
    duties = choice(voice, voice.scene.catalog.role(seat.position.role).record)
    listed = [(duty.id, voice.text(duty)) for duty in duties]
    write_below(path.parent, path.name, example((title.say("zh"), title.say("en")), listed))
    for line in wrap(_say("answers.opening-written", path=show(str(path)))):
        print(line)
