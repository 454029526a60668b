"""What the pages show is what comes out."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import procmap as pm

from .blocks import find_blocks, run_page
from .pages import PAGES, ROOT, name_of, read_page

RUNNABLE = [
    page
    for page in PAGES
    if any(block.language in ("python", "console") for block in find_blocks(read_page(page)))
]


@pytest.fixture
def checkout(tmp_path: Path, samples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to type in, with the samples in it; what is written stays there."""
    shutil.copytree(samples_dir, tmp_path / "bpmn_samples")
    monkeypatch.chdir(tmp_path)
    package = Path(pm.__file__).parents[1]
    if not (package / "site-packages").is_dir():
        monkeypatch.setenv("PYTHONPATH", str(package))
    return tmp_path


def test_the_readme_has_blocks_to_run() -> None:
    languages = [block.language for block in find_blocks(read_page(ROOT / "README.md"))]
    assert languages.count("python") >= 3
    assert languages.count("console") == 2


@pytest.mark.parametrize("page", RUNNABLE, ids=name_of)
@pytest.mark.usefixtures("checkout")
def test_blocks_run_as_typed_and_print_what_the_page_shows(page: Path) -> None:
    for shown in run_page(read_page(page)):
        assert shown.said == shown.cut, "python -m tests.docs.blocks renews it"


def test_the_example_leaves_the_map_it_says_it_saves(checkout: Path) -> None:
    for _ in run_page(read_page(ROOT / "README.md")):
        pass
    assert (checkout / "onboarding.svg").read_text(encoding="utf-8").startswith("<svg")


def test_the_findings_quoted_in_the_readme_are_real(samples_dir: Path) -> None:
    quoted = next(b for b in find_blocks(read_page(ROOT / "README.md")) if b.language == "text")
    landscape = pm.read_bpmn(samples_dir).with_register(samples_dir / "register.yaml")
    findings = pm.analyze(landscape).findings
    codes = {finding.fingerprint: finding.code for finding in findings}
    printed: set[str] = set()
    for finding in findings:
        cause = f" ← {codes[finding.caused_by]}" if finding.caused_by else ""
        printed.add(f"{finding.code}  {finding.message('en')}{cause}")
        printed.add(f"→ {finding.question('en')}")
    for line in quoted.text.splitlines():
        assert line.strip() in printed


def test_the_register_in_the_readme_applies_to_the_samples(checkout: Path) -> None:
    (block,) = (b for b in find_blocks(read_page(ROOT / "README.md")) if b.language == "yaml")
    assert len(block.text.splitlines()) <= 12
    register = checkout / "my-register.yaml"
    register.write_text(block.text, encoding="utf-8")
    before = pm.read_bpmn("bpmn_samples")
    after = before.with_register(register)
    assert after.diagnostics == before.diagnostics
    assert after["Onboarding"].ownership.is_absent
    assert after["Byggesak"].owners[0].mandate.is_unknown
    assert not after.chart.units["fjordvik kommune/geodata"].manager.is_recorded
    between = {(str(c.source_unit), str(c.target_unit)): c for c in pm.analyze(after).crossings}
    assert between["Byggesak", "Geodata"].routine == "no"
    assert between["Geodata", "Byggesak"].routine == "undetermined"


def test_the_norwegian_words_the_readme_names_are_understood(checkout: Path) -> None:
    register = checkout / "my-register.yaml"
    register.write_text(
        "lanes: [{model: byggesak.bpmn, lane: Leder byggesak, is: rolle}]\n"
        "processes: [{name: Byggesak, ownership: [{holder: ingen}]}]\n",
        encoding="utf-8",
    )
    landscape = pm.read_bpmn("bpmn_samples").with_register(register)
    assert landscape["Byggesak"].ownership.is_absent
