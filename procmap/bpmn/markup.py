"""Small questions to XML elements: their text, their line, their markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from lxml import etree

__all__ = ["Keeper", "build_keeper", "find_line", "find_text", "has_elements"]

# libxml2 counts lines in 16 bits and guesses from there on.
_LAST_CERTAIN_LINE = 65_534
_STRING_VALUE = etree.XPath("string()", smart_strings=False)


def find_text(element: etree._Element) -> str:
    """The text of an element, with that of elements inside it, without comments; stripped."""
    if len(element):
        return str(_STRING_VALUE(element)).strip()
    return (element.text or "").strip()


def has_elements(element: etree._Element) -> bool:
    """Whether there are elements inside, other than comments and the like."""
    return len(element) > 0 and next(element.iterchildren("*"), None) is not None


def find_line(element: etree._Element) -> int | None:
    """The line an element's start tag ends on, where that is certain."""
    # The stubs type this attribute as an ellipsis.
    line = cast("int | None", element.sourceline)
    return line if line is not None and line <= _LAST_CERTAIN_LINE else None


@dataclass(frozen=True, slots=True)
class Keeper:
    """Writes elements out verbatim.

    Args:
        declarations: the root's namespaces, as (prefix with colon, declaration).
    """

    declarations: tuple[tuple[str, str], ...]

    def keep(self, element: etree._Element) -> str:
        """An element as XML that stands by itself, with the namespaces it may need.

        A declaration of the root is left out only where its prefix occurs nowhere: prefixes also
        stand in text (``xsi:type``, QName references), which no serialiser looks into.
        """
        text: str = etree.tostring(element, encoding="unicode", with_tail=False)
        for prefix, declaration in self.declarations:
            if prefix not in text:
                text = text.replace(declaration, "", 1)
        return text


def build_keeper(root: etree._Element) -> Keeper:
    """Build the keeper of a document."""
    return Keeper(
        tuple(
            (f"{prefix}:", f' xmlns:{prefix}="{uri}"')
            for prefix, uri in root.nsmap.items()
            if prefix is not None
        )
    )
