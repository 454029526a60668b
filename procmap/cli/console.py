"""The terminal: what is printed where, and what happens where it is none."""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Sequence
from contextvars import ContextVar
from itertools import pairwise
from typing import Final, TextIO

from rich.console import Console
from rich.markup import escape

from procmap.errors import ProcmapError
from procmap.labels.catalogues import find_languages

__all__ = [
    "LANGUAGE",
    "UsageError",
    "build_err",
    "build_out",
    "find_typed_language",
    "print_error",
    "print_warning",
]

# What the command that runs speaks; errors come from where its options are not known.
LANGUAGE: Final[ContextVar[str]] = ContextVar("procmap language of the command", default="nb")


class UsageError(ProcmapError):
    """What was typed is not allowed, or does not go together."""


def find_typed_language(arguments: Sequence[str]) -> str:
    """The language that a command line asks for, before its options are read; else Norwegian.

    Args:
        arguments: what was typed.

    Examples:
        >>> find_typed_language(["check", "models", "--lang", "en"])
        'en'
    """
    known = find_languages()
    for word, after in pairwise((*arguments, "")):
        typed = after if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and typed in known:
            return typed
    return "nb"


def print_error(error: ProcmapError) -> None:
    """Print an error with what to do about it, in the language of the command."""
    err = build_err()
    problem, *rest = error.lines(LANGUAGE.get())
    err.print(f"[bold red]procmap:[/bold red] {escape(problem)}", highlight=False)
    for line in rest:
        err.print(escape(line), highlight=False)


def print_warning(
    message: Warning | str,
    category: type[Warning],
    filename: str,
    lineno: int,
    file: TextIO | None = None,
    line: str | None = None,
) -> None:
    """Print a warning as the command line says things: what is the matter, and what to do.

    In the place of `warnings.showwarning`, whose arguments it takes.
    """
    from procmap.maps import MissingLettersWarning

    if not isinstance(message, MissingLettersWarning):
        written = warnings.formatwarning(message, category, filename, lineno, line)
        (file or sys.stderr).write(written)
        return
    for said in message.lines(LANGUAGE.get()):
        build_err().print(escape(said), highlight=False)


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
