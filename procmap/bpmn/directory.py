"""Ids of one document: every element has one of its own, and references find it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from procmap.bpmn.diagnostics import build_diagnostic
from procmap.bpmn.drafts import Draft
from procmap.bpmn.notes import Notes
from procmap.bpmn.trusted import build_ref
from procmap.bpmn.vocabulary import Group
from procmap.source import SourceLocation

__all__ = ["Directory"]

_NODE: Final[tuple[Group, ...]] = ("node",)


@dataclass(slots=True)
class Directory:
    """Finds the drafts of a document by id.

    Args:
        notes: takes the diagnostics.
        accented: drafts whose names have letters beyond ASCII.
    """

    notes: Notes
    accented: list[Draft] = field(default_factory=list)
    _by_id: dict[str, Draft] = field(default_factory=dict)
    _twins: dict[str, list[Draft]] = field(default_factory=dict)
    _entered: list[Draft] = field(default_factory=list)
    _nameless: list[Draft] = field(default_factory=list)
    _suffixes: dict[str, int] = field(default_factory=dict)

    def enter(self, draft: Draft) -> None:
        """Enter a draft under its id, made unique where the file repeats it."""
        self._entered.append(draft)
        take = draft.attributes.pop
        name = take("name", "")
        draft.name = " ".join(name.split()) if name else ""
        if not name.isascii():
            self.accented.append(draft)
        stated = take("id", "").strip()
        if not stated:
            self._nameless.append(draft)
        elif stated not in self._by_id:
            self._by_id[stated] = draft
            draft.ref = build_ref(self.notes.path, stated)
            draft.id = stated
        else:
            # Named once all stated ids are known: a made-up one must not take theirs.
            self._twins.setdefault(stated, []).append(draft)

    def settle(self) -> None:
        """Give an id to each draft that has none of its own; call when all are entered."""
        for stated, twins in self._twins.items():
            for twin in twins:
                self._give(twin, self._unused(stated))
                twin.attributes["id"] = stated
                self.notes.about(twin, "BPM204", id=stated, unique=twin.id)
        if self._nameless:
            self._name_all()
            self._report_nameless()
        self._entered.clear()

    def find(
        self, reference: str | None, groups: tuple[Group, ...], *, near: Draft | None = None
    ) -> Draft | None:
        """Find the draft that a reference means.

        Args:
            reference: an id, or a QName (BPMN 2.0.2, 8.1: references are QNames).
            groups: what it may be.
            near: the process it stands in. Where an id is repeated, its own is meant: some
                tools number afresh in each process.
        """
        if not reference:
            return None
        if not self._twins:
            only = self._by_id.get(reference)
            if only is not None:
                return only if only.kind.group in groups else None
        stated = reference.strip()
        first = self._by_id.get(stated)
        if first is None:
            stated = stated.rpartition(":")[2]
            first = self._by_id.get(stated)
            if first is None:
                return None
        twins = self._twins.get(stated)
        if twins is None:
            return first if first.kind.group in groups else None
        fitting = [draft for draft in (first, *twins) if draft.kind.group in groups]
        nearest = (draft for draft in fitting if near is not None and draft.owner is near)
        return next(nearest, fitting[0] if fitting else None)

    def find_node(self, reference: str | None, owner: Draft | None) -> Draft | None:
        """Find the flow node that a reference from the same process means.

        Args:
            reference: an id, or a QName.
            owner: the process.
        """
        if reference and not self._twins:
            # So it is nearly always.
            found = self._by_id.get(reference)
            if found is not None and found.owner is owner and found.kind.group == "node":
                return found
        found = self.find(reference, _NODE, near=owner)
        return found if found is not None and found.owner is owner else None

    def spell(self, reference: str) -> str:
        """The id that a reference of the drawing means; as written where nothing has it."""
        stated = reference.strip()
        if stated in self._by_id:
            return stated
        local = stated.rpartition(":")[2]
        return local if local in self._by_id else stated

    def _give(self, draft: Draft, given: str) -> None:
        self._by_id[given] = draft
        draft.ref = build_ref(self.notes.path, given)
        draft.id = given

    def _name_all(self) -> None:
        """Name those without an id after their type and its how manieth they are."""
        nameless = set(map(id, self._nameless))
        counts: dict[str, int] = {}
        for draft in self._entered:
            kind = draft.type
            ordinal = counts[kind] = counts.get(kind, 0) + 1
            if id(draft) in nameless:
                made_up = f"_{kind}_{ordinal}"
                taken = made_up in self._by_id
                self._give(draft, self._unused(made_up) if taken else made_up)

    def _unused(self, stated: str) -> str:
        number = self._suffixes.get(stated, 1) + 1
        while f"{stated}~{number}" in self._by_id:
            number += 1
        self._suffixes[stated] = number
        return f"{stated}~{number}"

    def _report_nameless(self) -> None:
        first = self._nameless[0]
        self.notes.findings.append(
            build_diagnostic(
                "BPM203",
                SourceLocation(self.notes.path, first.id, first.line),
                elements=tuple(draft.ref for draft in self._nameless),
                parameters={"count": len(self._nameless), "first": first.id},
            )
        )
