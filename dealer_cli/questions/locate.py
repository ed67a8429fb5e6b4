"""What a name means among everything that the catalog has; no more is read than that takes."""

from __future__ import annotations

from dealer_cli.chart.scene import Scene
from dealer_cli.model.names import Kind, find_any, normal


def locate(scene: Scene, name: str) -> tuple[Kind, str]:
    """What a name means among everything; a position's own name means its role."""
    asked = normal(name)
    for seat in scene.chart.seats.values():
        title = seat.position.title
        if asked == seat.key or (title and asked in (normal(title.zh or ""), normal(title.en or ""))):
            return "roles", seat.position.role
    return find_any(scene.catalog, name, scene.store.record.id)
