"""One name to one thing: exact beats alias beats hyphens beats script beats pinyin beats a part; a typo is never taken for granted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dealer_cli.model.catalog import NotFound
from dealer_cli.model.naming.name import ALIAS, ELSEWHERE, OWN, TITLE, Name, best_of, normal
from dealer_cli.model.naming.printed import Printed


class Ambiguous(Exception):
    """A name that fits several; `candidates` are their ids, the likeliest first."""

    def __init__(self, name: str, candidates: tuple[str, ...], kind: str = "roles") -> None:
        super().__init__(name)
        self.name = name
        self.candidates = candidates
        self.kind = kind
        """What the candidates are: roles, stores, functions …"""


def look_up(name: str, names: Sequence[Name], kind: str, printed: Printed | None = None) -> str:
    """The id of what a name means.

    Raises `Ambiguous` where a step finds several, and `NotFound` with the nearest three where no step finds one.
    """
    asked = normal(name)
    if not asked:
        raise NotFound(name, (), kind)
    hits = _exact(asked, names)
    if printed and not any(hit.rank < ALIAS for hit in hits):
        # Only a title beats what the sources mean by the same words.
        hits += printed.meaning(asked)
    ids = best_of(hits) or _spelt_apart(asked, names)
    ids = ids or _further(name, asked, [*names, *(printed.every if printed else ())], kind)
    if len(ids) > 1:
        raise Ambiguous(name, tuple(ids), kind)
    return ids[0]


def _exact(asked: str, names: Iterable[Name]) -> list[Name]:
    return [name for name in names if name.key == asked and name.rank < ELSEWHERE]


def _spelt_apart(asked: str, names: Iterable[Name]) -> list[str]:
    """Words with a hyphen, a blank or nothing between them: used car manager, testdrive specialist."""
    if not asked.isascii():
        return []
    joined = _joined(asked)
    return best_of([name for name in names if name.rank < ELSEWHERE and _joined(name.key) == joined])


def _joined(key: str) -> str:
    return key.replace(" ", "").replace("-", "")


def _further(name: str, asked: str, names: list[Name], kind: str) -> list[str]:
    """The steps that cost something; each loads its tables when it is reached."""
    if any(sign > _LAST_LATIN for sign in asked):
        ids = _in_other_script(asked, names)
    else:
        from dealer_cli.model.naming.pinyin import spelt

        ids = spelt(asked, names) or _unless_misspelt(asked, _with_part(asked, names), names)
    if not ids:
        from dealer_cli.model.naming.fuzzy import nearest

        raise NotFound(name, nearest(asked, names), kind)
    return ids


def _unless_misspelt(asked: str, ids: list[str], names: list[Name]) -> list[str]:
    """What has the part, and where that is one thing, also whatever is one slip away: 服总监 may be 客服总监 or 服务总监."""
    if len(ids) != 1 or len(asked) < 3:
        return ids
    from dealer_cli.model.naming.fuzzy import one_slip_away

    return list(dict.fromkeys(ids + one_slip_away(asked, names)))


def _in_other_script(asked: str, names: list[Name]) -> list[str]:
    from dealer_cli.model.naming.script import simplified, wordings

    plain = [name if (key := simplified(name.key)) == name.key else name._replace(key=key) for name in names]
    asked = simplified(asked)
    found = _exact(asked, plain)
    if not found:
        found = [name for wording in wordings(asked) for name in _exact(wording, plain)]
    return best_of(found) or _unless_misspelt(asked, _with_part(asked, plain), plain)


def _with_part(asked: str, names: list[Name]) -> list[str]:
    """What has the words in a title or an alias, the fullest match first; Latin words from the beginning of one."""
    if len(asked) < (3 if asked.isascii() else 2):
        return []
    space = " " if asked.isascii() else ""
    hits = [name for name in names if name.rank in _PARTED and space + asked in space + name.key]
    return list(dict.fromkeys(name.of for name in sorted(hits, key=lambda name: (len(name.key), name.rank))))


_LAST_LATIN = "\u02ff"
"""Behind it are other scripts; before it also the tone marks of pinyin."""

_PARTED = (OWN, TITLE, ALIAS, ELSEWHERE)
"""Names that a part stands for."""
