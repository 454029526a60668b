"""Writes docs/diagnostics from the tables of codes: `python tools/write_diagnostic_pages.py`."""

from __future__ import annotations

from pathlib import Path

from procmap.reports.diagnostics import DiagnosticPage, find_diagnostics

__all__ = ["build_pages", "main"]

FOLDER = Path(__file__).parent.parent / "docs" / "diagnostics"
NOTE = "<!-- Generated from the code by tools/write_diagnostic_pages.py; do not edit. -->"
INTRODUCTION = (
    "What procmap says about files: where something could not be read, or was read in another way "
    "than somebody may have meant. None of it is about how good a process is; "
    "[rules](../rules/index.md) ask about that. In Python they stand in `landscape.diagnostics`, "
    "those of the family BPM5 come from `find_quality_notes(landscape)`."
)


def build_pages() -> dict[str, str]:
    """The pages by file name."""
    pages = list(find_diagnostics())
    return {f"{page.code}.md": _write_page(page) for page in pages} | {
        "index.md": _write_index(pages)
    }


def main() -> None:
    """Write a page a code, and the index; remove pages of codes that are no more."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = build_pages()
    for stale in set(FOLDER.glob("*.md")) - {FOLDER / name for name in pages}:
        stale.unlink()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


def _write_page(page: DiagnosticPage) -> str:
    urgency = page.severity
    severity = f"**{urgency.value}** {urgency.label('en')} (*{urgency.label('nb')}*)"
    return "\n".join(
        [
            NOTE,
            "",
            f"# {page.code} {page.name}",
            "",
            f"{page.family.en} (*{page.family.nb}*) · {severity}",
            "",
            "## What it says",
            "",
            f"> {page.message.en}",
            "",
            f"> *{page.message.nb}*",
            "",
            "## Why",
            "",
            page.reason.en,
            "",
            f"*{page.reason.nb}*",
            "",
            "## What to do",
            "",
            page.remedy.en,
            "",
            f"*{page.remedy.nb}*",
            "",
        ]
    )


def _write_index(pages: list[DiagnosticPage]) -> str:
    lines = [NOTE, "", "# Diagnostics", "", INTRODUCTION]
    for family in dict.fromkeys(page.family for page in pages):
        lines += ["", f"## {family.en} (*{family.nb}*)", ""]
        lines += ["| code | name | severity |", "|---|---|---|"]
        lines += (
            f"| [{page.code}]({page.code}.md) | {page.name} | {page.severity.value} |"
            for page in pages
            if page.family == family
        )
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
