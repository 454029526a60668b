"""Text, lines and verbatim markup."""

from __future__ import annotations

from lxml import etree

from tests.bpmn.builders import definitions, node_of, process, read_process


def test_what_is_kept_stands_by_itself_with_its_namespaces() -> None:
    data = process('<task id="T"><extensionElements><camunda:a b="1"/></extensionElements></task>')
    (kept,) = node_of(data, "T").kept
    element = etree.fromstring(kept)
    assert element[0].tag == "{http://camunda.org/schema/1.0/bpmn}a"
    assert "zeebe" not in kept


def test_a_prefix_used_in_text_only_keeps_its_namespace() -> None:
    data = process('<task id="T"><ioSpecification><x>tns:Sak</x></ioSpecification></task>')
    (kept,) = node_of(data, "T").kept
    assert etree.fromstring(kept).nsmap["tns"] == "http://example.com/tns"


def test_cdata_is_kept_as_it_is() -> None:
    data = process('<scriptTask id="T"><script><![CDATA[a < b]]></script></scriptTask>')
    assert "<![CDATA[a < b]]>" in node_of(data, "T").kept[0]


def test_documentation_is_joined_by_blank_lines_and_marked_up_text_is_kept_as_well() -> None:
    data = process(
        '<task id="T"><documentation> a </documentation><documentation/>'
        '<documentation textFormat="text/html">b<b xmlns="">c</b></documentation></task>'
    )
    task = node_of(data, "T")
    assert task.documentation == "a\n\nbc"
    assert len(task.kept) == 1


def test_lines_are_said_up_to_where_they_are_certain() -> None:
    tasks = "\n".join(f'<task id="T{n}"/>' for n in range(66_000))
    found = read_process(definitions(f'<process id="P">\n{tasks}</process>')).nodes
    assert [node.line for node in found[:2]] == [4, 5]
    assert all(node.line in (None, at) for at, node in enumerate(found, start=4))
    assert found[-1].line is None
