"""The pages of diagnostics are those of the code."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from procmap.bpmn.diagnostic_reasons import FAMILIES, REASONS
from procmap.bpmn.diagnostics import DIAGNOSTICS

TOOL = Path(__file__).parents[2] / "tools" / "write_diagnostic_pages.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    if not TOOL.is_file():
        pytest.skip("only a checkout has the tools")
    spec = importlib.util.spec_from_file_location("write_diagnostic_pages", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up.
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_the_pages_are_those_that_the_code_gives(tool: ModuleType) -> None:
    pages = tool.build_pages()
    written = {path.name: path.read_text(encoding="utf-8") for path in tool.FOLDER.glob("*.md")}
    assert written == pages, "run python tools/write_diagnostic_pages.py"


def test_every_code_has_a_page_in_both_languages_and_stands_in_the_index(tool: ModuleType) -> None:
    pages = tool.build_pages()
    for code, entry in DIAGNOSTICS.items():
        page = pages[f"{code}.md"]
        for text in (entry.nb, entry.en):
            assert text.message in page
            assert text.question in page
        assert f"[{code}]({code}.md)" in pages["index.md"]


def test_reasons_are_for_codes_and_families_there_are() -> None:
    assert set(REASONS) <= set(DIAGNOSTICS) | set(FAMILIES)
    assert set(FAMILIES) <= set(REASONS)
