"""The sheets of a store, and handovers: what catalog and chart say of it, all of it and once."""

from __future__ import annotations

import json
import re

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
        known = sum(count for count in heads if isinstance(count, int))
        assert sorted(map(str, printed_heads)) == sorted(str(count) if isinstance(count, int) else "若干" for count in heads)
        at = [column.id for column in sheet.columns].index("headcount")
        totals = [row.cells[at] for row in sheet.rows if row.kind == "total"]
        *departments, everybody, outside = totals
        assert isinstance(everybody, Formula)
        assert everybody.value == known == sum(one.value for one in departments)  # type: ignore[union-attr, misc]
        assert outside == sum(
            seat.position.headcount
            for seat in voice.scene.chart.seats.values()
            if seat.position.contracted and isinstance(seat.position.headcount, int)
        )


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
    assert "现金、票据" in {row.cells[1] for row in cashier.rows}


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
