"""Small questions to XML elements: their text, their markup."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol, TypeAlias, cast

from lxml import etree
from lxml.etree import _Element

from procmap.bpmn.limits import Limits, Meter
from procmap.bpmn.namespaces import write_sparingly
from procmap.bpmn.parsing import has_blanks
from procmap.errors import ProcmapError
from procmap.labels import Words
from procmap.model import KeptMarkup, MarkupSource

__all__ = [
    "BlanksLostError",
    "CountingKeeper",
    "Keeper",
    "Piece",
    "WritingKeeper",
    "build_keeper",
    "find_attributes",
    "find_text",
    "has_elements",
]

Piece: TypeAlias = "int | str"
"""Something kept: its text, or its number among all that is kept of the file."""

# The attributes of an element; the stubs leave open what the pairs are of.
find_attributes: Final = cast("Callable[[_Element], list[tuple[str, str]]]", _Element.items)
_STRING_VALUE: Final = etree.XPath("string()", smart_strings=False)
_TEXTS: Final = etree.XPath(".//text()", smart_strings=False)


class BlanksLostError(ProcmapError):
    """Text in which elements stand was asked of a tree without the white space between them."""


def find_text(element: etree._Element) -> str:
    """The text of an element, with that of elements inside it, without comments; stripped.

    Raises:
        BlanksLostError: white space in the midst of it was left out.
    """
    if len(element):
        if has_blanks(element):
            return str(_STRING_VALUE(element)).strip()
        texts = cast("list[str]", _TEXTS(element))
        if len(texts) > 1:
            raise BlanksLostError(
                Words(
                    "mellomrommene mellom elementene er utelatt",
                    "the white space between elements was left out",
                )
            )
        # What was left out stood around it, and is no part of the text.
        return texts[0].strip() if texts else ""
    text = element.text
    return text.strip() if text else ""


def has_elements(element: etree._Element) -> bool:
    """Whether there are elements inside, other than comments and the like."""
    return len(element) > 0 and next(element.iterchildren("*"), None) is not None


class Keeper(Protocol):
    """Keeps elements verbatim."""

    @property
    def meter(self) -> Meter:
        """Counts what the file asks for."""

    def keep(self, element: etree._Element, /) -> Piece:
        """Keep an element."""

    def seal(self, pieces: Sequence[Piece], /) -> Sequence[str]:
        """All that is kept of one element of the model."""


@dataclass(slots=True)
class CountingKeeper:
    """Keeps elements by their numbers, to be written out when somebody asks for them.

    Args:
        meter: counts what the file asks for.
        source: writes them out; ``None`` where nobody will ask.
        count: how many there are so far.
    """

    meter: Meter
    source: MarkupSource | None = None
    count: int = 0

    def keep(self, _: etree._Element) -> int:
        """The number of the next element."""
        number = self.count
        self.count = number + 1
        return number

    def seal(self, pieces: Sequence[Piece]) -> Sequence[str]:
        """The markup of some numbers."""
        if not pieces or self.source is None:
            return ()
        return KeptMarkup(self.source, tuple(cast("Sequence[int]", pieces)))


@dataclass(frozen=True, slots=True)
class WritingKeeper:
    """Writes elements out verbatim.

    Args:
        declarations: the root's namespaces, as (prefix with colon, declaration).
        sparing: the file has so many namespaces that an element gets only those it names.
        meter: counts what is kept.
        written: all that was written out, in order.
    """

    declarations: tuple[tuple[str, str], ...]
    sparing: bool
    meter: Meter
    written: list[str] = field(default_factory=list)
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
        self.written.append(text)
        return text

    def seal(self, pieces: Sequence[Piece]) -> Sequence[str]:
        """The texts themselves."""
        return tuple(cast("Sequence[str]", pieces))

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
) -> WritingKeeper:
    """Build a keeper that writes out what it keeps.

    Args:
        root: its ``definitions`` element.
        sparing: it has so many namespaces that an element gets only those it names.
        meter: counts what is kept.
    """
    declarations = tuple(
        (f"{prefix}:", f' xmlns:{prefix}="{uri}"') if prefix else ("", f' xmlns="{uri}"')
        for prefix, uri in root.nsmap.items()
    )
    return WritingKeeper(declarations, sparing, meter or Meter(Limits()))
