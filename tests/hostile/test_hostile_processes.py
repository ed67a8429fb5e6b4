"""What could take a whole process down, or never come back, in a process of its own."""

import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.hostile.test_hostile_files import BOMB, MERGES, ROLE, STORE

CASES = {
    "brackets": b"[" * 200_000,
    "dashes": b"- " * 30_000,
    "alias bomb": BOMB.encode(),
    "merges": MERGES.encode(),
}


@pytest.mark.parametrize("file", [ROLE, STORE])
@pytest.mark.parametrize("name", [*CASES, "pipe"])
def test_ends_in_order(dealer_process: Callable[..., subprocess.CompletedProcess[bytes]], small: Path, name: str, file: str) -> None:
    if name == "pipe":
        (small / file).unlink()
        os.mkfifo(small / file)
    else:
        (small / file).write_bytes(CASES[name])
    for words, code in ((("check",), 1), (("who", "showroom-manager"), 2)):
        ran = dealer_process(*words, cwd=small)
        assert ran.returncode == code, ran.stderr.decode()
        assert b"Traceback" not in ran.stderr
        assert f"{file}:1:".encode() in ran.stdout + ran.stderr


def test_a_catalog_that_is_a_pipe(dealer_process: Callable[..., subprocess.CompletedProcess[bytes]], small: Path) -> None:
    (small / "catalog.yaml").unlink()
    os.mkfifo(small / "catalog.yaml")
    ran = dealer_process("who", "showroom-manager", "--catalog", small)
    assert ran.returncode == 2
    assert b"catalog.yaml:1:1" in ran.stderr


def test_memory_stays_bounded(dealer_process: Callable[..., subprocess.CompletedProcess[bytes]], small: Path) -> None:
    (small / ROLE).unlink()
    (small / ROLE).symlink_to("/dev/zero")
    limit = 600 * 1024 * 1024
    ran = dealer_process("check", cwd=small, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)))
    assert ran.returncode == 1
    assert f"{ROLE}:1:1".encode() in ran.stdout
