"""A catalog made for questions: posts held together, a role seated twice, gaps, a policy, forms, a system."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def house() -> Path:
    return Path(__file__).parent / "house"
