"""A chart as Mermaid text, for wikis and Git hosts that draw it."""

from __future__ import annotations

import json
from collections.abc import Iterable

from dealer_cli.documents.chart.colours import QUIET, colours, tint
from dealer_cli.documents.chart.organisation import OUTSIDE, Organisation, Post

_SPECIAL = str.maketrans({mark: f"#{ord(mark)};" for mark in '#&<>"`\\;{}[]|%*_~'})
"""What Mermaid, or the Markdown in its labels, would read as more than a letter."""


def mermaid(organisation: Organisation, shown: Iterable[str]) -> str:
    """Positions as a flow chart from the top down, in a group for each department."""
    keys = list(shown)
    names = {key: f"p{i}" for i, key in enumerate(keys, 1)}
    chosen = colours(organisation.departments, organisation.accent)
    title = " / ".join(organisation.say("chart-heading", store=organisation.title))
    lines = ["---", f"title: {json.dumps(title, ensure_ascii=False)}", "---", "flowchart TB"]
    lines += [f"  {names[key]}([{_label(organisation, organisation.posts[key])}])" for key in keys if key.startswith(OUTSIDE)]
    for i, (name, department) in enumerate(organisation.departments.items(), 1):
        members = [key for key in department.members if key in names]
        if members:
            lines.append(f'  subgraph d{i}["{_escaped(" / ".join(department.titles))}"]')
            lines += [f"    {names[key]}[{_label(organisation, organisation.posts[key])}]" for key in members]
            lines.append("  end")
            lines.append(f"  classDef c{i} fill:{tint(chosen[name])},stroke:{chosen[name]},color:#1A1A1A")
            lines.append(f"  class {','.join(names[key] for key in members)} c{i}")
    for key in keys:
        above = organisation.above[key]
        if above in names:
            lines.append(f"  {names[above]} --> {names[key]}")
    for key in keys:
        lines += [f"  {names[key]} -.-> {names[target]}" for target in organisation.posts[key].dotted if target in names]
    lines.append(f"  classDef default stroke:{QUIET}")
    return "\n".join(lines) + "\n"


def _label(organisation: Organisation, post: Post) -> str:
    first = " / ".join(post.titles)
    if post.count:
        first += f" ×{' / '.join(post.count)}"
    lines = [first, post.names, *post.held, *post.contracted]
    return '"' + "<br>".join(_escaped(line) for line in lines if line) + '"'


def _escaped(text: str) -> str:
    return text.translate(_SPECIAL)
