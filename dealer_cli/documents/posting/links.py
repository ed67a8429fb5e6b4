"""What a reader of a posting can touch: an address to write to, a number to call, a page to open.

Only of plain characters: whatever else an address may hold stays a text, so that no link leads elsewhere than it says.
"""

from __future__ import annotations

import re

_MAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+", re.ASCII)
_PAGE = re.compile(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+(:[0-9]{1,5})?(/[A-Za-z0-9._~/?=&#+-]*)?", re.ASCII)
_NUMBER = re.compile(r"\+?[0-9][0-9 ()-]{3,18}[0-9]", re.ASCII)


def link(way: str, text: str) -> str:
    """Where a way to apply leads to: `mailto:`, `tel:` or the page itself; empty for what is words."""
    if way == "email":
        return f"mailto:{text}" if _MAIL.fullmatch(text) else ""
    if way == "phone":
        # Telephones dial digits; people read the groups.
        return "tel:" + re.sub(r"[^0-9+]", "", text) if _NUMBER.fullmatch(text) else ""
    return text if way == "url" and _PAGE.fullmatch(text) else ""
