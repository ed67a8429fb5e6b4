"""Makes what the look-up by name rests on, and what its test expects: `python -m tests.naming.generate`.

pypinyin and opencc are needed here only; what they know goes into two tables of characters in dealer_cli/model/naming
(traditional.py, sounds.py), and into names.tsv and typos.tsv beside this file, which are made from the catalog.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT
from pypinyin.contrib.tone_convert import to_normal

from dealer_cli.model.catalog import Catalog
from dealer_cli.model.layout import shipped
from dealer_cli.model.naming.name import normal

HERE = Path(__file__).parent
TABLES = HERE.parent.parent / "dealer_cli" / "model" / "naming"
COLUMNS = 128

_BUSINESS = """
会计 银行 行业 行长 行情 同行 调度 调研 调查 调配 调拨 调整 调解 空调 重庆 长安 长城 长期 长途 校长 组长
站长 班长 店长 厂长 部长 成长 增长 特长 行政 执行 发行 出行 行车 行驶 行李 流行 重点 重要 重大 重新 重复
载重 率领 效率 费率 汇率 利率 统率 传真 传播 宣传 传动 自传 宝藏 收藏 差异 差旅 出差 误差 乐观 音乐 娱乐
俱乐部 参与 参数 参加 人参 降价 下降 都市 首都 数量 质量 测量 量产 强制 强度 勉强 便利 方便 便宜 当前
当事人 适当 得力 还款 归还 种类 种植 朝阳 节省 反省 折扣 打折 折旧 分析 分配 部分 成分 应收 应付 应急 供应
相应 处理 处长 到处 办事处 中心 中奖 为了 行为 因为 大夫 大客户 藏品 单位 系统 关系 系列 相关 照相 首相
提供 供给 给予 自给 更新 更改 更换 落地 结果 结算 结实 会员 会议 会展 学会 教会 尽快 尽职 卡车 关卡 车辆
车间 宿舍 曾经 模具 模式 规模 模型 切换 亲切 似的 类似 血液 钥匙 粘贴 转换 转动 转岗 转让 传记 弹性 弹药
难题 灾难 兴趣 新兴 兴业 压力 着手 执着 背景 背包 冲压 冲突 钻石 钻孔 担任 担保 担子 倒车 倒闭 恶劣 厌恶
发票 发动机 理发 发展 干部 干净 干燥 号码 和平 横向 划分 计划 假期 假如 教育 教材 解决 解释 尽管 可恶 劳累
积累 累计 埋伏 埋怨 蒙古 宁波 宁可 炮制 屏幕 铺设 店铺 奇数 奇迹 悄悄 曲线 歌曲 任务 任县 散件 分散 扫描
扫帚 少数 少年 舍弃 什么 盛大 识别 标识 数据 数字 数落 踏实 提防 挑战 挑选 吐气 呕吐 委托 吓人 校对 学校
校正 宿州 旋转 旋风 要求 重要性 一应 应聘 与会 参与者 载客 记载 择优 占用 占卜 涨价 正常 正月 只有 只数
作坊 作业
"""
"""Words of business in which a character does not sound as it does by itself, or sounds one way of several."""


def main(folder: Path = TABLES, lists: Path = HERE) -> int:
    catalog = Catalog(shipped("catalog"))
    for path, text in (
        (folder / "traditional.py", traditional()),
        (folder / "sounds.py", sounds(catalog)),
        (lists / "names.tsv", "".join(f"{row}\n" for row in names(catalog))),
        (lists / "typos.tsv", "".join(f"{row}\n" for row in typos(catalog))),
    ):
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{len(text.encode()):7} {path.name}")
    return 0


# The tables


def traditional() -> str:
    ways = [OpenCC(way) for way in ("t2s", "tw2s", "hk2s")]
    pairs: dict[str, str] = {}
    for sign in _ideographs():
        for way in ways:
            plain = way.convert(sign)
            if plain != sign and len(plain) == 1:
                pairs.setdefault(sign, plain)
    head = '"""Traditional characters and their simplified ones, in the same order. Made by `make names` from OpenCC; do not edit."""\n'
    return f"{head}\n{_signs('TRADITIONAL', ''.join(pairs))}\n{_signs('SIMPLIFIED', ''.join(pairs.values()))}"


def sounds(catalog: Catalog) -> str:
    signs = dict.fromkeys(_gb2312())
    titles = list(_all_titles(catalog))
    signs |= dict.fromkeys(sign for title in titles for sign in title if "\u3400" <= sign <= "\u9fff")
    main = {sign: _plain(sign)[0] for sign in signs}
    used: dict[str, Counter[str]] = defaultdict(Counter)
    for word, readings in PHRASES_DICT.items():
        for sign, reading in zip(word, readings, strict=False):
            used[sign][to_normal(reading[0]).replace("ü", "v")] += 1
    other = {
        sign: [
            reading
            for reading, times in sorted(used[sign].items())
            if reading != main[sign] and (times >= 5 or times * 10 >= used[sign].total())
        ]
        for sign in signs
    }
    words = {word: _plain(word) for word in [*_BUSINESS.split(), *_deviating(titles, main)]}
    words = {
        word: sound
        for word, sound in words.items()
        if sound != [main.get(sign, sign) for sign in word] or any(other.get(sign) for sign in word)
    }
    head = '"""How characters sound. Made by `make names` from pypinyin; do not edit."""\n'
    return "\n".join(
        [
            head,
            _rows(
                "MAIN", _by_sound([(main[sign], sign) for sign in signs]), "Each character of GB 2312 under the syllable it has by itself."
            ),
            _rows(
                "OTHER", _by_sound([(sound, sign) for sign in signs for sound in other[sign]]), "Characters under their further syllables."
            ),
            _rows(
                "WORDS",
                sorted(f"{word}{'-'.join(sound)}" for word, sound in words.items()),
                "Words whose characters have several syllables, and theirs.",
            ),
        ]
    )


def _deviating(titles: list[str], main: dict[str, str]) -> Iterator[str]:
    for title in titles:
        for at, sound in enumerate(_plain(title) if len(_plain(title)) == len(title) else []):
            if sound != main.get(title[at], sound):
                yield from (
                    pair for pair in (title[at : at + 2], title[max(at - 1, 0) : at + 1]) if len(pair) == 2 and sound in _plain(pair)
                )


def _plain(text: str) -> list[str]:
    return lazy_pinyin(text, style=Style.NORMAL, v_to_u=False)


def _ideographs() -> Iterator[str]:
    for first, last in ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF)):
        yield from map(chr, range(first, last + 1))


def _gb2312() -> Iterator[str]:
    """Level 1 in the order of sounds, level 2 in the order of strokes."""
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            sign = bytes([high, low]).decode("gb2312", "ignore")
            if sign:
                yield sign


def _by_sound(pairs: list[tuple[str, str]]) -> list[str]:
    found: dict[str, str] = {}
    for sound, sign in pairs:
        found[sound] = found.get(sound, "") + sign
    return [f"{sound}{signs}" for sound, signs in sorted(found.items())]


def _signs(name: str, signs: str) -> str:
    return "\n".join([f"{name} = (", *(f'    "{part}"' for part in _lines(signs)), ")\n"])


def _rows(name: str, rows: list[str], meaning: str) -> str:
    return "\n".join([f"{name} = (", *(f'    "{part}"' for part in _lines(" ".join(rows))), ")", f'"""{meaning}"""\n'])


def _lines(text: str) -> Iterator[str]:
    """Stretches of a text that fit a line of code, where a character takes two columns."""
    line, taken = "", 0
    for sign in text:
        if taken >= COLUMNS:
            yield line
            line, taken = "", 0
        line += sign
        taken += 1 if sign.isascii() else 2
    yield line


# What the test expects


def names(catalog: Catalog) -> Iterator[str]:
    """What is typed, the store asked about, `is` or `among`, the role or roles; one row a name and a way to write it."""
    for typed, store, roles in _titles(catalog):
        ways = {"": typed}
        if not typed.isascii():
            ways |= {way: _converter(way).convert(typed) for way in ("s2t", "s2tw", "s2hk", "s2twp")}
        for written in dict.fromkeys(ways.values()):
            yield "\t".join([written, store, "is" if len(roles) == 1 else "among", *sorted(roles)])
    for typed, store, role in _printed_by_sections(catalog):
        yield "\t".join([typed, store, "among", role])
    sounding: dict[str, set[str]] = defaultdict(set)
    for typed, store, roles in _titles(catalog):
        if not typed.isascii() and not store:
            syllables = [part for part in _plain("".join(sign for sign in normal(typed) if sign.isalnum())) if part]
            for spelling in (
                "".join(syllables),
                "".join(part if part.isascii() and not part.isalpha() else _first(part) for part in syllables),
            ):
                sounding[spelling] |= roles
    for spelling, roles in sorted(sounding.items()):
        if len(spelling) > 1:
            yield "\t".join([spelling, "", "is" if len(roles) == 1 else "among", *sorted(roles)])


@cache
def _converter(way: str) -> OpenCC:
    return OpenCC(way)


def _first(syllable: str) -> str:
    # Latin letters between characters come as one part.
    return syllable[0] if syllable in _SYLLABLES else syllable


_SYLLABLES = {_plain(sign)[0] for sign in _gb2312()}


def typos(catalog: Catalog) -> Iterator[str]:
    """Each title of four characters or more with its role and five ways to write it by ear."""
    by_sound: dict[str, str] = {}
    for sign in list(_gb2312())[:3755]:
        by_sound[_plain(sign)[0]] = by_sound.get(_plain(sign)[0], "") + sign
    for title, store, roles in _titles(catalog):
        if store or title.isascii() or len(title) < 4:
            continue
        found: list[str] = []
        sound = dict(enumerate(_plain(title))) if len(_plain(title)) == len(title) else {}
        for round_ in range(5):
            for at, syllable in sound.items():
                others = [sign for sign in by_sound.get(syllable, "") if sign != title[at]]
                if len(found) < 5 and round_ < len(others):
                    found.append(title[:at] + others[(round_ * 3 + at) % len(others)] + title[at + 1 :])
        yield "\t".join([title, "|".join(sorted(roles)), *dict.fromkeys(found)])


def _titles(catalog: Catalog) -> Iterator[tuple[str, str, set[str]]]:
    """Every title and alias of a role and every printed title, with the store where it holds only there."""
    titles: dict[str, set[str]] = defaultdict(set)
    aliases: dict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    scoped: list[tuple[str, str, set[str]]] = []
    for role in catalog.role_ids():
        head = catalog.role_head(role).record
        for text in (head.title.zh, head.title.en):
            if text:
                titles[written.setdefault(normal(text), text)].add(role)
        for alias in head.aliases:
            if isinstance(alias, str):
                aliases[written.setdefault(normal(alias), alias)].add(role)
            else:
                scoped += [(alias.name, store, {role}) for store in alias.stores]
    printed = [entry.record for entry in catalog.printed_titles()]
    general = {normal(title.title) for title in printed if not title.sections}
    for title in printed:
        if title.sections and normal(title.title) not in general:
            continue  # it means this in one passage; the rows by section hold it
        if (title.role or title.roles) and not (title.sections and normal(title.title) in general):
            aliases[written.setdefault(normal(title.title), title.title)] |= {title.role} if title.role else set(title.roles)
    yield from ((text, "", roles) for text, roles in titles.items())
    yield from ((text, "", roles) for text, roles in aliases.items() if text not in titles)
    yield from sorted(scoped)


def _printed_by_sections(catalog: Catalog) -> Iterator[tuple[str, str, str]]:
    """Titles that a section prints above the role it describes, whatever the catalog reads them as; and titles that mean
    a role in one passage only."""
    stores = set(catalog.store_ids())
    for source in catalog.source_ids():
        for section in catalog.source(source).record.sections:
            if section.scope == "in" and section.role and section.store in stores:
                yield from ((title, section.store or "", section.role) for title in section.titles)
    printed = [entry.record for entry in catalog.printed_titles()]
    general = {normal(title.title) for title in printed if not title.sections}
    general |= {name.key for name in catalog.role_names}
    yield from ((title.title, "", title.role) for title in printed if title.role and normal(title.title) not in general)


def _all_titles(catalog: Catalog) -> Iterator[str]:
    for text, _, _ in _titles(catalog):
        if not text.isascii():
            yield normal(text)
    for vocabulary in (catalog.departments, catalog.functions, catalog.systems, catalog.records, catalog.kpis):
        for entry in vocabulary.values():
            if entry.record.title.zh:
                yield normal(entry.record.title.zh)


if __name__ == "__main__":
    sys.exit(main())
