"""Changelog, citation and pictures are what their sources make of them."""

from __future__ import annotations

import importlib.util
import re
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from .pages import IS_CHECKOUT, ROOT, read_page

checkout_only = pytest.mark.skipif(not IS_CHECKOUT, reason="these files are in a checkout only")


def load_tool(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "tools" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@checkout_only
def test_the_changelog_holds_the_fragments() -> None:
    tool = load_tool("write_changelog")
    fragments = {path.name: read_page(path) for path in (ROOT / "changes").glob("*.md")}
    assert fragments
    changelog = read_page(ROOT / "CHANGELOG.md")
    built = tool.replace_section(changelog, tool.build_section(fragments))
    assert changelog == built, "python tools/write_changelog.py renews it"


def test_fragments_are_grouped_by_kind_and_the_past_is_kept() -> None:
    tool = load_tool("write_changelog")
    section = tool.build_section({"b.fixed.md": "Mended.\n", "a.added.md": "New,\nand good.\n"})
    assert section == (
        "## Not released yet\n\n### Added\n\n- New, and good.\n\n### Fixed\n\n- Mended.\n"
    )
    before = (
        "# Changelog\n\n## Not released yet\n\nNothing yet.\n\n## 0.1.0 (2026-01-01)\n\n- Old.\n"
    )
    after = tool.replace_section(before, section)
    assert after == f"# Changelog\n\n{section}\n## 0.1.0 (2026-01-01)\n\n- Old.\n"


@pytest.mark.parametrize("name", ["a.md", "a.removed.md", "A.added.md"])
def test_a_fragment_of_another_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"expected <topic>\.<kind>\.md"):
        load_tool("write_changelog").build_section({name: "Text."})


@checkout_only
def test_the_citation_has_the_version_of_the_package() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "version"
    ]
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert re.search(r"^version: (.+)$", citation, re.MULTILINE)[1] == version  # type: ignore[index]


def test_the_pictures_are_what_procmap_draws(samples_dir: Path) -> None:
    drawn = load_tool("write_pictures").draw_pictures(samples_dir)
    folder = ROOT / "docs" / "pictures"
    assert {path.name for path in folder.iterdir()} == set(drawn)
    for name, picture in drawn.items():
        kept = (folder / name).read_text(encoding="utf-8")
        assert kept == picture.svg, "python tools/write_pictures.py draws it again"
