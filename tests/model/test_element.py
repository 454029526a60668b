from __future__ import annotations

from procmap.model import FlowNode, Process
from procmap.source import ElementRef


def test_a_copy_does_not_keep_what_was_computed_from_the_old_fields() -> None:
    ref = ElementRef("a.bpmn", "P")
    process = Process(ref=ref)
    assert process.steps == ()
    task = FlowNode(ref=ElementRef("a.bpmn", "T"), type="task", parent=ref)
    assert process.model_copy(update={"nodes": (task,)}).steps == (task,)
