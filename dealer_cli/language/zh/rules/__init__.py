"""中文：每条规则的说明，与规则模块的英文文档字符串对应。"""

from dealer_cli.language.zh.rules import charts, constraints, duties, evidence, indicators, inputs, names, separation, settings, waivers

MESSAGES: dict[str, str] = {
    **charts.MESSAGES,
    **constraints.MESSAGES,
    **duties.MESSAGES,
    **evidence.MESSAGES,
    **indicators.MESSAGES,
    **separation.MESSAGES,
    **inputs.MESSAGES,
    **names.MESSAGES,
    **waivers.MESSAGES,
    **settings.MESSAGES,
}
