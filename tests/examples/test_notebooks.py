"""The notebooks run from top to bottom, say what they promise, and are kept without outputs."""

from __future__ import annotations

import json
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

import procmap as pm

nbclient = pytest.importorskip("nbclient", reason="notebooks are run with nbclient")
nbformat = pytest.importorskip("nbformat")
pytest.importorskip("ipykernel", reason="notebooks need a kernel")

FOLDER = Path(__file__).parents[2] / "examples"
NAMES = ("first_ten_minutes", "register_to_workshop", "hand_off_network")
pytestmark = [
    pytest.mark.skipif(not FOLDER.is_dir(), reason="only a checkout has the notebooks"),
    # What Jupyter's own parts warn about each other is not ours to mend.
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore::PendingDeprecationWarning"),
]


def read_cells(name: str) -> list[dict[str, Any]]:
    notebook = json.loads((FOLDER / f"{name}.ipynb").read_text(encoding="utf-8"))
    cells: list[dict[str, Any]] = notebook["cells"]
    return cells


def test_every_notebook_is_tested() -> None:
    assert {path.stem for path in FOLDER.glob("*.ipynb")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_is_kept_without_outputs(name: str) -> None:
    for cell in read_cells(name):
        assert cell.get("outputs", []) == []
        assert cell.get("execution_count") is None
        assert cell["metadata"] == {}


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_explains_itself_before_each_cell(name: str) -> None:
    kinds = [cell["cell_type"] for cell in read_cells(name)]
    assert kinds[0] == "markdown"
    assert all(pair != ("code", "code") for pair in pairwise(kinds))


@pytest.fixture
def checkout(tmp_path: Path, samples_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with notebooks and samples, as after a clone; what is written stays there."""
    shutil.copytree(samples_dir, tmp_path / "bpmn_samples")
    shutil.copytree(FOLDER, tmp_path / "examples")
    package = Path(pm.__file__).parents[1]
    if not (package / "site-packages").is_dir():
        monkeypatch.setenv("PYTHONPATH", str(package))
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "1")
    monkeypatch.setenv("PYTHONUTF8", "1")
    return tmp_path


def run(checkout: Path, name: str) -> list[Any]:
    """Run a notebook as it is; what its cells showed."""
    notebook = nbformat.read(checkout / "examples" / f"{name}.ipynb", as_version=4)
    nbclient.NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": str(checkout / "examples")}}
    ).execute()
    return [output for cell in notebook.cells for output in cell.get("outputs", [])]


def find_shown(outputs: list[Any], kind: str) -> list[str]:
    return ["".join(o["data"][kind]) for o in outputs if kind in o.get("data", {})]


def find_printed(outputs: list[Any]) -> str:
    return "".join(o["text"] for o in outputs if o.get("name") == "stdout")


def refuse_odd_outputs(outputs: list[Any]) -> None:
    assert not [o for o in outputs if o["output_type"] == "error"]
    assert not [o["text"] for o in outputs if o.get("name") == "stderr"]
    for html in find_shown(outputs, "text/html"):
        assert "<script" not in html
        assert "http" not in html


def test_ten_minutes_lead_from_a_folder_to_what_a_decision_settled(checkout: Path) -> None:
    outputs = run(checkout, "first_ten_minutes")
    refuse_odd_outputs(outputs)
    printed = find_printed(outputs)
    assert "60 hand-offs between 36 units. Who is responsible has not been recorded yet." in printed
    assert "settled: Nobody is responsible for the whole of “Onboarding”" in printed
    assert "7 of 13 processes have an owner for the whole" in printed
    (drawing,) = find_shown(outputs, "image/svg+xml")
    assert 'class="procmap procmap-swimlane"' in drawing
    assert "procmap-landscape" in "".join(find_shown(outputs, "text/html"))
    page = checkout / "out" / "first-ten-minutes.html"
    assert 'id="since"' in page.read_text(encoding="utf-8")


def test_a_register_leads_to_a_workshop_and_its_decisions(checkout: Path) -> None:
    outputs = run(checkout, "register_to_workshop")
    refuse_odd_outputs(outputs)
    assert "5 svar, 3 ulike eiere" in find_printed(outputs)
    shown = "".join(find_shown(outputs, "text/html"))
    assert "procmap-agenda" in shown
    assert "overleveringer har fått en ansvarlig" in shown
    kit = checkout / "out" / "arbeidsmote"
    assert "Fem svar, tre ulike eiere" in (kit / "svar.html").read_text(encoding="utf-8")
    assert "Kommunalsjefen eier hele prosessen" in (kit / "saksliste.html").read_text(
        encoding="utf-8"
    )
    assert (checkout / "out" / "register.xlsx").is_file()


def test_the_network_leads_back_to_the_drawing(checkout: Path) -> None:
    outputs = run(checkout, "hand_off_network")
    refuse_odd_outputs(outputs)
    matrix, process = find_shown(outputs, "image/svg+xml")
    assert "procmap-handoffs" in matrix
    assert "procmap-swimlane" in process
    assert "with nobody" in find_printed(outputs)
