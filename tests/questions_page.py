"""docs/questions.md: every question with its real output. `python -m tests.questions_page` writes it anew."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PAGE = "docs/questions.md"

QUESTIONS: list[tuple[str, str, list[str]]] = [
    (
        "Who reports to whom",
        "A name may be an id, a title in Chinese or English, an alias, Traditional script, pinyin, or a part of a title.",
        [
            "who 展厅经理",
            "who sales-director --store faw-vw-4s",
            "boss 销售顾问 会计",
            "team 销售总监",
            "tree --department finance --headcount",
        ],
    ),
    ("Who covers what", "", ["covers complaint-handling", "matrix --department finance", "handles money"]),
    (
        "Who may approve what",
        "An amount is held against the limits that are stated.",
        ["approves 考勤 --store sales-office", "approves payment 5000"],
    ),
    ("Which certificates", "", ["certs 钣金技工", "certs accountant"]),
    ("What is due when", "", ["calendar cashier", "calendar 展厅经理 --every week --lang zh"]),
    ("Where a text stands", "", ["find 试驾率", "show test-drive-rate", "list departments"]),
    ("Two side by side", "Two roles, or two stores.", ["compare cashier accountant", "compare sales-office sales-department"]),
    ("A store in numbers", "", ["stats", "stats --store faw-vw-4s --lang zh"]),
    ("What if", "", ["impact cashier", "impact cashier --to accountant", "impact 收银员 --to 会计 --lang zh"]),
    (
        "For programs",
        "`-f json`, `-f csv` and `-f markdown` give every answer as data, `-f csv=FILE` into a file; the JSON Schemas are in"
        " `catalog/schema/answers/`. `dealer export DIR` writes the catalog, or one store of it, as a JSON file an entity, CSV tables"
        " and an `index.json`. In Python: `from dealer_cli import Catalog`; `help(Catalog)` shows how.",
        ["handles seals -f json", "handles keys -f csv", "handles money -f markdown"],
    ),
]


def page(answer: Callable[[list[str]], str]) -> str:
    """The page, with what `answer` says to the words of every command."""
    parts = [
        "# Questions\n\nEvery question with its real output, asked of the catalog that comes with `dealer`. Add `--store` for another"
        " store, `--lang zh` for Chinese.\nMade by `python -m tests.questions_page`.\n"
    ]
    for heading, text, commands in QUESTIONS:
        parts.append(f"\n## {heading}\n" + (f"\n{text}\n" if text else ""))
        parts += [f"\n```console\n$ dealer {command}\n{answer(command.split())}```\n" for command in commands]
    return "".join(parts)


def run(words: list[str]) -> str:
    """What the command prints, in a process of its own."""
    root = Path(__file__).parent.parent
    surroundings = {**os.environ, "DEALER_LANG": "en", "PYTHONUTF8": "1", "PYTHONPATH": str(root)}
    command = [sys.executable, "-m", "dealer_cli", *words, "--catalog", "catalog"]
    ran = subprocess.run(command, cwd=root, env=surroundings, stdout=subprocess.PIPE, check=True)
    return ran.stdout.decode()


if __name__ == "__main__":
    (Path(__file__).parent.parent / PAGE).write_text(page(run), encoding="utf-8", newline="\n")
