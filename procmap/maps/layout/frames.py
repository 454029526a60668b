"""Where lanes and pools carry their names when those stand not simply left of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from procmap.maps.layout.geometry import Rect
from procmap.maps.layout.sizes import WRAP_SHARE
from procmap.maps.lettering import Block, wrap

__all__ = ["Frames", "Strip", "fit_words", "move_frames"]

_SIZES: Final = (12.5, 11.0, 10.0, 9.0, 8.0, 7.0, 6.0)


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip with a name.

    Args:
        rect: where it lies.
        name: the words.
        upward: whether the words run upward.
    """

    rect: Rect
    name: Block
    upward: bool = False


@dataclass(frozen=True)
class Frames:
    """The names of lanes and bands.

    Args:
        lanes: the strip of each lane that has one.
        bands: the strip of each band, as in ``Scene.bands``; ``None`` for one that is not drawn.
        unbounded: lanes without a border of their own.
    """

    lanes: Mapping[int, Strip]
    bands: Sequence[Strip | None]
    unbounded: frozenset[int] = frozenset()


def move_frames(frames: Frames, *, dx: float, dy: float) -> Frames:
    """The same frames somewhere else."""

    def move(strip: Strip) -> Strip:
        return replace(strip, rect=strip.rect.moved(dx, dy))

    return replace(
        frames,
        lanes={lane: move(strip) for lane, strip in frames.lanes.items()},
        bands=[strip if strip is None else move(strip) for strip in frames.bands],
    )


def fit_words(
    words: str, width: float, height: float, *, lang: str, bold: bool = False, largest: float = 12.5
) -> Block:
    """Break words so that they fit a box, in the largest type that does.

    Args:
        words: the words.
        width: width of the box.
        height: its height.
        lang: language of hyphens.
        bold: whether they are set in bold.
        largest: the largest type that may be taken.
    """
    found = wrap("", 1, size=largest)
    for size in _SIZES:
        if size > largest:
            continue
        found = wrap(words, max(1.0, width * WRAP_SHARE), size=size, lang=lang, bold=bold)
        if found.height <= height:
            break
    return found
