"""The terminal: what is printed where, and what happens where it is none."""

from __future__ import annotations

import os

from rich.console import Console
from rich.markup import escape

from procmap.errors import ProcmapError

__all__ = ["build_err", "build_out", "print_error"]


def print_error(error: ProcmapError) -> None:
    """Print an error with what to do about it."""
    err = build_err()
    err.print(f"[bold red]procmap:[/bold red] {escape(str(error))}", highlight=False)
    for note in getattr(error, "__notes__", ()):
        err.print(escape(note), highlight=False)


class _Console(Console):
    """A console whose reader may leave, as with `procmap check … | head`."""

    def on_broken_pipe(self) -> None:
        """Be quiet from here on, so that the exit code still says what was found."""
        gone = os.open(os.devnull, os.O_WRONLY)
        os.dup2(gone, self.file.fileno())
        os.close(gone)


def build_out() -> Console:
    """The console for what was asked for."""
    # Lines are the reader's to wrap: a pipe gets each finding on one line.
    return _Console(soft_wrap=True, emoji=False)


def build_err() -> Console:
    """The console for what is said besides: errors, notes, progress."""
    return _Console(stderr=True, soft_wrap=True, emoji=False)
