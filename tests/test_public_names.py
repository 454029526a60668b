"""What `import procmap` gives, what each name says of itself, and what is not loaded yet."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import subprocess
import sys
from types import ModuleType

import pytest

import procmap

HEAVY = ("jinja2", "lxml", "networkx", "pyphen", "rich", "typer", "yaml")
MODULES = [
    importlib.import_module(info.name)
    for info in pkgutil.walk_packages(procmap.__path__, "procmap.")
]


def run(code: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout


def test_importing_procmap_loads_none_of_the_heavy_parts() -> None:
    loaded = run(f"import sys, procmap; print(*[m for m in {HEAVY!r} if m in sys.modules])")
    assert loaded.split() == []


def test_reading_loads_neither_the_graph_nor_the_command_line() -> None:
    loaded = run(
        "import sys, procmap as pm\n"
        "xml = b'<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\"/>'\n"
        "pm.read_bpmn(xml, name='a.bpmn')\n"
        "print(*[m for m in ('networkx', 'jinja2', 'rich', 'typer') if m in sys.modules])"
    )
    assert loaded.split() == []


@pytest.mark.parametrize("name", procmap.__all__)
def test_every_public_name_is_there_and_says_what_it_is(name: str) -> None:
    documentation = inspect.getdoc(getattr(procmap, name))
    assert documentation
    # What a dataclass writes by itself is its signature.
    assert not documentation.startswith(f"{name}(")


def test_public_names_are_sorted_and_none_twice() -> None:
    assert procmap.__all__ == sorted(set(procmap.__all__))


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        procmap.nothing  # type: ignore[attr-defined]  # noqa: B018 - looking it up is the test


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_what_a_module_exports_is_there_and_documented(module: ModuleType) -> None:
    for name in getattr(module, "__all__", ()):
        value = getattr(module, name)
        if inspect.isclass(value) or inspect.isfunction(value):
            assert inspect.getdoc(value), f"{module.__name__}.{name} has no docstring"


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__)
def test_every_module_says_what_it_is(module: ModuleType) -> None:
    assert module.__doc__


@pytest.mark.parametrize("name", ["analyze", "draw", "read_bpmn", "write_bpmn", "write_register"])
def test_what_a_function_takes_and_raises_is_said(name: str) -> None:
    documentation = inspect.getdoc(getattr(procmap, name)) or ""
    assert "Raises:" in documentation
    for parameter in inspect.signature(getattr(procmap, name)).parameters:
        assert f"\n    {parameter}: " in documentation
