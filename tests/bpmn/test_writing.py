"""Files written back: byte by byte as they were, or with our facts in them and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import procmap as pm
from procmap.bpmn import read_bpmn, rewriting, write_bpmn
from procmap.bpmn.own_facts import NAMESPACE
from procmap.bpmn.patching import strip_facts
from procmap.errors import ModelError
from procmap.model import (
    Boundary,
    Fact,
    Holder,
    Landscape,
    LaneMeaning,
    Mandate,
    Ownership,
    Person,
    Role,
    Scope,
    Unit,
)
from tests.bpmn.builders import MODEL, definitions, process, read
from tests.bpmn.statements import (
    REGISTER,
    boundaries,
    facts,
    find_added,
    meanings,
    ownerships,
    plain,
    state,
    state_everywhere,
    texts,
    units,
    what_is_said,
)
from tests.bpmn.strategies import odd_files, proper_files

BODY = (
    '<collaboration id="C"><participant id="Pool" name="K" processRef="P"/></collaboration>'
    '<process id="P"><laneSet><lane id="L" name="Lønn"/></laneSet><task id="T"/></process>'
)
OWNER = Ownership(Holder("role", "Lønnssjef"), scope=Fact.stated(Scope("whole")))
OWNED = {"P": {"ownership": Fact.stated((OWNER,), REGISTER)}}
OWNED_FROM = (
    '<p:ownership state="stated"><p:responsibility kind="owner"{}><p:holder kind="{}"/>'
    "</p:responsibility></p:ownership>"
)


def write(landscape: Landscape, folder: Path, *, people: bool = True) -> dict[str, bytes]:
    files = write_bpmn(landscape, folder, people=people, overwrite=True)
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def write_one(landscape: Landscape, folder: Path, *, people: bool = True) -> bytes:
    return next(iter(write(landscape, folder, people=people).values()))


def canonical(data: bytes) -> bytes:
    root = etree.fromstring(data)
    strip_facts(root)
    return etree.tostring(root.getroottree(), method="c14n2")


def test_what_nobody_said_anything_about_is_the_same_byte_by_byte(tmp_path: Path) -> None:
    data = b"<?xml version='1.0'?><!-- a --><definitions xmlns='" + MODEL.encode() + b"' />\r\n"
    assert write_one(read(data), tmp_path) == data


@given(odd_files())
def test_any_file_unchanged_is_the_same_byte_by_byte(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    assert write_one(read(data), tmp_path_factory.getbasetemp() / "odd") == data


@given(odd_files() | proper_files())
def test_any_file_with_facts_on_everything_reads_back_and_is_the_same_otherwise(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    before = read(data)
    stated = before.model_copy(update={"documents": (state_everywhere(before.documents[0]),)})
    written = write_one(stated, tmp_path_factory.getbasetemp() / "stated")
    again = read(written)
    assert what_is_said(again.documents[0]) == what_is_said(stated.documents[0])
    assert canonical(written) == canonical(data)
    assert write_one(again, tmp_path_factory.getbasetemp() / "stated") == written


@given(
    ownership=facts(st.lists(ownerships, max_size=3).map(tuple)),
    kind=facts(st.sampled_from(["core", "support", "management"])),
    lane=facts(meanings),
    pool=facts(meanings),
    chart=units(),
)
def test_any_fact_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory,
    ownership: Fact[tuple[Ownership, ...]],
    kind: Fact[pm.model.process.ProcessKind],
    lane: Fact[LaneMeaning],
    pool: Fact[LaneMeaning],
    chart: tuple[Unit, ...],
) -> None:
    stated = state(
        read(definitions(BODY)),
        processes={"P": {"ownership": ownership, "kind": kind}},
        meanings={"L": lane, "Pool": pool},
        units=chart,
    )
    again = read(write_one(stated, tmp_path_factory.getbasetemp() / "facts"))
    assert what_is_said(again.documents[0]) == what_is_said(stated.documents[0])
    known = {unit.key: plain(unit) for unit in chart}
    assert all(plain(unit) == known[unit.key] for unit in again.units)
    named = set(lane.value.units if lane.value else ()) | set(
        pool.value.units if pool.value else ()
    )
    assert named <= {unit.key for unit in again.units}
    assert not [f for f in again.diagnostics if f.code in ("BPM310", "BPM410")]


@given(texts)
def test_any_name_survives_every_encoding(
    tmp_path_factory: pytest.TempPathFactory, name: str
) -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "windows-1252", "us-ascii"):
        declared = "utf-16" if "16" in encoding else encoding.removesuffix("-sig")
        text = definitions('<process id="P"/>').decode().replace("utf-8", declared)
        data = text.encode(encoding)
        owner = Ownership(Holder("unit", name), source=name)
        stated = state(read(data), processes={"P": {"ownership": Fact.stated((owner,))}})
        again = read(write_one(stated, tmp_path_factory.getbasetemp() / "names"))
        assert again.processes[0].owners == (owner,)


@pytest.mark.parametrize("name", ["\0", "\x07", "\ud800", "\ufffe"])
def test_a_name_that_xml_cannot_hold_is_an_error_before_anything_is_written(
    name: str, tmp_path: Path
) -> None:
    owner = Ownership(Holder("role", name))
    stated = state(read(definitions(BODY)), processes={"P": {"ownership": Fact.stated((owner,))}})
    with pytest.raises(ModelError, match="a character that XML cannot hold"):
        write_bpmn(stated, tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("fact", [Fact.absent(REGISTER), Fact.unknown(REGISTER), Fact.stated(())])
def test_that_nobody_owns_or_nobody_knows_is_a_statement_too(
    fact: Fact[tuple[Ownership, ...]], tmp_path: Path
) -> None:
    stated = state(read(definitions(BODY)), processes={"P": {"ownership": fact}})
    again = read(write_one(stated, tmp_path)).processes[0].ownership
    assert (again.state, again.value) == (fact.state, fact.value)


def test_a_fact_comes_from_the_file_it_stands_in(tmp_path: Path) -> None:
    stated = state(read(definitions(BODY)), processes=OWNED)
    origin = read(write_one(stated, tmp_path)).processes[0].ownership.origin
    assert origin is not None
    assert (origin.file, origin.element, origin.line) == ("a.bpmn", "P", 3)


def test_units_come_with_those_above_them_and_positions_with_theirs(tmp_path: Path) -> None:
    chart = (
        Unit(key="k", name="Kommunen", manager=Fact.stated("Rådmann")),
        Unit(key="o", name="Økonomi", parent="k"),
        Unit(key="l", name="Lønn", parent="o"),
        Unit(key="x", name="Ikke nevnt", parent="k"),
        Unit(key="y", name="Rådgiverne", parent="k"),
    )
    owner = Ownership(Holder("role", "Rådgiver"))
    stated = state(
        read(definitions(BODY)),
        processes={"P": {"ownership": Fact.stated((owner,))}},
        meanings={"L": Fact.stated(LaneMeaning("unit", ("l",)))},
        units=chart,
    ).model_copy(update={"roles": (Role(name="Rådgiver", unit="y"), Role(name="X", unit="x"))})
    again = read(write_one(stated, tmp_path))
    assert [unit.key for unit in again.units] == ["k", "o", "y", "l"]
    assert again.chart.manager("k").or_none == "Rådmann"
    assert [(role.name, role.unit) for role in again.roles] == [("Rådgiver", "y")]


def test_facts_that_were_written_before_are_replaced(tmp_path: Path) -> None:
    stated = state(read(definitions(BODY)), processes=OWNED)
    once = read(write_one(stated, tmp_path))
    other = Ownership(Holder("role", "HR-sjef"))
    twice = write_one(
        state(once, processes={"P": {"ownership": Fact.stated((other,), REGISTER)}}), tmp_path
    )
    assert len(find_added(twice)) == 1
    assert read(twice).processes[0].owners == (other,)
    assert canonical(twice) == canonical(definitions(BODY))


def test_facts_that_stand_there_twice_become_one(tmp_path: Path) -> None:
    kind = f'<p:facts xmlns:p="{NAMESPACE}"><p:kind state="stated" value="core"/></p:facts>'
    data = definitions(
        f'<process id="P"><extensionElements>{kind}{kind}</extensionElements></process>'
    )
    landscape = read(data)
    assert [f.code for f in landscape.diagnostics] == ["BPM410"]
    written = write_one(state(landscape, processes=OWNED), tmp_path)
    assert written.count(NAMESPACE.encode()) == 1
    assert read(written).processes[0].kind.or_none == "core"


def test_the_units_that_a_holder_manages_come_along(tmp_path: Path) -> None:
    chart = (
        Unit(key="k", name="Kommunen"),
        Unit(key="l", name="Lønn", parent="k", manager=Fact.stated("lønnssjef")),
    )
    stated = state(read(definitions(BODY)), processes=OWNED, units=chart)
    assert [unit.key for unit in read(write_one(stated, tmp_path)).units] == ["k", "l"]


def test_units_and_positions_that_people_added_to_the_file_stay(tmp_path: Path) -> None:
    added = (
        f'<process id="P"><extensionElements><p:facts xmlns:p="{NAMESPACE}"><p:units>'
        '<p:unit key="x" name="Arkiv" kind="unit"/><p:unit key="y" name="IT" kind="unit"/>'
        "</p:units><p:positions>"
        '<p:position name="Arkivar" unit="x"/></p:positions></p:facts></extensionElements>'
        "</process>"
    )
    landscape = read(definitions(added))
    assert write_one(landscape, tmp_path) == definitions(added)
    again = read(write_one(state(landscape, processes=OWNED, units=landscape.units), tmp_path))
    assert [unit.name for unit in again.units] == ["Arkiv", "IT"]
    assert [role.name for role in again.roles] == ["Arkivar"]


def test_facts_that_nobody_holds_any_more_are_taken_out(tmp_path: Path) -> None:
    once = read(write_one(state(read(definitions(BODY)), processes=OWNED), tmp_path))
    left = write_one(state(once, processes={"P": {"ownership": Fact()}}), tmp_path)
    assert NAMESPACE.encode() not in left
    assert canonical(left) == canonical(definitions(BODY))


def test_what_the_file_says_in_the_words_of_another_tool_is_not_said_again(tmp_path: Path) -> None:
    landscape = read(definitions(BODY))
    place = landscape.processes[0].location
    stated = state(landscape, processes={"P": {"ownership": Fact.stated((OWNER,), place)}})
    assert write_one(stated, tmp_path) == definitions(BODY)


def test_what_a_later_version_wrote_beside_is_kept(tmp_path: Path) -> None:
    later = (
        f'<process id="P"><extensionElements><x:facts xmlns:x="{NAMESPACE}"><x:budget sum="1"/>'
        '<x:kind state="stated" value="core"/></x:facts></extensionElements></process>'
    )
    landscape = read(definitions(later))
    assert [f.code for f in landscape.diagnostics] == ["BPM410"]
    assert landscape.processes[0].kind.or_none == "core"
    assert write_one(landscape, tmp_path) == definitions(later)
    written = write_one(state(landscape, processes=OWNED), tmp_path)
    assert b'budget sum="1"' in written
    assert plain(read(written).processes[0].owners) == plain((OWNER,))


@pytest.mark.parametrize(
    ("inside", "problem"),
    [
        ('<p:kind state="stated" value="odd"/>', "value of kind is 'odd', not one of core"),
        ('<p:kind value="core"/>', "kind has no state"),
        ('<p:ownership state="stated"><p:responsibility kind="owner"/></p:ownership>', "no holder"),
        (
            OWNED_FROM.format(' from="i fjor"', 'role" name="x'),
            "i fjor",
        ),
        (
            OWNED_FROM.format("", 'person" withheld="0'),
            "withheld is '0'",
        ),
        ('<p:kind state="absent"/><p:kind state="absent"/>', "stands here twice"),
    ],
)
def test_what_people_garbled_is_said_and_not_recorded(inside: str, problem: str) -> None:
    landscape = read(
        definitions(
            f'<process id="P"><extensionElements><p:facts xmlns:p="{NAMESPACE}">{inside}</p:facts>'
            "</extensionElements></process>"
        )
    )
    (finding,) = landscape.diagnostics
    assert (finding.code, finding.elements[0].id) == ("BPM410", "P")
    assert problem in finding.message("en")
    assert not landscape.processes[0].ownership.is_recorded


def test_files_that_disagree_about_a_unit_are_said_and_the_first_is_believed(
    tmp_path: Path,
) -> None:
    for name, manager in (("a", "Lønnssjef"), ("b", "HR-sjef")):
        stated = state(
            read_bpmn(definitions(BODY), name=f"{name}.bpmn"),
            meanings={"L": Fact.stated(LaneMeaning("unit", ("l",)))},
            units=(Unit(key="l", name="Lønn", manager=Fact.stated(manager)),),
        )
        write(stated, tmp_path)
    landscape = read_bpmn(tmp_path)
    assert landscape.chart.manager("l").or_none == "Lønnssjef"
    found = [f for f in landscape.diagnostics if f.code == "BPM310"]
    assert [str(f.location.file) for f in found if f.location] == ["b.bpmn"]


def test_files_complete_one_another_about_a_unit(tmp_path: Path) -> None:
    manager: Fact[str]
    for name, manager in (("a", Fact()), ("b", Fact.stated("HR-sjef"))):
        stated = state(
            read_bpmn(definitions(BODY), name=f"{name}.bpmn"),
            meanings={"L": Fact.stated(LaneMeaning("unit", ("l",)))},
            units=(Unit(key="l", name="Lønn", manager=manager),),
        )
        write(stated, tmp_path)
    landscape = read_bpmn(tmp_path)
    assert landscape.chart.manager("l").or_none == "HR-sjef"
    assert "BPM310" not in [f.code for f in landscape.diagnostics]


def test_what_another_tool_says_holds_where_we_say_nothing() -> None:
    landscape = read(
        definitions(
            '<process id="P"><extensionElements><camunda:properties>'
            '<camunda:property name="prosesseier" value="Lønnssjef"/></camunda:properties>'
            f'<p:facts xmlns:p="{NAMESPACE}"><p:kind state="stated" value="core"/></p:facts>'
            "</extensionElements></process>"
        )
    )
    assert landscape.processes[0].kind.or_none == "core"
    assert [owner.holder.name for owner in landscape.processes[0].owners] == ["Lønnssjef"]


def test_a_file_that_would_change_otherwise_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = definitions(BODY.replace("Lønn", "Lunn"))
    monkeypatch.setattr(rewriting, "patch_source", lambda *_, **__: changed)
    stated = state(read(definitions(BODY)), processes=OWNED)
    with pytest.raises(ModelError, match="without changing the file otherwise"):
        write_bpmn(stated, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_register_wins_over_what_the_file_says_and_that_is_said(tmp_path: Path) -> None:
    once = read(write_one(state(read(definitions(BODY)), processes=OWNED), tmp_path))
    table = [{"name": "a", "model": "a.bpmn#P", "ownership": "HR-sjef"}]
    after = once.with_register({"organisation": "K", "processes": table})
    assert after.processes[0].owners[0].holder.name == "HR-sjef"
    assert "REG301" in [finding.code for finding in after.diagnostics]


def test_the_sample_municipality_reads_back_as_it_was(samples_dir: Path, tmp_path: Path) -> None:
    before = read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    written = write(before, tmp_path / "once", people=False)
    after = read_bpmn(tmp_path / "once")
    for one, other in zip(before.documents, after.documents, strict=True):
        assert what_is_said(one) == what_is_said(other)
        assert canonical(written[one.path]) == canonical(one.source or b"")
    assert {plain(unit) for unit in after.units} <= {plain(unit) for unit in before.units}
    assert write(after, tmp_path / "twice", people=False) == written


def test_names_of_persons_stay_out_unless_they_are_asked_for(tmp_path: Path) -> None:
    owners = tuple(
        Ownership(Holder(kind, name), source=source)
        for kind, name, source in (
            ("person", "Kari Nordmann", "Møte med Kari  Nordmann"),
            ("role", "kari nordmann", "Vedtak 1"),
            ("person", "Ola Hansen", ""),
            ("role", "Leder", ""),
        )
    )
    stated = state(
        read(definitions(BODY)),
        processes={"P": {"ownership": Fact.stated(owners)}},
        meanings={"L": Fact.stated(LaneMeaning("unit", ("l",)))},
        units=(Unit(key="l", name="Lønn", manager=Fact.stated("Kari Nordmann")),),
    ).model_copy(update={"people": (Person(name="Kari Nordmann"),)})
    hidden = write_one(stated, tmp_path, people=False)
    assert b"nordmann" not in hidden.lower()
    assert b"Hansen" not in hidden
    again = read(hidden)
    assert [(o.holder.kind, o.holder.name, o.source) for o in again.processes[0].owners] == [
        ("person", "withheld person 1", ""),
        ("person", "withheld person 1", "Vedtak 1"),
        ("person", "withheld person 2", ""),
        ("role", "Leder", ""),
    ]
    assert again.chart.manager("l").or_none == "withheld person 1"
    assert write_one(again, tmp_path, people=False) == hidden
    assert read(write_one(stated, tmp_path, people=True)).processes[0].owners == owners


def test_a_person_withheld_earlier_is_never_mistaken_for_another(tmp_path: Path) -> None:
    names = ("withheld person 1", "Kari Nordmann")
    owners = tuple(Ownership(Holder("person", name)) for name in names)
    stated = state(read(definitions(BODY)), processes={"P": {"ownership": Fact.stated(owners)}})
    again = read(write_one(stated, tmp_path, people=False))
    found = [owner.holder.name for owner in again.processes[0].owners]
    assert found == ["withheld person 1", "withheld person 2"]


def test_a_person_written_once_is_taken_out_again(tmp_path: Path) -> None:
    owner = Ownership(Holder("person", "Kari Nordmann"))
    stated = state(read(definitions(BODY)), processes={"P": {"ownership": Fact.stated((owner,))}})
    with_name = read(write_one(stated, tmp_path, people=True))
    assert b"Kari" not in write_one(with_name, tmp_path, people=False)


def test_a_fact_about_an_element_that_the_file_does_not_have_is_an_error(tmp_path: Path) -> None:
    landscape = read(process(""))
    (document,) = landscape.documents
    foreign = document.processes[0].model_copy(
        update={
            "ref": pm.ElementRef("a.bpmn", "Q"),
            "ownership": Fact.stated((Ownership(Holder("role", "x")),)),
        }
    )
    odd = landscape.model_copy(
        update={"documents": (document.model_copy(update={"processes": (foreign,)}),)}
    )
    with pytest.raises(ModelError, match=r"a\.bpmn#Q"):
        write_bpmn(odd, tmp_path)


def test_a_landscape_without_its_sources_cannot_be_written(tmp_path: Path) -> None:
    landscape = read(definitions(BODY))
    without = Landscape.from_json(landscape.to_json())
    with pytest.raises(ModelError, match="without the bytes") as caught:
        write_bpmn(without, tmp_path)
    assert "sources=True" in caught.value.remedy
    with_sources = Landscape.from_json(landscape.to_json(sources=True))
    assert write_one(with_sources, tmp_path) == definitions(BODY)


def test_mandates_and_scopes_read_back_with_their_units(tmp_path: Path) -> None:
    owner = Ownership(
        Holder("network", "Nettverk"),
        scope=Fact.stated(Scope("units", ("k/b", "k/a"))),
        mandate=Fact.stated(Mandate("units", ("k/a",))),
    )
    stated = state(read(definitions(BODY)), processes={"P": {"ownership": Fact.stated((owner,))}})
    again = read(write_one(stated, tmp_path)).processes[0].owners
    assert plain(again) == plain((owner,))


MEANS = {"L": Fact.stated(LaneMeaning("unit", ("k/a", "k/b")))}
CHART = (Unit(key="k/a", name="A"), Unit(key="k/b", name="B"), Unit(key="k/c", name="C"))


@given(agreed=boundaries)
def test_what_is_agreed_between_units_that_a_file_names_reads_back_the_same(
    tmp_path_factory: pytest.TempPathFactory, agreed: tuple[Boundary, ...]
) -> None:
    stated = state(read(definitions(BODY)), meanings=MEANS, units=CHART)
    stated = stated.model_copy(update={"boundaries": agreed})
    written = write_one(stated, tmp_path_factory.getbasetemp() / "agreed")
    again = read(written)
    here = [
        each
        for each in agreed
        if "k/c" not in (each.source_unit, each.target_unit)
        and any(fact.is_recorded for fact in (each.coordinator, each.routine, each.channel))
    ]
    in_order = sorted(here, key=lambda each: (each.source_unit, each.target_unit))
    assert [plain(each) for each in again.boundaries] == [plain(each) for each in in_order]
    assert write_one(again, tmp_path_factory.getbasetemp() / "agreed") == written


def test_who_coordinates_stays_out_of_the_file_and_so_does_a_routine_that_names_them(
    tmp_path: Path,
) -> None:
    boundary = Boundary(
        "k/a",
        "k/b",
        coordinator=Fact.stated(Holder("person", "Kari Nordmann")),
        routine=Fact.stated("Ring kari nordmann"),
        channel=Fact.stated("e-mail"),
    )
    stated = state(read(definitions(BODY)), meanings=MEANS, units=CHART)
    stated = stated.model_copy(update={"boundaries": (boundary,)})
    hidden = write_one(stated, tmp_path, people=False)
    assert b"nordmann" not in hidden.lower()
    (again,) = read(hidden).boundaries
    assert again.coordinator.value == Holder("person", "withheld person 1")
    assert (again.routine.is_recorded, again.channel.value) == (False, "e-mail")
    assert read(write_one(stated, tmp_path, people=True)).boundaries[0].routine.value is not None


def test_files_that_disagree_about_a_boundary_are_said_and_the_first_is_believed(
    tmp_path: Path,
) -> None:
    def build(channel: str) -> bytes:
        boundary = Boundary("k/a", "k/b", channel=Fact.stated(channel))
        stated = state(read(definitions(BODY)), meanings=MEANS, units=CHART)
        stated = stated.model_copy(update={"boundaries": (boundary,)})
        return write_one(stated, tmp_path / channel)

    landscape = read_bpmn([build("meeting"), build("form")])
    assert [each.channel.value for each in landscape.boundaries] == ["meeting"]
    assert "BPM310" in [finding.code for finding in landscape.diagnostics]
