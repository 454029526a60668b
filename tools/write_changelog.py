"""Puts the fragments in changes/ together in CHANGELOG.md: `python tools/write_changelog.py`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Final

__all__ = ["build_section", "main", "replace_section"]

ROOT: Final = Path(__file__).parent.parent
HEADING: Final = "## Not released yet"
KINDS: Final = {"added": "Added", "changed": "Changed", "fixed": "Fixed"}
_NAME: Final = re.compile(rf"[a-z0-9-]+\.({'|'.join(KINDS)})\.md")


def build_section(fragments: dict[str, str]) -> str:
    """The section of what is not released yet.

    Args:
        fragments: texts by file name.

    Raises:
        ValueError: a name is not ``<topic>.<kind>.md``, or a text is blank.
    """
    found: dict[str, list[str]] = {kind: [] for kind in KINDS}
    for name, text in sorted(fragments.items()):
        match = _NAME.fullmatch(name)
        if match is None or not text.strip():
            allowed = ", ".join(KINDS)
            raise ValueError(f"changes/{name}: expected <topic>.<kind>.md with text ({allowed})")
        found[match[1]].append(f"- {' '.join(text.split())}")
    parts = [
        f"### {title}\n\n" + "\n".join(found[kind]) for kind, title in KINDS.items() if found[kind]
    ]
    return "\n\n".join([HEADING, *(parts or ["Nothing yet."])]) + "\n"


def replace_section(changelog: str, section: str) -> str:
    """The changelog with its section of what is not released yet replaced."""
    start = changelog.index(HEADING)
    after = changelog.find("\n## ", start)
    rest = "" if after < 0 else changelog[after:]
    return changelog[:start] + section + rest


def main() -> None:
    """Rewrite the section."""
    fragments = {
        path.name: path.read_text(encoding="utf-8") for path in (ROOT / "changes").glob("*.md")
    }
    path = ROOT / "CHANGELOG.md"
    try:
        section = build_section(fragments)
    except ValueError as error:
        sys.exit(str(error))
    text = replace_section(path.read_text(encoding="utf-8"), section)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
