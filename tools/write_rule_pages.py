"""Writes docs/rules from the rules themselves: `python tools/write_rule_pages.py`."""

from __future__ import annotations

from pathlib import Path

from procmap.rules.pages import build_index_page, build_rule_page
from procmap.rules.registry import RULES

__all__ = ["main"]

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def main() -> None:
    """Write a page a rule, and the index."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    pages = {f"{rule.code}.md": build_rule_page(rule) for rule in RULES}
    pages["index.md"] = build_index_page()
    for name, text in pages.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
