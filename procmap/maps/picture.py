"""A drawn map: shown in a notebook, saved to a file."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from procmap.errors import RenderError

__all__ = ["Picture"]

_SUFFIXES: Final = (".svg",)


@dataclass(frozen=True)
class Picture:
    r"""A drawn map.

    Args:
        svg: the map as one SVG document.
        text_list: its steps and hand-offs as a numbered list, for those who cannot see it.
        title: what it shows.

    Example:
        >>> Picture(svg="<svg/>", text_list="Steg\n1. Vurdere søknad", title="Byggesak")
        Picture('Byggesak', 6 characters of SVG)
    """

    svg: str = field(repr=False)
    text_list: str = field(repr=False)
    title: str

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the map to a file; what was there before stays whole until the new file is.

        Args:
            path: the file; its ending says in which format.

        Returns:
            The path written.

        Raises:
            RenderError: the ending is none that procmap can write, or the file cannot be written.
        """
        target = Path(path)
        if target.suffix.lower() not in _SUFFIXES:
            raise RenderError(
                f"cannot write a map as {target.suffix or 'a file without an ending'!s}",
                where=str(target),
                expected=" or ".join(_SUFFIXES),
                remedy=f"Save it as {target.with_suffix('.svg').name!r}.",
            )
        try:
            _replace(target, self.svg.encode("utf-8"))
        except OSError as error:
            raise RenderError(
                f"the map cannot be written: {error.strerror or error}", where=str(target)
            ) from error
        return target

    def _repr_mimebundle_(
        self,
        include: Collection[str] | None = None,
        exclude: Collection[str] | None = None,
    ) -> dict[str, str]:
        """What a notebook shows: the map, and its text where it shows no pictures."""
        bundle = {"image/svg+xml": self.svg, "text/plain": f"{self!r}\n{self.text_list}"}
        return {
            kind: shown
            for kind, shown in bundle.items()
            if (include is None or kind in include) and (exclude is None or kind not in exclude)
        }

    def __repr__(self) -> str:
        return f"Picture({self.title!r}, {len(self.svg)} characters of SVG)"


def _replace(target: Path, content: bytes) -> None:
    """Write beside the file and rename, so that nobody ever reads half a map."""
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        # A temporary file is private; a map is as readable as any file the user makes.
        umask = os.umask(0)
        os.umask(umask)
        beside.chmod(0o666 & ~umask)
        beside.replace(target)
    finally:
        with contextlib.suppress(FileNotFoundError):
            beside.unlink()
