"""The diagram pages of a document, built when somebody asks for them.

Where things are drawn is half of a file, and most who read it never look at the drawing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml import etree

from procmap.bpmn.contents import find_tree
from procmap.bpmn.diagrams import PAGE, build_diagrams, find_head, find_rectangles, may_lose_shapes
from procmap.bpmn.inventory import Inventory, build_inventory
from procmap.bpmn.limits import NO_LIMITS, Meter
from procmap.bpmn.lines import find_line
from procmap.bpmn.markup import CountingKeeper
from procmap.bpmn.notes import Notes
from procmap.bpmn.refusals import Refusal
from procmap.errors import ModelError
from procmap.labels import Words
from procmap.model import Bounds, Diagram, Edge, Shape
from procmap.source import SourceLocation

__all__ = ["Drawing"]


@dataclass(slots=True)
class Drawing:
    """The diagram pages of a document that is being read.

    Args:
        inventory: the document.
        data: its bytes.
    """

    inventory: Inventory
    data: bytes
    _built: tuple[Diagram, ...] | None = None
    _places: list[dict[str, Bounds]] | None = None

    def find_pages(self) -> tuple[Diagram, ...]:
        """The diagram pages with all that is drawn on them, in file order."""
        if self._built is None:
            lost: list[etree._Element] = []
            self._built = build_diagrams(
                self.inventory.diagrams, spell=self.inventory.directory.spell, lost=lost
            )
            if lost:
                notes = self.inventory.notes
                place = SourceLocation(notes.path, None, find_line(lost[0]))
                notes.aside(place, "BPM208", count=len(lost))
        return self._built

    def find_places(self) -> list[dict[str, Bounds]]:
        """The rectangles of each diagram page by element id; of two, the first counts."""
        if self._places is None:
            spell = self.inventory.directory.spell
            self._places = [find_rectangles(page, spell) for page in self.inventory.diagrams]
        return self._places

    def find_pages_to_be(self) -> tuple[Diagram, ...]:
        """The diagram pages, which find out what is drawn on them when they are asked.

        What the file draws wrong is noted at once, so that a file with doubtful shapes is not
        put off.
        """
        pages = self.inventory.diagrams
        if self._built is not None or not pages:
            return self.find_pages()
        if may_lose_shapes(pages):
            return self.find_pages()
        later = _Later(self.data)
        spell = self.inventory.directory.spell
        return tuple(
            _build_page(find_head(page, spell), index, later) for index, page in enumerate(pages)
        )


@dataclass(slots=True, eq=False)
class _Later:
    """The bytes of a file, until its pages are built from them."""

    data: bytes | None
    pages: tuple[Diagram, ...] = field(default=(), init=False)

    def build(self) -> tuple[Diagram, ...]:
        data = self.data
        if data is not None:
            self.pages = _rebuild(data)
            self.data = None
        return self.pages


def _rebuild(data: bytes) -> tuple[Diagram, ...]:
    opened = find_tree(data, "", NO_LIMITS)
    if isinstance(opened, Refusal):  # it was read before
        raise ModelError(
            Words("tegningen kan ikke lenger leses", "the drawing can no longer be read"),
            remedy=Words("Les filen på nytt.", "Read the file again."),
        )
    root = opened.root
    pages = [child for child in root if child.tag == PAGE]
    return build_diagrams(pages, spell=_find_spelling(root), lost=[])


def _find_spelling(root: etree._Element) -> Callable[[str], str]:
    known: list[Inventory] = []

    def spell(reference: str) -> str:
        stated = reference.strip()
        if ":" not in stated:
            return stated
        if not known:
            keeper = CountingKeeper(Meter(NO_LIMITS))
            known.append(build_inventory(root, keeper=keeper, notes=Notes("")))
        return known[0].directory.spell(stated)

    return spell


class _Page(Diagram):
    """A diagram page whose shapes and edges are built when they are first asked for.

    In all that can be seen it is a `Diagram`.
    """

    __slots__ = ("_index", "_later")
    _index: int
    _later: _Later

    def __getattr__(self, name: str) -> tuple[Shape, ...] | tuple[Edge, ...]:
        # Called only where the slot is still empty.
        if name not in ("shapes", "edges"):
            raise AttributeError(name)
        page = self._later.build()[self._index]
        object.__setattr__(self, "shapes", page.shapes)
        object.__setattr__(self, "edges", page.edges)
        return page.shapes if name == "shapes" else page.edges

    def _plain(self) -> Diagram:
        return Diagram(self.id, self.name, self.element, self.shapes, self.edges)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, _Page):
            return self is other or self._plain() == other._plain()
        return self._plain() == other

    def __hash__(self) -> int:
        return hash(self._plain())

    def __repr__(self) -> str:
        return repr(self._plain())

    def __reduce__(self) -> tuple[object, ...]:
        if self._later.data is not None:
            # Still to be built. Beside its document, which holds the same bytes, it is small.
            return _build_page, ((self.id, self.name, self.element), self._index, self._later)
        return Diagram, (self.id, self.name, self.element, self.shapes, self.edges)


def _build_page(head: tuple[str, str, str], index: int, later: _Later) -> _Page:
    page = _Page.__new__(_Page)
    values = (*head, index, later)
    for name, value in zip(("id", "name", "element", "_index", "_later"), values, strict=True):
        object.__setattr__(page, name, value)
    return page
