"""What each tool says beyond the standard."""

from __future__ import annotations

import pytest

from procmap.bpmn import read_bpmn
from procmap.bpmn.dialects import DIALECTS
from procmap.bpmn.properties import PropertyNames
from procmap.model import FlowNode, Landscape

Named = list[tuple[str, str]]
MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"


def read_step(inside: str, *, attributes: str = "", namespace: str = "", top: str = "") -> FlowNode:
    """A user task with this inside it, where ``v:`` is the tool's namespace."""
    landscape = read_with(
        f'{top}<process id="P"><userTask id="T" {attributes}>{inside}</userTask></process>',
        namespace,
    )
    return landscape.processes[0].nodes[0]


def read_with(body: str, namespace: str, **options: PropertyNames) -> Landscape:
    data = f'<definitions xmlns="{MODEL}" xmlns:v="{namespace}">{body}</definitions>'
    return read_bpmn(data.encode(), name="a.bpmn", **options)  # type: ignore[arg-type]  # names


def performers(node: FlowNode) -> Named:
    return [(each.kind, each.name) for each in node.performers]


def extended(content: str) -> str:
    return f"<extensionElements>{content}</extensionElements>"


ENGINES = ["camunda", "activiti", "flowable"]


def test_every_dialect_is_chosen_by_namespaces_of_its_own() -> None:
    spaces = [space for dialect in DIALECTS.values() for space in dialect.namespaces]
    assert len(set(spaces)) == len(spaces)
    for dialect in DIALECTS.values():
        names = [*dialect.assignment_attributes, *dialect.property_extensions]
        names += [*dialect.performer_extensions, *dialect.called_elements]
        assert {name[1:].partition("}")[0] for name in names} <= set(dialect.namespaces)


@pytest.mark.parametrize(
    "namespace", [space for name in ENGINES for space in DIALECTS[name].namespaces]
)
class TestEngines:
    def test_assignee_and_candidates(self, namespace: str) -> None:
        stated = 'v:candidateGroups="lønn, ${g}" v:assignee="kari" v:candidateUsers="ola"'
        node = read_step("", attributes=stated, namespace=namespace)
        assert performers(node) == [
            ("person", "kari"), ("person", "ola"), ("role", "lønn"), ("expression", "${g}"),
        ]  # fmt: skip

    def test_an_empty_attribute_says_nothing(self, namespace: str) -> None:
        node = read_step(
            "", attributes='v:assignee="" v:candidateGroups=" , "', namespace=namespace
        )
        assert performers(node) == []

    def test_who_may_start_a_process_performs_its_start(self, namespace: str) -> None:
        landscape = read_with(
            '<process id="P" v:candidateStarterGroups="lønn" v:candidateStarterUsers="kari">'
            '<startEvent id="S"/><startEvent id="M"><messageEventDefinition/></startEvent>'
            '<subProcess id="U"><startEvent id="I"/></subProcess></process>',
            namespace,
        )
        found = {node.id: performers(node) for node in landscape.processes[0].nodes}
        assert found == {"S": [("person", "kari"), ("role", "lønn")], "M": [], "U": [], "I": []}

    def test_potential_starters(self, namespace: str) -> None:
        landscape = read_with(
            '<process id="P">'
            + extended(
                "<v:potentialStarter><resourceAssignmentExpression><formalExpression>"
                "user(kari), lønn</formalExpression></resourceAssignmentExpression>"
                "</v:potentialStarter>"
            )
            + '<startEvent id="S"/></process>',
            namespace,
        )
        (node,) = landscape.processes[0].nodes
        assert performers(node) == [("person", "kari"), ("role", "lønn")]

    def test_properties_mean_what_their_names_mean(self, namespace: str) -> None:
        stated = '<v:property name="Enhet" value="Lønn"/><v:property name="farge" value="blå"/>'
        node = read_step(extended(f"<v:properties>{stated}</v:properties>"), namespace=namespace)
        assert performers(node) == [("unit", "Lønn")]
        assert node.performers[0].source == "assignee"

    def test_properties_of_form_fields_are_none_of_the_step(self, namespace: str) -> None:
        inside = '<v:formData><v:properties><v:property name="unit" value="x"/></v:properties>'
        node = read_step(extended(f"{inside}</v:formData>"), namespace=namespace)
        assert performers(node) == []


class TestZeebe:
    namespace = DIALECTS["zeebe"].namespaces[0]

    def test_assignment_definition(self) -> None:
        stated = '<v:assignmentDefinition assignee="=kari" candidateGroups="lønn,hr"/>'
        node = read_step(extended(stated), namespace=self.namespace)
        assert performers(node) == [("expression", "=kari"), ("role", "lønn"), ("role", "hr")]

    def test_properties(self) -> None:
        stated = '<v:properties><v:property name="role" value="=r"/></v:properties>'
        node = read_step(extended(stated), namespace=self.namespace)
        assert performers(node) == [("expression", "=r")]

    def test_called_element(self) -> None:
        body = '<callActivity id="C">{}</callActivity>'.format(
            extended('<v:calledElement processId="P"/>')
        )
        landscape = read_with(f'<process id="P">{body}</process>', self.namespace)
        assert landscape.processes[0].nodes[0].calls == landscape.processes[0].ref


class TestJbpm:
    namespace = DIALECTS["jbpm"].namespaces[0]

    def inputs(self, name: str, value: str) -> str:
        return (
            f'<ioSpecification><dataInput id="T_In" name="{name}"/></ioSpecification>'
            "<dataInputAssociation><targetRef>T_In</targetRef><assignment>"
            f"<from>{value}</from><to>T_In</to></assignment></dataInputAssociation>"
        )

    def test_group_id_is_who_performs(self) -> None:
        node = read_step(self.inputs("GroupId", "lønn,#{g}"), namespace=self.namespace)
        assert performers(node) == [("role", "lønn"), ("expression", "#{g}")]

    def test_actor_id_is_a_person(self) -> None:
        node = read_step(self.inputs("ActorId", "kari"), namespace=self.namespace)
        assert performers(node) == [("person", "kari")]

    @pytest.mark.parametrize(("name", "value"), [("Priority", "1"), ("GroupId", " ")])
    def test_other_inputs_and_empty_ones_are_not(self, name: str, value: str) -> None:
        assert performers(read_step(self.inputs(name, value), namespace=self.namespace)) == []

    def test_meta_data_is_a_field(self) -> None:
        stated = '<v:metaData name="Enhet"><v:metaValue><![CDATA[Lønn]]></v:metaValue></v:metaData>'
        node = read_step(extended(stated), namespace=self.namespace)
        assert performers(node) == [("unit", "Lønn")]

    def test_case_roles_own_nothing_by_the_names_they_have(self) -> None:
        stated = (
            '<v:metaData name="customCaseRoles"><v:metaValue>owner:1</v:metaValue></v:metaData>'
        )
        landscape = read_with(f'<process id="P">{extended(stated)}</process>', self.namespace)
        assert not landscape.processes[0].ownership.is_recorded

    def test_case_roles_can_be_given_a_meaning(self) -> None:
        stated = '<v:metaData name="customCaseRoles"><v:metaValue>a:1,b</v:metaValue></v:metaData>'
        names = PropertyNames(owner=("case role",))
        body = f'<process id="P">{extended(stated)}</process>'
        landscape = read_with(body, self.namespace, properties=names)
        assert [each.holder.name for each in landscape.processes[0].owners] == ["a", "b"]


class TestSignavio:
    namespace = DIALECTS["signavio"].namespaces[0]

    @pytest.mark.parametrize(
        ("key", "value", "expected"),
        [
            ("rolle", "Saksbehandler", [("role", "Saksbehandler")]),
            ("rolle", "[&quot;A&quot;, &quot;B&quot;]", [("role", "A"), ("role", "B")]),
            ("rolle", "[{&quot;name&quot;: &quot;A&quot;}]", [("role", "A")]),
            ("rolle", "[]", []),
            ("rolle", "", []),
            ("wirdinformiert", "Leder", []),
            ("bgcolor", "#ffffff", []),
        ],
    )
    def test_meta_data_of_a_step(self, key: str, value: str, expected: Named) -> None:
        stated = f'<v:signavioMetaData metaKey="{key}" metaValue="{value}"/>'
        node = read_step(extended(stated), namespace=self.namespace)
        assert performers(node) == expected


class TestBizagi:
    namespace = DIALECTS["bizagi"].namespaces[0]

    def test_properties(self) -> None:
        stated = (
            '<v:BizagiExtensions><v:BizagiProperties><v:BizagiProperty name="bgColor" value="White"'
            '/><v:BizagiProperty name="performer" value="Saksbehandler"/></v:BizagiProperties>'
            "</v:BizagiExtensions>"
        )
        node = read_step(extended(stated), namespace=self.namespace)
        assert performers(node) == [("role", "Saksbehandler")]

    def test_extended_attributes_are_named_elsewhere_in_the_file(self) -> None:
        defined = extended(
            "<v:BizagiExtensions><v:BizagiExtendedAttributeDefinition "
            'Id="7"><v:Name>Enhet</v:Name></v:BizagiExtendedAttributeDefinition>'
            "</v:BizagiExtensions>"
        )
        stated = (
            "<v:BizagiExtensions><v:BizagiExtendedAttributeValues><v:BizagiExtendedAttributeValue "
            'Id="7"><v:Content>Lønn</v:Content></v:BizagiExtendedAttributeValue>'
            "</v:BizagiExtendedAttributeValues></v:BizagiExtensions>"
        )
        node = read_step(
            extended(stated),
            namespace=self.namespace,
            top=f'<collaboration id="C">{defined}</collaboration>',
        )
        assert performers(node) == [("unit", "Lønn")]


class TestAdonis:
    namespace = DIALECTS["adonis"].namespaces[0]

    def test_assignee_of_the_workflow(self) -> None:
        node = read_step(extended("<v:Assignee>group(HR)</v:Assignee>"), namespace=self.namespace)
        assert performers(node) == [("role", "HR")]

    @pytest.mark.parametrize(
        ("target", "kind"),
        [("ROLE", "role"), ("ORGANIZATIONAL_UNIT", "unit"), ("USER", "person")],
    )
    def test_relation_to_who_executes(self, target: str, kind: str) -> None:
        stated = (
            '<v:instance><v:relation class="RC_RESPONSIBLE_FOR_EXECUTION"><v:endpoints>'
            f'<v:endpoint name="TO"><v:target class="{target}" info="Lønn"/></v:endpoint>'
            "</v:endpoints></v:relation></v:instance>"
        )
        node = read_step(extended(stated), namespace=self.namespace)
        assert performers(node) == [(kind, "Lønn")]

    def test_owner_and_starter_are_permissions_and_own_no_process(self) -> None:
        stated = extended("<v:Owner>group(Owner)</v:Owner><v:Starter>group(Starter)</v:Starter>")
        landscape = read_with(f'<process id="P">{stated}</process>', self.namespace)
        assert not landscape.processes[0].ownership.is_recorded
        assert "group(Owner)" in landscape.processes[0].kept[0]


class TestTrisotech:
    namespace = DIALECTS["trisotech"].namespaces[1]

    @pytest.mark.parametrize(
        "charter",
        [
            '<v:charter accountable="Rådmann"/>',
            "<v:charter><v:accountable>Rådmann</v:accountable></v:charter>",
            '<v:charter><v:accountable><v:ref name="Rådmann"/></v:accountable></v:charter>',
        ],
    )
    def test_who_is_accountable_in_the_charter_owns_the_process(self, charter: str) -> None:
        landscape = read_with(f'{extended(charter)}<process id="P"/>', self.namespace)
        assert [each.holder.name for each in landscape.processes[0].owners] == ["Rådmann"]

    def test_an_empty_charter_records_nothing(self) -> None:
        charter = '<v:charter responsible=""><v:accountable/></v:charter>'
        landscape = read_with(f'{extended(charter)}<process id="P"/>', self.namespace)
        assert not landscape.processes[0].ownership.is_recorded


class TestOthers:
    def test_omnitracker_says_who_is_responsible(self) -> None:
        stated = '<v:userTaskDefinition responsible="Lønn" alsoVisibleFor=""/>'
        namespace = DIALECTS["omnitracker"].namespaces[0]
        assert performers(read_step(extended(stated), namespace=namespace)) == [("role", "Lønn")]

    def test_bic_attributes_by_stereotype(self) -> None:
        stated = (
            '<v:entityData><v:attribute><v:attributeValue stereotype="AT_ROLE" value="Leder"/>'
            "</v:attribute></v:entityData>"
        )
        namespace = DIALECTS["bic"].namespaces[0]
        assert performers(read_step(extended(stated), namespace=namespace)) == [("role", "Leder")]

    def test_mid_properties_are_read_by_their_names(self) -> None:
        stated = (
            '<v:property id="p1" name="Bearbeitungsstatus" value="in Arbeit"/>'
            '<v:property id="p2" name="Rolle" value="Sachbearbeiter"/>'
        )
        namespace = DIALECTS["mid"].namespaces[0]
        found = performers(read_step(extended(stated), namespace=namespace))
        assert found == [("role", "Sachbearbeiter")]

    def test_ibm_properties(self) -> None:
        stated = '<v:bpmAttributes><v:properties><v:property name="unit">HR</v:property></v:properties></v:bpmAttributes>'  # noqa: E501  # one line, as the tool writes it
        namespace = DIALECTS["ibm"].namespaces[0]
        assert performers(read_step(extended(stated), namespace=namespace)) == [("unit", "HR")]

    def test_altinn_says_the_kind_of_task_and_nobody_who_does_it(self) -> None:
        stated = "<v:taskExtension><v:taskType>signing</v:taskType></v:taskExtension>"
        for namespace in DIALECTS["altinn"].namespaces:
            assert performers(read_step(extended(stated), namespace=namespace)) == []
