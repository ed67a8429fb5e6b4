"""A chart as one HTML file that prints one page a sheet, each turned as its page is."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from dealer_cli.documents.chart.drawing import Page
from dealer_cli.documents.chart.svg import svg

_STYLE = """
@page wide { size: PAPER landscape; margin: 0 }
@page tall { size: PAPER portrait; margin: 0 }
@page { size: PAPER FIRST; margin: 0 }
body { margin: 0; background: #E8EAED }
section { margin: 16px auto; width: fit-content; max-width: 100%; background: #FFF; box-shadow: 0 1px 6px rgba(0,0,0,.3) }
section svg { display: block; max-width: 100%; height: auto }
@media print {
  body { background: none }
  section { margin: 0; box-shadow: none; break-after: page; break-inside: avoid }
  section:last-child { break-after: auto }
  .wide { page: wide } .tall { page: tall }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact }
}
"""


def web(pages: Sequence[Page], paper: str, lang: str) -> str:
    """The pages in one file that loads nothing."""
    kinds = ["wide" if page.width > page.height else "tall" for page in pages]
    style = _STYLE.replace("PAPER", paper).replace("FIRST", "landscape" if kinds[0] == "wide" else "portrait")
    sections = "\n".join(
        f'<section class="{kind}">\n{svg(page, lang, number)}</section>'
        for number, (kind, page) in enumerate(zip(kinds, pages, strict=True), 1)
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{"zh-CN" if lang.startswith("zh") else "en"}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(pages[0].title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{sections}\n</body>\n</html>\n"
    )
