"""Many documents in one run: names, processes, files that are whole, and comparing instead of writing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.batch.executor import Here, Lost, Processes
from dealer_cli.documents.batch.files import Names, document_name
from dealer_cli.documents.batch.issue import Issue
from dealer_cli.documents.batch.order import Item, Order
from dealer_cli.documents.batch.press import Press
from dealer_cli.documents.batch.run import executor, wishes
from dealer_cli.documents.batch.shelf import Folder
from dealer_cli.model.catalog import Catalog
from tests.conftest import Ran

Dealer = Callable[..., Ran]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unwrapped(text: str) -> str:
    return " ".join(text.split())


# Names


def test_two_documents_never_share_a_file() -> None:
    names = Names()
    assert [names.fresh("", name) for name in ("A", "a", "A")] == ["A", "a (2)", "A (3)"]
    assert names.fresh("zh", "A") == "A"


PICTURE = {
    "document": {"name": "XS-07 销售顾问", "version": "V2.0", "prefix": "GW"},
    "post": {"number": "XS-07", "title": "销售顾问", "department": "销售部"},
    "person": {"name": "王堃"},
    "labels": {"title": "岗位说明书"},
}


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("", "XS-07 销售顾问"),
        ("$number $title $version", "XS-07 销售顾问 V2.0"),
        ("$prefix-$number_$layout", "GW-XS-07_岗位说明书"),
        ("$department $name $lang", "销售部 王堃 zh"),
    ],
)
def test_a_house_names_its_files(pattern: str, name: str) -> None:
    assert document_name(PICTURE, pattern, "zh") == name


@pytest.mark.parametrize("title", ["a/b\\c", "CON", "$version", "‮evil", "..", "长" * 500])
def test_a_title_is_never_a_way_out(title: str) -> None:
    name = document_name({**PICTURE, "post": {**PICTURE["post"], "title": title}}, "$title", "zh")
    assert name not in ("", ".", "..", "CON") and not set(name) & set('/\\:*?"<>|‮') and len(name.encode()) < 250


@pytest.mark.parametrize("pattern", ["$nummer $title", "$number/$title", "$numbers"])
def test_a_wrong_pattern_is_found_with_its_place(dealer: Dealer, small: Path, pattern: str) -> None:
    catalog = small / "catalog.yaml"
    text = catalog.read_text(encoding="utf-8")
    line = f'  file_name: "{pattern}"'
    catalog.write_text(text.replace("\ndocuments:", f"\ndocuments:\n{line}"), encoding="utf-8")
    ran = dealer("jd", "--all", "--catalog", small, "-o", small / "out")
    assert ran.code == 2 and "catalog.yaml:" in ran.err and pattern in ran.err
    assert not (small / "out").exists()


# Where the work is done


class Doubling:
    def __call__(self, portion: int) -> int:
        if portion == -1:
            os.kill(os.getpid(), signal.SIGKILL)
        return portion * 2


def test_processes_give_what_this_process_gives() -> None:
    assert list(Processes(2).map(Doubling, range(20))) == list(Here().map(Doubling, range(20))) == list(range(0, 40, 2))


def test_a_process_that_is_killed_ends_the_run_by_a_clear_error() -> None:
    with pytest.raises(Lost):
        list(Processes(2).map(Doubling, [1, -1, *range(50)]))


def test_the_command_says_so(dealer: Dealer, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(*portions: object) -> None:
        raise Lost

    monkeypatch.setattr(Here, "map", lost)
    ran = dealer("jd", "--all", "--catalog", small, "-o", tmp_path / "out")
    assert ran.code == 2 and "--jobs 1" in ran.err and len(ran.err.splitlines()) < 5


def test_processes_are_used_where_they_pay() -> None:
    order = Order(Path(), "s", ("docx", "html"))
    assert isinstance(executor(order, 50), Here)
    assert isinstance(executor(order, 50, jobs=2), Processes)
    assert isinstance(executor(order, 1, jobs=8), Here)


def test_portions_are_not_all_in_memory_at_once() -> None:
    asked = 0

    def portions() -> Iterator[int]:
        nonlocal asked
        while asked < 200:
            asked += 1
            yield asked

    results = Processes(2).map(Doubling, portions())
    next(results)
    assert asked < 20
    results.close()  # type: ignore[attr-defined]


# The same files, whatever makes them


def test_processes_print_the_same_files(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    words = ("jd", "--all", "--catalog", small, "--doc-lang", "zh", "--doc-lang", "en", "--doc-lang", "zh+en", "--manifest")
    for jobs in (1, 2):
        ran = dealer(*words, "-j", jobs, "-o", tmp_path / str(jobs))
        assert ran.code == 0, ran.err
    assert contents(tmp_path / "1") == contents(tmp_path / "2")
    assert {path.split("/")[0] for path in contents(tmp_path / "1")} == {"zh", "en", "zh+en", "manifest.json"}


def test_a_fault_refuses_its_document_alone(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    role = small / "roles" / "sales" / "sales-consultant.yaml"
    role.write_text(role.read_text(encoding="utf-8").replace("duties:", "dutys:", 1), encoding="utf-8")
    for jobs in (1, 2):
        ran = dealer("jd", "--all", "--catalog", small, "-f", "md", "-o", tmp_path / str(jobs), "-j", jobs)
        assert ran.code == 2 and "sales-consultant.yaml" in ran.err and "Traceback" not in ran.err
        assert len(contents(tmp_path / str(jobs))) == 2


def test_a_broken_template_is_named_by_any_process(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    (small / "templates").mkdir()
    (small / "templates" / "jd.md").write_text("{{ nobody }}", encoding="utf-8")
    said = [dealer("jd", "--all", "--catalog", small, "-f", "md", "-o", tmp_path / "out", "-j", jobs) for jobs in (1, 2)]
    assert said[0] == said[1] and said[0].code == 2 and "nobody" in said[0].err
    assert not (tmp_path / "out").exists()


# Comparing


def test_check_finds_what_differs_and_writes_nothing(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    words = ("jd", "--all", "--catalog", small, "-f", "docx", "-f", "md", "-f", "html", "--manifest", "-o", tmp_path / "out")
    assert dealer(*words).code == 0
    same = dealer(*words, "--check")
    assert same.code == 0 and "as they would be printed" in unwrapped(same.out)
    first, second, *_ = sorted((tmp_path / "out").glob("*.md"))
    first.write_text("x", encoding="utf-8")
    second.unlink()
    (tmp_path / "out" / "old.docx").write_bytes(b"x")
    (tmp_path / "out" / "notes.txt").write_bytes(b"nobody's business")
    before = contents(tmp_path / "out")
    ran = dealer(*words, "--check")
    assert ran.code == 1
    said = "".join(ran.out.split())
    for name, what in ((first.name, "differs"), (second.name, "ismissing"), ("old.docx", "wouldnotbeprinted")):
        assert "".join(name.split()) + what in said
    assert said.count("/out/") == 3 and "notes.txt" not in said
    assert contents(tmp_path / "out") == before
    assert dealer("jd", "--all", "--catalog", small, "--check", "-o", tmp_path / "none").code == 1
    assert not (tmp_path / "none").exists()


# A run that is killed


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_killed_run_leaves_old_or_complete_files(small: Path, tmp_path: Path) -> None:
    scene = Scene(Catalog(small), None, "zh")
    seats = [Item(key) for key in scene.chart.seats]
    order = Order(small, scene.store.record.id, ("docx", "html", "md"), content=True)

    press = Press(order)

    class Warm:
        """The templates are read already: a run that is killed is killed while it prints."""

        def map(self, setup: object, portions: Iterable[Any]) -> Iterator[Any]:
            return map(press, ([wish] for portion in portions for wish in portion))

    def print_to(folder: Path) -> None:
        issue = Issue(order, ["zh", "en"], Folder(folder))
        issue.print(wishes(seats, ["zh", "en"]), Warm(), lambda count: None)
        issue.close(seats, [item.key for item in seats])

    print_to(tmp_path / "whole")
    whole = contents(tmp_path / "whole")
    old = dict.fromkeys(whole, b"old")
    out = tmp_path / "out"
    for name, data in old.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)
    written = []
    for moment in range(20):
        child = os.fork()
        if child == 0:
            try:
                for _ in range(500):
                    print_to(out)
            finally:
                os._exit(0)
        time.sleep(0.01 + moment * 0.013)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        now = contents(out)
        # A hidden file may be left between two steps of the file system: a whole one.
        assert all(data in (whole[name], b"old") for name, data in now.items() if "/." not in f"/{name}")
        assert all(data in whole.values() for name, data in now.items() if "/." in f"/{name}")
        written.append(sum(data != b"old" for data in now.values()))
        for name in old:
            (out / name).write_bytes(b"old")
    assert max(written) > 0, "no run came far enough to be killed while writing"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc")
def test_a_killed_run_leaves_no_process(small: Path, tmp_path: Path) -> None:
    lines = """if __name__ == "__main__":
    from dealer_cli.documents.batch.executor import Processes
    from tests.documents.test_batch import Doubling
    for one in Processes(2).map(Doubling, iter(range(10**9))):
        print(one, flush=True)
"""
    script = tmp_path / "endless.py"
    script.write_text(lines)
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=surroundings) as run:
        assert run.stdout is not None
        run.stdout.readline()
        children = [int(entry) for entry in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()]
        run.kill()
    deadline = time.monotonic() + 10
    while any(_alive(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert len(children) >= 2 and not any(_alive(child) for child in children)


def _alive(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
