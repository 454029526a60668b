"""Where files are written: inside the folder, whatever documents are called."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path, PurePosixPath, PureWindowsPath

from procmap.errors import ModelError, ProcmapError
from procmap.labels import Words

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
            raise _refuse(
                path, Words("en lenke fører ut av mappen", "a link leads out of the folder")
            )
        if target in found:
            raise _refuse(
                path, Words("to dokumenter har denne stien", "two documents have this path")
            )
        found[target] = path
    there = [path for target, path in found.items() if os.path.lexists(target)]
    if there and not overwrite:
        named = ", ".join(there[:5]) + (" …" if len(there) > 5 else "")
        raise ProcmapError(
            Words(
                "{count} filer finnes fra før, og ville blitt erstattet: {named}",
                "{count} files are there already, and would be replaced: {named}",
            ).fill(count=len(there), named=named),
            where=str(folder),
            remedy=Words(
                "Skriv til en annen mappe, eller si overwrite=True.",
                "Write to another folder, or say overwrite=True.",
            ),
        )
    return tuple(found)


def _check_path(path: str) -> PurePosixPath:
    """The path, if it stays in its folder on every system that it may be written on."""
    plain = PurePosixPath(path)
    windows = PureWindowsPath(path)
    if not plain.name or "\0" in path:
        problem = Words("dokumentets sti peker ikke på en fil", "the document's path names no file")
        raise _refuse(path, problem)
    if plain.is_absolute() or windows.drive or windows.root:
        raise _refuse(path, Words("dokumentets sti er absolutt", "the document's path is absolute"))
    if ".." in plain.parts or ".." in windows.parts:
        problem = Words(
            "dokumentets sti fører ut av mappen", "the document's path leads out of the folder"
        )
        raise _refuse(path, problem)
    return plain


def _refuse(path: str, problem: Words) -> ModelError:
    return ModelError(
        problem,
        where=repr(path),
        expected=Words(
            "en relativ sti, som «plan/byggesak.bpmn»",
            "a relative path such as 'plan/byggesak.bpmn'",
        ),
        remedy=Words(
            "Les modellene fra én mappe, eller gi dokumentet et annet navn.",
            "Read the models from one folder, or rename the document.",
        ),
    )
