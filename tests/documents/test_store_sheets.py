"""The sheets of a store, and handovers: what catalog and chart say of it, all of it and once."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Sequence

import pytest

from dealer_cli.chart.rasci import rasci
from dealer_cli.chart.scene import Scene
from dealer_cli.documents.picture.voice import Manner, Voice
from dealer_cli.documents.sheets.data import as_json
from dealer_cli.documents.sheets.layout import laid_out
from dealer_cli.documents.sheets.table import Formula
from dealer_cli.model.catalog import Catalog
from dealer_cli.model.holding import holds
from tests.documents.sheet_reading import STORE, drawn, printed, rows, texts, voices_of


@pytest.fixture(scope="module")
def voices(catalog: Catalog) -> dict[str, Voice]:
    return voices_of(catalog)


def test_the_matrix_has_the_letters_that_duties_give(catalog: Catalog, voices: dict[str, Voice]) -> None:
    voice = voices["zh"]
    sheet = drawn(voice, "matrix")[0]
    page = printed(voice, [sheet]).worksheets[0]
    shares = rasci(voice.scene)
    names = [cell.value for cell in rows(page, sheet, "function")]
    assert sorted(names) == sorted(voice.text(entry.record.title) for entry in catalog.functions.values())
    by_title = {voice.text(entry.record.title): name for name, entry in catalog.functions.items()}
    for key in voice.scene.chart.seats:
        for name, cell in zip(names, rows(page, sheet, key), strict=True):
            letters = shares[by_title[name]].letters.get(key, "")
            # Who answers, and the strongest of R, S, C, I.
            assert (cell.value or "") == re.sub(r"([RSCI])[RSCI]+", r"\1", letters)
    assert page.page_setup.paperSize == 8
    assert page.page_setup.orientation == "landscape"
    assert page.freeze_panes is not None


def test_a_small_stores_matrix_goes_on_a4(catalog: Catalog) -> None:
    for store, landscape in (("faw-car-4s", "portrait"), ("sales-department", "portrait"), ("faw-vw-4s", "landscape")):
        for voice in voices_of(catalog, store).values():
            page = printed(voice, drawn(voice, "matrix")).worksheets[0]
            assert page.page_setup.orientation == landscape
            assert page.page_setup.paperSize == (9 if landscape == "portrait" else 8)


def test_every_page_of_a_matrix_says_what_its_letters_mean(voices: dict[str, Voice]) -> None:
    for voice in voices.values():
        sheet = drawn(voice, "matrix")[0]
        page = printed(voice, [sheet]).worksheets[0]
        grid = laid_out(sheet)
        assert page.cell(grid.legend + 1, 1).value == sheet.legend
        assert page.print_title_rows == f"${grid.legend + 1}:${grid.head + 1}"
        assert json.loads(as_json("matrix", [sheet]))["sheets"][0]["notes"][0] == sheet.legend


def test_headcounts_add_up(catalog: Catalog) -> None:
    for store in catalog.store_ids():
        voice = Voice(Scene(catalog, store, "zh"), Manner())
        sheet = drawn(voice, "headcount")[0]
        heads = [seat.position.headcount for seat in voice.scene.chart.seats.values()]
        printed_heads = [cell.value for cell in rows(printed(voice, [sheet]).worksheets[0], sheet, "headcount")]
        assert sorted(map(str, printed_heads)) == sorted(str(count) if isinstance(count, int) else "若干" for count in heads)
        at = [column.id for column in sheet.columns].index("headcount")
        totals = [row.cells[at] for row in sheet.rows if row.kind == "total"]
        *departments, everybody, outside = [str(one.value if isinstance(one, Formula) else one) for one in totals]
        assert everybody == said_of(heads)
        assert sum(int(one.split("＋")[0]) for one in departments if one != "若干") == sum(one for one in heads if isinstance(one, int))
        assert outside == said_of([seat.position.headcount for seat in voice.scene.chart.seats.values() if seat.position.contracted])
        # A number is always computed.
        assert all(isinstance(one, Formula) or one == "若干" for one in totals[:-1])


def said_of(heads: Sequence[int | str]) -> str:
    """A sum of headcounts as a sheet says it."""
    known = [count for count in heads if isinstance(count, int)]
    if len(known) == len(heads):
        return str(sum(known))
    return f"{sum(known)}＋若干" if known else "若干"


def test_over_and_short_is_what_two_sums_differ_by(catalog: Catalog) -> None:
    """Where some posts have no stated number, people in post are summed apart, and the difference is of the others."""
    voice = Voice(Scene(catalog, "sales-department", "zh"), Manner())
    sheet = drawn(voice, "headcount")[0]
    names = [column.id for column in sheet.columns]
    total = next(row for row in sheet.rows if row.kind == "total")
    in_post, difference = (total.cells[names.index(name)] for name in ("in_post", "difference"))
    assert isinstance(in_post, Formula)
    assert "ISNUMBER({headcount:group})" in in_post.text and "ISTEXT({headcount:group})" in in_post.text and "＋" in in_post.text
    assert isinstance(difference, Formula)
    # Empty until every post with a stated number is filled in.
    assert "ISNUMBER({difference:group})" in difference.text and "ISNUMBER({headcount:group})" in difference.text


def test_a_sheet_of_a_part_says_so_in_title_and_number(catalog: Catalog) -> None:
    scene = Scene(catalog, STORE, "zh")
    voice = Voice(scene, Manner())
    service = [seat.key for seat in scene.chart.seats.values() if scene.department(seat) == "service"]
    code = catalog.departments["service"].record.code
    for kind in ("headcount", "matrix", "calendar", "certificates"):
        whole, part, some, one = (drawn(voice, kind, *keys)[0] for keys in ([], service, service[:2], service[:1]))
        assert part.control.number == f"{whole.control.number}-{code}"
        assert voice.department("service") in part.title and "节选" not in part.title
        assert some.control.number == f"{whole.control.number}-{code}-EX"
        assert "节选" in some.title
        assert one.control.number == f"{whole.control.number}-{voice.numbers[service[0]]}"
        assert scene.title(service[0]) in one.title
        assert not {"节选", voice.department("service")} & set(whole.title.split())


def test_a_calendar_names_the_role_held_and_else_no_source(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    held = {voice.scene.role_title(one.role) for seat in voice.scene.chart.seats.values() for one in seat.held}
    policies = {voice.text(catalog.policy(policy).record.title) for policy in voice.scene.store.record.policies}
    forms = {voice.text(entry.record.title) for entry in catalog.records.values()}
    found = json.loads(as_json("calendar", drawn(voice, "calendar")))["sheets"][0]["rows"]
    assert {row["from"] for row in found if row["kind"] == "表单"} - {"", None} <= held - forms
    assert {row["from"] for row in found} - {"", None} <= held | policies
    bare = next(
        sheet
        for seat in voice.scene.chart.seats.values()
        if not seat.held and (sheet := drawn(voice, "calendar", seat.key)[0]).rows and "from" not in [one.id for one in sheet.columns]
    )
    assert all(len(row.cells) == len(bare.columns) for row in bare.rows)


def test_everybody_who_needs_a_certificate_has_a_line(catalog: Catalog) -> None:
    voice = Voice(Scene(catalog, STORE, "zh"), Manner())
    sheet = drawn(voice, "certificates")[0]
    names = [column.id for column in sheet.columns]
    assert names[-5:] == ["holder", "certificate_number", "issued_by", "issued_on", "valid_until"]
    lines = Counter((row.cells[names.index("certificate")], row.cells[names.index("asked_by")]) for row in sheet.rows)
    for key in ("cashier", "sales-consultant"):
        seat = voice.scene.chart.seats[key]
        role = catalog.role(seat.position.role).record
        asked = role.requirements.list if role.requirements else ()
        people = seat.position.headcount
        for one in asked:
            if one.kind == "certificate":
                found = lines[(voice.text(one), f"岗位任职要求：{voice.text(role.title)}")]
                assert found >= min(people if isinstance(people, int) else 2, 10)


def test_the_calendar_has_every_duty_with_a_period(catalog: Catalog, voices: dict[str, Voice]) -> None:
    for lang, voice in voices.items():
        said = {str(row["task"]) for row in json.loads(as_json("calendar", drawn(voice, "calendar")))["sheets"][0]["rows"]}
        for seat in voice.scene.chart.seats.values():
            for duty in catalog.role(seat.position.role).record.duties:
                periodic = any(frequency.every not in ("event", "unspecified") for frequency in duty.frequency)
                if periodic and holds(duty, voice.scene.store.record):
                    assert voice.text(duty) in said, (lang, duty.id)


def test_a_calendar_can_be_filtered(voices: dict[str, Voice]) -> None:
    sheet = drawn(voices["zh"], "calendar")[0]
    page = printed(voices["zh"], [sheet]).worksheets[0]
    grid = laid_out(sheet)
    assert page.auto_filter.ref == f"A{grid.head + 1}:F{grid.rows[-1] + 1}"
    # False: the protection leaves it free.
    assert page.protection.autoFilter is False


def test_a_handover_names_all_that_passes_on(catalog: Catalog, voices: dict[str, Voice]) -> None:
    for voice in voices.values():
        for sheet, seat in zip(drawn(voice, "handover"), voice.scene.chart.seats.values(), strict=True):
            said = {row.cells[1] for row in sheet.rows}
            for role in seat.roles:
                duties = [duty for duty in catalog.role(role).record.duties if holds(duty, voice.scene.store.record)]
                assert {voice.text(duty) for duty in duties} <= said
                assert set(voice.records([name for duty in duties for name in duty.records])) <= said
                assert set(voice.systems([name for duty in duties for name in duty.systems])) <= said
                kept = [entry.record for entry in catalog.records.values() if entry.record.keeper == role]
                assert {voice.text(record.title) for record in kept} <= said
    cashier = next(sheet for sheet in drawn(voices["zh"], "handover") if sheet.id == "cashier")
    assert "现金（元）" in {row.cells[1] for row in cashier.rows}


def test_approvals_come_from_policies_duties_and_authority(catalog: Catalog) -> None:
    for store in catalog.store_ids():
        voice = Voice(Scene(catalog, store, "zh"), Manner())
        said = {str(row.cells[1]) for row in drawn(voice, "approvals")[0].rows if row.kind == "row"}
        policies = [catalog.policy(policy).record for policy in voice.scene.store.record.policies]
        steps = [step for policy in policies for step in policy.steps if step.part == "approves" and step.status == "adopted"]
        assert {voice.text(step) for step in steps} <= said
    said = {str(row.cells[1]) for row in drawn(Voice(Scene(catalog, STORE, "zh"), Manner()), "approvals")[0].rows if row.kind == "row"}
    for seat in Scene(catalog, STORE, "zh").chart.seats.values():
        authority = catalog.role(seat.position.role).record.authority
        assert {one.zh for one in (authority.list if authority else ()) if one.zh and one.zh.startswith(("审批", "批准"))} <= said


def test_an_approval_that_duty_and_authority_both_state_is_listed_once(catalog: Catalog) -> None:
    said = [
        (str(row.cells[2]), str(row.cells[1]))
        for row in drawn(Voice(Scene(catalog, STORE, "zh"), Manner()), "approvals")[0].rows
        if row.kind == "row"
    ]
    for about in ("付款", "二手车收购价格", "展厅成交优惠", "大客户经理权限的整车优惠"):
        who = [post for post, matter in said if about in matter]
        assert len(who) == len(set(who)), (about, who)


def test_certificates_come_from_law_and_roles(catalog: Catalog, voices: dict[str, Voice]) -> None:
    for voice in voices.values():
        sheet = drawn(voice, "certificates")[0]
        page = printed(voice, [sheet]).worksheets[0]
        said = texts(page)
        for seat in voice.scene.chart.seats.values():
            asked = catalog.role(seat.position.role).record.requirements
            assert {voice.text(one) for one in (asked.list if asked else ()) if one.kind == "certificate"} <= said
        conditions = [rule.formula[0] for found in page.conditional_formatting for rule in found.rules]
        assert len(conditions) == 2
        assert all("ISNUMBER" in condition and "TODAY()" in condition for condition in conditions)
        assert {rule.type for rule in page.data_validations.dataValidation} >= {"date"}
