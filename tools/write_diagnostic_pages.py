"""Writes docs/diagnostics from the tables of codes: `python tools/write_diagnostic_pages.py`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from procmap.bpmn.diagnostic_reasons import FAMILIES, REASONS
from procmap.bpmn.diagnostics import DIAGNOSTICS as OF_THE_READER
from procmap.findings import FindingText, Severity
from procmap.register.diagnostics import DIAGNOSTICS as OF_THE_REGISTER

__all__ = ["build_pages", "main"]

FOLDER = Path(__file__).parent.parent / "docs" / "diagnostics"
NOTE = "<!-- Generated from the code by tools/write_diagnostic_pages.py; do not edit. -->"
REGISTER_FAMILY = ("Registeret", "The register")
REGISTER_REASON = (
    (
        "Registeret fylles inn av mennesker. procmap sier hvor noe kan være lest annerledes enn "
        "det var ment, med tabell, linje og kolonne."
    ),
    (
        "The register is filled in by people. procmap says where something may have been read in "
        "another way than it was meant, with table, line and column."
    ),
)
REGISTER_REMEDY = (
    "Se på stedet i registeret som meldingen viser til, og rett det om det ikke var slik ment.",
    (
        "Look at the place in the register that the message points at, and mend it if it was meant "
        "otherwise."
    ),
)
INTRODUCTION = (
    "What procmap says about files: where something could not be read, or was read in another way "
    "than somebody may have meant. None of it is about how good a process is; "
    "[rules](../rules/index.md) ask about that. In Python they stand in `landscape.diagnostics`, "
    "those of the family BPM5 come from `find_quality_notes(landscape)`."
)


@dataclass(frozen=True)
class Page:
    """One code, with all that its page says, nb before en."""

    code: str
    name: str
    severity: Severity
    family: tuple[str, str]
    message: tuple[str, str]
    reason: tuple[str, str]
    remedy: tuple[str, str]


def build_pages() -> dict[str, str]:
    """The pages by file name."""
    pages = [*_find_reader_pages(), *_find_register_pages()]
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


def _find_reader_pages() -> Iterable[Page]:
    for code, entry in OF_THE_READER.items():
        family = code[:4]
        yield Page(
            code,
            entry.name,
            entry.severity,
            FAMILIES[family],
            (entry.nb.message, entry.en.message),
            REASONS.get(code, REASONS[family]),
            (entry.nb.question, entry.en.question),
        )


def _find_register_pages() -> Iterable[Page]:
    for code, entry in sorted(OF_THE_REGISTER.items()):
        nb, en = _split(entry.nb), _split(entry.en)
        remedy = (nb.question or REGISTER_REMEDY[0], en.question or REGISTER_REMEDY[1])
        yield Page(
            code,
            entry.name,
            entry.severity,
            REGISTER_FAMILY,
            (nb.message, en.message),
            REGISTER_REASON,
            remedy,
        )


def _split(text: FindingText | str) -> FindingText:
    return FindingText(text) if isinstance(text, str) else text


def _write_page(page: Page) -> str:
    urgency = page.severity
    severity = f"**{urgency.value}** {urgency.label('en')} (*{urgency.label('nb')}*)"
    return "\n".join(
        [
            NOTE,
            "",
            f"# {page.code} {page.name}",
            "",
            f"{page.family[1]} (*{page.family[0]}*) · {severity}",
            "",
            "## What it says",
            "",
            f"> {page.message[1]}",
            "",
            f"> *{page.message[0]}*",
            "",
            "## Why",
            "",
            page.reason[1],
            "",
            f"*{page.reason[0]}*",
            "",
            "## What to do",
            "",
            page.remedy[1],
            "",
            f"*{page.remedy[0]}*",
            "",
        ]
    )


def _write_index(pages: list[Page]) -> str:
    lines = [NOTE, "", "# Diagnostics", "", INTRODUCTION]
    for family in dict.fromkeys(page.family for page in pages):
        lines += ["", f"## {family[1]} (*{family[0]}*)", ""]
        lines += ["| code | name | severity |", "|---|---|---|"]
        lines += (
            f"| [{page.code}]({page.code}.md) | {page.name} | {page.severity.value} |"
            for page in pages
            if page.family == family
        )
    return "\n".join([*lines, ""])


if __name__ == "__main__":
    main()
