"""A landscape: everything read from some files, and from a register."""

from __future__ import annotations

import base64
import datetime as dt
import json
from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal

from pydantic import Field, ValidationError

from procmap.errors import ModelError
from procmap.findings import Finding
from procmap.labels import Words
from procmap.model.aliases import Alias
from procmap.model.chart import Chart, build_chart
from procmap.model.codes import CodeList
from procmap.model.data_items import DataItem, DataUse
from procmap.model.delegation import delegate
from procmap.model.document import Document
from procmap.model.element import Element, Entity
from procmap.model.facts import Fact
from procmap.model.flow import MessageFlow
from procmap.model.lookup import Index, build_index
from procmap.model.names import fold
from procmap.model.organisation import Organisation, Person, Role, System, Unit
from procmap.model.ownership import Boundary, CrossingAgreement
from procmap.model.process import Process
from procmap.model.responsibility import Responsibility, ResponsibilityAnswer
from procmap.model.workshop import Decision, Opinion, SetAside
from procmap.source import ElementRef

__all__ = ["SCHEMA_VERSION", "Landscape"]

SCHEMA_VERSION: Final = 1


class Landscape(Entity):
    """Processes, units and owners, as far as anybody has said.

    Attributes:
        schema_version: version of this type's JSON form.
        documents: the BPMN files, ordered by path.
        unmodelled: processes known from the register only.
        organisation: the legal organisation the register is for.
        as_of: the day the register describes.
        units: the units of the register.
        people: the persons of the register.
        roles: the positions of the register.
        systems: the systems of the register.
        data_items: the data items of the register.
        data_uses: what steps and processes do with data items.
        responsibilities: the RACI table.
        responsibility_answers: its rows that give nobody a letter: nobody, not known, not
            applicable.
        boundaries: what is agreed between units.
        agreements: what is agreed about single hand-offs.
        opinions: who owns a process, by each unit asked.
        decisions: what was decided.
        set_aside: what need not be asked again for a while.
        aliases: other names of units, processes, positions and systems.
        code_lists: the code lists that somebody brought.
        registered: whether a register was applied.
        diagnostics: what readers noticed, as findings with file, line and element.

    Examples:
        >>> Landscape().processes
        ()
    """

    schema_version: Literal[1] = SCHEMA_VERSION
    documents: tuple[Document, ...] = ()
    unmodelled: tuple[Process, ...] = ()
    organisation: Fact[Organisation] = Fact()
    as_of: dt.date | None = None
    units: tuple[Unit, ...] = ()
    people: tuple[Person, ...] = Field(default=(), repr=False)
    roles: tuple[Role, ...] = ()
    systems: tuple[System, ...] = ()
    data_items: tuple[DataItem, ...] = ()
    data_uses: tuple[DataUse, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    responsibility_answers: tuple[ResponsibilityAnswer, ...] = ()
    boundaries: tuple[Boundary, ...] = ()
    agreements: tuple[CrossingAgreement, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    decisions: tuple[Decision, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    aliases: tuple[Alias, ...] = ()
    code_lists: tuple[CodeList, ...] = ()
    registered: bool = False
    diagnostics: tuple[Finding, ...] = ()

    @cached_property
    def processes(self) -> tuple[Process, ...]:
        """All processes: those of the documents in order, then those without a model."""
        modelled = (process for document in self.documents for process in document.processes)
        return (*modelled, *self.unmodelled)

    @cached_property
    def message_flows(self) -> tuple[MessageFlow, ...]:
        """The message flows of all documents."""
        return tuple(flow for document in self.documents for flow in document.message_flows)

    @cached_property
    def chart(self) -> Chart:
        """The organisation chart of units, positions and persons."""
        return build_chart(self.units, self.roles, self.people)

    def __getitem__(self, key: str | ElementRef) -> Process:
        """Find a process.

        Args:
            key: an `ElementRef`, ``"file.bpmn#id"``, an id, or a name; ids and names must be
                unique, names are compared folded (case, white space).

        Raises:
            UnknownNameError: nothing fits; lists the nearest.
            AmbiguousNameError: several fit; lists them.
        """
        return self._processes_index.find(key)

    def element(self, ref: ElementRef) -> Element:
        """Find any element by its reference.

        Raises:
            UnknownNameError: no element has that reference.
        """
        return self._element_index.find(ref)

    def __contains__(self, ref: object) -> bool:
        return isinstance(ref, ElementRef) and ref in self._element_index.by_ref

    def __repr__(self) -> str:
        # All of it would be megabytes in a terminal.
        return (
            f"Landscape({len(self.documents)} files, {len(self.processes)} processes, "
            f"{len(self.units)} units)"
        )

    def __str__(self) -> str:
        return repr(self)

    def _repr_mimebundle_(self, **_: object) -> dict[str, str]:
        shown: dict[str, str] = delegate("display_landscape", self)
        return shown

    def _ipython_key_completions_(self) -> list[str]:
        """What ``landscape["`` completes to: labels, and references where several share one."""
        times = Counter(fold(process.label) for process in self.processes)
        return [
            process.label if times[fold(process.label)] == 1 else str(process.ref)
            for process in self.processes
        ]

    @cached_property
    def _processes_index(self) -> Index[Process]:
        return build_index(
            ((p.ref, p.label, p) for p in self.processes),
            describe=lambda p: f"{p.ref} («{p.label}»)",
        )

    @cached_property
    def _element_index(self) -> Index[Element]:
        groups: list[tuple[Element, ...]] = []
        for document in self.documents:
            groups += (
                document.participants,
                document.message_flows,
                document.definitions,
                document.data_stores,
                document.annotations,
                document.associations,
                document.groups,
            )
        for process in self.processes:
            groups += (
                (process,),
                process.nodes,
                process.sequence_flows,
                process.lanes,
                process.data,
                process.data_associations,
                process.associations,
                process.annotations,
                process.groups,
            )
        return build_index(
            ((element.ref, "", element) for group in groups for element in group),
            describe=lambda element: str(element.ref),
        )

    def with_register(self, register: str | Path | Mapping[str, Any]) -> Landscape:
        """This landscape with an ownership register applied; this one stays as it is.

        Args:
            register: path of a workbook, a folder of CSV files or a YAML file, or the content as
                a mapping of tables or data frames.

        Raises:
            RegisterError: something in it cannot be understood; says where.
        """
        result: Landscape = delegate("with_register", self, register)
        return result

    def with_owner(
        self,
        process: str | ElementRef,
        *,
        holder: str,
        scope: str = "whole",
        mandate: str | None = None,
    ) -> Landscape:
        """This landscape with one owner set.

        Args:
            process: the process, as for ``landscape[...]``.
            holder: a position, person, unit or network.
            scope: ``"whole"``, ``"own_unit"`` or ``"unknown"``.
            mandate: ``"whole"``, ``"own_unit"``, ``"unknown"``; ``None`` is not recorded.

        Raises:
            UnknownNameError: there is no such process.
            RegisterError: scope or mandate is none of the words above.
        """
        result: Landscape = delegate(
            "with_owner", self, process, holder=holder, scope=scope, mandate=mandate
        )
        return result

    def to_networkx(self, *, level: Literal["step", "unit"] = "step") -> Any:
        """This landscape as a networkx graph, with the attributes of `graph.export.ATTRIBUTES`.

        Args:
            level: ``"step"`` for a `networkx.MultiDiGraph` of steps and what may come next, or
                ``"unit"`` for a `networkx.DiGraph` of units and hand-offs between them.

        Raises:
            ModelError: the level is neither, or there are too many successions to list.
        """
        # The model does not know networkx, not even its types.
        return delegate("to_networkx", self, level=level)

    def to_json(self, *, sources: bool = False) -> str:
        """This landscape as JSON; `from_json` gives it back.

        Args:
            sources: also the bytes of the BPMN files, in base64.

        Examples:
            >>> Landscape.from_json(Landscape().to_json()) == Landscape()
            True
        """
        plain = self.model_dump(
            mode="json",
            exclude={"documents": {"__all__": {"source"}}},
            exclude_defaults=True,
        )
        plain["schema_version"] = self.schema_version
        if sources:
            for written, document in zip(plain.get("documents", ()), self.documents, strict=True):
                if document.source is not None:
                    written["source"] = base64.b64encode(document.source).decode("ascii")
        return json.dumps(plain, ensure_ascii=False, indent=1)

    @classmethod
    def from_json(cls, text: str | bytes) -> Landscape:
        """A landscape from the JSON that `to_json` wrote.

        Raises:
            ModelError: the text is no such JSON, or of another schema version.
        """
        try:
            plain = json.loads(text)
            if isinstance(plain, dict):
                for document in plain.get("documents", ()):
                    if document.get("source") is not None:
                        document["source"] = base64.b64decode(document["source"])
            return cls.model_validate(plain)
        except (ValidationError, ValueError, TypeError, AttributeError) as error:
            raise ModelError(
                Words(
                    "dette er ikke et landskap i JSON: {error}",
                    "this is no landscape in JSON: {error}",
                ).fill(error=str(error)),
                expected=Words(
                    "det Landscape.to_json skrev, skjemaversjon {version}",
                    "what Landscape.to_json wrote, schema version {version}",
                ).fill(version=SCHEMA_VERSION),
            ) from error
