"""A file is written whole or not at all, below the folder that was given, and nowhere else."""

import os
from pathlib import Path

import pytest

from dealer_cli.writing.files import Unwritable, write_below


def left(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def test_written_and_written_again(tmp_path: Path) -> None:
    assert write_below(tmp_path / "new", "a/b.md", b"one") == tmp_path / "new" / "a" / "b.md"
    write_below(tmp_path / "new", "a/b.md", b"two")
    assert (tmp_path / "new" / "a" / "b.md").read_bytes() == b"two"
    assert left(tmp_path) == ["new", "new/a", "new/a/b.md"]


@pytest.mark.parametrize("name", ["../b.md", "a/../../b.md", "../../deep/er/b.md", "/tmp/dealer-pwned/b.md"])
def test_nothing_leads_out(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    with pytest.raises(Unwritable) as error:
        write_below(folder, name, b"x")
    assert error.value.reason == "outside"
    assert left(tmp_path) == ["in"], "not even a folder is made outside"
    assert not Path("/tmp/dealer-pwned").exists()


def test_a_link_leads_nowhere_else(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link").symlink_to(tmp_path / "out")
    with pytest.raises(Unwritable):
        write_below(tmp_path / "in", "link/b.md", b"x")
    (tmp_path / "in" / "b.md").symlink_to(tmp_path / "out" / "b.md")
    write_below(tmp_path / "in", "b.md", b"x")
    assert left(tmp_path / "out") == [], "the link is replaced, not followed"


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_below(tmp_path, "a.md", b"old")

    def full(*paths: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(Unwritable) as error:
        write_below(tmp_path, "a.md", b"new")
    assert error.value.reason == "No space left on device"
    assert left(tmp_path) == ["a.md"]
    assert (tmp_path / "a.md").read_bytes() == b"old"


def test_what_stands_in_the_way(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "folder").mkdir()
    for name in ("file/a.md", "folder", "a\x00b", "x" * 300):
        with pytest.raises(Unwritable):
            write_below(tmp_path, name, b"x")
    assert left(tmp_path) == ["file", "folder"]
