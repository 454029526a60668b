"""Running the command line in this process, as `procmap ARGUMENTS` would."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import NamedTuple

import pytest

from procmap import cli

__all__ = ["Result", "Run", "run_command"]


class Result(NamedTuple):
    """What a command ended with and printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


def run_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> Result:
    """Run a command to its end."""
    monkeypatch.setattr(sys, "argv", ["procmap", *map(str, arguments)])
    code = 0
    try:
        cli.main()
    except SystemExit as stopped:
        code = stopped.code if isinstance(stopped.code, int) else int(bool(stopped.code))
    captured = capsys.readouterr()
    return Result(code, captured.out, captured.err)
