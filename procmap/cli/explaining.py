"""`procmap explain`: what a code means."""

from __future__ import annotations

from typing import Annotated

import typer

from procmap.cli.choices import Language
from procmap.cli.console import build_out

__all__ = ["explain"]


def explain(
    codes: Annotated[
        list[str] | None,
        typer.Argument(help="Codes or names; without any, all are listed.", metavar="CODE"),
    ] = None,
    lang: Language = "nb",
) -> None:
    """Say what a rule, a diagnostic or a figure means, and why it is there."""
    from procmap.reports.explaining import explain as build_explanation
    from procmap.reports.explaining import list_codes

    out = build_out()
    if not codes:
        known = list_codes(lang)
        width = max(len(code) for code, _ in known)
        for code, title in known:
            out.print(f"{code:<{width}}  {title}", highlight=False, markup=False)
        return
    # All are looked up before anything is printed: a code mistyped leaves no half answer.
    explained = [build_explanation(code, lang=lang) for code in codes]
    out.print("\n\n".join(explained), highlight=False, markup=False)
