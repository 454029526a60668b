"""Who performs what is inside a sub-process that has a lane and says itself who performs it."""

from __future__ import annotations

import procmap as pm

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
# In the manner of Aeneis, which writes a resource for each lane, and refers to it.
MODEL = f"""<definitions xmlns="{BPMN}"><resource id="R" name="Servicetorg"/>
<process id="P" name="Sak"><laneSet id="S"><lane id="A" name="Byggesak"><flowNodeRef>a</flowNodeRef>
</lane><lane id="B" name="Servicetorg"><flowNodeRef>s</flowNodeRef></lane></laneSet>
<task id="a" name="Vurdere"/><subProcess id="s" name="Svare"><performer><resourceRef>R</resourceRef>
</performer><task id="t" name="Skrive"/></subProcess>
<sequenceFlow id="f" sourceRef="a" targetRef="s"/></process></definitions>"""


def test_work_is_handed_over_to_what_is_inside_such_a_sub_process() -> None:
    report = pm.analyze(pm.read_bpmn(MODEL.encode(), name="a.bpmn"))
    assert [(each.source_unit.name, each.target_unit.name) for each in report.handoffs] == [
        ("Byggesak", "Servicetorg")
    ]


def test_what_the_sub_process_says_goes_before_its_lane_where_it_names_a_unit() -> None:
    landscape = pm.read_bpmn(MODEL.encode(), name="a.bpmn").with_register(
        {
            "units": [{"unit": "Innbyggerservice"}],
            "people": [{"name": "Kari", "unit": "Innbyggerservice", "positions": "Servicetorg"}],
        }
    )
    report = pm.analyze(landscape)
    assert {each.target_unit.name for each in report.handoffs} == {"Innbyggerservice"}
