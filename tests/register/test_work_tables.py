"""The tables about the work itself: what each row says, and what is noted about it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import procmap as pm
from procmap.model import (
    Document,
    FactState,
    FlowNode,
    Holder,
    Landscape,
    Performer,
    Process,
    Responsibility,
    ResponsibilityAnswer,
    SequenceFlow,
)
from procmap.register import (
    InvalidRegisterError,
    RegisterProblem,
    apply_register,
    write_register,
)
from procmap.register.reading.letters import split_letters
from procmap.source import ElementRef

from .builders import build_document, build_landscape, find_diagnostics, strip

FIRST, SECOND = (ElementRef("byggesak.bpmn", name) for name in ("T0", "T1"))


def _apply(landscape: Landscape | None = None, **tables: Any) -> Landscape:
    return apply_register(build_landscape() if landscape is None else landscape, tables)


def _problems(**tables: Any) -> tuple[RegisterProblem, ...]:
    with pytest.raises(InvalidRegisterError) as caught:
        _apply(**tables)
    return caught.value.errors


def _step(landscape: Landscape, ref: ElementRef = SECOND) -> FlowNode:
    return landscape["Byggesak"].node_by_ref[ref]


# steps of drawn processes


def test_facts_are_put_on_the_steps_of_a_drawn_process() -> None:
    row = {
        "prosess": "byggesak",
        "steg": "vurdere søknad",
        "hvem": "Leder byggesak",
        "system": "ByggSøk",
        "hvordan": "med system",
        "beskrivelse": "Etter plan- og bygningsloven",
    }
    landscape = _apply(steg=[row])
    step = _step(landscape)
    assert step.performers[0] == Performer("role", "Leder byggesak", "register")
    assert (step.system.value, step.support.value) == ("ByggSøk", "supported")
    assert step.description.value == "Etter plan- og bygningsloven"
    assert not find_diagnostics(landscape)
    assert not landscape.unmodelled


def test_who_performs_a_step_goes_before_what_the_drawing_says() -> None:
    drawn = Performer("role", "Arkivar", "resource role")
    landscape = _with_performer(drawn)
    row = {"process": "Byggesak", "step": "T1", "who": "Leder byggesak"}
    after = _apply(landscape, steps=[row])
    assert [p.source for p in _step(after).performers] == ["register", "resource role"]
    assert find_diagnostics(after)["REG301"].elements == (SECOND,)
    again = _apply(after, steps=[{**row, "who": "Arkivar"}])
    assert [p.name for p in _step(again).performers] == ["Arkivar", "Arkivar"]


def _with_performer(performer: Performer) -> Landscape:
    document = build_document()
    process = document.processes[0]
    nodes = tuple(
        node.model_copy(update={"performers": (performer,)}) if node.ref == SECOND else node
        for node in process.nodes
    )
    changed = process.model_copy(update={"nodes": nodes})
    return Landscape(documents=(document.model_copy(update={"processes": (changed,)}),))


def test_a_unit_that_the_register_says_performs_a_step_changes_the_hand_offs(
    samples_dir: Any,
) -> None:
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    before = len(pm.analyze(landscape).handoffs)
    row = {"prosess": "Byggesak", "steg": "Kontrollere søknaden", "hvem": "Geodata"}
    assert len(pm.analyze(landscape.with_register({"steg": [row]})).handoffs) > before


def test_an_outside_party_performs_a_drawn_step_where_it_is_a_unit_of_the_register() -> None:
    rows = [{"process": "Byggesak", "step": "T1", "who": {"outside": "Søker"}}]
    landscape = _apply(steps=rows)
    assert "REG212" in find_diagnostics(landscape)
    assert _step(landscape).performers == ()
    after = _apply(units=[{"name": "Søker", "kind": "ekstern"}], steps=rows)
    assert _step(after).performers == (Performer("unit", "Søker", "register"),)


def test_the_order_of_a_drawn_process_is_the_model_s() -> None:
    rows = [{"process": "Byggesak", "no": 1, "step": "Motta søknad", "next": "slutt"}]
    assert "REG208" in find_diagnostics(_apply(steps=rows))


def test_steps_of_a_model_that_was_not_read_wait_for_it() -> None:
    row = {"process": "Lønn", "model": "lonn.bpmn#P", "step": "Utbetale", "system": "ERP"}
    landscape = _apply(steps=[row])
    assert set(find_diagnostics(landscape)) == {"REG201"}
    assert not landscape.unmodelled


def test_a_list_of_steps_may_say_how_each_is_done() -> None:
    rows = [
        {
            "process": "Låne lokale",
            "step": "Ta imot",
            "how": "by hand",
            "description": "I skranken",
        },
        {"process": "Låne lokale", "step": "Bekrefte", "how": "automatic"},
    ]
    first, second = _apply(steps=rows)["Låne lokale"].steps
    assert (first.type, second.type) == ("manualTask", "serviceTask")
    assert first.description.value == "I skranken"


def test_what_a_list_of_steps_leaves_out_stays_as_it_was() -> None:
    row = {"process": "Låne lokale", "number": 1, "step": "Ta imot"}
    landscape = _apply(steps=[{**row, "system": "BookUp", "how": "by hand"}])
    assert _apply(landscape, steps=[row])["Låne lokale"].steps[0].system.value == "BookUp"


FOUR = [
    ("", "not_recorded"),
    ("nei, ingen", "absent"),
    ("vet ikke", "unknown"),
    ("ikke relevant", "not_applicable"),
]


@pytest.mark.parametrize(("word", "state"), FOUR)
def test_four_answers_to_who_does_a_step_are_four_facts(word: str, state: str) -> None:
    row = {"process": "Byggesak", "step": "T1", "who": word, "system": word}
    landscape = _apply(steps=[row])
    assert _step(landscape).performer_answer.state.value == state
    assert _step(landscape).system.state.value == state
    assert not find_diagnostics(landscape)
    listed = _apply(steps=[{"process": "Låne lokale", "step": "Ta imot", "who": word}])
    (step,) = listed["Låne lokale"].steps
    assert (step.performer_answer.state.value, step.performers) == (state, ())


@pytest.mark.parametrize(("word", "state"), FOUR)
@pytest.mark.parametrize("form", ["r.yaml", "r.xlsx", "r"])
def test_the_four_answers_come_back_from_every_form(
    word: str, state: str, form: str, tmp_path: Path
) -> None:
    landscape = _apply(
        steps=[
            {"process": "Byggesak", "step": "T1", "who": word, "system": "ERP"},
            {"process": "Låne lokale", "step": "Ta imot", "who": word},
        ],
        raci=[
            {"process": "Byggesak", "step": "T0", "who": "Leder", "letters": word},
            {"process": "Byggesak", "step": "T1", "who": word, "letters": "A/R" if word else ""},
        ],
    )
    write_register(landscape, tmp_path / form)
    again = apply_register(build_landscape(), tmp_path / form)
    assert strip(again) == strip(landscape)
    assert _step(again).performer_answer.state.value == state
    answers = {(a.holder.name if a.holder else "", a.state.value, a.letter) for a in _open(again)}
    assert answers == (
        {("Leder", state, None), ("", state, "A"), ("", state, "R")} if word else set()
    )


def _open(landscape: Landscape) -> tuple[ResponsibilityAnswer, ...]:
    return landscape.responsibility_answers


def test_a_name_takes_the_place_of_an_answer_and_an_answer_of_a_name() -> None:
    row = {"process": "Byggesak", "step": "T1"}
    asked = _apply(steps=[{**row, "who": "vet ikke"}])
    named = _apply(asked, steps=[{**row, "who": "Leder"}])
    assert _step(named).performers[0] == Performer("role", "Leder", "register")
    assert not _step(named).performer_answer.is_recorded
    again = _apply(named, steps=[{**row, "who": "nei, ingen"}])
    assert _step(again).performer_answer.is_absent
    assert not any(p.source == "register" for p in _step(again).performers)
    assert strip(_apply(again, steps=[{**row, "system": "ERP"}]).processes[0]) != strip(
        named.processes[0]
    )
    assert _step(_apply(again, steps=[{**row, "system": "ERP"}])).performer_answer.is_absent


def test_that_nobody_knows_who_does_a_step_goes_before_its_lane() -> None:
    lane = ElementRef("byggesak.bpmn", "L1")
    (document,) = build_landscape().documents
    (process,) = document.processes
    nodes = tuple(
        node.model_copy(update={"performers": (Performer("lane", "Geodata", "lane", lane),)})
        for node in process.nodes
    )
    drawn = process.model_copy(update={"nodes": nodes})
    landscape = _apply(
        build_landscape(document.model_copy(update={"processes": (drawn,)})),
        units=["Geodata"],
        lanes=[{"model": "byggesak.bpmn", "lane": "L1", "is": "unit", "unit": "Geodata"}],
    )
    for word in ("", "vet ikke", "nei, ingen", "ikke relevant"):
        answered = _apply(landscape, steps=[{"process": "Byggesak", "step": "T1", "who": word}])
        place = pm.analyze(answered).analysis.places[SECOND]
        assert bool(place.units) == (word in ("", "ikke relevant"))


# RACI


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("A/R", "RA"),
        ("r", "R"),
        ("C, I", "CI"),
        ("ar", "RA"),
        ("spørres", "C"),
        ("A og R", "RA"),
        ("ansvarlig", None),
        ("X", None),
        ("ca. 3", None),
        ("", None),
    ],
)
def test_letters_stand_in_a_cell_in_many_ways(text: str, letters: str | None) -> None:
    assert split_letters(text) == (None if letters is None else tuple(letters))


def test_a_raci_row_gives_letters_for_a_process_or_a_step() -> None:
    landscape = _apply(
        units=["Geodata"],
        raci=[
            {"Prosess": "Byggesak", "Hvem": "Leder byggesak", "RACI": "A"},
            {"Prosess": "Byggesak", "Steg": "Motta søknad", "Hvem": "Geodata", "RACI": "R/C"},
        ],
    )
    process = landscape["Byggesak"].ref
    said = [(r.holder, r.letter, r.step) for r in landscape.responsibilities]
    assert said == [
        (Holder("role", "Leder byggesak"), "A", None),
        (Holder("unit", "Geodata"), "R", FIRST),
        (Holder("unit", "Geodata"), "C", FIRST),
    ]
    assert {r.process for r in landscape.responsibilities} == {process}
    assert "Leder byggesak" in {role.name for role in landscape.roles}


def test_positions_may_be_the_columns_of_a_raci_table() -> None:
    landscape = _apply(
        raci=[
            {"prosess": "Byggesak", "steg": "T0", "Leder": "A", "rolle: IT": "R", "Notat": "se 3"},
            {"prosess": "Byggesak", "steg": "T1", "Leder": "I", "rolle: IT": "", "Notat": "se 4"},
        ]
    )
    said = {(r.holder.name, r.letter, r.step) for r in landscape.responsibilities}
    assert said == {("Leder", "A", FIRST), ("IT", "R", FIRST), ("Leder", "I", SECOND)}
    found = find_diagnostics(landscape)
    assert set(found) == {"REG101"}
    assert found["REG101"].parameters["key"] == "Notat"


def test_several_may_be_named_in_one_cell_of_a_csv_file(tmp_path: Path) -> None:
    (tmp_path / "raci.csv").write_text(
        'Prosess;Hvem;RACI\nByggesak;"Leder; enhet: IT; ""A; B""";C\n', encoding="utf-8"
    )
    (tmp_path / "enheter.csv").write_text("Enhet;Leder\nIT;\n", encoding="utf-8")
    landscape = apply_register(build_landscape(), tmp_path)
    assert [r.holder for r in landscape.responsibilities] == [
        Holder("role", "A; B"),
        Holder("unit", "IT"),
        Holder("role", "Leder"),
    ]
    listed = _apply(raci=[{"process": "Byggesak", "who": ["X", "Y"], "letters": "I"}])
    assert [r.holder.name for r in listed.responsibilities] == ["X", "Y"]
    (tmp_path / "raci.csv").unlink()
    (tmp_path / "steg.csv").write_text(
        'Prosess;Steg;Hvem\nByggesak;Motta søknad;"Leder; IT"\n',
        encoding="utf-8",
    )
    with pytest.raises(InvalidRegisterError) as caught:
        apply_register(build_landscape(), tmp_path)
    assert [p.name for p in caught.value.errors] == ["not-a-text"]


def test_the_system_of_a_step_is_what_it_is_known_by() -> None:
    landscape = _apply(
        aliases=[{"kind": "system", "name": "Sak-arkiv", "other": "Arkivsystemet"}],
        steps=[{"process": "Byggesak", "step": "T0", "system": "arkivsystemet"}],
    )
    assert _step(landscape, FIRST).system.value == "Sak-arkiv"


def test_a_column_beside_who_that_nobody_knows_is_no_position() -> None:
    row = {"prosess": "Byggesak", "hvem": "Leder"}
    landscape = _apply(raci=[{**row, "Merke": "A"}])
    assert not landscape.responsibilities
    assert set(find_diagnostics(landscape)) == {"REG101", "REG216"}
    assert _apply(raci=[{**row, "ANSVAR": "A"}]).responsibilities[0].letter == "A"


def test_a_letter_given_twice_and_one_that_is_none_are_problems() -> None:
    row = {"process": "Byggesak", "who": "Leder", "letters": "A"}
    assert {p.name for p in _problems(raci=[row, row])} == {"duplicate"}
    (problem,) = _problems(raci=[{**row, "letters": "ansvarlig"}])
    assert "R (gjør arbeidet)" in problem.message("nb")


def test_letters_of_somebody_take_the_place_of_earlier_ones() -> None:
    row = {"process": "Byggesak", "who": "Leder", "letters": "A/R"}
    landscape = _apply(raci=[row])
    assert [
        r.letter for r in _apply(landscape, raci=[{**row, "letters": "C"}]).responsibilities
    ] == ["C"]
    assert _apply(landscape, raci=[{**row, "letters": "nei, ingen"}]).responsibilities == ()
    assert _apply(landscape, raci=[{**row, "letters": ""}]).responsibilities == (
        landscape.responsibilities
    )


@pytest.mark.parametrize(
    ("who", "letters", "said"),
    [
        ("vet ikke", "", [("", None)]),
        ("vet ikke", "A/R", [("", "R"), ("", "A")]),
        ("vet ikke", "vet ikke", [("", None)]),
        ("", "vet ikke", [("", None)]),
        ("Leder", "vet ikke", [("Leder", None)]),
    ],
)
def test_an_answer_stands_in_the_place_of_a_name_or_of_the_letters(
    who: str, letters: str, said: list[tuple[str, str | None]]
) -> None:
    row = {"process": "Byggesak", "step": "T0", "who": who, "letters": letters}
    landscape = _apply(raci=[row])
    assert [(a.holder.name if a.holder else "", a.letter) for a in _open(landscape)] == said
    assert {(a.state, a.step) for a in _open(landscape)} == {(FactState.UNKNOWN, FIRST)}
    assert not landscape.responsibilities
    assert not find_diagnostics(landscape)


def test_answers_stand_under_positions_that_are_columns() -> None:
    row = {"prosess": "Byggesak", "steg": "T0", "Leder": "A", "IT": "vet ikke", "HR": "nei, ingen"}
    landscape = _apply(raci=[row])
    assert {(a.holder.name, a.state.value) for a in _open(landscape) if a.holder} == {
        ("IT", "unknown"),
        ("HR", "absent"),
    }


def test_letters_and_answers_that_contradict_each_other_are_a_problem() -> None:
    row = {"process": "Byggesak", "step": "T0"}
    given = {**row, "who": "Leder", "letters": "A"}
    for other in (
        {**row, "who": "nei, ingen", "letters": "A"},
        {**row, "who": "ikke relevant", "letters": ""},
        {**row, "who": "Leder", "letters": "nei, ingen"},
    ):
        assert {p.name for p in _problems(raci=[given, other])} == {"mixed-answers"}
        assert {p.name for p in _problems(raci=[other, given])} == {"mixed-answers"}
    (problem,) = _problems(raci=[{**row, "who": "vet ikke", "letters": "nei, ingen"}])
    assert problem.name == "mixed-answers"
    fine = [given, {**row, "who": "nei, ingen", "letters": "C"}, {**row, "who": "vet ikke"}]
    assert (
        len(_open(_apply(raci=[{**one, "letters": one.get("letters", "R")} for one in fine]))) == 2
    )


def test_the_later_of_a_letter_and_an_answer_stands() -> None:
    row = {"process": "Byggesak", "step": "T0"}
    asked = _apply(raci=[{**row, "who": "vet ikke", "letters": "A/R"}])
    named = _apply(asked, raci=[{**row, "who": "Leder", "letters": "A"}])
    assert [a.letter for a in _open(named)] == ["R"]
    again = _apply(named, raci=[{**row, "who": "nei, ingen", "letters": "A"}])
    assert (again.responsibilities, [a.state.value for a in _open(again)]) == ((), ["absent"])


# measures and goals


def test_a_process_has_measures_or_an_answer_about_all_of_them() -> None:
    landscape = _apply(
        måltall=[
            {
                "prosess": "Byggesak",
                "måltall": "Saksbehandlingstid",
                "målverdi": "3 uker",
                "utgangspunkt": "vet ikke",
                "følges opp av": "Leder byggesak",
            },
            {"prosess": "Byggesak", "måltall": "Klager", "målverdi": "ikke relevant"},
        ],
        mål=[{"prosess": "Byggesak", "mål": "nei, ingen"}],
    )
    process = landscape["Byggesak"]
    complaints, time = process.measures.value or ()
    assert (complaints.name, time.name) == ("Klager", "Saksbehandlingstid")
    assert (time.target.value, time.baseline.state) == ("3 uker", FactState.UNKNOWN)
    assert time.owner.value == Holder("role", "Leder byggesak")
    assert complaints.target.state is FactState.NOT_APPLICABLE
    assert complaints.owner.state is FactState.NOT_RECORDED
    assert process.goals.is_absent


@pytest.mark.parametrize("word", ["", "nei, ingen", "vet ikke", "ikke relevant"])
def test_a_goal_has_four_answers(word: str) -> None:
    states = {
        "": FactState.NOT_RECORDED,
        "nei, ingen": FactState.ABSENT,
        "vet ikke": FactState.UNKNOWN,
        "ikke relevant": FactState.NOT_APPLICABLE,
    }
    landscape = _apply(goals=[{"process": "Byggesak", "goal": word}])
    assert landscape["Byggesak"].goals.state is states[word]
    assert landscape.registered is bool(word)


def test_names_and_an_answer_about_all_of_them_contradict_each_other() -> None:
    rows = [{"process": "Byggesak", "goal": "Raskere"}, {"process": "Byggesak", "goal": "none"}]
    assert [p.name for p in _problems(goals=rows)] == ["mixed-answers"]
    twice = [{"process": "Byggesak", "goal": name} for name in ("Raskere", "raskere")]
    assert [p.name for p in _problems(goals=twice)] == ["duplicate"]
    unnamed = [{"process": "Byggesak", "target": "3 uker"}]
    assert [p.name for p in _problems(measures=unnamed)] == ["blank"]


def test_a_process_says_whom_and_what_it_is_for_and_who_sets_its_goals() -> None:
    row = {
        "prosess": "Byggesak",
        "hvem er den til for?": "Innbyggere",
        "formål": "vet ikke",
        "hvem setter mål?": "Kommunalsjef",
    }
    process = _apply(prosesser=[row])["Byggesak"]
    assert process.customer.value == "Innbyggere"
    assert process.purpose.is_unknown
    assert process.goal_setter.value == Holder("role", "Kommunalsjef")


# data


def test_a_data_item_may_have_a_row_for_each_model_it_is_drawn_in() -> None:
    landscape = _apply(
        _with_data(),
        data_items=[
            {"name": "Søknad", "personal": "ja", "elements": "byggesak.bpmn#D0"},
            {"name": "søknad", "master": "Arkivet", "elements": "D1"},
            {"elements": "byggesak.bpmn#D2", "proposal": "Vedtak"},
        ],
    )
    (item,) = landscape.data_items
    assert (item.name, item.personal.value, item.master.value) == ("Søknad", True, "Arkivet")
    assert [ref.id for ref in item.elements] == ["D0", "D1"]


def test_rows_of_one_data_item_must_not_contradict_each_other() -> None:
    rows = [{"name": "Søknad", "personal": "ja"}, {"name": "Søknad", "personal": "nei"}]
    assert [p.name for p in _problems(data_items=rows)] == ["duplicate"]
    (problem,) = _problems(data_items=[{"name": "Søknad", "personal": "kanskje"}])
    assert problem.message("nb") == "«kanskje» er ikke et ord som kan stå her; ventet ja, nei"


@pytest.mark.parametrize(
    ("word", "state", "value"),
    [
        ("ja", FactState.STATED, True),
        ("nei", FactState.STATED, False),
        ("", FactState.NOT_RECORDED, None),
        ("nei, ingen", FactState.ABSENT, None),
        ("vet ikke", FactState.UNKNOWN, None),
        ("ikke relevant", FactState.NOT_APPLICABLE, None),
    ],
)
def test_whether_data_is_personal_is_yes_or_no_or_one_of_four_answers(
    word: str, state: FactState, value: bool | None
) -> None:
    (item,) = _apply(data_items=[{"name": "Navn", "personal": word}]).data_items
    assert (item.personal.state, item.personal.value) == (state, value)


def test_an_element_that_no_model_has_is_said_with_the_nearest() -> None:
    landscape = _apply(_with_data(), data_items=[{"name": "X", "elements": "byggesak.bpmn#D9"}])
    assert "REG215" in find_diagnostics(landscape)
    waiting = _apply(_with_data(), data_items=[{"name": "X", "elements": "lonn.bpmn#D9"}])
    assert "REG201" in find_diagnostics(waiting)


def _with_data() -> Landscape:
    from procmap.model import DataElement

    document = build_document()
    data = tuple(
        DataElement(ref=ElementRef("byggesak.bpmn", f"D{n}"), name="Søknad", type="dataObject")
        for n in range(3)
    )
    process = document.processes[0].model_copy(update={"data": data})
    return Landscape(documents=(document.model_copy(update={"processes": (process,)}),))


def test_a_step_collects_reads_and_writes_data() -> None:
    landscape = _apply(
        data_uses=[
            {
                "prosess": "Byggesak",
                "steg": "Motta søknad",
                "opplysning": "Adresse",
                "hva skjer?": ["henter inn", "skriver"],
                "fra hvem?": "Søker",
            },
            {"prosess": "Byggesak", "opplysning": "Adresse", "hva skjer?": "leser"},
            {"prosess": "Byggesak", "opplysning": "Adresse", "tegnet": "leser"},
        ]
    )
    said = [(use.kind, use.step, use.source.value) for use in landscape.data_uses]
    assert said == [
        ("reads", None, None),
        ("collects", FIRST, "Søker"),
        ("writes", FIRST, "Søker"),
    ]


@pytest.mark.parametrize(
    "text", ["leser; skriver", "leser og skriver", "reads, writes", "Leser/skriver"]
)
def test_several_things_may_happen_to_one_data_item(text: str) -> None:
    uses = _apply(data_uses=[{"process": "Byggesak", "item": "Navn", "kind": text}]).data_uses
    assert [use.kind for use in uses] == ["reads", "writes"]


def test_systems_and_data_whose_names_are_nearly_the_same_are_noted() -> None:
    landscape = _apply(
        systems=["Matrikkelen"],
        steps=[{"process": "Byggesak", "step": "T0", "system": "Matrikelen"}],
        data_items=[{"name": "Fødselsnummer"}],
        data_uses=[{"process": "Byggesak", "item": "Fødselsnumer", "kind": "reads"}],
    )
    found = [d for d in landscape.diagnostics if d.code == "REG404"]
    assert {d.parameters["second"] for d in found} == {"Matrikkelen", "Fødselsnummer"}


# hand-offs


def test_a_hand_off_has_an_agreement_of_its_own() -> None:
    landscape = _apply(
        overleveringer=[
            {
                "nr": 4,
                "prosess": "Byggesak",
                "fra steg": "Motta søknad",
                "til steg": "Vurdere søknad",
                "hvem avklarer uenighet?": "Leder byggesak",
                "avtalt rutine?": "nei, ingen",
                "kanal": "fagsystem",
            },
            {"prosess": "Byggesak", "fra steg": "Motta søknad", "til steg": "finnes ikke"},
        ]
    )
    (agreement,) = landscape.agreements
    assert (agreement.source, agreement.target) == (FIRST, SECOND)
    assert agreement.coordinator.value == Holder("role", "Leder byggesak")
    assert agreement.routine.is_absent
    assert agreement.channel.value == "system"
    assert not find_diagnostics(landscape)


def test_a_hand_off_may_reach_a_step_of_another_process() -> None:
    other = build_document("arkiv.bpmn", process="Arkivere", steps=("Ta imot",))
    row = {"process": "Byggesak", "from": "T1", "to": "arkiv.bpmn#T0", "channel": "skjema"}
    (agreement,) = _apply(build_landscape(build_document(), other), handoffs=[row]).agreements
    assert agreement.target == ElementRef("arkiv.bpmn", "T0")


# ways out of gateways


def _with_choice(kind: str = "exclusiveGateway") -> Landscape:
    ref = ElementRef("a.bpmn", "P")
    names = ("Ja", "Nei", "")
    nodes = [FlowNode(ref=ElementRef("a.bpmn", "X"), name="Komplett?", type=kind, parent=ref)]
    nodes += [
        FlowNode(ref=ElementRef("a.bpmn", f"T{n}"), name=f"Steg {n}", type="task", parent=ref)
        for n in range(3)
    ]
    flows = tuple(
        SequenceFlow(
            ref=ElementRef("a.bpmn", f"F{n}"),
            name=name,
            source=nodes[0].ref,
            target=nodes[n + 1].ref,
            parent=ref,
        )
        for n, name in enumerate(names)
    )
    process = Process(ref=ref, name="Sak", nodes=tuple(nodes), sequence_flows=flows)
    return Landscape(documents=(Document(path="a.bpmn", sha256="", processes=(process,)),))


def _shares(*values: str, kind: str = "exclusiveGateway") -> Landscape:
    rows = [
        {"prosess": "Sak", "vei": flow, "hvor ofte?": value}
        for flow, value in zip(("Ja", "Nei", "F2"), values, strict=False)
    ]
    return _apply(_with_choice(kind), veivalg=rows)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("0,25", 0.25),
        ("0.25", 0.25),
        ("25 %", 0.25),
        ("25%", 0.25),
        ("1", 1.0),
        ("7 prosent", 0.07),
    ],
)
def test_a_share_is_a_number_or_percent(text: str, share: float) -> None:
    assert _shares(text)["Sak"].sequence_flows[0].probability.value == share


@pytest.mark.parametrize("text", ["25", "-0,5", "1,01", "120 %", "ofte", "½"])
def test_what_is_no_share_is_a_problem(text: str) -> None:
    with pytest.raises(InvalidRegisterError) as caught:
        _shares(text)
    assert [p.name for p in caught.value.errors] == ["bad-share"]


@pytest.mark.parametrize(
    ("shares", "is_noted"),
    [
        (("0,5", "0,3", "0,2"), False),
        (("33 %", "33 %", "33 %"), True),
        (("0,33", "0,33", "0,34"), False),
        (("0,5", "0,3", ""), False),
        (("0,5", "0,3", "vet ikke"), False),
        (("0,8", "0,3", ""), True),
        (("0,5", "0,5", "0,5"), True),
    ],
)
def test_shares_that_are_not_one_together_are_noted(
    shares: tuple[str, ...], is_noted: bool
) -> None:
    found = find_diagnostics(_shares(*shares))
    assert ("REG213" in found) is is_noted
    if is_noted:
        assert "%, " in found["REG213"].message("en")
        assert found["REG213"].location is not None
        assert found["REG213"].location.line == len([s for s in shares if s])


def test_shares_out_of_an_inclusive_gateway_may_be_more_than_one_together() -> None:
    assert not find_diagnostics(_shares("0,9", "0,9", "0,9", kind="inclusiveGateway"))


def test_a_way_that_is_not_there_is_said_with_the_nearest() -> None:
    rows = [{"process": "Sak", "way": "Nej", "how often": "1"}]
    found = find_diagnostics(_apply(_with_choice(), choices=rows))
    assert found["REG214"].parameters["nearest"] == "«Nei»"


# what is set aside, and the register itself


def test_a_question_is_set_aside_until_a_day() -> None:
    row = {"regel": "HND202", "prosess": "Byggesak", "begrunnelse": "Pilot", "til": "31.12.2026"}
    (one,) = _apply(**{"satt til side": [row]}).set_aside
    assert (one.code, one.process, one.reason) == ("HND202", "Byggesak", "Pilot")
    assert one.until == dt.date(2026, 12, 31)
    assert [p.name for p in _problems(set_aside=[{"code": "OWN101"}])] == ["blank", "blank"]


def test_what_is_said_about_the_register_may_have_a_table_of_its_own() -> None:
    assert _apply(meta={"as_of": "2026-10-01", "schema": 1}).as_of == dt.date(2026, 10, 1)
    assert _apply(as_of="", meta=[{"gjelder per": "2026-10-01"}]).as_of == dt.date(2026, 10, 1)
    assert [p.name for p in _problems(meta={"schema": "7"})] == ["schema"]
    assert "REG101" in find_diagnostics(_apply(meta={"farge": "rød"}))
    twice = _problems(as_of="2026-10-02", meta={"as_of": "2026-10-01"})
    assert [p.name for p in twice] == ["key-twice"]


# what a row is about


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("steps", {"model": "byggesak.bpmn", "step": "T0", "system": "X"}),
        ("responsibilities", {"who": "Leder", "letters": "A"}),
        ("measures", {"name": "Tid"}),
        ("goals", {"name": "Raskere"}),
        ("data_uses", {"item": "Navn", "kind": "reads"}),
        ("handoffs", {"from": "T0", "to": "T1", "channel": "form"}),
        ("probabilities", {"flow": "F0", "probability": "1"}),
    ],
)
def test_a_process_nobody_knows_is_said_with_the_nearest(table: str, row: dict[str, str]) -> None:
    plain = {key: text for key, text in row.items() if key != "model"}
    if table != "steps":
        # A list of steps makes the process it names.
        found = find_diagnostics(_apply(**{table: [{**plain, "process": "Bygesak"}]}))
        assert found["REG210"].parameters["nearest"] == "«Byggesak»"
    waiting = find_diagnostics(_apply(**{table: [{**row, "model": "lonn.bpmn#P"}]}))
    assert set(waiting) == {"REG201"}


def test_a_process_may_be_meant_by_the_name_its_drawing_gives_it() -> None:
    landscape = _apply(
        processes=[{"name": "Byggesøknad", "model": "byggesak.bpmn#P"}],
        measures=[
            {"process": "byggesak", "name": "Tid"},
            {"process": "Byggesøknad", "name": "Feil"},
        ],
    )
    assert [m.name for m in landscape["Byggesøknad"].measures.or_none or ()] == ["Feil", "Tid"]


def test_two_steps_of_one_name_are_meant_by_their_ids() -> None:
    landscape = build_landscape(build_document(steps=("Sjekke", "Sjekke")))
    row = {"process": "Byggesak", "who": "Leder", "letters": "A"}
    found = find_diagnostics(_apply(landscape, raci=[{**row, "step": "Sjekke"}]))
    assert found["REG207"].parameters["nearest"] == "«T0», «T1»"
    (one,) = _apply(landscape, raci=[{**row, "step": "T1"}]).responsibilities
    assert isinstance(one, Responsibility)
    assert one.step == SECOND


def test_rows_that_say_nothing_say_nothing() -> None:
    nowhere = {"process": "Finnes ikke", "model": "borte.bpmn#P"}
    landscape = _apply(
        steps=[{**nowhere, "step": "Gone"}],
        responsibilities=[{**nowhere, "step": "Gone"}],
        measures=[nowhere],
        goals=[nowhere],
        data_uses=[{**nowhere, "item": "Navn", "proposal": "reads"}],
        data_items=[{"elements": "borte.bpmn#D", "proposal": "Navn"}],
        handoffs=[{**nowhere, "from": "Gone", "to": "Away", "number": "1"}],
        probabilities=[{**nowhere, "flow": "F", "choice": "X"}],
    )
    assert not find_diagnostics(landscape)
    assert landscape == build_landscape()
