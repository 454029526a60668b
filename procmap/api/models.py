"""Reading BPMN models, and writing them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from os import PathLike
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

from procmap.model import Landscape

if TYPE_CHECKING:
    from procmap.bpmn import Limits, PropertyNames

__all__ = ["read_bpmn", "write_bpmn"]

Source = str | PathLike[str] | bytes | IO[bytes]


def read_bpmn(
    source: Source | Iterable[str | PathLike[str]],
    *,
    name: str | None = None,
    on_error: Literal["diagnose", "raise"] = "diagnose",
    progress: Callable[[int, int, str], None] | None = None,
    limits: Limits | None = None,
    properties: PropertyNames | None = None,
    jobs: int = 1,
) -> Landscape:
    """Read BPMN 2.0 models into a landscape.

    Args:
        source: a file, a folder (with all folders in it), a glob pattern, a zip archive, several
            of these, the bytes of a file, or an open binary file.
        name: what to call bytes or an open file.
        on_error: what to do about files of a folder, glob or list that cannot be read:
            ``"diagnose"`` reports them in `Landscape.diagnostics` and reads the others,
            ``"raise"`` stops. A single file that cannot be read always raises.
        progress: called with (files done, files in all, name) after each file.
        limits: how much one file may ask for, such as ``pm.Limits(bytes=50_000_000)``.
        properties: which names of user-defined fields mean owner, unit, role and so on.
        jobs: how many processes read; the result is the same. Small inputs are read in this one.

    Raises:
        ReadError: nothing could be read; says which file, line, and what was expected.

    Examples:
        >>> landscape = read_bpmn(
        ...     b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
        ...     b'<process id="P1" name="Byggesak"/></definitions>',
        ...     name="byggesak.bpmn",
        ... )
        >>> landscape["Byggesak"].ref
        ElementRef(document='byggesak.bpmn', id='P1')
    """
    from procmap import bpmn

    return bpmn.read_bpmn(
        source,
        name=name,
        on_error=on_error,
        progress=progress,
        limits=limits,
        properties=properties,
        jobs=jobs,
    )


def write_bpmn(
    landscape: Landscape, folder: str | Path, *, people: bool = False, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write every BPMN file of a landscape again, with what is recorded about it added.

    A file about which nothing new is recorded is the same byte by byte. In the others, owners and
    what lanes stand for are written in elements of procmap's own namespace, and all else stays.

    Args:
        landscape: what was read, with or without a register.
        folder: the folder to write to; each file goes to its relative path there.
        people: whether names of persons are written too. Without it they become numbers.
        overwrite: whether files that are there already may be replaced.

    Raises:
        ModelError: a document came without its bytes or would leave the folder, or a fact cannot
            be written into its file.
        ProcmapError: files are there already, or cannot be written.

    Examples:
        >>> import tempfile
        >>> landscape = read_bpmn(
        ...     b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">'
        ...     b'<process id="P1" name="Byggesak"/></definitions>',
        ...     name="byggesak.bpmn",
        ... ).with_owner("Byggesak", holder="Leder byggesak")
        >>> (file,) = write_bpmn(landscape, tempfile.mkdtemp())
        >>> read_bpmn(file)["Byggesak"].owners[0].holder.name
        'Leder byggesak'
    """
    from procmap import bpmn

    return bpmn.write_bpmn(landscape, folder, people=people, overwrite=overwrite)
