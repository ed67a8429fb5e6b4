"""A bad role file and a bad store file end every command in a finding with its place or in exit code 2; never worse."""

import importlib.util
import os
import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

import pytest

from dealer_cli.model.catalog import HEAD_KEYS
from tests.conftest import GUARD, Ran

ROLE = "roles/sales/showroom-manager.yaml"
STORE = "stores/small-4s.yaml"
QUESTIONS = [("who", "showroom-manager"), ("show", "showroom-manager"), ("tree",)]
if importlib.util.find_spec("dealer_cli.cli.jd"):
    QUESTIONS.append(("jd", "showroom-manager"))

INTERNAL = re.compile("of dealer itself|dealer 自身")
"""What an error that nobody foresaw is called."""

BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))
MERGES = "m0: &m0 {x: y}\n" + "".join(f"m{i}: &m{i}\n  <<: [{', '.join([f'*m{i - 1}'] * 2)}]\n" for i in range(1, 24))

FILES = (ROLE, STORE)

WHOLE: list[tuple[str, bytes, str]] = [
    # what, the whole file, code and place of the finding
    ("tab", b"id: a\n\ttitle: b\n", "2:1 Y005"),
    ("empty file", b"", "1:1 Y012"),
    ("root list", b"- a\n- b\n", "1:1 Y012"),
    ("root scalar", b"showroom-manager\n", "1:1 Y012"),
    ("5 MB", b"id: a\n" + b"# 0123456789\n" * 400_000, "1:1 Y002"),
    ("binary", bytes(range(256)) * 20, "2:118 Y003"),
    ("picture", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "1:1 Y003"),
    ("GBK", "title: 展厅经理\n".encode("gbk"), "1:9 Y003"),
    ("UTF-16", "title: 展厅经理\n".encode("utf-16"), "1:1 Y003"),
    ("NUL byte", b"id: a\ntitle: b\x00\n", "2:9 Y004"),
    ("unclosed quote", b'id: "a\ntitle: b\n', "1:5 Y005"),
    ("two documents", b"id: a\n---\nid: b\n", "2:1 Y010"),
    ("object tag", b"id: !!python/object/apply:os.system ['touch /tmp/pwned']\n", "1:5 Y009"),
    ("alias bomb", BOMB.encode(), "1:5 Y009"),
    ("self-reference", b"id: &a [*a]\n", "1:5 Y009"),
    ("merge-key bomb", MERGES.encode(), "1:5 Y009"),
    ("merge key", b"id: a\n<<: {title: b}\n", "2:1 Y009"),
    ("200,000 brackets", b"[" * 200_000, "1:33 Y006"),
    ("200,000 brackets in a value", b"id: " + b"[" * 200_000, "1:36 Y006"),
    ("200,000 braces", b"{a: " * 50_000, "1:129 Y006"),
    ("60 kB of dashes", b"- " * 30_000, "1:65 Y006"),
    ("110,000 entries", b"id: [" + b"a," * 110_000 + b"]\n", " Y007"),
    ("a long comment", b"id: a\n#" + b"x" * 300_000 + b"\n", " S002"),
    ("combining marks", b"title: {zh: a} #" + "\u0301".encode() * 50_000 + b"\nid: 7\n", " S00"),
    ("a long line", b"id: a" + b" " * 300_000 + b"x: y\n", " Y008"),
]

CHANGED: list[tuple[str, str, str, str]] = [
    # what, text of the first lines, text in its place, code
    ("unknown key", "title:\n", "tilte: x\ntitle:\n", "S001"),
    ("no for a number", "  en: S", "  en: 6\n  zh_: S", "S003"),
    ("no", "title:\n  zh: ", "title: no\nx:\n  zh: ", "S003"),
    ("a time", "title:\n  zh: ", "title: 13:30\nx:\n  zh: ", "S003"),
    ("a date", "title:\n  zh: ", "title: 2024-13-45\nx:\n  zh: ", "S003"),
    ("a number of 6,000 digits", "title:\n  zh: ", f"title: {'9' * 6000}\nx:\n  zh: ", "Y016"),
    ("duplicate key", "title:\n", "id: x\ntitle:\n", "Y011"),
    ("a comma splits a text", "title:\n  zh: ", "title: {en: Specialist, sales}\nx:\n  zh: ", "S001"),
    ("a text with a #", "  en: Sm", "  en: A #1 Sm", "S007"),
    ("a control character in a text", "  en: S", "  en: \x07S", "Y004"),
    ("a control character by escape", "  en: S", '  en: "\\a"\n  x: S', "Y004"),
    ("a null text", "  en: S", "  en:\n  x: S", "S003"),
    ("an empty mapping for the title", "title:\n  zh: ", "title: {}\nx:\n  zh: ", "S001"),
    ("a list of itself deep", "title:\n  zh: ", f"title: {'[' * 31}{']' * 31}\nx:\n  zh: ", "S00"),
]


def _folder(path: Path) -> None:
    path.mkdir()


def _missing(path: Path) -> None:
    return


def _dangling(path: Path) -> None:
    path.symlink_to("nowhere")


def _loop(path: Path) -> None:
    path.symlink_to(path.name)


def _outside(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


ODD_FILES: list[Callable[[Path], None]] = [_folder, _missing, _dangling, _loop, _outside, _endless, os.mkfifo]


@pytest.fixture(autouse=True)
def guard() -> Iterator[None]:
    """Nothing here may take long; C code that does not come back is the business of `test_hostile_processes`."""

    def over(number: int, frame: FrameType | None) -> None:
        raise TimeoutError(f"still running after {GUARD} seconds")

    before = signal.signal(signal.SIGALRM, over)
    signal.alarm(GUARD)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def asked(dealer: Callable[..., Ran], small: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Ask everything of a catalog with a bad file, and judge how it ends."""
    monkeypatch.chdir(small)

    def ask(file: str, expected: str) -> None:
        lang = "zh" if file == ROLE else "en"
        ran = dealer("check", lang=lang)
        assert (ran.code, ran.err) == (1, "")
        assert expected in places(ran.out), ran.out[:2000]
        for words in QUESTIONS:
            ran = dealer(*words, *(("-o", str(small / "out")) if words[0] == "jd" else ()), lang=lang)
            if ran.code == 2:
                assert "Traceback" not in ran.err
                assert not INTERNAL.search(ran.err), ran.err
                assert ran.err.strip(), "it says nothing"
            else:
                # Reading a role stops behind its head, for questions that need no more.
                assert ran.code == 0, ran
                assert file == ROLE, ran
                assert words[0] in ("who", "tree"), ran

    return ask


def places(out: str) -> str:
    """Findings as `file:line:column code`, one a line."""
    return "\n".join(f"{m[1]} {m[2]}" for m in re.finditer(r"^(\S+:\d+:\d+): *\n? *\S+ ([A-Z]\d{3})\b", out, re.MULTILINE))


# A role and a store by turns: they are read by the same reader.
@pytest.mark.parametrize(
    ("file", "data", "expected"), [(FILES[i % 2], *case[1:]) for i, case in enumerate(WHOLE)], ids=[case[0] for case in WHOLE]
)
def test_whole_file(asked: Callable[[str, str], None], small: Path, file: str, data: bytes, expected: str) -> None:
    (small / file).write_bytes(data)
    asked(file, f"{file}:{expected}" if expected[0].isdigit() else expected)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"), [(FILES[i % 2], *case[1:]) for i, case in enumerate(CHANGED)], ids=[case[0] for case in CHANGED]
)
def test_changed_file(asked: Callable[[str, str], None], small: Path, file: str, old: str, new: str, code: str) -> None:
    text = (small / file).read_text(encoding="utf-8")
    old, new = (old, new) if "Sm" not in old or file == STORE else (old.replace("Sm", "Sh"), new.replace("Sm", "Sh"))
    assert old in text
    (small / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    asked(file, f" {code}")


@pytest.mark.parametrize("file", [ROLE, STORE])
@pytest.mark.parametrize("make", ODD_FILES, ids=lambda make: make.__name__.strip("_"))
def test_no_regular_file(asked: Callable[[str, str], None], small: Path, file: str, make: Callable[[Path], None]) -> None:
    (small / file).unlink()
    make(small / file)
    asked(file, " R0" if make is _missing else f"{file}:1:1 Y001")


@pytest.mark.parametrize("headcount", ["no", "13:30", "2024-13-45", "9" * 6000, "0", "1e9", "-1", "0x7fffffff", "[3]", "{n: 3}", "~", "三"])
def test_headcount(asked: Callable[[str, str], None], small: Path, headcount: str) -> None:
    text = (small / STORE).read_text(encoding="utf-8")
    (small / STORE).write_text(text.replace("headcount: 3", f"headcount: {headcount}"), encoding="utf-8")
    asked(STORE, f"{STORE}:15:9" + "4 " if len(headcount) < 6000 else " Y016")


def test_the_head_of_a_role_is_what_questions_read() -> None:
    assert {"id", "title", "aliases", "department", "level"} == HEAD_KEYS


@pytest.mark.parametrize("file", ["catalog.yaml", "departments.yaml", "functions.yaml", "kpis.yaml", "externals.yaml"])
@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in WHOLE[:14]], ids=[case[0] for case in WHOLE[:14]])
def test_other_files(
    dealer: Callable[..., Ran], small: Path, monkeypatch: pytest.MonkeyPatch, file: str, data: bytes, expected: str
) -> None:
    (small / file).write_bytes(data)
    monkeypatch.chdir(small)
    ran = dealer("check")
    assert ran.code == (2 if file == "catalog.yaml" else 1)
    assert f"{file}:{expected}" in places(ran.out + ran.err)
    for words in (*QUESTIONS[:3], ("list", "roles"), ("list", "kpis")):
        ran = dealer(*words)
        assert ran.code in (0, 2)
        assert not INTERNAL.search(ran.err)
