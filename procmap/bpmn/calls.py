"""Call activities whose callee stands in another document."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from procmap.bpmn.assignments import is_expression
from procmap.bpmn.diagnostics import build_diagnostic
from procmap.findings import Finding
from procmap.model import Document, FlowNode, Process
from procmap.source import ElementRef

__all__ = ["resolve_calls"]

# ":3", "_v2", "-1.0", "-1.0.3-SNAPSHOT"; a mere number after a joint ("Process_1") is no version.
_VERSION: Final = re.compile(
    r"(?::\d+(?::.*)?|[._\-@ ]v\d+(?:\.\d+)*|[_\-@: ]\d+(?:\.\d+)+)(?:-[A-Za-z]\w*)?\Z",
    re.IGNORECASE,
)


# No version is longer, and the pattern takes time by the square of the length.
_LONGEST: Final = 100


@dataclass(slots=True)
class _Callees:
    """Processes that can be called.

    Args:
        by_id: by process id.
        by_stem: by process id without its version; filled where anything is looked for in it.
        sums: what a document's content is, to tell copies of one file.
        namespaces: target namespace by document.
    """

    by_id: dict[str, list[ElementRef]] = field(default_factory=dict)
    by_stem: dict[str, list[ElementRef]] = field(default_factory=dict)
    sums: dict[str, str] = field(default_factory=dict)
    namespaces: dict[str, str] = field(default_factory=dict)


def resolve_calls(
    documents: Sequence[Document], callers: Mapping[str, Mapping[str, str]]
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """Resolve calls between documents; those within a document are resolved already.

    A callee is found by process id, where just one document has it (copies of one file count as
    one: the copy in the caller's folder, else the first). A qualified name goes to the document of
    that target namespace. Where nothing has the id, versions are left out of account. What several
    could be stays unresolved, with a diagnostic; so does, without one, an expression, which only
    an engine can resolve, and what is in none of the documents.

    Args:
        documents: all documents of a landscape.
        callers: by document that calls anything, its namespaces by prefix.
    """
    if not callers:
        return tuple(documents), ()
    callees = _find_callable(documents)
    findings: list[Finding] = []
    resolved = tuple(
        _resolve_document(document, callees, callers[document.path], findings)
        if document.path in callers
        else document
        for document in documents
    )
    return resolved, tuple(findings)


def _find_callable(documents: Sequence[Document]) -> _Callees:
    found = _Callees()
    for document in documents:
        found.sums[document.path] = document.sha256
        found.namespaces[document.path] = document.target_namespace
        for process in document.processes:
            # An id that is repeated stays among the attributes.
            stated = dict(process.attributes).get("id") or process.ref.id
            found.by_id.setdefault(stated, []).append(process.ref)
    return found


def _find_by_stem(called: str, callees: _Callees) -> list[ElementRef]:
    if not callees.by_stem:
        for stated, refs in callees.by_id.items():
            callees.by_stem.setdefault(_drop_version(stated), []).extend(refs)
    return callees.by_stem.get(_drop_version(called), [])


def _drop_version(id: str) -> str:
    return id[:-_LONGEST] + _VERSION.sub("", id[-_LONGEST:])


def _resolve_document(
    document: Document, callees: _Callees, prefixes: Mapping[str, str], findings: list[Finding]
) -> Document:
    processes = tuple(
        _resolve_process(process, callees, prefixes, findings) for process in document.processes
    )
    if all(new is old for new, old in zip(processes, document.processes, strict=True)):
        return document
    return document.model_copy(update={"processes": processes})


def _resolve_process(
    process: Process, callees: _Callees, prefixes: Mapping[str, str], findings: list[Finding]
) -> Process:
    changed: dict[int, FlowNode] = {}
    for index, node in enumerate(process.nodes):
        called = node.called_element
        if called is None or node.calls is not None or is_expression(called):
            continue
        found = _find_callees(called, node.ref.document, callees, prefixes)
        versions = not found
        if versions:
            found = _tell_apart(_find_by_stem(called, callees), node.ref.document, callees)
        if len(found) == 1:
            changed[index] = node.model_copy(update={"calls": found[0]})
            if versions:
                findings.append(_report("BPM304", node, found))
        elif found:
            findings.append(_report("BPM301", node, found))
    if not changed:
        return process
    nodes = tuple(changed.get(index, node) for index, node in enumerate(process.nodes))
    return process.model_copy(update={"nodes": nodes})


def _find_callees(
    called: str, document: str, callees: _Callees, prefixes: Mapping[str, str]
) -> list[ElementRef]:
    found = callees.by_id.get(called)
    if found is None:
        # As a QName its prefix names the other file's target namespace (BPMN 2.0.2, 8.1).
        prefix, _, local = called.rpartition(":")
        found = callees.by_id.get(local, [])
        namespace = prefixes.get(prefix)
        if namespace is not None and len(found) > 1:
            meant = [each for each in found if callees.namespaces[each.document] == namespace]
            found = meant or found
    return _tell_apart(found, document, callees)


def _tell_apart(found: list[ElementRef], document: str, callees: _Callees) -> list[ElementRef]:
    """One of each file that is there in copies: what they say is the same."""
    if len(found) < 2:
        return found
    home = posixpath.dirname(document)
    nearest = sorted(found, key=lambda ref: posixpath.dirname(ref.document) != home)
    one_each: dict[tuple[str, str], ElementRef] = {}
    for ref in nearest:
        one_each.setdefault((callees.sums[ref.document], ref.id), ref)
    return sorted(one_each.values())


def _report(code: str, node: FlowNode, found: list[ElementRef]) -> Finding:
    return build_diagnostic(
        code,
        node.location,
        elements=(node.ref,),
        parameters={
            "called": node.called_element or "",
            "count": len(found),
            "candidates": ", ".join(map(str, found)),
        },
    )
