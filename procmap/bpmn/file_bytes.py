"""The bytes of a file, with no more room taken than there are bytes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

__all__ = ["read_file"]

_PIECE: Final = 2**20


def read_file(path: Path, *, most: int) -> bytes:
    """Read a file, and one byte more than allowed where it is too long.

    Args:
        path: the file.
        most: how many bytes are allowed.

    Raises:
        OSError: it cannot be read.
    """
    with path.open("rb", buffering=0) as file:
        # To ask for more than there is takes room for all that was asked for.
        length = min(os.fstat(file.fileno()).st_size, most + 1)
        data = file.read(length)
        if length and len(data) == length:
            return data
        # A pipe, or a file that changes while it is read.
        parts = [data]
        left = most + 1 - len(data)
        while left > 0 and (part := file.read(min(left, _PIECE))):
            parts.append(part)
            left -= len(part)
    return b"".join(parts)
