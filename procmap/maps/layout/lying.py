"""Words as a layout sees them that is turned when it is finished."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.maps.lettering import Block

__all__ = ["LyingBlock", "lay"]


@dataclass(frozen=True, slots=True)
class LyingBlock(Block):
    """Words as the layout sees them before the map is turned: as wide as they are high.

    Args:
        words: the words as they are read.
    """

    words: Block | None = None

    @property
    def height(self) -> float:
        """The width of the words."""
        return self.words.width if self.words is not None else 0.0


def lay(block: Block, *, turned: bool) -> Block:
    """Words as the layout is to see them.

    Args:
        block: the words.
        turned: whether the map is turned in the end.
    """
    if not turned:
        return block
    return LyingBlock(block.lines, block.height, block.size, block.leading, block.bold, block)
