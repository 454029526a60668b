"""Code blocks of Markdown pages: found, run as somebody would type them, and their output renewed.

`python -m tests.docs.blocks README.md`, in a checkout, puts the real output below each block of
Python and behind each command of a page.
"""

from __future__ import annotations

import code
import contextlib
import contextvars
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MORE = "…"
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, its text, and where its text stands in the page."""

    language: str
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


@dataclass(frozen=True)
class Shown:
    """Output that a page shows, and what really comes out."""

    expected: Block
    command: str
    output: str

    @property
    def said(self) -> str:
        """What the page says, the command left out."""
        return self.expected.text.removeprefix(self.command)

    @property
    def cut(self) -> str:
        """The output, as far as the page shows it."""
        lines = self.said.splitlines()
        if not lines or lines[-1] != MORE:
            return self.output
        kept = self.output.splitlines()[: len(lines) - 1]
        return "\n".join([*kept, MORE]) + "\n"


def find_blocks(page: str) -> list[Block]:
    return [Block(m[1], m[2], m.start(2)) for m in _FENCE.finditer(page)]


def run_page(page: str) -> Iterator[Shown]:
    """Run the blocks of a page in the working directory, one after the other.

    Blocks of Python are typed into one console, so that each goes on from the one before; a block
    of text right below one shows its output. A `console` block has a command and its output.

    Raises:
        AssertionError: a block fails.
    """
    console = code.InteractiveConsole({"__name__": "__console__"})
    # A language that a page chooses for its displays is chosen for that page alone.
    context = contextvars.copy_context()
    blocks = find_blocks(page)
    for number, block in enumerate(blocks):
        if block.language == "python":
            output = context.run(_type, console, block.text)
            after = blocks[number + 1] if number + 1 < len(blocks) else None
            if after is not None and after.language == "text":
                between = page[block.end : after.start]
                if between.strip() == "```\n\n```text":
                    yield Shown(after, "", output)
        elif block.language == "console":
            command = block.text.splitlines(keepends=True)[0]
            yield Shown(block, command, _run(command))


def _type(console: code.InteractiveConsole, text: str) -> str:
    """Type a block into a console, with Enter at the end, and give what it prints."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        for line in [*text.splitlines(), ""]:
            console.push(line)
    assert not err.getvalue(), err.getvalue()
    return out.getvalue()


def _run(command: str) -> str:
    """Run a command of a page, `$ procmap …`, and give what it prints."""
    prompt, program, *arguments = shlex.split(command)
    assert (prompt, program) == ("$", "procmap"), command
    done = subprocess.run(  # noqa: S603 - the commands of our own pages
        [sys.executable, "-m", "procmap.cli", *arguments],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def renew(page: str) -> str:
    """The page with the real output in it."""
    for shown in reversed(list(run_page(page))):
        block = shown.expected
        page = page[: block.start] + shown.command + shown.cut + page[block.end :]
    return page


def main() -> None:
    root = Path(__file__).parents[2]
    paths = [Path(name).absolute() for name in sys.argv[1:]]
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        Path("bpmn_samples").symlink_to(root / "bpmn_samples")
        os.environ["PYTHONPATH"] = str(root)
        for path in paths:
            path.write_text(renew(path.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
