"""Drawings as pages of one PDF, with the fonts in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from procmap.errors import MissingExtraError
from procmap.labels import Words
from procmap.maps.paper.alphabet import replace_letters
from procmap.maps.paper.shapes import Drawing, Letters, Outline

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

__all__ = ["FONT_FILES", "write_pdf"]

_FONTS: Final = Path(__file__).parent / "fonts"
FONT_FILES: Final = {
    "ProcmapSans": _FONTS / "procmap-sans-regular.ttf",
    "ProcmapSans-Bold": _FONTS / "procmap-sans-bold.ttf",
}
# Readers of PDF stop at pages of 200 inches.
_LARGEST: Final = 14_400.0


def write_pdf(drawings: Sequence[Drawing]) -> bytes:
    """Write drawings as a PDF, one a page; the same bytes from every run.

    Args:
        drawings: the pages.

    Raises:
        MissingExtraError: reportlab is not installed.
    """
    try:
        from reportlab.pdfgen.canvas import Canvas
    except ImportError as error:
        raise MissingExtraError(
            Words(
                "PDF trenger reportlab, som ikke er installert",
                "PDF needs reportlab, which is not installed",
            ),
            remedy=Words(
                'Installer den med pip install "procmap[print]".',
                'Install it with pip install "procmap[print]".',
            ),
        ) from error
    _load_fonts()
    buffer = BytesIO()
    first = drawings[0]
    # Invariant: without the time of day and without a random name of the file.
    canvas = Canvas(buffer, pageCompression=1, invariant=1, lang=first.lang or None)
    canvas.setTitle(first.title)
    canvas.setAuthor("")
    canvas.setCreator("procmap")
    for drawing in drawings:
        shrunk = min(1.0, _LARGEST / max(drawing.width, drawing.height, 1.0))
        canvas.setPageSize((drawing.width * shrunk, drawing.height * shrunk))
        # PDF measures from the lower left corner.
        canvas.transform(shrunk, 0, 0, shrunk, 0, 0)
        for shape in drawing.shapes:
            if isinstance(shape, Outline):
                _paint(canvas, shape, drawing.height)
            else:
                _write(canvas, shape, drawing.height)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@lru_cache(maxsize=1)
def _load_fonts() -> None:
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont

    for name, file in FONT_FILES.items():
        registerFont(TTFont(name, str(file)))


def _paint(canvas: Canvas, outline: Outline, height: float) -> None:
    style = outline.style
    line = canvas.beginPath()
    for command, values in outline.steps:
        flipped = [height - value if i % 2 else value for i, value in enumerate(values)]
        if command == "M":
            line.moveTo(*flipped)
        elif command == "L":
            line.lineTo(*flipped)
        elif command == "C":
            line.curveTo(*flipped)
        else:
            line.close()
    if style.fill is not None:
        canvas.setFillColorRGB(*style.fill[:3], alpha=style.fill[3])
    if style.stroke is not None:
        canvas.setStrokeColorRGB(*style.stroke[:3], alpha=style.stroke[3])
        canvas.setLineWidth(style.width)
        canvas.setDash(list(style.dash))
        canvas.setLineJoin(style.join)
        canvas.setLineCap(style.cap)
    canvas.drawPath(
        line,
        stroke=int(style.stroke is not None),
        fill=int(style.fill is not None),
        fillMode=0 if style.even_odd else 1,
    )


def _write(canvas: Canvas, letters: Letters, height: float) -> None:
    font = "ProcmapSans-Bold" if letters.bold else "ProcmapSans"
    text = replace_letters(letters.text)
    canvas.setFont(font, letters.size)
    canvas.setFillColorRGB(*letters.colour[:3], alpha=letters.colour[3])
    place = {
        "start": canvas.drawString,
        "middle": canvas.drawCentredString,
        "end": canvas.drawRightString,
    }[letters.anchor]
    if not letters.angle:
        place(letters.x, height - letters.y, text)
        return
    canvas.saveState()
    canvas.translate(letters.x, height - letters.y)
    canvas.rotate(-letters.angle)
    place(0, 0, text)
    canvas.restoreState()
