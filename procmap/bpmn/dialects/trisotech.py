"""Trisotech: a charter that says who is responsible, and systems that steps refer to.

Performers are resources of the standard. How the charter is written was not to be seen in any
filled file; it is read by its own words, as attributes, as text, or as names of what is inside.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from lxml import etree

from procmap.bpmn.dialects.dialect import Dialect, PropertyReader, Stated
from procmap.bpmn.markup import find_text
from procmap.bpmn.properties import Fields

__all__ = ["DIALECT"]

_NAMESPACES: Final = (
    "http://www.trisotech.com/2014/triso/bpmn",
    "http://www.trisotech.com/2015/triso/modeling",
)
_WORDS: Final = ("responsible", "accountable", "consulted", "informed")


def _find_charter(element: etree._Element, _: Fields) -> Iterable[Stated]:
    for word in _WORDS:
        yield word, element.get(word)
        for each in element.iter(f"{{*}}{word}"):
            yield from _find_named(word, each)


def _find_word(element: etree._Element, _: Fields) -> Iterable[Stated]:
    return _find_named(etree.QName(element).localname, element)


def _find_named(word: str, element: etree._Element) -> Iterable[Stated]:
    named = [each.get("name") for each in element.iter("{*}*") if each.get("name")]
    for name in named or [find_text(element)]:
        yield word, name


def _find_systems(element: etree._Element, fields: Fields) -> Iterable[Stated]:
    for each in element.iterchildren("{*}systemRef"):
        namespace = etree.QName(each).namespace
        yield "system", fields.label(element, f"{{{namespace}}}system", find_text(each))


_READERS: Final[dict[str, PropertyReader]] = {
    "charter": _find_charter,
    "graphRelations": _find_systems,
    **dict.fromkeys(_WORDS, _find_word),
}

DIALECT: Final = Dialect(
    namespaces=_NAMESPACES,
    property_extensions={
        f"{{{namespace}}}{name}": reader
        for namespace in _NAMESPACES
        for name, reader in _READERS.items()
    },
)
