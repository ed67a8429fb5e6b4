"""Our Excel files beside those of XlsxWriter: the same calls, read back by a third program, say the same."""

from __future__ import annotations

import io
import zipfile
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from dealer_cli.documents.sheets.book import Book, Properties
from dealer_cli.documents.sheets.page import Paper, Rule

LOOKS: list[Properties] = [
    {"font_name": "Arial", "font_size": 16, "bold": True, "align": "center", "valign": "vcenter", "shrink": True},
    {
        "font_name": "Arial",
        "font_size": 10,
        "valign": "vcenter",
        "border": 1,
        "border_color": "#8A8F98",
        "text_wrap": True,
        "num_format": "@",
    },
    {"font_name": "Arial", "font_size": 10, "valign": "top", "bg_color": "#FFFBE6", "locked": False, "num_format": '0"%"'},
    {"font_name": "Arial", "font_size": 9, "valign": "vcenter", "font_color": "#444444", "rotation": 270, "num_format": "0.0%"},
]
TEXTS = ["岗位", " kept ", "a\nb", '<b> & "c"', "_x0041_", "=1+1", "\x07bell", "🚗"]
HEADER, FOOTER = "&R&9A && B", "&L&9GW-1&R&9&P / &N"


def ours() -> bytes:
    book = Book({"title": "T", "author": "A", "comments": "C", "created": "2026-12-01"})
    page = book.add("Sheet 'A' & B")
    forms = [book.formats.cell(look) for look in LOOKS]
    page.widths = [12.0, 7.5, 3.6]
    page.titles, page.frozen, page.last = (1, 1), 1, 11
    page.text(0, 0, "title", forms[0])
    page.merge(0, 0, 2, forms[0])
    page.height(0, 30)
    for i, text in enumerate(TEXTS, 2):
        page.text(i, 0, text, forms[1])
        page.number(i, 1, i / 8, forms[3])
        page.text(i, 2, "", forms[2])
        page.takes(i, 2, Rule("decimal", "0", "10") if i % 2 else Rule("list", '"yes,no"'))
    page.formula(11, 1, 'IF(SUM($B$3:$B$10)>1,"<&>",0)', 2.5, forms[3])
    page.highlight(1, 2, 9, "AND(ISNUMBER($B3),$B3<1)", book.formats.highlight("#F6CFCB", "#7A1710"))
    page.paper = Paper(9, True, False, 0.5, 0.8, 0.7, HEADER, FOOTER)
    return book.bytes()


def theirs() -> bytes:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False})
    page = book.add_worksheet("Sheet 'A' & B")
    forms = [book.add_format(dict(look)) for look in LOOKS]
    for i, width in enumerate((12.0, 7.5, 3.6)):
        page.set_column(i, i, width)
    page.merge_range(0, 0, 0, 2, "title", forms[0])
    page.set_row(0, 30)
    for i, text in enumerate(TEXTS, 2):
        page.write_string(i, 0, text, forms[1])
        page.write_number(i, 1, i / 8, forms[3])
        page.write_blank(i, 2, None, forms[2])
        rule = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 10}
        page.data_validation(i, 2, i, 2, rule if i % 2 else {"validate": "list", "source": ["yes", "no"]})
    page.write_formula(11, 1, '=IF(SUM($B$3:$B$10)>1,"<&>",0)', forms[3], 2.5)
    shape = {"type": "formula", "criteria": "=AND(ISNUMBER($B3),$B3<1)", "stop_if_true": True}
    page.conditional_format(2, 1, 9, 1, shape | {"format": book.add_format({"bg_color": "#F6CFCB", "font_color": "#7A1710"})})
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_margins(0.5, 0.5, 0.8, 0.7)
    page.repeat_rows(1, 1)
    page.freeze_panes(2, 1)
    page.print_area(0, 0, 11, 2)
    page.set_header(HEADER)
    page.set_footer(FOOTER)
    page.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True, "autofilter": True})
    book.close()
    return target.getvalue()


def cells(page: Worksheet) -> list[Any]:
    found = []
    for cell in (cell for row in page.iter_rows() for cell in row):
        font, shape, lines = cell.font, cell.alignment, cell.border
        colour = font.color.rgb if font.color is not None and font.color.type == "rgb" else "FF000000"
        found.append((cell.coordinate, cell.value, cell.data_type, cell.number_format, font.name, font.sz, font.b, colour))
        found.append((cell.fill.patternType, cell.fill.fgColor.rgb, lines.left.style, lines.bottom.style, cell.protection.locked))
        found.append((shape.horizontal, shape.vertical, bool(shape.wrap_text), shape.textRotation, bool(shape.shrink_to_fit)))
    return found


def rules(page: Worksheet) -> list[Any]:
    return sorted(
        (cell, rule.type, rule.formula1, rule.formula2) for rule in page.data_validations.dataValidation for cell in str(rule.sqref).split()
    )


def rest(page: Worksheet) -> dict[str, Any]:
    return {
        "title": page.title,
        "merged": sorted(map(str, page.merged_cells.ranges)),
        "widths": {name: column.width for name, column in page.column_dimensions.items()},
        "height": page.row_dimensions[1].height,
        "printed": (page.print_area, page.print_title_rows, page.freeze_panes, page.dimensions),
        "paper": (page.page_setup.orientation, page.page_setup.paperSize, page.page_setup.fitToHeight, vars(page.page_margins)),
        "margins": (page.oddHeader.right.text, page.oddFooter.left.text, page.oddFooter.right.text),
        "protection": vars(page.protection),
        "highlights": [
            (str(area.sqref), rule.formula, rule.stopIfTrue, rule.dxf.font.color.rgb, rule.dxf.fill.bgColor.rgb)
            for area in page.conditional_formatting
            for rule in area.rules
        ],
    }


def test_a_file_says_what_the_same_calls_to_a_library_say() -> None:
    one, two = (openpyxl.load_workbook(io.BytesIO(data)).worksheets[0] for data in (ours(), theirs()))
    assert cells(one) == cells(two)
    assert rules(one) == rules(two)
    assert rest(one) == rest(two)


def test_every_part_is_named_and_well_formed() -> None:
    file = zipfile.ZipFile(io.BytesIO(ours()))
    kinds = ElementTree.fromstring(file.read("[Content_Types].xml"))
    named = {one.get("PartName", "").lstrip("/") for one in kinds}
    for name in file.namelist():
        ElementTree.fromstring(file.read(name))
        assert name in named or name.endswith(".rels") or name == "[Content_Types].xml"
    assert named - {""} <= set(file.namelist())
