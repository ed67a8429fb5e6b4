"""A car dealership's organisation as code: ask it, check it, print what HR signs.

`from dealer_cli import Catalog` is the way in for other programs.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from dealer_cli.questions.face import Catalog

__version__ = "0.1.0"
__all__ = ["Catalog", "__version__"]


def __getattr__(name: str) -> object:
    # Every run imports this package, and most of them need nothing of what Catalog does.
    if name == "Catalog":
        from dealer_cli.questions.face import Catalog

        return Catalog
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
