"""Writing a folder as a whole: beside its place, and renamed when all of it is there."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from procmap.errors import ProcmapError
from procmap.labels import FilledWords, Words
from procmap.labels.system import SystemReason

__all__ = ["MARKER", "write_folder"]

MARKER: Final = ".procmap-kit.json"
# What file managers leave behind by themselves.
_LEFT_BEHIND: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", MARKER})


def write_folder(files: Mapping[str, str | bytes], folder: str | Path) -> tuple[Path, ...]:
    """Write files into a folder that has nothing else in it.

    A folder that was written like this before is replaced, unless somebody has changed a file in
    it or put another beside: nothing that a person made is lost. Whoever looks sees the old
    folder or the new one, never half of it.

    Args:
        files: the contents by path within the folder, with ``/`` between its parts.
        folder: the folder; it is made where it is missing.

    Returns:
        The paths written, in the order of `files`.

    Raises:
        ProcmapError: the folder holds something else, or cannot be written.
    """
    target = Path(folder)
    contents = {
        name: text.encode("utf-8") if isinstance(text, str) else text
        for name, text in files.items()
    }
    try:
        _refuse_other_content(target)
        target.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.", dir=target.parent))
        try:
            _fill(beside / "new", contents)
            if target.is_dir():
                target.replace(beside / "old")
            (beside / "new").replace(target)
        finally:
            shutil.rmtree(beside, ignore_errors=True)
    except OSError as error:
        raise ProcmapError(
            Words(
                "mappen kan ikke skrives: {reason}", "the folder cannot be written: {reason}"
            ).fill(reason=SystemReason.of(error)),
            where=str(target),
        ) from error
    return tuple(target / name for name in contents)


def _fill(folder: Path, contents: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, data in contents.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    marks = {name: hashlib.sha256(data).hexdigest() for name, data in contents.items()}
    plain = {"procmap_kit": 1, "files": marks}
    (folder / MARKER).write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")


def _refuse_other_content(folder: Path) -> None:
    """Whatever is there has to be what was written before.

    Raises:
        ProcmapError: there is something else, or a file was changed since.
    """
    if not folder.is_dir():
        if folder.exists() or folder.is_symlink():
            raise _refuse(folder, Words("dette er ikke en mappe", "this is no folder").fill())
        return
    marks = _read_marks(folder)
    for path in _find_files(folder):
        name = path.relative_to(folder).as_posix()
        if name not in marks:
            other = Words(
                "det ligger noe annet i mappen: {name}",
                "there is something else in the folder: {name}",
            )
            raise _refuse(folder, other.fill(name=name))
        if path.is_symlink() or hashlib.sha256(path.read_bytes()).hexdigest() != marks[name]:
            changed = Words(
                "en fil er endret siden den ble skrevet: {name}",
                "a file has been changed since it was written: {name}",
            )
            raise _refuse(folder, changed.fill(name=name))


def _find_files(folder: Path) -> list[Path]:
    found = []
    for place, folders, names in os.walk(folder):
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        found += [Path(place) / name for name in (*names, *links) if name not in _LEFT_BEHIND]
    return sorted(found)


def _read_marks(folder: Path) -> dict[str, str]:
    with contextlib.suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        plain = json.loads((folder / MARKER).read_bytes())
        return {str(name): str(mark) for name, mark in plain["files"].items()}
    return {}


def _refuse(folder: Path, problem: FilledWords) -> ProcmapError:
    return ProcmapError(
        problem,
        where=str(folder),
        expected=Words(
            "en ny eller tom mappe, eller en som denne kommandoen har skrevet og ingen har endret",
            "a new or empty folder, or one written by this command and left as it was",
        ),
        remedy=Words(
            "Velg en annen mappe, eller flytt det som ligger i den først.",
            "Choose another folder, or move what is in it away first.",
        ),
    )
