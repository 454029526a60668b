"""The terminal: what is printed where, and what happens where it is none."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from procmap.errors import ProcmapError

__all__ = ["build_err", "build_out", "print_error", "show_progress"]


@contextmanager
def show_progress(what: str) -> Iterator[Callable[[int, int, str], None]]:
    """A progress bar on the error stream; nothing at all where that is no terminal."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    err = build_err()
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task(what, total=None)

        def step(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=f"{what} {escape(name)[:40]}")

        yield step


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
