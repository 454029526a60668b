"""Writing files so that nothing is lost: beside the target, then renamed."""

from __future__ import annotations

import os
import re
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from procmap.errors import ProcmapError
from procmap.labels import Words
from procmap.labels.system import SystemReason

__all__ = ["slugify", "unique_names", "write_beside"]

# Names that Windows keeps for devices, whatever their ending.
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)


def write_beside(path: str | Path, content: bytes | str, *, overwrite: bool = True) -> Path:
    """Write a file beside its target and rename it, so that no reader sees half of it.

    Args:
        path: the target; its folder is made where it is missing.
        content: bytes, or text to be written as UTF-8.
        overwrite: whether an existing file may be replaced.

    Raises:
        ProcmapError: the file exists and must not be replaced, or cannot be written.
    """
    target = Path(path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    beside = ""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp keeps the file to its owner; what people ask for follows their own umask.
        mask = os.umask(0)
        os.umask(mask)
        Path(beside).chmod(0o666 & ~mask)
        if not overwrite:
            target.touch(exist_ok=False)
        Path(beside).replace(target)
    except FileExistsError as error:
        raise ProcmapError(
            Words(
                "filen finnes fra før, og ville blitt erstattet",
                "the file is there already, and would be replaced",
            ),
            where=str(target),
            remedy=Words(
                "Velg et annet navn, eller flytt filen først.",
                "Choose another name, or move the file away first.",
            ),
        ) from error
    except OSError as error:
        raise ProcmapError(
            Words("kan ikke skrives: {reason}", "cannot be written: {reason}").fill(
                reason=SystemReason.of(error)
            ),
            where=str(target),
        ) from error
    finally:
        if beside:
            Path(beside).unlink(missing_ok=True)
    return target


def slugify(name: str) -> str:
    """A name that every file system takes, still readable.

    Examples:
        >>> slugify("Tildele barnehageplass (2026)"), slugify("../Økonomi")
        ('tildele-barnehageplass-2026', 'økonomi')
    """
    text = unicodedata.normalize("NFC", name).casefold()
    slug = "-".join(re.findall(r"[^\W_]+", text))[:80].strip("-")
    return f"{slug}-" if _RESERVED.match(slug) else slug or "uten-navn"


def unique_names(names: Iterable[str]) -> list[str]:
    """The names as file names, told apart by a number where they would be the same.

    Examples:
        >>> unique_names(["Lønn", "lønn", "IT"])
        ['lønn', 'lønn-2', 'it']
    """
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        slug = base = slugify(name)
        number = 1
        while slug in taken:
            number += 1
            slug = f"{base}-{number}"
        taken.add(slug)
        found.append(slug)
    return found
