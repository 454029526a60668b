from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from procmap import api
from procmap.bpmn import read_bpmn
from procmap.model import Landscape, Performer
from procmap.register import apply_register
from procmap.register.pseudonyms import pseudonymise
from procmap.source import ElementRef

from .builders import build_landscape


def _unpack(file: Path) -> str:
    if file.suffix != ".xlsx":
        return file.read_text(encoding="utf-8")
    with zipfile.ZipFile(file) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.parametrize("form", ["r.yaml", "r.xlsx", "r"])
def test_no_name_of_a_person_is_left_in_what_is_written(
    samples_dir: Path, tmp_path: Path, form: str
) -> None:
    landscape = read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    api.write_register(landscape, tmp_path / form, pseudonymise=True)
    path = tmp_path / form
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    text = "".join(_unpack(file) for file in files)
    assert not [person.name for person in landscape.people if person.name in text]
    assert "Person 1" in text


def test_findings_stay_the_same(samples_dir: Path) -> None:
    landscape = read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    after = api.analyze(pseudonymise(landscape)).findings
    assert after == api.analyze(landscape).findings


def test_a_person_has_one_name_wherever_it_stands() -> None:
    landscape = apply_register(
        Landscape(),
        {
            "units": ["A", "B"],
            "people": [
                {"name": "Kari Nes", "positions": "Leder"},
                {"name": "Ola", "deputy": "Per"},
            ],
            "processes": [{"name": "P", "ownership": "Kari Nes"}],
            "boundaries": [{"from": "A", "to": "B", "coordinator": "kari nes"}],
            "steps": [{"process": "Q", "step": "Vurdere", "who": "Kari Nes"}],
        },
    )
    changed = pseudonymise(landscape)
    kari = changed["P"].owners[0].holder.name
    assert kari == "Person 1"
    assert changed["Q"].lanes[0].name == kari
    assert changed["Q"].steps[0].performers[0].name == kari
    assert changed.boundaries[0].coordinator.value is not None
    assert changed.boundaries[0].coordinator.value.name == kari
    assert "kari" not in changed.to_json().casefold()


def test_no_name_is_left_in_what_is_said_about_the_work() -> None:
    kari = "Kari Nes"
    landscape = apply_register(
        build_landscape(),
        {
            "people": [kari],
            "processes": [{"name": "Byggesak", "goal_setter": kari}],
            "systems": [{"name": "ERP", "line": kari, "technical": "kari nes"}],
            "steps": [{"process": "Byggesak", "step": "T0", "who": kari}],
            "responsibilities": [{"process": "Byggesak", "who": kari, "letters": "A"}],
            "measures": [{"process": "Byggesak", "name": "Tid", "owner": kari}],
            "goals": [{"process": "Byggesak", "name": "Raskere", "setter": kari}],
            "handoffs": [{"process": "Byggesak", "from": "T0", "to": "T1", "coordinator": kari}],
            "data_uses": [{"process": "Byggesak", "item": "Navn", "kind": "reads", "source": kari}],
        },
    )
    assert landscape.to_json().casefold().count("kari nes") >= 10
    changed = pseudonymise(landscape)
    assert "kari" not in changed.to_json().casefold()
    assert changed["Byggesak"].node_by_ref[ElementRef("byggesak.bpmn", "T0")].performers[0] == (
        Performer("person", "Person 1", "register")
    )
