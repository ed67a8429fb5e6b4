"""Traditional script and Taiwanese wording to what the catalog is written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import combinations

from dealer_cli.model.naming.traditional import SIMPLIFIED, TRADITIONAL

WORDINGS: tuple[tuple[str, str], ...] = (
    ("业务", "销售"),
    ("业代", "销售代表"),
    ("中古车", "二手车"),
    ("零件", "配件"),
    ("零件", "备件"),
    ("行销", "市场"),
    ("行销", "市场推广"),
    ("品质", "质量"),
    ("检验", "检查"),
    ("展间", "展厅"),
    ("展示间", "展厅"),
    ("营业所所长", "展厅经理"),
    ("服务专员", "服务顾问"),
    ("专员", "顾问"),
    ("资讯", "信息"),
    ("资料", "信息"),
    ("资料", "数据"),
    ("个资", "个人信息"),
    ("网路", "网络"),
    ("软体", "软件"),
    ("硬体", "硬件"),
    ("专案", "项目"),
    ("影片", "视频"),
    ("直播主", "直播主播"),
    ("人资", "人力资源"),
    ("总务", "行政"),
    ("财务长", "财务总监"),
    ("行销长", "市场总监"),
    ("特助", "助理"),
    ("保全", "保安"),
    ("清洁员", "保洁员"),
    ("清洁人员", "保洁员"),
    ("仓管", "库管"),
    ("板金", "钣金"),
    ("喷漆", "油漆"),
    ("烤漆", "油漆"),
    ("技师", "技工"),
    ("派工", "调度"),
    ("排程", "调度"),
    ("使用者", "用户"),
    ("支援", "支持"),
    ("训练", "培训"),
    ("讲师", "内训师"),
    ("领牌", "上牌"),
    ("柜台", "前台"),
    ("保养预约", "预约"),
    ("顾客", "客户"),
    ("客诉", "客户投诉"),
    ("考绩", "绩效"),
)
"""What dealers in Taiwan say, in simplified script, and what the mainland says; a word may have two answers."""

_MOST = 3
"""Words of one name that are exchanged together."""


@lru_cache(8192)
def simplified(text: str) -> str:
    """The text in simplified characters, one for one."""
    return text.translate(_table())


def wordings(text: str) -> Iterator[str]:
    """The text in mainland words, the fewest exchanges first; nothing if it has none of Taiwan's."""
    pairs = [pair for pair in WORDINGS if pair[0] in text]
    seen = {text}
    for count in range(1, min(len(pairs), _MOST) + 1):
        for chosen in combinations(pairs, count):
            worded = text
            for theirs, ours in chosen:
                worded = worded.replace(theirs, ours)
            if worded not in seen:
                seen.add(worded)
                yield worded


@cache
def _table() -> dict[int, int]:
    return str.maketrans(TRADITIONAL, SIMPLIFIED)
