"""Writing a new file so that nothing that exists is ever lost."""

from __future__ import annotations

import secrets
from pathlib import Path

from procmap.errors import RegisterError
from procmap.labels import Words
from procmap.labels.system import SystemReason

__all__ = ["write_new"]


def write_new(path: Path, content: str | bytes) -> None:
    """Write a file that does not exist yet: all of it, or nothing.

    It is written beside, and takes its place under its name at once.

    Args:
        path: the file to write.
        content: bytes, or text to be written as UTF-8.

    Raises:
        RegisterError: there is such a file already, or it cannot be written.
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    is_ours = False
    try:
        beside.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        # Reserving the name fails where it is taken, on every system, however late that is.
        path.open("x").close()
        is_ours = True
        beside.replace(path)
    except FileExistsError:
        raise RegisterError(
            Words(
                "filen finnes fra før, og kan inneholde noe noen har skrevet",
                "the file exists already, and may hold what somebody typed",
            ),
            where=path.as_posix(),
            expected=Words("en ny fil", "a new file"),
            remedy=Words(
                "Velg et annet navn, eller flytt filen.",
                "Choose another name, or move the file away.",
            ),
        ) from None
    except OSError as error:
        if is_ours:
            path.unlink(missing_ok=True)
        raise RegisterError(
            Words(
                "filen kan ikke skrives ({reason})", "the file cannot be written ({reason})"
            ).fill(reason=SystemReason.of(error)),
            where=path.as_posix(),
            remedy=Words(
                "Velg en mappe som finnes, og som dere har lov til å skrive i.",
                "Choose a folder that exists and that you may write to.",
            ),
        ) from None
    finally:
        beside.unlink(missing_ok=True)
