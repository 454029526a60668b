"""Small landscapes and registers to try things on."""

from __future__ import annotations

from pathlib import Path

from procmap.findings import Finding
from procmap.model import Document, FlowNode, Landscape, Lane, LaneMeaning, Participant, Process
from procmap.register import InvalidRegisterError, RegisterProblem, apply_register
from procmap.register.merging.facts import strip_origins
from procmap.source import ElementRef

ORGANISATION = "organisation: {name: Fjordvik kommune}\n"


def build_document(
    path: str = "byggesak.bpmn",
    *,
    process: str = "Byggesak",
    lanes: tuple[str, ...] = ("Saksbehandler", "Geodata"),
    steps: tuple[str, ...] = ("Motta søknad", "Vurdere søknad"),
    pools: tuple[str, ...] = ("Søker",),
) -> Document:
    """A document with one process in a pool of the same name, and black boxes beside it."""
    ref = ElementRef(path, "P")
    own = Participant(ref=ElementRef(path, "Pool"), name="Kommunen", process=ref)
    boxes = (
        Participant(ref=ElementRef(path, f"Box{n}"), name=name) for n, name in enumerate(pools)
    )
    return Document(
        path=path,
        sha256="",
        processes=(
            Process(
                ref=ref,
                name=process,
                participants=(own,),
                lanes=tuple(
                    Lane(ref=ElementRef(path, f"L{n}"), name=name, process=ref)
                    for n, name in enumerate(lanes)
                ),
                nodes=tuple(
                    FlowNode(ref=ElementRef(path, f"T{n}"), name=name, type="task", parent=ref)
                    for n, name in enumerate(steps)
                ),
            ),
        ),
        participants=(own, *boxes),
    )


def build_landscape(*documents: Document) -> Landscape:
    """A landscape of some documents, or of the usual one."""
    return Landscape(documents=documents or (build_document(),))


def apply_text(folder: Path, text: str, landscape: Landscape | None = None) -> Landscape:
    """A landscape, the usual one or another, with a register given as YAML text."""
    path = folder / "register.yaml"
    path.write_text(text, encoding="utf-8")
    return apply_register(build_landscape() if landscape is None else landscape, path)


def find_problems(
    folder: Path, text: str, landscape: Landscape | None = None
) -> tuple[RegisterProblem, ...]:
    """What is wrong with a register given as YAML text."""
    try:
        apply_text(folder, text, landscape)
    except InvalidRegisterError as error:
        return error.errors
    return ()


def find_diagnostics(landscape: Landscape) -> dict[str, Finding]:
    """The diagnostics of the register by code."""
    return {d.code: d for d in landscape.diagnostics if d.code.startswith("REG")}


def find_meaning(landscape: Landscape, element_id: str) -> LaneMeaning | None:
    """What a lane or pool of the usual document was stated to stand for."""
    element = landscape.element(ElementRef("byggesak.bpmn", element_id))
    assert isinstance(element, Lane | Participant)
    return element.meaning.value


def strip(landscape: Landscape) -> object:
    """The facts of a landscape, without where they come from and what was noticed on the way."""
    plain = landscape.model_copy(update={"diagnostics": (), "registered": True})
    return strip_origins(plain)
