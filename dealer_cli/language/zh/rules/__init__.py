"""中文：每条规则的说明，与规则模块的英文文档字符串对应。"""

from dealer_cli.language.zh.rules import charts

MESSAGES: dict[str, str] = {**charts.MESSAGES}
