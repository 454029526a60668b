"""Every text that procmap says in two languages, found by looking through its modules."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import importlib.util
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import procmap
from procmap.findings import FindingText
from procmap.labels import Words

__all__ = ["Text", "find_texts"]

# What a register's heads and words are has to be read again: those two languages it speaks alone.
LEFT_OUT = ("procmap.register.sheets", "procmap.register.words", "procmap.register.template")


@dataclass(frozen=True, order=True)
class Text:
    """One text in both languages, and the module it stands in."""

    en: str
    nb: str
    module: str


def find_texts() -> list[Text]:
    """All texts, in order of the English one."""
    found: dict[tuple[str, str], str] = {}
    for name in sorted(_find_modules()):
        for said in _find_said(name):
            found.setdefault((said.en, said.nb), name)
        if name.startswith(LEFT_OUT):
            continue
        module = importlib.import_module(name)
        for words in _find_words(list(vars(module).values())):
            found.setdefault((words.en, words.nb), name)
    return sorted(Text(en, nb, module) for (en, nb), module in found.items() if en or nb)


def _find_modules() -> Iterator[str]:
    for found in pkgutil.walk_packages(procmap.__path__, "procmap."):
        if not found.name.endswith("__main__"):
            yield found.name


def _find_words(values: list[object]) -> Iterator[Words]:
    """The texts in some values and in all that they hold."""
    seen: set[int] = set()
    waiting = values
    while waiting:
        value = waiting.pop()
        if id(value) in seen or isinstance(value, type):
            continue
        seen.add(id(value))
        if isinstance(value, Words):
            yield value
        elif isinstance(value, Mapping):
            yield from _pair(value.get("nb"), value.get("en"))
            waiting += value.values()
        elif isinstance(value, tuple | list | frozenset | set):
            waiting += value
        elif dataclasses.is_dataclass(value):
            held = {f.name: getattr(value, f.name, None) for f in dataclasses.fields(value)}
            yield from _pair(held.get("nb"), held.get("en"))
            yield from _pair(held.get("nb_one"), held.get("en_one"))
            waiting += held.values()


def _find_said(module: str) -> Iterator[Words]:
    """The texts that stand in functions of a module: what errors say, where they are raised."""
    spec = importlib.util.find_spec(module)
    if spec is None or spec.origin is None:
        return
    tree = ast.parse(Path(spec.origin).read_text(encoding="utf-8"))
    functions = (n for n in ast.walk(tree) if isinstance(n, ast.FunctionDef | ast.Lambda))
    for node in (inner for function in functions for inner in ast.walk(function)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Words":
            said = [a.value for a in node.args if isinstance(a, ast.Constant)]
            if len(said) == 2:
                yield Words(str(said[0]), str(said[1]))


def _pair(nb: object, en: object) -> Iterator[Words]:
    if isinstance(nb, FindingText) and isinstance(en, FindingText):
        yield Words(nb.message, en.message)
        yield Words(nb.question, en.question)
