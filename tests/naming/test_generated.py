"""What is made is what its generator makes today."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.naming import generate


@pytest.mark.parametrize("name", ["traditional.py", "sounds.py", "names.tsv", "typos.tsv"])
def test_generated_files_are_fresh(tmp_path_factory: pytest.TempPathFactory, name: str, made: Path) -> None:
    committed = (generate.TABLES if name.endswith(".py") else generate.HERE) / name
    assert (made / name).read_text(encoding="utf-8") == committed.read_text(encoding="utf-8"), "run `make names`"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    generate.main(folder, folder)
    return folder
