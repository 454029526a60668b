"""What real files do, point by point: each has a behaviour.

Points with a module of their own are tested there: encodings (test_encodings), other formats
(test_recognising), vendors (test_dialects), owners (test_ownership), calls and copies
(test_calls, test_many_files), archives (test_archives), geometry (test_geometry, test_performers),
hostile input (test_parsing).
"""

from __future__ import annotations

from pathlib import Path

import pytest

from procmap.bpmn import read_bpmn
from procmap.model import Document
from tests.bpmn.builders import MODEL, codes, definitions, node_of, read, read_document


class TestNamesAndReferences:
    @pytest.mark.parametrize("prefix", ["bpmn", "bpmn2", "semantic", "x"])
    def test_prefixes_vary(self, prefix: str) -> None:
        data = (
            f'<{prefix}:definitions xmlns:{prefix}="{MODEL}"><{prefix}:process id="P">'
            f'<{prefix}:task id="T"/></{prefix}:process></{prefix}:definitions>'
        )
        assert [node.id for node in read(data.encode()).processes[0].nodes] == ["T"]

    def test_references_can_be_qualified(self) -> None:
        body = (
            '<process id="P"><laneSet><lane id="L" name="Lønn"><flowNodeRef>tns:T</flowNodeRef>'
            '</lane></laneSet><task id="T"/><task id="U"/>'
            '<sequenceFlow id="F" sourceRef="tns:T" targetRef="tns:U"/></process>'
        )
        document = read_document(definitions(body))
        (flow,) = document.processes[0].sequence_flows
        assert (flow.source, flow.target) == (document.ref("T"), document.ref("U"))
        assert node_of(document.processes[0], "T").lane == document.ref("L")

    def test_missing_and_repeated_ids_are_made_up_the_same_each_time(self) -> None:
        data = definitions('<process id="P"><task/><task/><task id="T"/><task id="T"/></process>')
        first, second = read(data), read(data)
        assert first == second
        assert len({node.id for node in first.processes[0].nodes}) == 4
        assert codes(first) == ["BPM203", "BPM204"]

    def test_white_space_and_line_breaks_in_names_are_tidied(self) -> None:
        body = '<process id="P"><task id="T" name=" Vurdere&#10;  søknad "/></process>'
        assert node_of(definitions(body), "T").name == "Vurdere søknad"


class TestPartsThatAreMissing:
    def test_flows_with_missing_and_dangling_ends_stay_open_and_are_said(self) -> None:
        body = (
            '<process id="P"><task id="T"/><sequenceFlow id="F" sourceRef="T" targetRef="gone"/>'
            '<sequenceFlow id="G" targetRef="T"/></process>'
        )
        landscape = read(definitions(body))
        assert [flow.target is None for flow in landscape.processes[0].sequence_flows] == [
            True, False,
        ]  # fmt: skip
        assert codes(landscape) == ["BPM201", "BPM206"]

    def test_a_process_that_no_pool_refers_to_is_a_process(self) -> None:
        body = '<collaboration id="C"><participant id="A"/></collaboration><process id="P"/>'
        document = read_document(definitions(body))
        assert document.processes[0].participants == ()
        assert document.participants[0].process is None

    def test_lanes_without_a_pool_are_who_performs(self) -> None:
        body = (
            '<process id="P"><laneSet><lane id="L" name="Lønn"><flowNodeRef>T</flowNodeRef>'
            '</lane></laneSet><task id="T"/></process>'
        )
        assert [each.name for each in node_of(definitions(body), "T").performers] == ["Lønn"]

    def test_a_file_of_a_collaboration_alone_has_its_pools_and_messages(self) -> None:
        body = (
            '<collaboration id="C"><participant id="A" name="Innbygger"/><participant id="B"/>'
            '<messageFlow id="M" sourceRef="A" targetRef="B"/></collaboration>'
        )
        landscape = read(definitions(body))
        (document,) = landscape.documents
        assert (len(document.participants), len(document.message_flows)) == (2, 1)
        assert (landscape.processes, codes(landscape)) == ((), [])

    def test_a_file_with_nothing_in_it_is_read(self) -> None:
        assert read(definitions("")).processes == ()

    def test_a_lane_that_lists_what_is_no_node_says_so(self) -> None:
        body = (
            '<process id="P"><laneSet><lane id="L"><flowNodeRef>F</flowNodeRef><flowNodeRef>gone'
            '</flowNodeRef></lane></laneSet><task id="T"/>'
            '<sequenceFlow id="F" sourceRef="T" targetRef="T"/></process>'
        )
        assert codes(read(definitions(body))) == ["BPM202", "BPM202"]


class TestOtherKindsOfModel:
    def kept(self, body: str) -> tuple[Document, list[str]]:
        landscape = read(definitions(body))
        return landscape.documents[0], codes(landscape)

    def test_a_choreography_is_kept_and_reported(self) -> None:
        document, found = self.kept(
            '<choreography id="C"><participant id="A"/><choreographyTask id="T" '
            'initiatingParticipantRef="A"/><startEvent id="S"/></choreography>'
        )
        assert "choreographyTask" in document.kept[0]
        assert found[0] == "BPM401"

    def test_a_conversation_is_kept_and_reported(self) -> None:
        document, found = self.kept(
            '<collaboration id="C"><participant id="A" name="Lønn"/>'
            '<conversation id="V"><participantRef>A</participantRef></conversation>'
            '<subConversation id="W"/><callConversation id="X"/></collaboration>'
        )
        assert [each.name for each in document.participants] == ["Lønn"]
        assert found == ["BPM401", "BPM401", "BPM401"]
        assert len(document.definitions[0].kept) == 3

    @pytest.mark.parametrize("name", ["globalConversation", "globalChoreographyTask"])
    def test_global_ones_are_too(self, name: str) -> None:
        document, found = self.kept(f'<{name} id="G"/>')
        assert (len(document.kept), found) == (1, ["BPM401"])

    def test_an_import_is_kept_and_reported(self) -> None:
        document, found = self.kept(
            f'<import importType="{MODEL}" location="b.bpmn" namespace="urn:b"/>'
        )
        assert (len(document.kept), found) == (1, ["BPM303"])


class TestAnythingAnywhere:
    def test_comments_and_instructions_stand_anywhere(self) -> None:
        note = "<!-- x --><?y z?>"
        inner = f'<process id="P">{note}<laneSet>{note}<lane id="L" name="A">{note}<flowNodeRef>'
        inner += f"{note}T{note}</flowNodeRef></lane></laneSet><task id='T'>{note}"
        inner += f"<documentation>a{note}b</documentation></task></process>"
        data = definitions(note + inner).replace(b"<definitions", note.encode() + b"<definitions")
        node = node_of(data, "T")
        assert (node.documentation, [each.name for each in node.performers]) == ("ab", ["A"])

    def test_content_that_the_schema_forbids_is_kept(self) -> None:
        body = '<process id="P"><task id="T"><v:a xmlns:v="urn:v">x</v:a><wrong/></task></process>'
        node = node_of(definitions(body), "T")
        assert [text.partition(">")[0].partition(" ")[0] for text in node.kept] == [
            "<v:a", "<wrong",
        ]  # fmt: skip

    def test_bpmn_stands_in_xml_files_and_others_do_too(self, tmp_path: Path) -> None:
        (tmp_path / "a.xml").write_bytes(definitions('<process id="P"/>'))
        (tmp_path / "b.xml").write_bytes(b"<settings/>")
        landscape = read_bpmn(tmp_path)
        assert [each.path for each in landscape.documents] == ["a.xml"]
        assert codes(landscape) == ["BPM103"]
