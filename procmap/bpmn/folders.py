"""Folders and patterns: the files in them, none of them from elsewhere."""

from __future__ import annotations

import glob
import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from procmap.bpmn.recognising import FOREIGN_SUFFIXES, PICTURE_SUFFIXES
from procmap.labels.system import SystemReason

__all__ = ["SUFFIXES", "Found", "find_in_folder", "find_matches", "is_pattern"]

# `.bpmn20.xml` ends on `.xml`; whether an `.xml` is BPMN only its content tells.
SUFFIXES: Final = (".bpmn", ".bpmn2", ".xml")
_FOREIGN: Final = tuple(sorted(FOREIGN_SUFFIXES))


@dataclass(frozen=True, slots=True)
class Found:
    """Files by their absolute paths, and what they are to be named relative to.

    Args:
        base: the folder.
        files: the files, in no particular order.
        aside: files of other tools, and pictures no model of the same name lies beside.
        leaving: links that lead out of the folder; not followed.
        closed: folders that could not be listed, with the reason.
    """

    base: Path
    files: list[Path] = field(default_factory=list)
    aside: list[Path] = field(default_factory=list)
    leaving: list[Path] = field(default_factory=list)
    closed: list[tuple[Path, SystemReason]] = field(default_factory=list)


def find_in_folder(folder: str) -> Found:
    """Find what a folder may hold of BPMN, at every depth; hidden files and folders are skipped.

    Links to files inside the folder are followed, all others are not.
    """
    base = Path(folder).absolute()
    home = base.resolve()
    found = Found(base)
    stack = [base]
    while stack:
        at = stack.pop()
        try:
            entries = list(os.scandir(at))
        except OSError as error:
            found.closed.append((at, SystemReason.of(error)))
            continue
        for entry in entries:
            path = Path(entry.path)
            if entry.name.startswith("."):
                continue
            if entry.is_symlink() and not _is_within(path, home):
                found.leaving.append(path)
            elif entry.is_dir(follow_symlinks=False):
                stack.append(path)
            elif not entry.is_file():
                continue
            elif entry.name.lower().endswith(SUFFIXES):
                found.files.append(path)
            elif entry.name.lower().endswith(_FOREIGN):
                found.aside.append(path)
    _drop_exports(found)
    return found


def _drop_exports(found: Found) -> None:
    """Leave out pictures of models that are there."""
    if not found.aside:
        return
    models = {path.with_suffix("") for path in found.files}
    found.aside[:] = [
        path
        for path in found.aside
        if path.suffix.lower() not in PICTURE_SUFFIXES or path.with_suffix("") not in models
    ]


def is_pattern(text: str) -> bool:
    """Whether a path has wild cards in it."""
    return glob.has_magic(text)


def find_matches(pattern: str) -> Found:
    """Find the files that a pattern matches (``**`` for every depth), whatever they are called.

    They are named relative to the part of the pattern before its first wild card.
    """
    parts = Path(pattern).parts
    wild = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    base = Path(*parts[:wild]).absolute()
    # The pattern may be absolute, which the one of pathlib refuses.
    matches = glob.iglob(pattern, recursive=True)  # noqa: PTH207
    paths = (Path(match).absolute() for match in matches)
    return Found(base, [path for path in paths if path.is_file()])


def _is_within(path: Path, home: Path) -> bool:
    try:
        # Strict, since a link to itself is an error then in every version of Python.
        return path.resolve(strict=True).is_relative_to(home)
    except FileNotFoundError:
        return path.resolve().is_relative_to(home)
    except (OSError, RuntimeError):
        return False
