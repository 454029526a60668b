"""The bytes of a file, with no more room taken than there are bytes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

__all__ = ["read_file"]

_PIECE: Final = 2**20
# Windows alone tells text from bytes here.
_FLAGS: Final = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def read_file(path: Path, *, most: int) -> bytes:
    """Read a file, and one byte more than allowed where it is too long.

    Args:
        path: the file.
        most: how many bytes are allowed.

    Raises:
        OSError: it cannot be read.
    """
    # Not through a file object, which takes as long to open as a small model to parse.
    file = os.open(path, _FLAGS)
    try:
        # To ask for more than there is takes room for all that was asked for.
        length = min(os.fstat(file).st_size, most + 1)
        data = os.read(file, length)
        if length and len(data) == length:
            return data
        # A pipe, a file that changes while it is read, or more than is given at once.
        parts = [data]
        left = most + 1 - len(data)
        while left > 0 and (part := os.read(file, min(left, _PIECE))):
            parts.append(part)
            left -= len(part)
    finally:
        os.close(file)
    return b"".join(parts)
