"""Progress: shown where somebody watches, and gone afterwards."""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

import procmap as pm
from procmap.reports import progress

NAMES = ["a.bpmn", "<b>.bpmn", "c.bpmn"]


def run_through() -> None:
    with pm.show_progress("reading") as step:
        for done, name in enumerate(NAMES, start=1):
            step(done, len(NAMES), name)


def test_in_a_pipe_nothing_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    run_through()
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "")


def test_it_is_what_reading_asks_for(samples_dir: Path) -> None:
    with pm.show_progress("reading") as step:
        assert pm.read_bpmn(samples_dir, progress=step).documents


@pytest.fixture
def notebook(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a kernel's notebook is shown, one after the other."""
    shown: list[str] = []
    handle = SimpleNamespace(update=shown.append)

    def display(html: str, *, display_id: bool) -> SimpleNamespace:
        assert display_id
        shown.append(html)
        return handle

    outer = ModuleType("IPython")
    outer.get_ipython = lambda: SimpleNamespace(kernel=object())  # type: ignore[attr-defined]
    inner = ModuleType("IPython.display")
    inner.HTML, inner.display = str, display  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", outer)
    monkeypatch.setitem(sys.modules, "IPython.display", inner)
    return shown


def test_a_notebook_sees_a_bar_and_nothing_afterwards(
    notebook: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_SECONDS", 0.0)
    run_through()
    assert notebook[0] == "<label>reading <progress></progress></label>"
    assert 'max="3" value="2"' in notebook[2]
    assert "&lt;b&gt;.bpmn" in notebook[2]
    assert notebook[-1] == ""


def test_a_notebook_is_not_sent_more_than_eyes_can_follow(notebook: list[str]) -> None:
    with pm.show_progress("reading") as step:
        for done in range(1, 1001):
            step(done, 1000, "a.bpmn")
    assert len(notebook) < 20
    assert "1000/1000" in notebook[-2]


def test_a_failure_leaves_no_bar_behind(notebook: list[str]) -> None:
    with pytest.raises(ValueError, match="odd"), pm.show_progress("reading"):
        raise ValueError("odd")
    assert notebook[-1] == ""


def test_ipython_in_a_terminal_is_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    outer = ModuleType("IPython")
    outer.get_ipython = lambda: SimpleNamespace()  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "IPython", outer)
    assert not progress._is_notebook()
