"""How far something has come: a bar in a terminal, a bar in a notebook, else nothing."""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from html import escape
from typing import Any, Final, TypeAlias

__all__ = ["Step", "show_progress"]

Step: TypeAlias = Callable[[int, int, str], None]

_WIDTH: Final = 40
# A notebook is sent a new bar no more often than eyes can follow.
_SECONDS: Final = 0.1


@contextmanager
def show_progress(what: str = "") -> Iterator[Step]:
    """Show how far reading or drawing has come, until the block is left.

    In a terminal the bar stands on the error stream. In a notebook it is plain HTML, with nothing
    to install. Where neither is watched, as in a pipe, nothing is shown.

    Args:
        what: a word before the bar, such as ``"reading"``.

    Examples:
        >>> with show_progress("reading") as step:
        ...     step(1, 2, "byggesak.bpmn")
    """
    if _is_notebook():
        with _show_in_notebook(what) as step:
            yield step
    else:
        with _show_in_terminal(what) as step:
            yield step


def _is_notebook() -> bool:
    """Whether a kernel runs this; IPython in a terminal is a terminal."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython is not None else None
    return shell is not None and hasattr(shell, "kernel")


@contextmanager
def _show_in_terminal(what: str) -> Iterator[Step]:
    from rich.console import Console
    from rich.markup import escape as escape_markup
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    console = Console(stderr=True, soft_wrap=True, emoji=False)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as bar:
        task = bar.add_task(what, total=None)

        def step(done: int, total: int, name: str) -> None:
            said = f"{what} {escape_markup(name)[:_WIDTH]}"
            bar.update(task, completed=done, total=total, description=said)

        yield step


@contextmanager
def _show_in_notebook(what: str) -> Iterator[Step]:
    # IPython is there, since its kernel runs this; it has no types.
    shown: Any = importlib.import_module("IPython.display")
    handle = shown.display(shown.HTML(_draw(what, 0, 0, "")), display_id=True)
    last = 0.0

    def step(done: int, total: int, name: str) -> None:
        nonlocal last
        now = time.monotonic()
        if done >= total or now - last >= _SECONDS:
            last = now
            handle.update(shown.HTML(_draw(what, done, total, name)))

    try:
        yield step
    finally:
        # What is left in a saved notebook should not look as if it were still running.
        handle.update(shown.HTML(""))


def _draw(what: str, done: int, total: int, name: str) -> str:
    said = escape(" ".join(filter(None, (what, name[:_WIDTH]))))
    if not total:
        return f"<label>{said} <progress></progress></label>"
    bar = f'<progress max="{total}" value="{done}"></progress>'
    return f"<label>{said} {bar} {done}/{total}</label>"
