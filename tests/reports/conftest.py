"""Reports to show: the sample municipality, and one where every name is an attack."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

import procmap as pm

HOSTILE = (
    '=HYPERLINK("http://x")|</svg></style><script>alert(1)</script>'
    "<img src=x onerror=alert(1)>{{ 7*7 }}[a](javascript:b) & \u202eÅ 'x' \"y\""
)
NAMESPACE = "http://www.omg.org/spec/BPMN/20100524/MODEL"


@pytest.fixture(scope="session")
def landscape(samples_dir: Path) -> pm.Landscape:
    return pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")


@pytest.fixture(scope="session")
def report(landscape: pm.Landscape) -> pm.Report:
    return pm.analyze(landscape)


@pytest.fixture(scope="session")
def hostile_report() -> pm.Report:
    """A process, two lanes, its steps, units, routines, answers and decisions of hostile names."""
    name = quoteattr(HOSTILE)
    model = (
        f'<definitions xmlns="{NAMESPACE}" exporter={name}><process id="P1" name={name}><laneSet>'
        f"<lane id='L1' name={name}><flowNodeRef>T1</flowNodeRef></lane>"
        f"<lane id='L2' name={quoteattr(HOSTILE + '2')}><flowNodeRef>T2</flowNodeRef></lane>"
        f"</laneSet><startEvent id='S'/><task id='T1' name={name}/><task id='T2' name={name}/>"
        "<sequenceFlow id='F0' sourceRef='S' targetRef='T1'/>"
        f"<sequenceFlow id='F1' name={name} sourceRef='T1' targetRef='T2'/>"
        "</process></definitions>"
    )
    a, b = HOSTILE, f"{HOSTILE}2"
    landscape = pm.read_bpmn(model.encode(), name="<b>&.bpmn").with_register(
        {
            "organisation": HOSTILE,
            "units": [a, b],
            "lanes": [
                {"model": "<b>&.bpmn", "lane": "L1", "is": "unit", "unit": a},
                {"model": "<b>&.bpmn", "lane": "L2", "is": "unit", "unit": b},
            ],
            "decisions": [{"point": HOSTILE, "decision": HOSTILE, "responsible": HOSTILE}],
        }
    )
    return pm.analyze(landscape)
