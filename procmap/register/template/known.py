"""What spelling a landscape in the cells of a register needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar

from procmap.model import Fact, Handoff, Holder, Landscape, Process
from procmap.model.process_names import ProcessNames, build_process_names
from procmap.register.cell_text import join_list, join_prefix
from procmap.register.merging.holders import Holders, build_holders
from procmap.register.merging.models import Models, build_models
from procmap.register.merging.step_book import StepBook, build_step_book
from procmap.register.merging.unit_book import UnitBook, build_unit_book
from procmap.register.sheets import Lang, spell_word
from procmap.register.template.cells import HOLDER_WORDS, is_spelled_bare, spell_cell_fact
from procmap.register.template.yaml_text import write_list, write_text
from procmap.source import ElementRef

__all__ = [
    "Cell",
    "Known",
    "Listed",
    "OneOf",
    "Prefixed",
    "Row",
    "build_known",
    "join_cell",
    "write_cell",
]

W = TypeVar("W", bound=str)


@dataclass(frozen=True, slots=True)
class Listed:
    """A cell with several texts."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Prefixed:
    """A cell with a text and the word that says what it is."""

    word: str
    text: str


@dataclass(frozen=True, slots=True)
class OneOf:
    """A cell that may name several, and names one."""

    name: str | Prefixed


Cell = str | Listed | Prefixed | OneOf
Row = Mapping[str, Cell]


def join_cell(cell: Cell) -> str:
    """A cell as the text that stands in a sheet."""
    match cell:
        case Listed():
            return join_list(cell.texts)
        case Prefixed():
            return join_prefix(cell.word, cell.text)
        case OneOf():
            name = join_cell(cell.name)
            return join_list((name,)) if name else ""
        case _:
            return cell


def write_cell(cell: Cell) -> str:
    """A cell as YAML; "" for a blank one.

    Examples:
        >>> write_cell("nei, ingen"), write_cell(Prefixed("unit", "IT")), write_cell("")
        ('"nei, ingen"', '{unit: IT}', '')
    """
    match cell:
        case Listed(texts=(one,)):
            return write_text(one)
        case Listed():
            return write_list(cell.texts) if cell.texts else ""
        case Prefixed():
            return f"{{{cell.word}: {write_text(cell.text)}}}"
        case OneOf():
            return write_cell(cell.name)
        case _:
            return write_text(cell) if cell else ""


@dataclass
class Known:
    """A landscape, and how its parts are written.

    Args:
        landscape: the models, with or without a register applied to them.
        units: its units.
        holders: everybody who can answer for something.
        models: its documents and processes.
        lang: language of words.
        full: whether rows are wanted that nothing is known for.
        handoffs: the hand-offs between units, as they were counted.
    """

    landscape: Landscape
    units: UnitBook
    holders: Holders
    models: Models
    lang: Lang
    full: bool = False
    handoffs: Sequence[Handoff] = ()
    _books: dict[ElementRef, StepBook] = field(default_factory=dict)

    @cached_property
    def process_names(self) -> ProcessNames:
        """The processes by what they may be called."""
        return build_process_names(self.landscape.processes, self.models.aliases)

    def spell_process(self, process: Process) -> dict[str, Cell]:
        """The cells that say which process a row is about."""
        return {"process": process.label or process.id, "model": self.spell_model(process)}

    def spell_model(self, process: Process) -> str:
        """The model of a process; for one without, a word where its name alone leaves doubt."""
        if process.modelled:
            return str(process.ref)
        # Only where a model has the same name must be said that this process has none.
        is_clear = len(self.models.named(process.label or process.id)) == 1
        return "" if is_clear else spell_word("absent", self.lang)

    def spell_step(self, ref: ElementRef, process: Process) -> str:
        """What to write to mean a node, from a row about a process."""
        node = process.node_by_ref.get(ref)
        return self.book(process).spell(node) if node is not None else str(ref)

    def book(self, process: Process) -> StepBook:
        """The steps of a process by what people write for them."""
        if process.ref not in self._books:
            self._books[process.ref] = build_step_book(process)
        return self._books[process.ref]

    def spell_holder(self, holder: Holder) -> str | Prefixed:
        """A holder: the name alone where that is recognised as what the holder is."""
        if is_spelled_bare(holder, self.holders):
            return holder.name
        return Prefixed(HOLDER_WORDS[self.lang][holder.kind], holder.name)

    def spell_holder_fact(self, fact: Fact[Holder]) -> Cell:
        """A fact about who answers."""
        if fact.value is not None:
            return self.spell_holder(fact.value)
        return self.spell_state(fact)

    def spell_words(self, fact: Fact[str]) -> str:
        """A fact told in people's own words."""
        return spell_cell_fact(fact, self.lang, str)

    def spell_choice(self, fact: Fact[W]) -> str:
        """A fact whose value is a word of a closed list."""
        return spell_cell_fact(fact, self.lang, lambda word: spell_word(word, self.lang))

    def spell_state(self, fact: Fact[Holder] | Fact[float] | Fact[str]) -> str:
        """The word for a fact that is not stated, or "" where nobody recorded it."""
        return spell_word(fact.state, self.lang) if fact.is_recorded else ""


def build_known(
    landscape: Landscape, lang: Lang, *, full: bool = False, handoffs: Sequence[Handoff] = ()
) -> Known:
    """Build what spelling a landscape needs.

    Args:
        landscape: the models, with or without a register applied to them.
        lang: language of words.
        full: whether rows are wanted that nothing is known for.
        handoffs: the hand-offs between units, to be listed with their numbers.
    """
    organisation = landscape.organisation.value
    units = build_unit_book(
        landscape.units,
        organisation=organisation.name if organisation else "",
        aliases=landscape.aliases,
    )
    holders = build_holders(units, landscape.people)
    return Known(landscape, units, holders, build_models(landscape), lang, full, handoffs)
