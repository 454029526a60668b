"""Small questions to XML elements: their text, their line, their markup."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final, cast

from lxml import etree
from lxml.etree import _Element

from procmap.bpmn.limits import Limits, Meter
from procmap.bpmn.namespaces import write_sparingly

__all__ = ["Keeper", "build_keeper", "find_line", "find_text", "has_elements"]

# libxml2 counts lines in 16 bits and guesses from there on.
_LAST_CERTAIN_LINE: Final = 65_534
# The stubs type this attribute as an ellipsis.
_get_line: Final = cast("Callable[[_Element], int | None]", attrgetter("sourceline"))
_STRING_VALUE: Final = etree.XPath("string()", smart_strings=False)


def find_text(element: etree._Element) -> str:
    """The text of an element, with that of elements inside it, without comments; stripped."""
    if len(element):
        return str(_STRING_VALUE(element)).strip()
    text = element.text
    return text.strip() if text else ""


def has_elements(element: etree._Element) -> bool:
    """Whether there are elements inside, other than comments and the like."""
    return len(element) > 0 and next(element.iterchildren("*"), None) is not None


def find_line(element: etree._Element) -> int | None:
    """The line an element's start tag ends on, where that is certain."""
    line = _get_line(element)
    return line if line is not None and line <= _LAST_CERTAIN_LINE else None


@dataclass(frozen=True, slots=True)
class Keeper:
    """Writes elements out verbatim.

    Args:
        declarations: the root's namespaces, as (prefix with colon, declaration).
        sparing: the file has so many namespaces that an element gets only those it names.
        meter: counts what is kept.
    """

    declarations: tuple[tuple[str, str], ...]
    sparing: bool
    meter: Meter
    _blocks: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=dict)

    def keep(self, element: etree._Element) -> str:
        """An element as XML that stands by itself, with the namespaces it may need.

        A declaration of the root is left out only where its prefix occurs nowhere: prefixes also
        stand in text (``xsi:type``, QName references), which no serialiser looks into.

        Raises:
            BeyondLimitsError: more is to be kept than the limits allow.
        """
        if self.sparing:
            written = text = write_sparingly(element, dict(self.declarations))
        else:
            written = etree.tostring(element, encoding="unicode", with_tail=False)
            text = self._leave_out(written, element.prefix)
        # What is written and thrown away again takes time, if not memory.
        self.meter.add_kept(max(len(text), len(written) // 8))
        return text

    def _leave_out(self, text: str, own: str | None) -> str:
        """The text without declarations of the root that it does not need."""
        # They stand in one piece, unless the element declares some itself.
        block, declarations = self._find_block(f"{own}:" if own else "")
        before, found, after = text.partition(block)
        if found:
            needed = [
                declaration
                for prefix, declaration in declarations
                if not prefix or prefix in after or prefix in before
            ]
            return f"{before}{''.join(needed)}{after}"
        for prefix, declaration in self.declarations:
            if prefix and prefix not in text:
                text = text.replace(declaration, "", 1)
        return text

    def _find_block(self, own: str) -> tuple[str, tuple[tuple[str, str], ...]]:
        """All declarations of the root as lxml writes them, that of the element's name first."""
        found = self._blocks.get(own)
        if found is None:
            ordered = tuple(sorted(self.declarations, key=lambda each: each[0] != own))
            found = "".join(declaration for _, declaration in ordered), ordered
            self._blocks[own] = found
        return found


def build_keeper(
    root: etree._Element, *, sparing: bool = False, meter: Meter | None = None
) -> Keeper:
    """Build the keeper of a document.

    Args:
        root: its ``definitions`` element.
        sparing: it has so many namespaces that an element gets only those it names.
        meter: counts what is kept.
    """
    declarations = tuple(
        (f"{prefix}:", f' xmlns:{prefix}="{uri}"') if prefix else ("", f' xmlns="{uri}"')
        for prefix, uri in root.nsmap.items()
    )
    return Keeper(declarations, sparing, meter or Meter(Limits()))
