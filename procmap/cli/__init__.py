"""The command line: check, map, register, demo."""

from procmap.cli.choices import FailOn
from procmap.cli.commands import FOUND, INTERNAL, USAGE, app, main

__all__ = ["FOUND", "INTERNAL", "USAGE", "FailOn", "app", "main"]
