"""Reads process models and shows where work changes hands with nobody responsible.

Examples:
    >>> import procmap as pm
    >>> landscape = pm.read_bpmn("bpmn_samples/")  # doctest: +SKIP
    >>> report = pm.analyze(landscape.with_register("bpmn_samples/register.yaml"))  # doctest: +SKIP
    >>> print(report.headline)  # doctest: +SKIP
"""

import importlib
import logging
from typing import TYPE_CHECKING, Any

from procmap.api import (
    analyze,
    compare,
    draw,
    find_register_status,
    read_bpmn,
    read_code_list,
    read_own_list,
    update_register,
    write_bpmn,
    write_register,
    write_workshop,
)
from procmap.errors import (
    AmbiguousNameError,
    MissingExtraError,
    ModelError,
    ProcmapError,
    ReadError,
    RegisterError,
    RenderError,
    RuleError,
    UnknownNameError,
)
from procmap.findings import Evidence, Finding, Severity
from procmap.language import use_language
from procmap.model import (
    Alias,
    Boundary,
    Code,
    CodeList,
    Contact,
    CrossingAgreement,
    CrossingPoint,
    DataElement,
    DataItem,
    DataUse,
    Decision,
    Document,
    Fact,
    FactState,
    FlowNode,
    Goal,
    Handoff,
    Holder,
    Landscape,
    Lane,
    LaneMeaning,
    Mandate,
    Measure,
    MessageFlow,
    Opinion,
    Organisation,
    Ownership,
    Participant,
    Party,
    Performer,
    Person,
    Process,
    Responsibility,
    ResponsibilityAnswer,
    Role,
    Scope,
    SequenceFlow,
    SetAside,
    Succession,
    System,
    Unit,
    fill_delegates,
    fold,
)
from procmap.source import ElementRef, SourceLocation

if TYPE_CHECKING:
    from procmap.bpmn import Limits, PropertyNames, find_quality_notes
    from procmap.graph import Analysis
    from procmap.graph.figures import Figure, Metrics, StepFacts
    from procmap.maps import Picture
    from procmap.reports.progress import show_progress
    from procmap.rules import Comparison, Report

__all__ = [
    "Alias",
    "AmbiguousNameError",
    "Analysis",
    "Boundary",
    "Code",
    "CodeList",
    "Comparison",
    "Contact",
    "CrossingAgreement",
    "CrossingPoint",
    "DataElement",
    "DataItem",
    "DataUse",
    "Decision",
    "Document",
    "ElementRef",
    "Evidence",
    "Fact",
    "FactState",
    "Figure",
    "Finding",
    "FlowNode",
    "Goal",
    "Handoff",
    "Holder",
    "Landscape",
    "Lane",
    "LaneMeaning",
    "Limits",
    "Mandate",
    "Measure",
    "MessageFlow",
    "Metrics",
    "MissingExtraError",
    "ModelError",
    "Opinion",
    "Organisation",
    "Ownership",
    "Participant",
    "Party",
    "Performer",
    "Person",
    "Picture",
    "Process",
    "ProcmapError",
    "PropertyNames",
    "ReadError",
    "RegisterError",
    "RenderError",
    "Report",
    "Responsibility",
    "ResponsibilityAnswer",
    "Role",
    "RuleError",
    "Scope",
    "SequenceFlow",
    "SetAside",
    "Severity",
    "SourceLocation",
    "StepFacts",
    "Succession",
    "System",
    "Unit",
    "UnknownNameError",
    "analyze",
    "compare",
    "draw",
    "find_quality_notes",
    "find_register_status",
    "fold",
    "read_bpmn",
    "read_code_list",
    "read_own_list",
    "show_progress",
    "update_register",
    "use_language",
    "write_bpmn",
    "write_register",
    "write_workshop",
]

logging.getLogger(__name__).addHandler(logging.NullHandler())


def _with_register(*args: Any, **options: Any) -> Any:
    from procmap.register import apply_register

    return apply_register(*args, **options)


def _with_owner(*args: Any, **options: Any) -> Any:
    from procmap.register import set_owner

    return set_owner(*args, **options)


def _to_networkx(*args: Any, **options: Any) -> Any:
    from procmap.graph.export import to_networkx

    return to_networkx(*args, **options)


def _display_landscape(*args: Any) -> Any:
    from procmap.reports.displays import display_landscape

    return display_landscape(*args)


def _display_process(*args: Any) -> Any:
    from procmap.reports.displays import display_process

    return display_process(*args)


def _save_report(report: Any, path: Any, *, lang: Any, since: Any) -> Any:
    from procmap.reports import save_report
    from procmap.rules import Comparison, compare

    if since is not None and not isinstance(since, Comparison):
        since = compare(since, report)
    return save_report(report, path, lang=lang, since=since)


def _to_frame(*args: Any, **options: Any) -> Any:
    from procmap.reports.frames import build_frame

    return build_frame(*args, **options)


fill_delegates(
    {
        "display_landscape": _display_landscape,
        "display_process": _display_process,
        "save_report": _save_report,
        "to_frame": _to_frame,
        "to_networkx": _to_networkx,
        "with_owner": _with_owner,
        "with_register": _with_register,
    }
)


# Types of rooms that are imported only when they are used.
_LAZY = {
    "Analysis": "procmap.graph",
    "Comparison": "procmap.rules",
    "Figure": "procmap.graph.figures",
    "Limits": "procmap.bpmn",
    "Metrics": "procmap.graph.figures",
    "Picture": "procmap.maps",
    "PropertyNames": "procmap.bpmn",
    "Report": "procmap.rules",
    "StepFacts": "procmap.graph.figures",
    "find_quality_notes": "procmap.bpmn",
    "show_progress": "procmap.reports.progress",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'procmap' has no attribute {name!r}")
    return getattr(importlib.import_module(_LAZY[name]), name)
