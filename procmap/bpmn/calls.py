"""Call activities whose callee stands in another document."""

from __future__ import annotations

from collections.abc import Sequence

from procmap.bpmn.assignments import is_expression
from procmap.bpmn.diagnostics import build_diagnostic
from procmap.findings import Finding
from procmap.model import Document, FlowNode, Process
from procmap.source import ElementRef

__all__ = ["resolve_calls"]


def resolve_calls(
    documents: Sequence[Document],
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    """Resolve calls between documents; those within a document are resolved already.

    A callee is found by process id, where just one document has it. What several have stays
    unresolved, with a diagnostic; so does, without one, an expression, which only an engine can
    resolve.

    Args:
        documents: all documents of a landscape.
    """
    callees: dict[str, list[ElementRef]] = {}
    for document in documents:
        for process in document.processes:
            callees.setdefault(process.ref.id, []).append(process.ref)
    findings: list[Finding] = []
    resolved = tuple(_resolve_document(document, callees, findings) for document in documents)
    return resolved, tuple(findings)


def _resolve_document(
    document: Document, callees: dict[str, list[ElementRef]], findings: list[Finding]
) -> Document:
    processes = tuple(
        _resolve_process(process, callees, findings) for process in document.processes
    )
    if all(new is old for new, old in zip(processes, document.processes, strict=True)):
        return document
    return document.model_copy(update={"processes": processes})


def _resolve_process(
    process: Process, callees: dict[str, list[ElementRef]], findings: list[Finding]
) -> Process:
    changed: dict[int, FlowNode] = {}
    for index, node in enumerate(process.nodes):
        if node.called_element is None or node.calls is not None:
            continue
        found = _find_callees(node.called_element, callees)
        if len(found) == 1:
            changed[index] = node.model_copy(update={"calls": found[0]})
        elif found:
            findings.append(_report(node, found))
    if not changed:
        return process
    nodes = tuple(changed.get(index, node) for index, node in enumerate(process.nodes))
    return process.model_copy(update={"nodes": nodes})


def _find_callees(called: str, callees: dict[str, list[ElementRef]]) -> list[ElementRef]:
    if is_expression(called):
        return []
    # As a QName its prefix names the other file's target namespace (BPMN 2.0.2, 8.1).
    return callees.get(called) or callees.get(called.rpartition(":")[2]) or []


def _report(node: FlowNode, found: list[ElementRef]) -> Finding:
    return build_diagnostic(
        "BPM301",
        node.location,
        elements=(node.ref,),
        parameters={
            "called": node.called_element or "",
            "count": len(found),
            "candidates": ", ".join(map(str, found)),
        },
    )
