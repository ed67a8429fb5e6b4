"""`dealer who ROLE`: the superior first, in one sentence; then the chain, the reports, the dotted lines."""

from dealer_cli.chart.scene import Scene
from dealer_cli.cli.failures import failures, open_catalog
from dealer_cli.cli.group import Command, new_app
from dealer_cli.cli.options import CatalogOption, RoleArgument, StoreOption
from dealer_cli.language import words
from dealer_cli.questions.who import Line, Who, who
from dealer_cli.writing.safe import show
from dealer_cli.writing.terminal import table, wrap

_say = words()
app = new_app()


@app.command("who", cls=Command, help=_say("help.who-long"))
def command(role: RoleArgument, store: StoreOption = None, catalog: CatalogOption = None) -> None:
    """Print where a role or position stands in a store."""
    opened = open_catalog(catalog)
    with failures(opened):
        scene = Scene(opened, store, _say.lang)
        lines = list(_answer(scene, who(scene, role)))
    for line in lines:
        print(line)


def _answer(scene: Scene, answer: Who) -> list[str]:
    if not answer.lines:
        return _unseated(scene, answer)
    lines: list[str] = []
    for line in answer.lines:
        if lines:
            lines.append("")
        lines += wrap(_sentence(scene, answer, line))
        lines += table(_rows(scene, line), indent="  ")
    return lines


def _sentence(scene: Scene, answer: Who, line: Line) -> str:
    title = show(scene.role_title(answer.role) if line.through else _seat_title(scene, answer, line))
    seat = show(scene.title(line.seat.key))
    if line.superior:
        key = "answers.who-through" if line.through else "answers.who"
        return _say(key, title=title, seat=seat, superior=show(scene.title(line.superior)))
    external = scene.chart.external(line.seat.key)
    if external:
        key = "answers.who-through-external" if line.through else "answers.who-external"
        return _say(key, title=title, seat=seat, superior=show(scene.external(external)))
    return _say("answers.who-nobody", title=title)


def _seat_title(scene: Scene, answer: Who, line: Line) -> str:
    """The seat's title, with its own name where the role sits several times."""
    title = scene.title(line.seat.key)
    return f"{title} ({line.seat.key})" if len(answer.lines) > 1 else title


def _rows(scene: Scene, line: Line) -> list[tuple[str, str]]:
    arrow = " → "
    chain = [scene.title(key) for key in (line.seat.key, *line.chain)]
    if line.external:
        chain.append(scene.external(line.external))
    held = [scene.role_title(role.role) for role in line.seat.held]
    rows = [
        (_say("answers.chain"), arrow.join(chain)),
        (_say("answers.reports"), _say.join([scene.full_title(key) for key in line.reports]) or _say("answers.none")),
        (_say("answers.dotted"), _say.join([scene.title(key) for key in line.dotted])),
        (_say("answers.dotted-reports"), _say.join([scene.title(key) for key in line.dotted_reports])),
        (_say("answers.holds"), _say.join(held)),
        (_say("answers.deputy"), scene.title(line.deputy) if line.deputy in scene.chart.seats else ""),
    ]
    return [(label, show(text)) for label, text in rows if text]


def _unseated(scene: Scene, answer: Who) -> list[str]:
    title = show(scene.role_title(answer.role))
    store = show(scene.store.record.title.say(_say.lang))
    if answer.covered_by in scene.chart.seats:
        return wrap(_say("answers.who-covered", title=title, store=store, position=show(scene.title(answer.covered_by or ""))))
    return wrap(_say("answers.who-unseated", title=title, store=store))
