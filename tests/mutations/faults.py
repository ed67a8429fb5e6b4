"""Faults that can be put into any generated catalog, each with the code that must be found, and no other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.mutations.generated import Files

Spoil = Callable[[Files], None]

FAULTS: dict[str, tuple[str, Spoil]] = {}
"""Name to code and change."""


def fault(code: str) -> Callable[[Spoil], Spoil]:
    def named(spoil: Spoil) -> Spoil:
        FAULTS[spoil.__name__] = (code, spoil)
        return spoil

    return named


def positions(files: Files) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = files["stores/only.yaml"]["positions"]
    return found


def role(files: Files, number: int = 3) -> Any:
    """A role; 0 to 3 stand one below the other in every generated catalog."""
    return next(data for name, data in files.items() if name.endswith(f"/role-{number}.yaml"))


@fault("O001")
def cycle(files: Files) -> None:
    positions(files)[2] |= {"reports_to": "role-3", "why": "a mistake"}
    positions(files)[2].pop("also_reports_to", None)


@fault("O002")
def orphan(files: Files) -> None:
    del positions(files)[3]["reports_to"]


@fault("O003")
def second_head(files: Files) -> None:
    positions(files).append({"id": "second", "role": "role-1", "number": "2", "reports_to": "role-0"})


@fault("O005")
def outside_department(files: Files) -> None:
    positions(files)[2]["reports_to"] = "role-0"
    positions(files)[2].pop("also_reports_to", None)


@fault("O006")
def wide_span(files: Files) -> None:
    positions(files)[3]["headcount"] = 60


@fault("O007")
def deep_chart(files: Files) -> None:
    files["catalog.yaml"]["limits"]["depth"] = 1


@fault("O010")
def idle_dotted_line(files: Files) -> None:
    positions(files)[3]["also_reports_to"] = [{"position": "role-2", "why": "a mistake"}]


@fault("O011")
def duplicate_position(files: Files) -> None:
    positions(files).extend({"id": f"twin-{i}", "role": "role-3", "reports_to": "role-2"} for i in range(2))


@fault("O012")
def second_root(files: Files) -> None:
    positions(files)[3]["reports_to"] = {"external": "board"}


@fault("O013")
def seated_after_all(files: Files) -> None:
    files["stores/only.yaml"]["not_seated"] = {"role-3": {"position": "role-2", "why": "a mistake"}}


@fault("R001")
def unknown_role(files: Files) -> None:
    role(files)["career"]["next"] = ["nobody"]


@fault("R002")
def unknown_superior(files: Files) -> None:
    positions(files)[3]["also_reports_to"] = [{"position": "nobody", "why": "a mistake"}]


@fault("R005")
def unknown_indicator(files: Files) -> None:
    role(files)["kpis"]["list"][0]["kpi"] = "nothing"


@fault("R007")
def unknown_system(files: Files) -> None:
    role(files)["duties"][0]["systems"] = ["nothing"]


@fault("R011")
def unknown_store(files: Files) -> None:
    role(files)["duties"][1]["stores"] = ["nowhere"]


@fault("R015")
def same_title(files: Files) -> None:
    role(files)["title"]["en"] = "role 2"


@fault("S001")
def unknown_key(files: Files) -> None:
    role(files)["salary"] = 1


@fault("S002")
def missing_key(files: Files) -> None:
    del role(files)["level"]


@fault("S003")
def number_for_text(files: Files) -> None:
    role(files)["title"]["en"] = 3


@fault("S010")
def duplicate_id(files: Files) -> None:
    role(files)["duties"].append({**role(files)["duties"][0], "zh": "另写一句", "en": "Something else"})


@fault("S010")
def duplicate_role_file(files: Files) -> None:
    files["roles/elsewhere/role-3.yaml"] = role(files)


@fault("D001")
def nobody_accountable(files: Files) -> None:
    del files["stores/only.yaml"]["accountable"]["work-3"]


@fault("D002")
def two_accountable(files: Files) -> None:
    extra = {"id": "decide", "zh": "审定方案", "en": "Decides on the plan", "part": "accountable", "function": "work-2"}
    role(files)["duties"].append({**extra, "why": "a mistake"})


@fault("D003")
def nobody_does_it(files: Files) -> None:
    role(files)["duties"][0]["part"] = "supports"


@fault("D004")
def catch_all(files: Files) -> None:
    role(files)["duties"][0]["zh"] = "完成领导交办的其他工作"


@fault("D007")
def duty_of_two(files: Files) -> None:
    role(files)["duties"].append({**role(files, 2)["duties"][0], "id": "same"})


@fault("D010")
def no_purpose(files: Files) -> None:
    del role(files)["purpose"]


@fault("D013")
def missing_language(files: Files) -> None:
    del role(files)["duties"][0]["en"]


@fault("D014")
def chinese_in_english(files: Files) -> None:
    role(files)["duties"][0]["en"] = "Fills in the 台账"


@fault("D015")
def neither_cited_nor_why(files: Files) -> None:
    del role(files)["duties"][0]["why"]


@fault("D020")
def discriminating(files: Files) -> None:
    role(files)["requirements"]["list"][0]["en"] = "Female, under 30 years"


@fault("D022")
def role_without_place(files: Files) -> None:
    files["roles/dep-1/spare.yaml"] = {**role(files), "id": "spare", "title": {"zh": "备用岗位", "en": "spare"}}
    files["roles/dep-1/spare.yaml"]["duties"] = [{**role(files)["duties"][1]}]


@fault("D024")
def no_safety_duty(files: Files) -> None:
    del role(files)["duties"][1]


@fault("D025")
def unknown_value(files: Files) -> None:
    role(files)["duties"][0]["en"] = "Works with $nothing"


@fault("P001")
def incompatible(files: Files) -> None:
    role(files)["duties"].append({"id": "pay", "zh": "支付款项", "en": "Pays bills", "function": "work-2", "why": "a mistake"})
    kept_apart = {"functions": ["work-3"], "never_with": ["work-2"], "scope": ["role"], "severity": "error"}
    files["segregation.yaml"] = {"separations": [{"id": "apart", **kept_apart, "reason": {"zh": "一人两手", "en": "one hand"}}]}


@fault("K001")
def weights_99(files: Files) -> None:
    listed = role(files)["kpis"]["list"]
    max(listed, key=lambda kpi: kpi["weight"])["weight"] -= 1


@fault("K003")
def one_indicator(files: Files) -> None:
    role(files)["kpis"]["list"] = [{"kpi": "figure-0", "weight": 100}]


@fault("K004")
def repeated_indicator(files: Files) -> None:
    listed = [("figure-0", 50), ("figure-1", 25), ("figure-0", 25)]
    role(files)["kpis"]["list"] = [{"kpi": kpi, "weight": weight} for kpi, weight in listed]


@fault("K005")
def impossible_target(files: Files) -> None:
    files["kpis.yaml"]["kpis"][0]["target"] = {"min": 95}


@fault("K011")
def unknown_input(files: Files) -> None:
    files["kpis.yaml"]["kpis"][0]["formula"] = "done_0 / due_0 + lost"


@fault("K013")
def division_by_zero(files: Files) -> None:
    files["kpis.yaml"]["kpis"][0]["formula"] = "done_0 / (due_0 - due_0)"
