"""The settings that the page shows are settings that are taken."""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.cli.settings import Settings, read_settings

from .blocks import Block, find_blocks
from .pages import ROOT, read_page

PAGE = ROOT / "docs" / "configuration.md"
pytestmark = pytest.mark.skipif(not PAGE.is_file(), reason="docs are not beside the tests")
BLOCKS = [b for b in find_blocks(read_page(PAGE)) if b.language == "toml"] if PAGE.is_file() else []


@pytest.mark.parametrize("block", BLOCKS, ids=range(len(BLOCKS)))
def test_every_block_is_taken_alone_and_under_tool_procmap(block: Block, tmp_path: Path) -> None:
    alone = tmp_path / "procmap.toml"
    alone.write_text(block.text, encoding="utf-8")
    under = tmp_path / "pyproject.toml"
    text = block.text.replace("[[", "[[tool.procmap.").replace("\n[", "\n[tool.procmap.")
    text = text.replace("\n[tool.procmap.[", "\n[[")
    head = "" if text.startswith("[[") else "[tool.procmap]\n"
    under.write_text(head + text, encoding="utf-8")
    first, second = read_settings(alone), read_settings(under)
    assert isinstance(first, Settings)
    assert (first.rules, first.defaults) == (second.rules, second.defaults)


def test_every_setting_of_the_command_line_is_shown() -> None:
    from procmap.cli.settings import KEYS

    shown = "".join(block.text for block in BLOCKS)
    for key in KEYS:
        assert f"{key} = " in shown or f"[{key}" in shown or f"[[{key}]]" in shown
