"""Builds the documentation site into build/site: `make site`.

Pages link to one another as they lie in the repository. They are copied to the same places under
build/pages first, and mkdocs builds the copy, strictly: a link that leads nowhere fails.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

__all__ = ["copy_pages", "main"]

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "build" / "pages"
# What pages link to; the folders whole.
FILES = ("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md", "LICENSE", "CITATION.cff")
FOLDERS = ("docs", "bpmn_samples", "examples")


def copy_pages() -> None:
    """Copy the pages, and what they show and link to, to build/pages."""
    shutil.rmtree(PAGES, ignore_errors=True)
    PAGES.mkdir(parents=True)
    for name in FILES:
        shutil.copy2(ROOT / name, PAGES / name)
    for name in FOLDERS:
        shutil.copytree(ROOT / name, PAGES / name, ignore=shutil.ignore_patterns("__pycache__"))


def main() -> int:
    """Copy, and build; the exit code is that of mkdocs."""
    copy_pages()
    command = [sys.executable, "-m", "mkdocs", "build", "--clean", "--quiet", "--strict"]
    return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603 - our own words


if __name__ == "__main__":
    raise SystemExit(main())
