"""The command line: check, map, register, demo."""

from procmap.cli.commands import app, main

__all__ = ["app", "main"]
