"""What is kept stands by itself, also in a file with too many namespaces."""

from __future__ import annotations

import pytest
from lxml import etree

from procmap.bpmn import read_bpmn
from procmap.bpmn.namespaces import is_overgrown
from tests.bpmn.builders import MODEL, read_process


def file_with(namespaces: int, body: str) -> bytes:
    declared = "".join(f' xmlns:n{number}="urn:n{number}"' for number in range(namespaces))
    return (
        f'<definitions xmlns="{MODEL}"{declared}><process>{body}</process></definitions>'.encode()
    )


@pytest.mark.parametrize("namespaces", [8, 300])
def test_what_is_kept_has_the_namespaces_of_its_names_and_of_prefixes_in_its_text(
    namespaces: int,
) -> None:
    body = '<n1:x n2:a="n3:T"><!-- c --><n4:y>n5:z<own:w xmlns:own="urn:own"/></n4:y></n1:x>tail'
    kept = read_process(file_with(namespaces, body)).kept[0]
    found = etree.fromstring(kept)
    assert {prefix for prefix in found.nsmap if prefix} == {f"n{each}" for each in range(1, 6)}
    original = etree.fromstring(file_with(namespaces, body))[0][0]
    assert [(each.tag, each.text, each.items()) for each in found.iter()] == [
        (each.tag, each.text, each.items()) for each in original.iter()
    ]


@pytest.mark.timeout(90)
def test_many_namespaces_and_many_kept_elements_take_no_product_of_time() -> None:
    read_bpmn(file_with(300, '<x:y xmlns:x="urn:x"/>' * 20_000))
    nested = "".join(
        "<subProcess " + " ".join(f'xmlns:n{n}="urn:{level}:{n}"' for n in range(50)) + ">"
        for level in range(240)
    )
    read_bpmn(file_with(0, nested + "<unheard/>" * 20_000 + "</subProcess>" * 240))


def test_namespaces_declared_again_and_again_are_few() -> None:
    assert not is_overgrown(b'<a xmlns:x="urn:x"/>' * 1_000)
    assert is_overgrown(b"".join(b'<a xmlns:x="urn:%d"/>' % number for number in range(65)))
    assert not is_overgrown(b"".join(b'<a xmlns:x="urn:%d"/>' % number for number in range(64)))
    assert is_overgrown(file_with(80, "").decode().encode("utf-16"))
