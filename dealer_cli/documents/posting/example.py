"""An opening to begin with: complete, so that it prints at once, and with a word on what is to be changed."""

from __future__ import annotations

from collections.abc import Iterable

from dealer_cli.model.opening import Opening

_EXAMPLE = """\
# 招聘条件：岗位职责和任职要求取自目录，这里只写本次招聘的条件。请逐行改成本单位的内容。
# An opening: duties and requirements come from the catalog; here stand the terms of this opening only. Change every line.
# 招聘编号，可删 / your own number, optional
reference: ZP-2027-001
organisation:
  # 用人单位全称 / the employer's full name
  name: {zh: ORG_ZH, en: ORG_EN}
  # 可删 / optional
  url: https://www.example.com
site:
  # 可删 / optional
  name: {zh: 展厅, en: Showroom}
  address:
    country: CN
    region: {zh: 某省, en: Province}
    locality: {zh: 某市, en: City}
    street: {zh: 某路1号, en: 1 Some Road}
    postal_code: "000000"
# 发布日期 / the day of publication
posted: 2027-01-04
# 截止日期 / the last day
valid_through: 2027-02-28
# 招聘人数 / how many people
openings: 1
# full-time, part-time, contractor, temporary, intern, volunteer, per-diem, other
employment_type: [full-time]
# 可整段删去 / optional as a whole
salary:
  min: 6000
  max: 9000
  currency: CNY
  # hour, day, week, month, year
  unit: month
hours: {zh: 每周五天，每天8小时，轮休, en: "Five days a week, eight hours a day, days off by rota"}
benefits:
  - {zh: 社会保险和住房公积金, en: Social insurance and housing fund}
# 岗位职责：默认打印岗位的前8条主要职责；可按职责编号自选并排序，写 all 为全部
# duties: by default the first 8 main duties of the role; name others by id, in your order, or write all
# duties: all
DUTIES# 邮箱、电话、网址、说明至少写一项 / at least one of email, phone, url, how
contact:
  email: hr@example.com
  phone: "000-00000000"
  how: {zh: 请发送简历，注明岗位名称, en: Send a résumé and name the post}
"""


def example(organisation: tuple[str, str], duties: Iterable[tuple[str, str]] = ()) -> bytes:
    """The file of an example opening of an organisation, by its Chinese and English name.

    `duties` are ids and texts of what the role may be chosen from; they stand in a comment.
    """
    import json

    listed = "".join(f"#   - {name}  # {' '.join(said.split())}\n" for name, said in duties)
    text = _EXAMPLE.replace("DUTIES", f"# duties:\n{listed}" if listed else "")
    for word, name in zip(("ORG_ZH", "ORG_EN"), organisation, strict=True):
        # JSON's quotes are YAML's double ones.
        text = text.replace(word, json.dumps(name, ensure_ascii=False))
    return text.encode()


def left_over(opening: Opening) -> list[str]:
    """What an opening still has of the example that somebody would call, or travel to."""
    address, contact = opening.site.address, opening.contact
    values = (opening.organisation.url, address.street, contact.email, contact.phone)
    told = [value if isinstance(value, str) else value.zh for value in values if value is not None]
    return [value for value in told if value in _INVENTED]


_INVENTED = ("https://www.example.com", "某路1号", "hr@example.com", "000-00000000")
"""Values of the example that are nobody's."""
