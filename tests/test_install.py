"""The main job runs from a wheel in an empty environment: offline, with an empty HOME, from another folder."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import json
import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from dealer_cli import __version__
from dealer_cli.model.layout import shipped

pytestmark = pytest.mark.slow

OFFLINE = """
import socket
def refuse(*parts, **named):
    raise AssertionError(f"dealer went to the network: {parts}")
socket.socket.connect = socket.socket.connect_ex = socket.socket.sendto = refuse
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refuse
"""

WHERE = "import dealer_cli.model.layout as layout; print(layout.shipped('catalog')); print(layout.shipped('templates'))"


def run(*command: object, **settings: object) -> str:
    ran = subprocess.run(
        [str(word) for word in command], capture_output=True, text=True, encoding="utf-8", timeout=600, check=False, **settings
    )  # type: ignore[call-overload]
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return str(ran.stdout)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    # With the build backend at hand nothing is fetched for it.
    at_hand = ["--no-isolation"] if importlib.util.find_spec("hatchling") else []
    run(sys.executable, "-m", "build", "--wheel", *at_hand, "--outdir", folder, root)
    (path,) = folder.iterdir()
    return path


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """An environment with nothing but the wheel and what it asks for, as the constraints pin it."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    installed = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", installed, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-compile", "--constraint", root / "constraints.txt", wheel)
    return installed


@pytest.fixture
def offline(tmp_path: Path) -> dict[str, str]:
    """Surroundings without network, home or language, and with a proxy that nobody answers."""
    (tmp_path / "poison").mkdir()
    (tmp_path / "poison" / "sitecustomize.py").write_text(OFFLINE)
    (tmp_path / "home").mkdir()
    nobody = "http://127.0.0.1:9"
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"), nobody)
    return {"PATH": os.environ["PATH"], "HOME": str(tmp_path / "home"), "PYTHONPATH": str(tmp_path / "poison"), **proxies}


def test_the_wheel_carries_catalog_and_templates(wheel: Path, root: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("catalog", "templates"):
        prefix = f"dealer_cli/shipped/{folder}/"
        inside = {name.removeprefix(prefix) for name in names if name.startswith(prefix)}
        beside = {path.relative_to(root / folder).as_posix() for path in (root / folder).rglob("*") if path.is_file()}
        assert inside == {name for name in beside if not name.endswith(".keep")} | {name for name in inside if name.endswith(".keep")}
    code = {name for name in names if name.endswith(".py")}
    assert code == {path.relative_to(root).as_posix() for path in (root / "dealer_cli").rglob("*.py")}
    assert not [name for name in names if name.startswith(("tests/", "docs/")) or "__pycache__" in name]


def test_the_poison_works(python: Path, offline: dict[str, str]) -> None:
    script = "import urllib.request as r\ntry:\n    r.urlopen('http://127.0.0.1:9')\nexcept AssertionError as e:\n    print(e)"
    assert "went to the network" in run(python, "-c", script, env=offline)


def test_the_main_job(python: Path, offline: dict[str, str], tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    dealer = python.parent / "dealer"

    def ask(*words: object) -> str:
        return run(dealer, *words, env=offline, cwd=elsewhere)

    assert ask("--version") == f"dealer {__version__}\n"
    assert ask("--lang", "zh", "who", "试乘试驾专员", "--store", "faw-vw-4s").startswith("试乘试驾专员的直接上级是展厅经理。\n")
    assert ask("who", "sales consultant").startswith("Sales consultant")
    checked = subprocess.run([dealer, "check"], env=offline, cwd=elsewhere, capture_output=True, text=True, encoding="utf-8", check=False)
    assert checked.returncode in (0, 1), checked.stderr
    assert checked.stderr == ""
    ask("jd", "test-drive-specialist", "-o", "out")
    assert sorted(path.suffix for path in (elsewhere / "out").rglob("*") if path.is_file()) == [".docx", ".html", ".md"]
    ask("templates", "copy", "mine")
    assert list((elsewhere / "mine").iterdir())
    ask("schema", "-o", "schemas")
    assert sorted(path.name for path in elsewhere.iterdir()) == ["mine", "out", "schemas"]
    assert not list((tmp_path / "home").rglob("*")), "nothing is left in the home"


def test_checkout_editable_install_and_wheel_find_the_same(python: Path, root: Path, tmp_path: Path) -> None:
    def where(interpreter: Path | str, **env: str) -> list[Path]:
        return [Path(line) for line in run(interpreter, "-c", WHERE, cwd=tmp_path, env={"PATH": os.environ["PATH"], **env}).splitlines()]

    beside = [root / "catalog", root / "templates"]
    assert where(python, PYTHONPATH=str(root)) == beside, "a checkout"
    direct = json.loads(importlib.metadata.distribution("dealer-cli").read_text("direct_url.json") or "{}")
    if direct.get("dir_info", {}).get("editable"):
        assert where(sys.executable) == beside, "an editable install"
    inside = where(python)
    assert [path.parent.name for path in inside] == ["shipped", "shipped"], "a wheel"
    for one, other in zip(beside, inside, strict=True):
        assert contents(one) == contents(other)
    assert shipped("catalog") == beside[0]


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != ".keep"}


def test_every_module_can_be_imported(python: Path, root: Path, tmp_path: Path) -> None:
    """No module leans on what only the developers' environment has."""
    names = [
        ".".join(path.relative_to(root).with_suffix("").parts).removesuffix(".__init__") for path in (root / "dealer_cli").rglob("*.py")
    ]
    script = f"import importlib\nfor name in {[name for name in names if not name.endswith('__main__')]!r}: importlib.import_module(name)"
    run(python, "-W", "error", "-c", script, cwd=tmp_path)
