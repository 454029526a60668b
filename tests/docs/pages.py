"""The pages there are: in a checkout all of them, beside an installed package some."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

ROOT = Path(__file__).parents[2]
IS_CHECKOUT = (ROOT / "Makefile").is_file()
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "changes").glob("*.md")]
)
_FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
_LINK = re.compile(r"(?<!\\)\[[^\]]*\]\(([^)\s]+)\)")
_SPAN = re.compile(r"`([^`\n]+)`")


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def read_page(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def find_links(text: str) -> list[str]:
    """Targets of links and pictures, code left out."""
    return _LINK.findall(_SPAN.sub("", _FENCED.sub("", text)))


def find_spans(text: str) -> list[str]:
    """Code within sentences and tables."""
    return _SPAN.findall(_FENCED.sub("", text))


def find_anchors(text: str) -> set[str]:
    """The anchors that a forge makes for the headings of a page."""
    anchors: set[str] = set()
    for heading in _HEADING.findall(_FENCED.sub("", text)):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading)
        kept = "".join(
            c for c in plain.lower() if c in " -_" or unicodedata.category(c)[0] in "LNM"
        )
        slug = base = kept.strip().replace(" ", "-")
        number = 0
        while slug in anchors:
            number += 1
            slug = f"{base}-{number}"
        anchors.add(slug)
    return anchors


def find_rows(text: str, head: str) -> list[list[str]]:
    """The cells of every table of a page whose head begins with `head`."""
    rows: list[list[str]] = []
    inside = False
    for line in text.splitlines():
        if not line.startswith("|"):
            inside = False
        elif line.startswith(f"| {head} |"):
            inside = True
        elif inside and not line.startswith("|---"):
            rows.append([cell.strip() for cell in line.strip("|").split("|")])
    return rows
