"""The commands by name, each imported when it is called, and plain help that fits 80 columns."""

from __future__ import annotations

import importlib
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from dealer_cli.language import words
from dealer_cli.writing.safe import quote
from dealer_cli.writing.terminal import table, wrap

COMMANDS: dict[str, str] = {
    "list": "dealer_cli.cli.listing",
    "show": "dealer_cli.cli.show",
    "who": "dealer_cli.cli.who",
    "boss": "dealer_cli.cli.boss",
    "team": "dealer_cli.cli.team",
    "tree": "dealer_cli.cli.tree",
    "covers": "dealer_cli.cli.covers",
    "matrix": "dealer_cli.cli.matrix",
    "find": "dealer_cli.cli.find",
    "approves": "dealer_cli.cli.approves",
    "certs": "dealer_cli.cli.certs",
    "handles": "dealer_cli.cli.handles",
    "calendar": "dealer_cli.cli.calendar",
    "compare": "dealer_cli.cli.compare",
    "stats": "dealer_cli.cli.stats",
    "impact": "dealer_cli.cli.impact",
    "check": "dealer_cli.cli.check",
    "rules": "dealer_cli.cli.rules",
    "explain": "dealer_cli.cli.explain",
    "waivers": "dealer_cli.cli.waivers",
    "init": "dealer_cli.cli.init",
    "sources": "dealer_cli.cli.sources",
    "jd": "dealer_cli.cli.jd",
    "sheet": "dealer_cli.cli.sheet",
    "posting": "dealer_cli.cli.posting",
    "chart": "dealer_cli.cli.chart",
    "book": "dealer_cli.cli.book",
    "templates": "dealer_cli.cli.templates",
    "schema": "dealer_cli.cli.schema",
    "export": "dealer_cli.cli.export",
    "completion": "dealer_cli.cli.completion",
}
"""Command to the module that has it as `app`; its help line is the message `help.<command>`."""

CONTEXT = {"help_option_names": ["-h", "--help"]}


def plain_help(command: Any, ctx: Any) -> str:
    """Help of a command or group: usage, what it does, arguments and options; Chinese counts as two columns."""
    say = words()
    lines = [command.get_usage(ctx), ""]
    for paragraph in (command.help or "").split("\n"):
        lines += wrap(paragraph.strip(), first="  ")
    arguments: list[tuple[str, str]] = []
    options: list[tuple[str, str]] = []
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is not None:
            (arguments if param.param_type_name == "argument" else options).append(record)
    for title, rows in ((say("help.arguments"), arguments), (say("help.options"), options)):
        if rows:
            lines += ["", title, *table(rows, indent="  ")]
    return "\n".join(lines)


class Command(TyperCommand):
    """A command with plain help."""

    def get_help(self, ctx: Any) -> str:
        """The help text."""
        return plain_help(self, ctx)


class Group(TyperGroup):
    """The group of all commands; a command's module is imported when it is named."""

    def list_commands(self, ctx: Any) -> list[str]:
        """Every command, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command, from its module."""
        module = COMMANDS.get(cmd_name)
        return typer.main.get_command(importlib.import_module(module).app) if module else None

    def get_help(self, ctx: Any) -> str:
        """The help text, without importing any command."""
        say = words()
        rows = [(name, say(f"help.{name}")) for name in COMMANDS]
        return "\n".join([plain_help(self, ctx), "", say("help.commands"), *table(rows, indent="  "), "", *wrap(say("help.epilog"))])


class SubGroup(TyperGroup):
    """A command that has commands of its own."""

    def get_help(self, ctx: Any) -> str:
        """The help text with the commands in it."""
        rows = [(name, (self.get_command(ctx, name).help or "").split("\n")[0]) for name in self.list_commands(ctx)]  # type: ignore[union-attr]
        return "\n".join([plain_help(self, ctx), "", words()("help.commands"), *table(rows, indent="  ")])


def new_app(cls: type[TyperGroup] | None = None, **settings: Any) -> typer.Typer:
    """An empty Typer application with our conventions."""
    return typer.Typer(
        cls=cls,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        context_settings=CONTEXT,
        **settings,
    )


def app() -> Any:
    """The whole command line."""
    say = words()
    root = new_app(Group, no_args_is_help=True)

    @root.callback(help=say("help.dealer"))
    def dealer(
        lang: str = typer.Option("", "--lang", metavar="zh|en", help=say("help.lang"), show_default=False, callback=_wrong_lang),
        version: bool = typer.Option(False, "--version", "-V", help=say("help.version"), callback=_version, is_eager=True),
    ) -> None:
        pass

    return typer.main.get_command(root)


def _version(asked: bool) -> None:
    if asked:
        from dealer_cli import __version__

        print(f"dealer {__version__}")
        raise typer.Exit


def _wrong_lang(value: str) -> str:
    # A right one was taken off the arguments before they came here.
    if value:
        raise typer.BadParameter(words()("answers.usage-not-one-of", name=quote(value), names="zh, en"))
    return value
