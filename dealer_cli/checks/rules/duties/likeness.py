"""Duties that say nearly the same.

Two sentences are compared by what they are made of: pairs of Chinese characters and stems of English
words, usual synonyms made one. Likeness is the share of pieces that both have (Jaccard). Only
sentences that share one of their rarest pieces are compared, so that the work grows with the catalog
and not with its square: two sets of likeness t share one of the first n - t*n + 1 in any fixed order.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from dealer_cli.checks.facts import Placed, RoleFacts
from dealer_cli.model.role import Duty

LEAST = 0.55
"""Likeness from which two duties are the same: measured between parallel duties and paraphrases."""

Owned = tuple[RoleFacts, Placed[Duty]]

_SAME_ZH = (
    ("制订|编制|拟定|拟订|起草|编写|编排", "制定"),
    ("配合|支持|帮助", "协助"),
    ("核查|查验|检视|检验|核对|查看", "检查"),
    ("顾客|用户|车主", "客户"),
    ("来店|到店|进店", "来店"),
    ("本店|公司|经销店|全店", "门店"),
    ("督促|监管|督导", "监督"),
    ("整理|汇编|归集|统计", "汇总"),
    ("呈报|报送|提交|上交|上报", "报送"),
    ("处置|解决|受理", "处理"),
    ("保存|存放|管好", "保管"),
    ("员工|人员|职工", "员工"),
    ("每日|每天|天天", "每日"),
    ("负责|认真|积极|及时|按时|切实|妥善|有效|做好|进行|开展|的|地|并|和|与|及|对|将|把|好", ""),
)
_SAME_EN = {
    **dict.fromkeys(("draft", "write", "draw", "prepare", "compile", "produce"), "write"),
    **dict.fromkeys(("inspect", "verify", "examine", "review", "check"), "check"),
    **dict.fromkeys(("assist", "support", "help", "aid"), "help"),
    **dict.fromkeys(("client", "buyer", "visitor", "customer"), "customer"),
    **dict.fromkeys(("shop", "dealership", "company", "store"), "store"),
    **dict.fromkeys(("supervise", "oversee", "monitor"), "supervise"),
    **dict.fromkeys(("submit", "send", "hand", "pass"), "send"),
    **dict.fromkeys(("settle", "handle", "deal", "resolve", "process"), "handle"),
    **dict.fromkeys(("staff", "employee", "people", "personnel"), "staff"),
    **dict.fromkeys(("daily", "day"), "day"),
    **dict.fromkeys(("monthly", "month"), "month"),
    **dict.fromkeys(("annual", "yearly", "year"), "year"),
    **dict.fromkeys(("car", "vehicle"), "car"),
    **dict.fromkeys(("keep", "maintain", "hold"), "keep"),
}
_SMALL_WORDS = (
    "a an and all any are as at be by each every for from have has in into is it its make makes of on or other out over "
    "own so sure that the their them these this those to under up well with within"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_HAN = re.compile("[^\u3400-\u9fff]+")
_WORD = re.compile("[a-z]{2,}")
_FORM = re.compile("《[^》]*》")
_SAID = {word: one for words, one in _SAME_ZH for word in words.split("|")}
_SYNONYM = re.compile("|".join(sorted(_SAID, key=len, reverse=True)))


def alike(duties: Iterable[Owned]) -> Iterator[tuple[Owned, Owned]]:
    """The pairs of duties that say nearly the same, of which one at least is proposed.

    Where both cite items the sources say it twice, and the catalog may not drop either.
    """
    owned_duties = list(duties)
    if len(owned_duties) < 2 or all(duty.record.from_ for _, duty in owned_duties):
        return
    made = [(owned, pieces(owned[1].record)) for owned in owned_duties]
    counts = Counter(piece for _, parts in made for piece in parts)
    index: dict[str, list[int]] = {}
    for i, (owned, parts) in enumerate(made):
        rare = sorted(parts, key=lambda piece: (counts[piece], piece))
        head = rare[: len(rare) - math.ceil(LEAST * len(rare)) + 1]
        candidates = {j for piece in head for j in index.get(piece, ())}
        for j in sorted(candidates):
            other, others = made[j]
            if owned[1].record.from_ and other[1].record.from_:
                continue
            likeness = len(parts & others) / len(parts | others)
            if likeness >= LEAST and not _on_different_forms(owned[1].record, other[1].record):
                yield other, owned
        for piece in head:
            index.setdefault(piece, []).append(i)


def pieces(duty: Duty) -> frozenset[str]:
    """What a duty's sentences are made of."""
    zh = _HAN.sub("", _SYNONYM.sub(lambda found: _SAID[found.group()], duty.zh or ""))
    words = (_stem(word) for word in _WORD.findall((duty.en or "").lower()) if word not in _SMALL)
    return frozenset((*(zh[i : i + 2] for i in range(len(zh) - 1)), *words))


def _on_different_forms(one: Duty, other: Duty) -> bool:
    """Whether each names a form, and not the same: duties on parallel forms read alike."""
    forms = [set(_FORM.findall(duty.zh or "")) for duty in (one, other)]
    return all(forms) and not forms[0] & forms[1]


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)] + ("y" if ending == "ies" else "")
            return _SAME_EN.get(stem) or _SAME_EN.get(stem + "e") or stem.removesuffix("e")
    return _SAME_EN.get(word) or word.removesuffix("e")
