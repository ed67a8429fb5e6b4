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
from dealer_cli.writing.files import Unwritable, write_below
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


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        ("$number $title $version", "XS-07 销售顾问 V2.0 岗位责任书 王堃"),
        ("$number $name", "XS-07 王堃 岗位责任书"),
        ("$layout $number", "岗位责任书 XS-07 王堃"),
        ("$layout $number $name", "岗位责任书 XS-07 王堃"),
    ],
)
def test_a_letter_says_what_it_is_and_whose_even_where_the_pattern_does_not(pattern: str, name: str) -> None:
    picture = {**PICTURE, "labels": {"title": "岗位责任书"}}
    assert document_name(picture, pattern, "zh", "letter") == name
    assert document_name({**picture, "person": {"name": ""}}, "$number", "zh", "letter") == "XS-07 岗位责任书"
    long = document_name({**picture, "post": {**PICTURE["post"], "title": "长" * 500}}, "$title", "zh", "letter")
    assert long.endswith("长 岗位责任书 王堃") and len(long) == 80
    assert len(document_name({**picture, "person": {"name": "名" * 500}}, "$title", "zh", "letter")) <= 80


def test_documents_of_every_layout_lie_in_one_folder(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    pattern_of(small, "$number $title $version")
    people = tmp_path / "people.csv"
    people.write_text("岗位,姓名,工号\nconsultant-retail,王堃,1\nconsultant-retail,李四,2\n", encoding="utf-8")
    count = 0
    for layout in ("jd", "letter", "safety", "appointment", "complaint-notice"):
        words = () if layout == "complaint-notice" else ("consultant-retail", "--roster", people)
        ran = dealer("jd", *words, "-l", layout, "--catalog", small, "-f", "md", "-o", tmp_path / "out")
        assert ran.code == 0, ran.err
        count += 1 if layout in ("jd", "complaint-notice") else 2
    names = set(contents(tmp_path / "out"))
    assert len(names) == count == 8 and not any("(2)" in name for name in names)
    assert "投诉公示.md" in names, "the store's own document has no position that a pattern could speak of"


@pytest.mark.parametrize("title", ["a/b\\c", "CON", "$version", "‮evil", "..", "长" * 500])
def test_a_title_is_never_a_way_out(title: str) -> None:
    name = document_name({**PICTURE, "post": {**PICTURE["post"], "title": title}}, "$title", "zh")
    assert name not in ("", ".", "..", "CON") and not set(name) & set('/\\:*?"<>|‮') and len(name.encode()) < 250


def pattern_of(catalog: Path, pattern: str) -> None:
    path = catalog / "catalog.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\ndocuments:", f'\ndocuments:\n  file_name: "{pattern}"'), encoding="utf-8")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("pattern", ["$nummer $title", "$number/$title", "$number: $title?", "$numbers"])
def test_a_wrong_pattern_is_found_with_its_place(dealer: Dealer, small: Path, pattern: str, lang: str) -> None:
    pattern_of(small, pattern)
    ran = dealer("jd", "--all", "--catalog", small, "-o", small / "out", lang=lang)
    assert ran.code == 2 and "catalog.yaml:" in ran.err and pattern in ran.err
    assert '/\\:*?"<>|' in "".join(ran.err.split()) and "$department" in ran.err
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
    assert "in all" not in ran.out, "three files are counted at a glance"


def test_check_without_a_folder_says_so_in_one_line(dealer: Dealer, small: Path, tmp_path: Path) -> None:
    words = ("jd", "--all", "--catalog", small, "-f", "docx", "-f", "md", "-f", "html", "-f", "json", "--check", "-o", tmp_path / "none")
    ran = dealer(*words)
    assert ran.code == 1 and unwrapped(ran.out).count(". ") == 0 and "no folder" in unwrapped(ran.out) and "missing" not in ran.out
    assert not (tmp_path / "none").exists()
    (tmp_path / "none").mkdir()
    ran = dealer(*words)
    assert ran.code == 1 and unwrapped(ran.out).endswith("16 files in all: 0 differ, 16 are missing, 0 would not be printed now.")


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("below", ["", "zh", "zh/deep"])
@pytest.mark.parametrize("check", [(), ("--check",)])
def test_a_file_is_no_folder(dealer: Dealer, small: Path, tmp_path: Path, below: str, check: tuple[str, ...], lang: str) -> None:
    file = tmp_path / "afile"
    file.write_bytes(b"mine")
    ran = dealer("jd", "--all", "--catalog", small, "-f", "md", "-o", file / below, *check, lang=lang)
    said = "".join(ran.err.split())
    assert ran.code == 2 and f"{file}{'isafile,notafolder' if lang == 'en' else '是文件，不是文件夹'}" in said
    assert not ran.out and file.read_bytes() == b"mine"


def test_what_stands_in_the_way_of_a_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "afile").write_bytes(b"mine")
    with pytest.raises(Unwritable) as caught:
        write_below(tmp_path, "afile/deep/X.docx", b"x")
    assert caught.value.path == tmp_path / "afile" and caught.value.reason == "no folder"


# Post numbers


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_who_renumbers_signed_posts_is_told_how_to_keep_them(dealer: Dealer, small: Path, tmp_path: Path, lang: str) -> None:
    words = ("jd", "--all", "--catalog", small, "-f", "md", "-f", "html", "--doc-lang", "zh", "--doc-lang", "en")
    assert dealer(*words, "--manifest", "-o", tmp_path / "v1").code == 0
    store = small / "stores" / "small-4s.yaml"
    was = store.read_text(encoding="utf-8")

    def again() -> str:
        ran = dealer(*words, "--changed-since", tmp_path / "v1", "-o", tmp_path / "v2", lang=lang)
        assert ran.code == 0, ran.err
        return "".join(ran.err.split())

    before = "  - {role: showroom-manager, reports_to: general-manager"
    new = "  - {id: consultant-new, role: sales-consultant, reports_to: showroom-manager}\n"
    store.write_text(was.replace(before, new + before), encoding="utf-8")
    said = again()
    assert "number:XS-01" in said and "showroom-manager" in said and "small-4s.yaml" in said
    assert said.count("number:XS") == 1 and said.startswith("dealer:3"), "three positions, each once, though in two languages"
    store.write_text(was.replace(before, new + before.replace("role", "number: XS-77, role")), encoding="utf-8")
    assert "number:XS-02" in (said := again()) and "XS-77" not in said, "a number that the store states was changed on purpose"
    gone = was.replace("  - {id: consultant-retail, role: sales-consultant, reports_to: showroom-manager, headcount: 3}\n", "")
    store.write_text(gone.replace(", deputy: consultant-retail", ""), encoding="utf-8")
    assert "number:XS-03" in (said := again()) and not said.startswith("dealer:1"), said
    store.write_text(was.replace("headcount: 3", "headcount: 4"), encoding="utf-8")
    assert again() == ""


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
