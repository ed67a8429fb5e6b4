"""The formats by name, each imported when it is asked for."""

from __future__ import annotations

import importlib

from dealer_cli.checks.reports.frame import Frame

FORMATS: dict[str, tuple[str, str]] = {
    "text": ("page", "text_page"),
    "json": ("data", "json_report"),
    "sarif": ("sarif", "sarif_report"),
    "junit": ("junit", "junit_report"),
    "github": ("github", "github_report"),
    "markdown": ("markdown", "markdown_report"),
}
"""Format to its module here and the function in it."""


def render(name: str, frame: Frame) -> str:
    """A report in a format."""
    module, function = FORMATS[name]
    made: str = getattr(importlib.import_module(f"dealer_cli.checks.reports.{module}"), function)(frame)
    return made
