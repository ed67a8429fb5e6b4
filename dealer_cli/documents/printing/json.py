"""The picture itself as JSON, for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def render(picture: Mapping[str, Any]) -> bytes:
    """The picture with the fields that docs/templates.md tells."""
    return (json.dumps(picture, ensure_ascii=False, indent=2) + "\n").encode()
