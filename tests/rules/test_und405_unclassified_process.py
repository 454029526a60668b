"""UND405: absent should be clarified; not recorded is a question once others are classified."""

from __future__ import annotations

import pytest

from procmap.model import Fact, Landscape, ProcessKind

from .builders import build_landscape, build_process, find, severities


def build(kind: Fact[ProcessKind], other: Fact[ProcessKind]) -> Landscape:
    first = build_process("T1@A").model_copy(update={"kind": kind})
    second = build_process("T1@A", document="n.bpmn", name="Lønn")
    return build_landscape(first, second.model_copy(update={"kind": other}))


CORE: Fact[ProcessKind] = Fact.stated("core")


@pytest.mark.parametrize(
    ("kind", "expected"),
    [(Fact.absent(), ["W"]), (Fact.unknown(), ["I"]), (Fact(), ["I"])],
)
def test_a_process_without_a_type_is_asked_about(
    kind: Fact[ProcessKind], expected: list[str]
) -> None:
    assert severities(find(build(kind, CORE), "UND405")) == expected


def test_nobody_is_asked_before_somebody_has_begun() -> None:
    assert not find(build(Fact(), Fact()), "UND405")


@pytest.mark.parametrize("kind", [CORE, Fact.not_applicable()])
def test_a_type_is_not_flagged(kind: Fact[ProcessKind]) -> None:
    assert not find(build(kind, CORE), "UND405")
