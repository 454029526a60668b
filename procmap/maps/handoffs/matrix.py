"""The matrix: rows hand over, columns take over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from procmap.labels.overviews import OVERVIEW_WORDS
from procmap.maps.handoffs.traffic import Cell, Traffic
from procmap.maps.handoffs.wording import describe_cell
from procmap.maps.layout.geometry import Rect
from procmap.maps.lettering import Block, wrap
from procmap.maps.overview.heads import (
    draw_head,
    find_overhang,
    find_rise,
    fits_head,
    wrap_head,
)
from procmap.maps.overview.page import MARGIN, Page
from procmap.maps.scene import Mark
from procmap.maps.svg.marks import draw_ring
from procmap.maps.svg.markup import Anchor, Value, attribute, element, rectangle, text

__all__ = ["Matrix"]

_CELL: Final = 40.0
_NUMBER_WIDTH: Final = 26.0
_ROW_NAME: Final = 160.0
_NAME: Final = 12.0
_SUM_WIDTH: Final = 56.0


class Matrix:
    """Measures and draws a matrix.

    Args:
        traffic: the hand-offs.
        order: the parties, in the order of rows and columns.
        lang: ``"nb"`` or ``"en"``.
    """

    def __init__(self, traffic: Traffic, order: Sequence[str], lang: str) -> None:
        self.traffic = traffic
        self.order = order
        self.lang = lang
        self.rows: list[Block] = [
            wrap(traffic.names[key], _ROW_NAME * 0.9, size=_NAME, lang=lang) for key in order
        ]
        self.columns: list[Block] = [wrap_head(traffic.names[key], lang) for key in order]
        self.heights: list[float] = [max(_CELL, block.height + 8) for block in self.rows]
        self.head: float = 20 + find_rise(self.columns)
        self.left: float = MARGIN + _NUMBER_WIDTH + _ROW_NAME + 10
        across = len(order) * _CELL
        # The names of the last columns lean over the sums beside them.
        self.width: float = (
            self.left - MARGIN + across + max(_SUM_WIDTH, find_overhang(self.columns))
        )

    def draw(self, page: Page) -> None:
        """Append the matrix to a page."""
        top = page.y + self.head
        tops = [top]
        for height in self.heights:
            tops.append(tops[-1] + height)
        page.parts += [*self._draw_columns(page, top), *self._draw_rows(page, tops)]
        page.parts += self._draw_grid(page, tops)
        place = {key: i for i, key in enumerate(self.order)}
        most = max((cell.count for cell in self.traffic.cells.values()), default=1)
        for cell in sorted(
            self.traffic.cells.values(), key=lambda c: (place[c.source], place[c.target])
        ):
            row, column = place[cell.source], place[cell.target]
            rect = Rect(self.left + column * _CELL, tops[row], _CELL, self.heights[row])
            page.parts.append(self._draw_cell(page, cell, rect, cell.count / most))
        page.parts += self._draw_sums(page, tops)
        page.y = tops[-1] + 30

    def _draw_columns(self, page: Page, top: float) -> list[str]:
        drawn = []
        for i, block in enumerate(self.columns):
            x = self.left + (i + 0.5) * _CELL
            count = wrap(str(i + 1), _CELL, size=11)
            drawn.append(
                text(count, Rect(x - _CELL / 2, top - 17, _CELL, 14), fill=page.theme.faint)
            )
            # A long name stands in full beside its row; its column has the number alone.
            if fits_head(block):
                drawn.append(draw_head(block, x, top - 20, fill=page.theme.ink))
        return drawn

    def _draw_rows(self, page: Page, tops: Sequence[float]) -> list[str]:
        drawn = []
        for i, key in enumerate(self.order):
            name = Rect(MARGIN + _NUMBER_WIDTH, tops[i], _ROW_NAME, self.heights[i])
            count = wrap(str(i + 1), _NUMBER_WIDTH, size=11)
            drawn.append(
                element(
                    "g",
                    {"class": "procmap-unit", "data-id": key},
                    [
                        f"<title>{attribute(self.traffic.names[key])}</title>",
                        text(
                            count,
                            Rect(MARGIN, tops[i], _NUMBER_WIDTH - 8, self.heights[i]),
                            align="end",
                            fill=page.theme.faint,
                        ),
                        text(self.rows[i], name, align="start", fill=page.theme.ink),
                    ],
                )
            )
        return drawn

    def _draw_grid(self, page: Page, tops: Sequence[float]) -> list[str]:
        right = self.left + len(self.order) * _CELL
        look: dict[str, Value] = {"stroke": page.theme.border, "stroke_width": 0.6}
        drawn = []
        for i in range(len(self.order)):
            x, y = self.left + i * _CELL, tops[i]
            drawn.append(rectangle(Rect(x, y, _CELL, self.heights[i]), {"fill": page.theme.frame}))
            # The diagonal is told from cells with few hand-offs without colour too.
            ends: dict[str, Value] = {"x1": x, "y1": y, "x2": x + _CELL, "y2": tops[i + 1]}
            drawn.append(element("line", {**ends, **look}))
        drawn += [
            element("line", {"x1": self.left, "y1": y, "x2": right, "y2": y, **look}) for y in tops
        ]
        for i in range(len(self.order) + 1):
            x = self.left + i * _CELL
            line: dict[str, Value] = {"x1": x, "y1": tops[0], "x2": x, "y2": tops[-1]}
            drawn.append(element("line", {**line, **look}))
        return drawn

    def _draw_cell(self, page: Page, cell: Cell, rect: Rect, share: float) -> str:
        x, y = rect.middle
        partly = cell.concerned < cell.count
        tint: dict[str, Value] = {
            "class": "procmap-shape",
            "fill": page.theme.handoff,
            "fill_opacity": 0.06 + 0.3 * share,
        }
        parts = [
            rectangle(rect, tint),
            f"<title>{attribute(describe_cell(cell, self.traffic.names, self.lang))}</title>",
            draw_ring(
                page.theme,
                Mark(cell.count, cell.governance),
                centre=(x, y - 6 if partly else y),
            ),
        ]
        if partly:
            below = wrap(f"{cell.concerned}/{cell.count}", _CELL, size=11)
            parts.append(text(below, Rect(rect.x, y + 7, _CELL, 12), fill=page.theme.ink))
        return element(
            "g",
            {
                "class": "procmap-cell",
                "data-source": cell.source,
                "data-target": cell.target,
                "data-count": str(cell.count),
                "data-ungoverned": str(cell.ungoverned),
                "data-undetermined": str(cell.undetermined),
                "data-governance": cell.governance,
            },
            parts,
        )

    def _draw_sums(self, page: Page, tops: Sequence[float]) -> list[str]:
        out, in_ = (OVERVIEW_WORDS[key].text(self.lang) for key in ("sum out", "sum in"))
        right = self.left + len(self.order) * _CELL
        corner = Rect(right, tops[-1], _SUM_WIDTH, 26)
        drawn = [
            self._write_sum(page, out, Rect(right, tops[0] - 17, _SUM_WIDTH, 14), bold=False),
            self._write_sum(page, str(self.traffic.total), corner),
            self._write_sum(
                page, in_, Rect(MARGIN, tops[-1], self.left - MARGIN - 10, 26), bold=False, end=True
            ),
        ]
        for i, key in enumerate(self.order):
            rect = Rect(right, tops[i], _SUM_WIDTH, self.heights[i])
            drawn.append(self._write_sum(page, str(self.traffic.count_out(key)), rect))
            rect = Rect(self.left + i * _CELL, tops[-1], _CELL, 26)
            drawn.append(self._write_sum(page, str(self.traffic.count_in(key)), rect))
        return [element("g", {"class": "procmap-sums"}, drawn)]

    def _write_sum(
        self, page: Page, words: str, rect: Rect, *, bold: bool = True, end: bool = False
    ) -> str:
        block = wrap(words, rect.width, size=12 if bold else 11, bold=bold, lang=self.lang)
        align: Anchor = "end" if end else "middle"
        fill = page.theme.ink if bold else page.theme.faint
        return text(block, rect, align=align, fill=fill)
