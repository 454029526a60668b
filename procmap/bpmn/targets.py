"""Where files are written: inside the folder, whatever documents are called."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from procmap.errors import ModelError, ProcmapError

__all__ = ["find_targets"]


def find_targets(paths: Iterable[str], folder: Path, *, overwrite: bool) -> tuple[Path, ...]:
    """The files to write, one for each document.

    Args:
        paths: the relative paths of the documents.
        folder: the folder they go to; it need not exist.
        overwrite: whether files may be there already.

    Raises:
        ModelError: a path leads out of the folder, or two are the same.
        ProcmapError: files are there already, and would be replaced.
    """
    home = folder.resolve()
    found: dict[Path, str] = {}
    for path in paths:
        target = folder / _check_path(path)
        # A folder inside may be a link that leads elsewhere.
        if not target.parent.resolve().is_relative_to(home):
            raise _refuse(path, "a link leads out of the folder")
        if target in found:
            raise _refuse(path, "two documents have this path")
        found[target] = path
    there = [path for target, path in found.items() if os.path.lexists(target)]
    if there and not overwrite:
        named = ", ".join(there[:5]) + (" …" if len(there) > 5 else "")
        raise ProcmapError(
            f"{len(there)} files are there already, and would be replaced: {named}",
            where=str(folder),
            remedy="Write to another folder, or say overwrite=True.",
        )
    return tuple(found)


def _check_path(path: str) -> PurePosixPath:
    """The path, if it stays in its folder on every system that it may be written on."""
    plain = PurePosixPath(path)
    windows = PureWindowsPath(path)
    if not plain.name or "\0" in path:
        raise _refuse(path, "the document's path names no file")
    if plain.is_absolute() or windows.drive or windows.root:
        raise _refuse(path, "the document's path is absolute")
    if ".." in plain.parts or ".." in windows.parts:
        raise _refuse(path, "the document's path leads out of the folder")
    return plain


def _refuse(path: str, problem: str) -> ModelError:
    return ModelError(
        problem,
        where=repr(path),
        expected="a relative path such as 'plan/byggesak.bpmn'",
        remedy="Read the models from one folder, or rename the document.",
    )
