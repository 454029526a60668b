"""`make mutate`: what it changes, what it leaves alone, and which tests it runs."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
TOOL = ROOT / "tools" / "mutate.py"
pytestmark = pytest.mark.skipif(
    not (ROOT / "procmap").is_dir(), reason="it changes a checkout, and there is none"
)


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("mutate", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their module up by name.
    sys.modules["mutate"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("before", "kind", "after"),
    [
        ("x = a == b", "flipped comparison", "x = a != b"),
        ("x = a in b", "flipped comparison", "x = a not in b"),
        ("x = a and b", "and/or exchanged", "x = a or b"),
        ("x = not a", "not left out", "x = a"),
        ("x = 3", "number plus one", "x = 4"),
        ("x = True", "true/false exchanged", "x = False"),
        ("f(a)", "statement left out", "pass"),
        ("a += b", "statement left out", "pass"),
        ("if a:\n    b = c", "condition negated", "if not a:\n    b = c"),
        ("def f():\n    return a", "returns None", "def f():\n    return None"),
    ],
)
def test_one_place_is_changed(
    tool: ModuleType, tmp_path: Path, before: str, kind: str, after: str
) -> None:
    path = tmp_path / "m.py"
    path.write_text(before, encoding="utf-8")
    (mutant,) = tool.find_mutants(path, tmp_path)
    assert (mutant.kind, mutant.module) == (kind, "m.py")
    assert tool.mutate(before, mutant.index) == after


@pytest.mark.parametrize(
    "text",
    [
        '"""A docstring, and 3 numbers."""',
        'RULE = Rule(code="OWN101", cases=3)',
        "__all__ = [1]",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import x",
        "def f(a: Literal[3]) -> Literal[3]:\n    return None",
        "@cache(3)\ndef f():\n    pass",
        "x: Literal[3]",
        "@dataclass(frozen=True)\nclass A(Base[3]):\n    pass",
    ],
)
def test_words_types_and_imports_are_left_alone(
    tool: ModuleType, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "m.py"
    path.write_text(text, encoding="utf-8")
    assert not list(tool.find_mutants(path, tmp_path))


def test_every_mutant_of_a_module_is_another_text(tool: ModuleType) -> None:
    module = ROOT / "procmap" / "rules" / "causes.py"
    text = module.read_text(encoding="utf-8")
    mutants = list(tool.find_mutants(module))
    changed = {tool.mutate(text, mutant.index) for mutant in mutants}
    assert len(mutants) > 10
    assert len(changed) == len(mutants)


def test_the_tests_of_a_module_and_of_what_imports_it_are_found(tool: ModuleType) -> None:
    imports = tool.find_importers(ROOT)
    found = tool.find_tests("procmap/rules/own/lines.py", ROOT, imports)
    assert "tests/rules/test_own102_line_manager_as_owner.py" in found
    own = tool.find_tests("procmap/graph/messages.py", ROOT, imports)
    assert own[0] == "tests/graph/test_messages.py"
