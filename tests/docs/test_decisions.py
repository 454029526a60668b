"""Decision pages have one form, and what they claim is so."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

import procmap as pm

from .pages import ROOT, name_of, read_page

FOLDER = ROOT / "docs" / "decisions"
DECISIONS = sorted(FOLDER.glob("0*.md"))


def test_numbers_follow_one_another() -> None:
    numbers = [int(page.name[:4]) for page in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("page", DECISIONS, ids=name_of)
def test_a_decision_has_context_decision_and_consequences(page: Path) -> None:
    headings = re.findall(r"^## (.+)$", read_page(page), re.MULTILINE)
    assert headings == ["Context", "Decision", "Consequences"]
    assert read_page(page).startswith(f"# {page.name[:4]} ")


@pytest.mark.parametrize("page", DECISIONS, ids=name_of)
def test_the_index_names_a_decision_by_its_title(page: Path) -> None:
    title = read_page(page).splitlines()[0].removeprefix(f"# {page.name[:4]} ")
    assert f"| [{page.name[:4]}]({page.name}) | {title} |" in read_page(FOLDER / "index.md")


def test_the_order_of_rooms_is_the_one_that_is_kept() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    shown = " → ".join(re.sub(r" \| \(\w+\)", "", layer) for layer in layers)
    assert f"```text\n{shown}\n```" in read_page(FOLDER / "0005-rooms-and-layers.md")


def test_the_hand_offs_of_the_samples_are_as_many_as_the_page_says(samples_dir: Path) -> None:
    landscape = pm.read_bpmn(samples_dir)
    raw = pm.analyze(landscape).headline.hand_offs
    registered = pm.analyze(landscape.with_register(samples_dir / "register.yaml"))
    page = read_page(FOLDER / "0004-lanes-are-not-units.md")
    assert f"in the sample municipality {raw} become {registered.headline.hand_offs}." in page


def test_the_states_of_a_fact_are_all_explained() -> None:
    page = read_page(FOLDER / "0002-unknown-is-not-absent.md")
    for state in pm.FactState:
        assert f"| *{state.value.replace('_', ' ')}* |" in page
