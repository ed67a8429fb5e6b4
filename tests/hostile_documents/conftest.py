"""What the tests of strangers' templates share: a picture, and limits that a test can wait for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest

from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.position import picture
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.printing import guarded
from dealer_cli.model.catalog import Catalog
from tests.conftest import GUARD, TESTS


@pytest.fixture(scope="module")
def drawn() -> Any:
    voice = Voice(Scene(Catalog(TESTS / "data" / "small"), None, "zh"), Manner())
    return picture(voice, voice.scene.chart.seats["showroom-manager"])


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Limits that a test can wait for; nothing here may take much longer."""
    monkeypatch.setattr(guarded, "SECONDS", 1)
    monkeypatch.setattr(guarded, "MEMORY", 512 * 1024 * 1024)
    start = time.monotonic()
    yield
    assert time.monotonic() - start < GUARD
