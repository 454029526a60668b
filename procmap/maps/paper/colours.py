"""Colours as SVG writes them."""

from __future__ import annotations

import re
from typing import Final

from procmap.errors import RenderError
from procmap.maps.paper.shapes import Colour

__all__ = ["read_colour"]

_HEX: Final = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_NAMES: Final = {"white": "#ffffff", "black": "#000000"}


def read_colour(written: str, opacity: float) -> Colour | None:
    """Read a colour.

    Args:
        written: ``"none"``, or a colour such as ``"#c24a00"``.
        opacity: from 0 to 1.

    Raises:
        RenderError: it is written in another way.

    Examples:
        >>> read_colour("#ff0000", 1.0), read_colour("none", 1.0)
        ((1.0, 0.0, 0.0, 1.0), None)
    """
    if written in {"none", "transparent"} or opacity <= 0:
        return None
    match = _HEX.fullmatch(_NAMES.get(written, written))
    if match is None:
        raise RenderError(
            f"cannot draw the colour {written!r}", expected="a colour such as #c24a00"
        )
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    red, green, blue = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    return red, green, blue, opacity
