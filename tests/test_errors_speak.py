"""No error that a user can meet lacks a language: looked for where errors are raised."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import procmap
from procmap.errors import ProcmapError

PACKAGE = Path(procmap.__file__).parent

# The parts of an error that are said in a language; a place may be a plain path.
PARTS = ("problem", "expected", "remedy")

# Errors that only somebody who writes Python can cause; each module with the reason.
FOR_PROGRAMMERS = {
    "graph/figures/choices.py": "probabilities that somebody stated in Python",
    "graph/figures/figure.py": "a figure built without value or reason",
    "maps/paper/colours.py": "drawings that procmap did not write itself",
    "maps/paper/paths.py": "drawings that procmap did not write itself",
    "maps/paper/reading.py": "drawings that procmap did not write itself",
    "model/facts.py": "a fact built with a state that its value contradicts",
}

# What reads the same in every language.
SAME = {"", "TOML", "[tool.procmap]"}


def find_kinds() -> set[str]:
    """The names of all errors, wherever they are defined."""
    for module in pkgutil.walk_packages(procmap.__path__, "procmap."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    kinds, waiting = set(), [ProcmapError]
    while waiting:
        kind = waiting.pop()
        if kind.__module__.startswith("procmap."):
            kinds.add(kind.__name__)
        waiting += kind.__subclasses__()
    return kinds


def find_english(source: str, kinds: set[str]) -> Iterator[tuple[int, str]]:
    """Line and part of every error in a module that is said in one language alone."""
    tree = ast.parse(source)
    for scope, node in walk_scoped(tree):
        if isinstance(node, ast.Call) and is_error(node, kinds):
            said = {k.arg: k.value for k in node.keywords if k.arg in PARTS}
            if node.args:
                said["problem"] = node.args[0]
            for part, value in said.items():
                if is_plain(value, (tree, *scope)):
                    yield node.lineno, str(part)


def walk_scoped(tree: ast.Module) -> Iterator[tuple[tuple[ast.FunctionDef, ...], ast.AST]]:
    """Every node, with the functions around it."""
    waiting: list[tuple[tuple[ast.FunctionDef, ...], ast.AST]] = [((), tree)]
    while waiting:
        scope, node = waiting.pop()
        yield scope, node
        inner = (*scope, node) if isinstance(node, ast.FunctionDef) else scope
        waiting += ((inner, child) for child in ast.iter_child_nodes(node))


def is_error(call: ast.Call, kinds: set[str]) -> bool:
    func = call.func
    name = func.id if isinstance(func, ast.Name) else getattr(func, "attr", "")
    return name in kinds


def is_plain(node: ast.expr, scope: tuple[ast.AST, ...]) -> bool:
    """Whether a text is written in one language, as far as can be seen."""
    match node:
        case ast.Constant(value=str(text)):
            return text not in SAME
        case ast.JoinedStr():
            return True
        case ast.BinOp(left=left, right=right):
            return is_plain(left, scope) or is_plain(right, scope)
        case ast.IfExp(body=body, orelse=orelse):
            return is_plain(body, scope) or is_plain(orelse, scope)
        case ast.BoolOp(values=values):
            return any(is_plain(value, scope) for value in values)
        case ast.Attribute(attr=name):
            # Why a figure is withheld (`reason`) is data, and in English as its name is.
            return name in PARTS and not is_of_parts(node)
        case ast.Name(id=name):
            return any(is_plain_name(name, inside, scope) for inside in scope)
        case _:
            return False


def is_of_parts(node: ast.Attribute) -> bool:
    return (isinstance(node.value, ast.Attribute) and node.value.attr == "parts") or (
        isinstance(node.value, ast.Name) and node.value.id == "parts"
    )


def is_plain_name(name: str, inside: ast.AST, scope: tuple[ast.AST, ...]) -> bool:
    """Whether what a function is given under a name, or what is assigned to it, is plain."""
    if isinstance(inside, ast.FunctionDef):
        every = (*inside.args.posonlyargs, *inside.args.args, *inside.args.kwonlyargs)
        for argument in every:
            if argument.arg == name and argument.annotation is not None:
                said = ast.unparse(argument.annotation)
                return "str" in said and "Text" not in said and "Words" not in said
    nodes = (
        ast.walk(inside) if isinstance(inside, ast.FunctionDef) else ast.iter_child_nodes(inside)
    )
    for node in nodes:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name) and target.id == name:
                value = node.value  # type: ignore[attr-defined]  # an assignment, by its targets
                if not isinstance(value, ast.Name) and is_plain(value, scope):
                    return True
    return False


KINDS = find_kinds()
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


@pytest.mark.parametrize(
    "module", [name for name in MODULES if name not in ("errors.py", *FOR_PROGRAMMERS)]
)
def test_every_error_is_said_in_every_language(module: str) -> None:
    source = (PACKAGE / module).read_text(encoding="utf-8")
    found = [f"{module}:{line}: {part}" for line, part in sorted(find_english(source, KINDS))]
    assert found == [], "write it as Words(norwegian, english)"


@pytest.mark.parametrize("module", FOR_PROGRAMMERS)
def test_what_is_left_in_english_is_still_there(module: str) -> None:
    assert module in MODULES
    source = (PACKAGE / module).read_text(encoding="utf-8")
    assert list(find_english(source, KINDS)), "take it off the list"


@pytest.mark.parametrize(
    "code",
    [
        'raise ReadError("there is no file")',
        'raise ReadError(f"there is no {name}")',
        'raise ReadError(Words("a", "b"), expected="a file")',
        'raise ReadError(Words("a", "b"), remedy="Look " + "again.")',
        'raise ReadError(Words("a", "b"), remedy="Look again." if near else "")',
        "def refuse(problem: str): return ReadError(problem)",
        'def refuse():\n    problem = "there is no file"\n    raise ReadError(problem)',
        'PROBLEM = "there is no file"\ndef refuse(): raise ReadError(PROBLEM)',
        "def refuse(error): raise ReadError(error.problem)",
        'raise errors.ReadError("there is no file")',
    ],
)
def test_an_error_in_english_alone_is_found(code: str) -> None:
    assert list(find_english(code, KINDS))


@pytest.mark.parametrize(
    "code",
    [
        'raise ReadError(Words("a", "b"), where="a.bpmn", expected="TOML", remedy="")',
        'raise ReadError(Words("a {n}", "b {n}").fill(n=1), expected=", ".join(names))',
        "def refuse(problem: Text): return ReadError(problem)",
        'def refuse():\n    said = Words("a", "b")\n    raise ReadError(said)',
        "raise ReadError(error.parts.problem, expected=error.parts.expected)",
        'raise ValueError("for programmers")',
    ],
)
def test_an_error_in_every_language_is_none_of_these(code: str) -> None:
    assert not list(find_english(code, KINDS))
