"""How wide the headers of lanes are, and how high their names make lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from procmap.maps.layout.sizes import WRAP_SHARE
from procmap.maps.lettering import Block, wrap
from procmap.maps.scene import Band, Scene

__all__ = ["Headers", "measure_bands", "measure_headers"]

_WIDTHS: Final = (100.0, 120.0, 144.0, 180.0, 260.0, 420.0)
_MOST_LINES: Final = 4
_SIZE: Final = 12.5
_BAND_SIZE: Final = 12.5
_ROOM: Final = 18.0
_NARROWEST: Final = 110.0
# Fonts differ more in the width of digits than of letters.
_DIGIT_SHARE: Final = 0.78


@dataclass(frozen=True)
class Headers:
    """The headers of lanes.

    Args:
        width: of all of them.
        names: each lane's name, broken into lines.
        heights: how high each lane has to be for its name.
    """

    width: float
    names: tuple[Block, ...]
    heights: tuple[float, ...]


def measure_headers(scene: Scene) -> Headers:
    """Find the narrowest headers that do not break names into too many lines."""
    width, names = _WIDTHS[0], _wrap_names(scene, _WIDTHS[0])
    for width in _WIDTHS:
        names = _wrap_names(scene, width)
        if all(len(name.lines) <= _MOST_LINES for name in names):
            break
    heights = [name.height + _ROOM for name in names]
    if scene.turned:
        # Names stand on top of lanes then, which have to be wide enough for them.
        heights = [max(_NARROWEST, name.width / WRAP_SHARE + _ROOM) for name in names]
    return Headers(width, tuple(names), tuple(heights))


def _wrap_names(scene: Scene, width: float) -> list[Block]:
    return [
        wrap(
            lane.name,
            width * _find_share(lane.name),
            size=_SIZE,
            lang=scene.lang,
            bold=not lane.thin,
        )
        for lane in scene.lanes
    ]


def _find_share(name: str) -> float:
    """How much of the room a name may take in our font, so that it fits in others too."""
    return _DIGIT_SHARE if any(letter.isdigit() for letter in name) else WRAP_SHARE


def measure_bands(
    bands: Sequence[Band], heights: Sequence[float], *, lang: str
) -> tuple[list[Block], list[float]]:
    """Break the names of bands, which run upward, and find how wide each depth has to be.

    Args:
        bands: the bands.
        heights: how high each band is.
        lang: language of hyphens.

    Returns:
        The names, and the width of each depth from the outermost in.
    """
    names = [
        wrap(band.name, height * _find_share(band.name), size=_BAND_SIZE, lang=lang, bold=True)
        for band, height in zip(bands, heights, strict=True)
    ]
    depths = max((band.depth for band in bands), default=-1) + 1
    widths = [28.0] * depths
    for band, name in zip(bands, names, strict=True):
        widths[band.depth] = max(widths[band.depth], name.height + 12)
    return names, widths
