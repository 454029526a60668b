"""Reading one file of an input: a document with what was noticed about it, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from procmap.bpmn.contents import Opened, find_tree, look_aside, read_bytes
from procmap.bpmn.diagnostics import build_diagnostic
from procmap.bpmn.disagreements import find_disagreements
from procmap.bpmn.documents import build_document
from procmap.bpmn.inputs import Input
from procmap.bpmn.limits import BeyondLimitsError, Limits
from procmap.bpmn.properties import PropertyNames
from procmap.bpmn.recognising import find_by_ending
from procmap.bpmn.refusals import Refusal
from procmap.findings import Finding
from procmap.model import Document
from procmap.source import SourceLocation

__all__ = ["Options", "Read", "read_one"]

_UNDECLARED: Final = "UTF-8"


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read.

    Args:
        max_bytes: longest file.
        properties: which names of user-defined fields mean what.
        limits: how much one file may ask for.
    """

    max_bytes: int
    properties: PropertyNames = field(default_factory=PropertyNames)
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True, slots=True)
class Read:
    """What became of one file.

    Args:
        document: the document.
        findings: what was noticed about it.
        imports: the BPMN files that it imports.
        calls: whether it calls anything.
        has_facts: whether procmap has written facts in it.
        prefixes: its namespaces by prefix, where a call in it may need them.
    """

    document: Document
    findings: tuple[Finding, ...]
    imports: tuple[str, ...] = ()
    calls: bool = False
    has_facts: bool = False
    prefixes: Mapping[str, str] = field(default_factory=dict)


def read_one(item: Input, options: Options) -> Read | Refusal:
    """Read one file.

    Args:
        item: the file.
        options: how to read it.
    """
    if item.aside:
        known = look_aside(item.content, item.name)
        if known is not None:
            return known
    data = read_bytes(item.content, options.max_bytes)
    if isinstance(data, Refusal):
        return data
    opened = find_tree(data, item.name, options.limits, bare=True)
    if isinstance(opened, Refusal):
        return (find_by_ending(item.name) if item.aside else None) or opened
    try:
        built = build_document(
            item.name, data, opened.root, names=options.properties, limits=options.limits
        )
    except BeyondLimitsError as error:
        return Refusal("BPM104", parameters={"problem": error.parts.problem})
    findings = (*built.findings, *_report_encoding(item.name, opened))
    if built.states:
        findings += find_disagreements(built.document)
    namespaces = opened.root.nsmap if built.calls else {}
    return Read(
        built.document,
        findings,
        imports=built.imports,
        calls=built.calls,
        has_facts=built.has_facts,
        prefixes={prefix: uri for prefix, uri in namespaces.items() if prefix},
    )


def _report_encoding(name: str, opened: Opened) -> tuple[Finding, ...]:
    mended = opened.mended
    if mended is None:
        return ()
    values = {"stated": mended.stated or _UNDECLARED, "actual": mended.actual}
    return (build_diagnostic("BPM108", SourceLocation(name), parameters=values),)
