"""A page as SVG: one text that needs nothing beside it."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from dealer_cli.documents.chart.drawing import Area, Group, Image, Page, Shape, Stroke, Writing

FONTS = (
    "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','Hiragino Sans GB',"
    "'WenQuanYi Micro Hei',SimHei,sans-serif"
)


def svg(page: Page, lang: str = "zh", number: int = 1) -> str:
    """The page; `number` keeps the ids of several pages in one file apart."""
    width, height = _n(page.width), _n(page.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt" viewBox="0 0 {width} {height}" '
        f'lang="{"zh-CN" if lang.startswith("zh") else "en"}" role="img" aria-labelledby="t{number} d{number}" font-family="{FONTS}">'
    )
    body = "\n".join(line for shape in page.shapes for line in _shape(shape))
    said = f'<title id="t{number}">{escape(page.title)}</title>\n<desc id="d{number}">{escape(page.description)}</desc>'
    return f"{head}\n{said}\n{body}\n</svg>\n"


def _shape(shape: Shape) -> Iterator[str]:
    if isinstance(shape, Group):
        yield f"<g><title>{escape(shape.name)}</title>"
        for part in shape.shapes:
            yield from _shape(part)
        yield "</g>"
    elif isinstance(shape, Area):
        dash = ' stroke-dasharray="2 1.5"' if shape.dashed else ""
        stroke = f' stroke="{shape.stroke}" stroke-width="{_n(shape.thick)}"{dash}' if shape.stroke else ""
        place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
        yield f"<rect {place} fill={quoteattr(shape.fill or 'none')}{stroke}/>"
    elif isinstance(shape, Stroke):
        points = " ".join(f"{_n(x)},{_n(y)}" for x, y in shape.points)
        if shape.closed:
            yield f'<polygon points="{points}" fill="{shape.colour}"/>'
        else:
            dash = ' stroke-dasharray="3.2 2.2"' if shape.dashed else ""
            yield f'<polyline points="{points}" fill="none" stroke="{shape.colour}" stroke-width="{_n(shape.thick)}"{dash}/>'
    elif isinstance(shape, Image):
        place = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" height="{_n(shape.height)}"'
        yield f"<image {place} href={quoteattr(shape.uri)}/>"
    else:
        yield _writing(shape)


def _writing(shape: Writing) -> str:
    bold = ' font-weight="700"' if shape.bold else ""
    anchor = f' text-anchor="{shape.anchor}"' if shape.anchor != "start" else ""
    size = f'font-size="{_n(shape.size)}" fill="{shape.colour}"'
    return f'<text x="{_n(shape.x)}" y="{_n(shape.y)}" {size}{bold}{anchor}>{escape(shape.text)}</text>'


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
