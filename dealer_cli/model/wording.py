"""Words that texts of one kind must not hold: what is looked for, in each language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dealer_cli.model.words import Text


@dataclass(frozen=True)
class Phrases:
    """What is looked for, in each language.

    A pattern is a row of alternatives that begin with a letter, so that `re` can skip to these letters;
    the English one is looked for without its word boundaries first, since they would hide that letter.
    """

    zh: re.Pattern[str]
    en: re.Pattern[str]
    hint: re.Pattern[str]

    @classmethod
    def of(cls, zh: str, en: str) -> Phrases:
        """Phrases from two patterns; English in small letters."""
        return cls(re.compile(zh), re.compile(en), re.compile(en.replace(r"\b", "")))

    def found_in(self, text: Text) -> tuple[str, str] | None:
        """The first language in which a text has one, and the phrase."""
        found = self.zh.search(text.zh) if text.zh else None
        if found:
            return "zh", found.group()
        english = text.en.lower() if text.en else ""
        found = self.en.search(english) if self.hint.search(english) else None
        return ("en", found.group()) if found else None


DISCRIMINATING = Phrases.of(
    r"男女不限|限男|限女|男(性|士|生)?(优先|为佳|为宜)|女(性|士|生)?(优先|为佳|为宜)|男性($|[，；])|女性($|[，；])|性别"
    r"|岁(以下|以上|以内|左右|之间|（含）|$|[，、；])|年龄|年轻|未婚|已婚|已育|未育|婚育|婚姻|户籍|户口|本地人|籍贯"
    r"|五官|相貌|容貌|颜值|形象(好|佳|良好|气质)|气质佳|身高|体重|民族|宗教|乙肝|属相|星座",
    r"\bmale\b|\bfemale\b|\bmen (?:only|preferred)\b|\bwomen (?:only|preferred)\b|\bgender\b|\bsex\b"
    r"|\byears? (?:old|of age)\b|\baged? (?:\d|under|over|between|limit)|\bunder (?:\d\d years|the age)"
    r"|\byoung\b|\bmarried\b|\bunmarried\b|\bmarital\b|\bchildless\b|\bhukou\b|\bhousehold regist|\blocal residents? only\b"
    r"|\bnative place\b|\bgood[- ]looking\b|\battractive appearance\b|\bpleasant appearance\b|\bheight of \d"
    r"|\breligio|\bethnic|\bhepatitis\b",
)
"""What law forbids to ask of applicants: sex, age, marriage, children, household, looks, belief, carrying hepatitis B."""

ASKS_MONEY = Phrases.of(
    r"押金|保证金|报名费|培训费|服装费|工装费|入职费|建档费|资料费|中介费|手续费|体检费(自理|自付)|缴纳.{0,6}费|交.{0,4}元|先付|预付",
    r"\bdeposit\b|\b(?:application|registration|training|uniform|placement|agency|processing) fees?\b|\bpay (?:us|a|an|the) "
    r"|\bat (?:your|the applicant's|their) own expense\b|\bupfront payment\b|\bapplicants? pays?\b",
)
"""What nobody may ask applicants for: money, whatever it is called (就业服务与就业管理规定 art. 14)."""
