"""Reading YAML into texts with line numbers, and nothing else.

The events of the parser are read, never its objects: `no` stays a word, a date stays as it was
typed, every value knows its line, no tag builds anything, and neither depth nor aliases can blow
up memory, since nothing recurses and aliases are refused.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import yaml

from procmap import labels
from procmap.labels.system import SystemReason
from procmap.register.problems import InvalidRegisterError, RegisterProblem
from procmap.register.reading.nodes import Field, Fields, Items, Node, Source, Text
from procmap.register.words import LEFT_BLANK
from procmap.source import SourceLocation

__all__ = ["MAX_BYTES", "MAX_DEPTH", "read_yaml"]

MAX_BYTES: Final = 8 * 1024 * 1024
MAX_DEPTH: Final = 12

# libyaml is some ten times as fast; its binding is missing where PyYAML was built without it.
_LOADER: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # Any: two unrelated classes
_ZIP: Final = b"PK\x03\x04"
_OLD_WORKBOOK: Final = b"\xd0\xcf\x11\xe0"


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been read yet."""

    line: int
    is_fields: bool
    key: Text | None = None
    items: list[Node] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)

    def close(self) -> Node:
        if self.is_fields:
            return Fields(tuple(self.fields), self.line)
        return Items(tuple(self.items), self.line)


def read_yaml(path: Path) -> Source:
    """Read a YAML file into texts with their lines.

    Args:
        path: the file.

    Raises:
        InvalidRegisterError: it cannot be read, is no YAML, or uses what a register has no use for
            (anchors and aliases, tags, several documents).
    """
    file = path.as_posix()
    root = _parse(_read_bytes(path, file), file)
    match root:
        case Fields():
            return Source(file, root)
        case Text(text=""):
            return Source(file, Fields(()))
        case _:
            raise _error("not-a-register", file, root.line)


def _read_bytes(path: Path, file: str) -> bytes:
    try:
        with path.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise _error("missing-file", file) from None
    except OSError as error:
        raise _error("no-file", file, detail=SystemReason.of(error)) from None
    if len(data) > MAX_BYTES:
        raise _error("too-large", file, limit=str(MAX_BYTES))
    if data.startswith((_ZIP, _OLD_WORKBOOK)):
        raise _error("workbook", file)
    if not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            raise _error("not-utf8", file, data.count(b"\n", 0, error.start) + 1) from None
    return data


def _parse(data: bytes, file: str) -> Node:
    try:
        return _build_tree(yaml.parse(data, Loader=_LOADER), file)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else None
        raise _error("not-yaml", file, line, detail=error.problem or str(error)) from None
    except yaml.YAMLError as error:
        raise _error("not-yaml", file, detail=str(error).splitlines()[0]) from None


def _build_tree(events: Iterator[Any], file: str) -> Node:
    open_nodes: list[_Open] = []
    root: Node | None = None
    for event in events:
        line = event.start_mark.line + 1
        _refuse_what_is_not_plain(event, file, line)
        if isinstance(event, yaml.DocumentStartEvent) and root is not None:
            raise _error("several-documents", file, line)
        node: Node
        if isinstance(event, yaml.ScalarEvent):
            node = Text("" if not event.style and event.value in LEFT_BLANK else event.value, line)
        elif isinstance(event, yaml.CollectionStartEvent):
            if open_nodes and open_nodes[-1].is_fields and open_nodes[-1].key is None:
                raise _error("yaml-key", file, line)
            if len(open_nodes) >= MAX_DEPTH:
                raise _error("too-deep", file, line, limit=str(MAX_DEPTH))
            open_nodes.append(_Open(line, isinstance(event, yaml.MappingStartEvent)))
            continue
        elif isinstance(event, yaml.CollectionEndEvent):
            node = open_nodes.pop().close()
        else:
            continue
        if open_nodes:
            _put(node, open_nodes[-1])
        else:
            root = node
    return Text("") if root is None else root


def _put(node: Node, into: _Open) -> None:
    if not into.is_fields:
        into.items.append(node)
    elif into.key is not None:
        into.fields.append(Field(into.key.text, node, into.key.line))
        into.key = None
    elif isinstance(node, Text):
        into.key = node


def _refuse_what_is_not_plain(event: Any, file: str, line: int) -> None:
    if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None) is not None:
        raise _error("yaml-alias", file, line)
    tag = getattr(event, "tag", None)
    if tag is not None:
        raise _error("yaml-tag", file, line, tag=str(tag))


def _error(
    name: str, file: str, line: int | None = None, **parameters: str | labels.Text
) -> InvalidRegisterError:
    problem = RegisterProblem(name, SourceLocation(file, line=line), parameters)
    return InvalidRegisterError((problem,))
