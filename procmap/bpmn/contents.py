"""What a file holds: its bytes within the limits, the tree in them, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final, TypeAlias

from lxml import etree

from procmap.bpmn.archives import BrokenMemberError, Member
from procmap.bpmn.encodings import Mended, find_mended
from procmap.bpmn.file_bytes import read_file
from procmap.bpmn.limits import Limits
from procmap.bpmn.parsing import parse_tree
from procmap.bpmn.recognising import find_format, find_notation
from procmap.bpmn.refusals import Refusal
from procmap.labels import Number, Text, Words
from procmap.labels.system import SystemReason

__all__ = ["Content", "Opened", "find_tree", "look_aside", "read_bytes"]

Content: TypeAlias = "Path | bytes | BinaryIO | Member"

_HEAD: Final = 8_192


@dataclass(frozen=True, slots=True)
class Opened:
    """The root of a BPMN file.

    Args:
        root: its ``definitions`` element.
        mended: how its encoding had to be read, where it was wrong.
    """

    root: etree._Element
    mended: Mended | None = None


def read_bytes(content: Content, max_bytes: int) -> bytes | Refusal:
    """The bytes of a file, or why they cannot be had.

    Args:
        content: the file.
        max_bytes: the most to read.
    """
    try:
        if isinstance(content, bytes):
            data = content
        elif isinstance(content, Path):
            data = read_file(content, most=max_bytes)
        else:
            data = content.read(max_bytes + 1)
    except (OSError, ValueError, BrokenMemberError) as error:
        return Refusal("BPM105", parameters={"problem": _find_reason(error)})
    if not isinstance(data, bytes):
        return Refusal(
            "BPM105",
            parameters={
                "problem": Words(
                    "den er åpnet som tekst, ikke som bytes", "it was opened as text, not as bytes"
                )
            },
        )
    if len(data) > max_bytes:
        problem = Words("den er lengre enn {most} byte", "it is longer than {most} bytes").fill(
            most=Number(max_bytes)
        )
        return Refusal("BPM104", parameters={"problem": problem})
    return data


def find_tree(
    data: bytes, name: str, limits: Limits | None = None, *, bare: bool = False
) -> Opened | Refusal:
    """Find the BPMN in a file, whatever encoding it is really in.

    Args:
        data: the file's bytes.
        name: its name.
        limits: how much it may ask for.
        bare: leave out white space between elements.
    """
    root = parse_tree(data, limits, bare=bare)
    if not isinstance(root, Refusal):
        return Opened(root)
    if root.code == "BPM103":
        named = root.parameters["root"]
        shown = named.text("en") if isinstance(named, Text) else str(named)
        local, _, rest = shown.partition(" ")
        known = find_notation(local, rest)
        return root if known is None else Refusal(known.code, root.line, known.parameters)
    if root.code != "BPM101":
        return root
    known = find_format(data, name)
    if known is not None:
        return known
    mended = find_mended(data)
    if mended is not None and mended.data != data:
        again = parse_tree(mended.data, limits, bare=bare)
        if not isinstance(again, Refusal):
            return Opened(again, mended)
        if again.code != "BPM101":
            return again
    return root


def look_aside(content: Content, name: str) -> Refusal | None:
    """What a file is that lies beside the models under another ending; ``None`` if it may be one.

    Args:
        content: the file.
        name: its name.
    """
    try:
        if isinstance(content, Path):
            with content.open("rb") as file:
                head = file.read(_HEAD)
        elif isinstance(content, bytes):
            head = content
        else:
            head = content.read(_HEAD)
    except (OSError, BrokenMemberError) as error:
        return Refusal("BPM105", parameters={"problem": _find_reason(error)})
    return find_format(head, name, path=content if isinstance(content, Path) else None)


def _find_reason(error: OSError | ValueError | BrokenMemberError) -> Text | str:
    if isinstance(error, BrokenMemberError):
        return error.parts.problem
    return SystemReason.of(error) if isinstance(error, OSError) else str(error)
