"""Text, lines and verbatim markup."""

from __future__ import annotations

import pytest
from lxml import etree

from procmap.bpmn import documents
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


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        ("\n <x:b> Kari \n</x:b>\n ", "Kari"),
        ("<x:b/> ", ""),
        ("\n <x:b>Kari</x:b>\n <x:b>Ola</x:b>\n ", "Kari\n Ola"),
        ("Kari <x:b/> <x:b/> Ola", "Kari   Ola"),
        ("<x:b> <x:c>Kari</x:c> </x:b>", "Kari"),
        ("<x:b/> <![CDATA[ Kari ]]><!-- --> ", "Kari"),
        ("\u00a0<x:b/>", ""),
    ],
)
def test_text_around_elements_has_the_white_space_of_the_file(inside: str, text: str) -> None:
    data = process(f'<task id="T"><documentation xmlns:x="urn:x">{inside}</documentation></task>')
    assert node_of(data, "T").documentation == text


def test_a_file_is_parsed_again_only_for_white_space_in_the_midst_of_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(documents, "_parse_whole")
    one = process('<task id="T"><documentation>\n <b>Kari</b>\n </documentation></task>')
    assert node_of(one, "T").documentation == "Kari"
    with pytest.raises(NameError):
        read_process(one.replace(b"</b>", b"</b> <b>Ola</b>"))


def test_lines_are_said_up_to_where_they_are_certain() -> None:
    tasks = "\n".join(f'<task id="T{n}"/>' for n in range(66_000))
    found = read_process(definitions(f'<process id="P">\n{tasks}</process>')).nodes
    assert [node.line for node in found[:2]] == [4, 5]
    assert all(node.line in (None, at) for at, node in enumerate(found, start=4))
    assert found[-1].line is None
