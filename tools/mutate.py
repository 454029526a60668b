"""Breaks the code on purpose, one small place at a time, and lists what no test notices.

`python tools/mutate.py --minutes 10 --seed 1`. It works in a copy of the tree: what you have open
is never touched. A mutant that survives is a question: is a test missing, or does the place not
matter? Some do not: what only makes a thing faster changes nothing that a test could see.
"""

from __future__ import annotations

import argparse
import ast
import copy
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

__all__ = ["Mutant", "find_mutants", "find_tests", "main", "mutate"]

ROOT: Final = Path(__file__).parent.parent
ROOMS: Final = ("procmap/rules", "procmap/graph")
COPIED: Final = ("procmap", "tests", "bpmn_samples", "pyproject.toml", "README.md", "docs", "tools")
FLIPS: Final[dict[type[ast.cmpop], type[ast.cmpop]]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
_MOST_SECONDS: Final = 240


@dataclass(frozen=True, slots=True)
class Mutant:
    """One place of one module, and how it is changed.

    Args:
        module: path of the module from the root, such as ``"procmap/rules/causes.py"``.
        line: line number.
        kind: what is done to it.
        index: which of the places that can be changed it is, counted through the module.
        code: the line as it stands.
    """

    module: str
    line: int
    kind: str
    index: int
    code: str

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.kind}: {self.code}"


class _Mutator(ast.NodeTransformer):
    """Counts the places that can be changed, and changes the one that is wanted."""

    def __init__(self, wanted: int | None = None) -> None:
        self.wanted = wanted
        self.found: list[tuple[int, str]] = []

    def _is_wanted(self, node: ast.AST, kind: str) -> bool:
        self.found.append((getattr(node, "lineno", 0), kind))
        return self.wanted == len(self.found) - 1

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        """Flip the first comparison."""
        self.generic_visit(node)
        flipped = FLIPS.get(type(node.ops[0]))
        if flipped is not None and self._is_wanted(node, "flipped comparison"):
            node.ops[0] = flipped()
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.AST:
        """Turn `and` into `or`, and `or` into `and`."""
        self.generic_visit(node)
        if self._is_wanted(node, "and/or exchanged"):
            node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.AST:
        """Leave `not` out."""
        self.generic_visit(node)
        if isinstance(node.op, ast.Not) and self._is_wanted(node, "not left out"):
            return node.operand
        return node

    def visit_If(self, node: ast.If) -> ast.AST:
        """Negate the condition."""
        if isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            return node
        self.generic_visit(node)
        if self._is_wanted(node, "condition negated"):
            node.test = ast.UnaryOp(ast.Not(), node.test)
        return node

    def visit_Constant(self, node: ast.Constant) -> ast.AST:
        """Add one to a number; exchange true and false."""
        if type(node.value) is bool and self._is_wanted(node, "true/false exchanged"):
            return ast.copy_location(ast.Constant(not node.value), node)
        if type(node.value) in (int, float) and self._is_wanted(node, "number plus one"):
            return ast.copy_location(ast.Constant(node.value + 1), node)
        return node

    def visit_Return(self, node: ast.Return) -> ast.AST:
        """Return nothing."""
        self.generic_visit(node)
        is_none = isinstance(node.value, ast.Constant) and node.value.value is None
        if node.value is not None and not is_none and self._is_wanted(node, "returns None"):
            node.value = ast.Constant(None)
        return node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        """Leave a statement out; a docstring is none."""
        if isinstance(node.value, ast.Constant):
            return node
        self.generic_visit(node)
        if self._is_wanted(node, "statement left out"):
            return ast.copy_location(ast.Pass(), node)
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        """Leave `+=` and its like out."""
        self.generic_visit(node)
        return ast.Pass() if self._is_wanted(node, "statement left out") else node

    def visit_Continue(self, node: ast.Continue) -> ast.AST:
        """Leave `continue` out."""
        return ast.Pass() if self._is_wanted(node, "statement left out") else node

    def visit_Assign(self, node: ast.Assign) -> ast.AST:
        """Rules are words and a check, and words are no logic."""
        if any(isinstance(t, ast.Name) and t.id in ("RULE", "__all__") for t in node.targets):
            return node
        return self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> ast.AST:
        """Change the value, and never the type."""
        if node.value is not None:
            node.value = self.visit(node.value)
        return node

    def visit_arg(self, node: ast.arg) -> ast.AST:
        """Types of arguments stay."""
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        """Decorators and bases stay."""
        node.body = [self.visit(each) for each in node.body]
        return node

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        """Decorators and the type returned stay."""
        node.args = self.visit(node.args)
        node.body = [self.visit(each) for each in node.body]
        return node


def find_mutants(module: Path, root: Path = ROOT) -> Iterator[Mutant]:
    """Every mutant of a module, in order.

    Args:
        module: the module.
        root: the root of the tree.
    """
    text = module.read_text(encoding="utf-8")
    counting = _Mutator()
    counting.visit(ast.parse(text))
    lines = text.splitlines()
    for index, (line, kind) in enumerate(counting.found):
        code = lines[line - 1].strip() if line else ""
        yield Mutant(module.relative_to(root).as_posix(), line, kind, index, code)


def mutate(text: str, index: int) -> str:
    r"""The text of a module with one place changed.

    Args:
        text: the module.
        index: which place.

    Example:
        >>> mutate("def f(a, b):\n    return a < b\n", 0)
        'def f(a, b):\n    return a <= b'
    """
    tree = _Mutator(index).visit(copy.deepcopy(ast.parse(text)))
    return ast.unparse(ast.fix_missing_locations(tree))


def find_tests(module: str, root: Path, imports: dict[str, set[str]]) -> tuple[str, ...]:
    """The test files of a module, and of what imports it, the nearest first.

    Args:
        module: path of the module from the root.
        root: the root of the tree.
        imports: modules by what they import, as `find_importers` gives them.
    """
    room = module.split("/")[1]
    found: dict[str, None] = {}
    near, seen = [module], {module}
    for _ in range(3):
        for each in near:
            stem = Path(each).stem
            for test in sorted((root / "tests" / room).rglob(f"test_{stem}.py")):
                found[test.relative_to(root).as_posix()] = None
        near = sorted({i for each in near for i in imports.get(each, ())} - seen)
        seen.update(near)
    return tuple(found)[:5]


def find_importers(root: Path) -> dict[str, set[str]]:
    """For each module of the package, the modules that import it.

    Args:
        root: the root of the tree.
    """
    found: defaultdict[str, set[str]] = defaultdict(set)
    for path in sorted((root / "procmap").rglob("*.py")):
        if path.name == "__init__.py":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{name.name}" for name in node.names)]
                for name in names:
                    target = f"{name.replace('.', '/')}.py"
                    if (root / target).is_file():
                        found[target].add(path.relative_to(root).as_posix())
    return found


def run_tests(root: Path, paths: Sequence[str]) -> str:
    """Run some tests until one fails: ``"passed"``, ``"failed"`` or ``"timeout"``.

    Args:
        root: the copy of the tree.
        paths: test files and folders.
    """
    settings = {
        "CI": "1",
        "PROCMAP_EXAMPLES": "20",
        "PYTHONPATH": str(root),
        "PYTHONHASHSEED": "0",
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONUTF8": "1",
    }
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    try:
        done = subprocess.run(  # noqa: S603 - our own tests
            [*command, "--doctest-modules", *paths],
            cwd=root,
            env={**os.environ, **settings, "PROCMAP_CORPUS": ""},
            capture_output=True,
            timeout=_MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return "timeout"
    return "passed" if done.returncode in (0, 5) else "failed"


def try_out(mutant: Mutant, root: Path, paths: Sequence[str]) -> str:
    """Put a mutant into the copy, and run some tests; the module's own examples among them.

    Args:
        mutant: the mutant.
        root: the copy of the tree.
        paths: test files and folders.
    """
    path = root / mutant.module
    text = path.read_text(encoding="utf-8")
    try:
        path.write_text(mutate(text, mutant.index), encoding="utf-8")
        return run_tests(root, [*paths, mutant.module])
    finally:
        path.write_text(text, encoding="utf-8")


def find_far_tests(mutant: Mutant) -> tuple[str, ...]:
    """The tests of the whole room; what the graph computes, the rules read."""
    room = f"tests/{mutant.module.split('/')[1]}"
    return (room, "tests/rules") if room == "tests/graph" else (room,)


def copy_tree(target: Path) -> None:
    """Copy what tests need.

    Args:
        target: the folder to copy to.
    """
    skipped = shutil.ignore_patterns("__pycache__", ".*_cache", "*.pyc")
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=skipped)
        elif source.is_file():
            shutil.copy(source, target / name)


def main() -> None:
    """Try a sample of mutants until the time is up, and print those that survive."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--minutes", type=float, default=10, help="how long to go on")
    parser.add_argument("--seed", type=int, default=1, help="which sample")
    parser.add_argument("--only", default="", help="modules whose path fits this pattern")
    given = parser.parse_args()
    modules = [p for room in ROOMS for p in sorted((ROOT / room).rglob("*.py"))]
    chosen = [p for p in modules if re.search(given.only, p.relative_to(ROOT).as_posix())]
    mutants = [mutant for module in chosen for mutant in find_mutants(module)]
    random.Random(given.seed).shuffle(mutants)  # noqa: S311 - a sample, and no secret
    counted: Counter[str] = Counter()
    passed_near: list[Mutant] = []
    survivors: list[Mutant] = []
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copy_tree(root)
        imports = find_importers(root)
        for far in sorted({find_far_tests(mutant) for mutant in mutants[:50]}):
            if run_tests(root, far) != "passed":
                sys.exit(f"the tests of {', '.join(far)} do not pass as they are")
        # Two thirds of the time for the tests nearby, which notice most; the rest for all of them.
        start = time.monotonic()
        for mutant in mutants:
            if time.monotonic() - start > given.minutes * 40:
                break
            near = find_tests(mutant.module, root, imports)
            outcome = try_out(mutant, root, near) if near else "passed"
            counted[outcome] += 1
            if outcome == "passed":
                passed_near.append(mutant)
        while passed_near and time.monotonic() - start < given.minutes * 60:
            mutant = passed_near.pop(0)
            if try_out(mutant, root, find_far_tests(mutant)) == "passed":
                survivors.append(mutant)
                print(f"survived: {mutant}", flush=True)
    tried = counted.total()
    noticed = tried - len(survivors) - len(passed_near)
    print(f"{len(mutants)} mutants of {len(chosen)} modules, seed {given.seed}: {tried} tried")
    print(f"{noticed} noticed ({counted['timeout']} by time), {len(survivors)} survived")
    print("\n".join(f"- {mutant}" for mutant in sorted(survivors, key=str)))
    if passed_near:
        print(f"{len(passed_near)} passed the tests nearby; there was no time for the others:")
        print("\n".join(f"- {mutant}" for mutant in sorted(passed_near, key=str)))


if __name__ == "__main__":
    main()
