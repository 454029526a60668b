"""The page that a map of a landscape is drawn on: words from the top down, and the SVG around."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from procmap.labels.overviews import OVERVIEW_COUNTS, OVERVIEW_WORDS
from procmap.maps.layout.geometry import Rect
from procmap.maps.lettering import Block, clean, wrap
from procmap.maps.svg.markup import Value, attribute, element, number, rectangle, text
from procmap.maps.theme import Theme

__all__ = ["BODY", "LEAST_WIDTH", "MARGIN", "SMALL", "Page"]

MARGIN: Final = 24.0
LEAST_WIDTH: Final = 720.0
SMALL: Final = 11.0
BODY: Final = 14.0
_TITLE: Final = 22.0
# Words beside one another further than this are not read together.
_WIDEST_WORDS: Final = 1400.0
_FONTS: Final = "Arial, Liberation Sans, Helvetica, sans-serif"


@dataclass
class Page:
    """A map that grows from the top down.

    Attributes:
        kind: what the map is: the second class of the drawing.
        lang: language of procmap's own words.
        theme: colours.
        width: width of what is drawn, without margins.
        y: where the next thing goes.
        parts: the markup so far.
    """

    kind: str
    lang: str
    theme: Theme
    width: float
    y: float = MARGIN - 4
    parts: list[str] = field(default_factory=list)

    def word(self, key: str) -> str:
        """One of procmap's own words."""
        return OVERVIEW_WORDS[key].text(self.lang)

    def count(self, key: str, count: int) -> str:
        """A number of things, in words."""
        return OVERVIEW_COUNTS[key].text(count, self.lang).format(n=count)

    def wrap(self, words: str, width: float, *, size: float, bold: bool = False) -> Block:
        """Words as lines that fit a width."""
        return wrap(clean(words), width, size=size, lang=self.lang, bold=bold)

    def write(
        self,
        words: str,
        size: float,
        *,
        bold: bool = False,
        faint: bool = False,
        gap: float = 0.0,
        class_: str | None = None,
    ) -> None:
        """Append a line or paragraph."""
        block = self.wrap(words, min(self.width, _WIDEST_WORDS), size=size, bold=bold)
        rect = Rect(MARGIN, self.y + gap, self.width, block.height)
        fill = self.theme.faint if faint else self.theme.ink
        self.parts.append(text(block, rect, align="start", fill=fill, class_=class_))
        self.y = rect.bottom

    def write_title(self, title: str, headline: Sequence[str], source: str) -> None:
        """Title, headline figures and source."""
        first = len(self.parts)
        self.write(title, _TITLE, bold=True)
        for i, line in enumerate(headline):
            self.write(line, BODY if i == 0 else 12.0, bold=i == 0, gap=3)
        if source:
            self.write(source, SMALL, faint=True, gap=3)
        self.parts[first:] = [group("procmap-title", self.parts[first:])]
        self.y += 14

    def finish(self, title: str, about: str) -> str:
        """The whole drawing as one SVG document.

        Args:
            title: what it shows.
            about: the same in a sentence, for those who cannot see it.
        """
        width, height = self.width + 2 * MARGIN, self.y + MARGIN
        content = "".join(self.parts)
        named = repr((self.kind, self.lang, title, content)).encode("utf-8", "backslashreplace")
        prefix = f"pm{hashlib.sha256(named).hexdigest()[:8]}"
        head = [
            f'<title id="{prefix}-title">{attribute(clean(title))}</title>',
            f'<desc id="{prefix}-desc">{attribute(clean(about))}</desc>',
            rectangle(Rect(0, 0, width, height), {"fill": self.theme.paper}),
        ]
        outside: dict[str, Value] = {
            "xmlns": "http://www.w3.org/2000/svg",
            "class": f"procmap procmap-{self.kind}",
            "width": number(width),
            "height": number(height),
            "viewBox": f"0 0 {number(width)} {number(height)}",
            "role": "graphics-document",
            "aria-labelledby": f"{prefix}-title {prefix}-desc",
            "xml:lang": self.lang,
            "font_family": _FONTS,
        }
        return element("svg", outside, [*head, content])


def group(class_: str, parts: Sequence[str]) -> str:
    """Markup as one group."""
    return element("g", {"class": class_}, parts)
