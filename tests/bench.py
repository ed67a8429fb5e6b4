"""The table of design numbers, measured here and now: `python -m tests.bench` (or `make bench`).

Whole processes: CPU seconds, children included, as a ratio to `python -c pass`, the two run in turn
so that a drifting machine drifts for both; the median counts. Nothing here is asserted: what is
deterministic (modules imported, files opened) is asserted in the tests.
"""

from __future__ import annotations

import compileall
import importlib.util
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dealer_cli.model.layout import shipped
from dealer_cli.writing.terminal import pad
from tests.group import write_group

RUNS = 9
DEALER = (str(Path(sys.executable).with_name("dealer")),)
PASS = (sys.executable, "-c", "pass")


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    value: float
    unit: str
    bound: float | None = None

    def text(self) -> str:
        bound = "" if self.bound is None else f"≤ {self.bound:g}"
        mark = "" if self.bound is None or self.value <= self.bound else "  OVER"
        return f"{pad(self.what, 50)}{self.value:>8.2f} {self.unit:<6}{bound:<8}{mark}".rstrip()


def cpu(command: Sequence[str], folder: Path) -> float:
    """CPU seconds of one run, children included."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # In microseconds: os.times counts in hundredths of a second, and that is all that `pass` takes.
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def ratio(command: Sequence[str], folder: Path, to: Sequence[str] = PASS, runs: int = RUNS) -> float:
    """Median CPU of a command over that of another, run in turn."""
    cpu(command, folder)  # warm: byte code, file cache
    pairs = [(cpu(command, folder), cpu(to, folder)) for _ in range(runs)]
    return statistics.median(own / max(other, 1e-6) for own, other in pairs)


def per_call(call: Callable[[], object], calls: int) -> float:
    """Milliseconds of CPU a call, after a warm-up."""
    call()
    start = time.process_time()
    for _ in range(calls):
        call()
    return (time.process_time() - start) / calls * 1000


def command_rows(folder: Path) -> list[Row]:
    """Commands on the shipped catalog."""
    bounds: list[tuple[str, float | None]] = [
        ("--version", 2),
        ("--help", 7),
        ("who test-drive-specialist", 10),
        ("who 试乘试驾专员", 10),
        ("who xszj", 10),
        ("show sales-consultant", 10),
        ("tree", None),
        ("list", None),
        ("find 保密", 16),
        ("check", 59),
        ("jd sales-consultant -f docx -o out", None),
    ]
    return [Row(f"dealer {words}", ratio((*DEALER, *words.split()), folder), "×pass", bound) for words, bound in bounds]


def others_rows(folder: Path) -> list[Row]:
    """The same files under check-jsonschema and yamllint, where they are installed."""
    rows = []
    catalog = shipped("catalog")
    roles = [str(path) for path in sorted(catalog.glob("roles/*/*.yaml"))]
    check = (*DEALER, "check")
    others = {
        "check_jsonschema": ("-m", "check_jsonschema", "--schemafile", str(catalog / "schema" / "role.schema.json"), *roles),
        "yamllint": ("-m", "yamllint", "-d", "{extends: relaxed, rules: {line-length: disable}}", str(catalog)),
    }
    for module, words in others.items():
        if importlib.util.find_spec(module):
            rows.append(Row(f"dealer check : {module}", ratio(check, folder, (sys.executable, *words), 3), "×", 1 / 3))
    return rows


def group_rows(folder: Path) -> list[Row]:
    """A group of 1,000 stores against the events of its bytes, and one store's question in it."""
    group = write_group(folder / "group")
    pump = (
        "import sys,yaml\nfrom pathlib import Path\nfrom yaml._yaml import CParser\n"
        "for p in sorted(x for d in sys.argv[1:] for x in Path(d).rglob('*.yaml')):\n"
        "    parser=CParser(p.read_text(encoding='utf-8'))\n"
        "    while type(parser.get_event()) is not yaml.StreamEndEvent: pass\n"
    )
    events = (sys.executable, "-c", pump, str(group), str(shipped("catalog")))
    name = ("who", "sales-consultant")
    return [
        Row(
            "dealer check, 1,000 stores : C parser's events", ratio((*DEALER, "check", "--catalog", str(group)), folder, events, 3), "×", 3
        ),
        Row(
            "dealer who in that group : on the shipped catalog",
            ratio((*DEALER, *name, "--catalog", str(group)), folder, (*DEALER, *name)),
            "×",
            1.2,
        ),
    ]


def main() -> None:
    """Print the table."""
    compileall.compile_dir(str(Path(__file__).parent.parent / "dealer_cli"), quiet=1)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for rows in (command_rows, others_rows, group_rows):
            for row in rows(folder):
                print(row.text(), flush=True)
    subprocess.run((sys.executable, "-m", "tests.bench_documents"), check=True)


if __name__ == "__main__":
    main()
