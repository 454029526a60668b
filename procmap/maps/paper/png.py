"""A map as PNG."""

from __future__ import annotations

from typing import Final

from procmap.errors import MissingExtraError
from procmap.labels import Words
from procmap.maps.paper.alphabet import replace_letters
from procmap.maps.paper.pdf import FONT_FILES
from procmap.maps.paper.reading import read_size

__all__ = ["write_png"]

_FAMILY: Final = "Procmap Sans"
# Pixels in a point: 192 to the inch, which is sharp on a slide and on paper.
_SHARP: Final = 192 / 72
# Larger pictures are refused by many programs; they get fewer pixels to the inch.
_MOST: Final = 60_000_000


def write_png(svg: str) -> bytes:
    """Write a map as PNG, with the fonts that come with procmap.

    Args:
        svg: a document that procmap wrote.

    Raises:
        MissingExtraError: resvg-py is not installed.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError as error:
        raise MissingExtraError(
            Words(
                "PNG trenger resvg-py, som ikke er installert",
                "PNG needs resvg-py, which is not installed",
            ),
            remedy=Words(
                'Installer den med pip install "procmap[print]".',
                'Install it with pip install "procmap[print]".',
            ),
        ) from error
    width, height = read_size(svg)
    scale = min(_SHARP, (_MOST / (width * height)) ** 0.5)
    return svg_to_bytes(
        svg_string=replace_letters(svg),
        width=max(1, round(width * scale)),
        height=max(1, round(height * scale)),
        dpi=96,
        skip_system_fonts=True,
        font_files=[str(file) for file in FONT_FILES.values()],
        font_family=_FAMILY,
        sans_serif_family=_FAMILY,
    )
