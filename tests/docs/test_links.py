"""Links lead somewhere, and commands and names that pages mention exist."""

from __future__ import annotations

import re
from functools import reduce
from pathlib import Path
from typing import Any

import pytest
import typer.main

import procmap as pm
from procmap import cli

from .blocks import find_blocks
from .pages import (
    IS_CHECKOUT,
    PAGES,
    ROOT,
    find_anchors,
    find_links,
    find_spans,
    name_of,
    read_page,
)

checkout_only = pytest.mark.skipif(not IS_CHECKOUT, reason="these files are in a checkout only")
README = ROOT / "README.md"


def find_mentions(page: Path) -> list[str]:
    """Lines and spans that may hold a command or a name."""
    text = read_page(page)
    shells = [b.text for b in find_blocks(text) if b.language in ("sh", "bat", "console")]
    return [*find_spans(text), *(line for shell in shells for line in shell.splitlines())]


def with_inner(command: Any) -> list[Any]:  # Any: Typer's own types differ between versions
    """A command, and those inside it, such as `register new`."""
    return [command, *getattr(command, "commands", {}).values()]


@checkout_only
@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_links_within_the_project_lead_somewhere(page: Path) -> None:
    for target in find_links(read_page(page)):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), target
        if anchor:
            assert anchor in find_anchors(read_page(file)), target


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_public_names_that_pages_mention_exist(page: Path) -> None:
    for mention in find_mentions(page):
        for name in re.findall(r"\bpm((?:\.\w+)+)", mention):
            reduce(getattr, name[1:].split("."), pm)


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_commands_of_procmap_that_pages_mention_exist(page: Path) -> None:
    # Typer's own types differ between versions; what is asked of them here does not.
    commands = getattr(typer.main.get_command(cli.app), "commands")  # noqa: B009 - see above
    for mention in find_mentions(page):
        found = re.match(r"(?:\$ |uv run |\S*[/\\])?procmap ([a-z]+)(.*)", mention)
        if found is None:
            continue
        inner = with_inner(commands[found[1]])
        known = {
            name for command in inner for parameter in command.params for name in parameter.opts
        }
        for option in re.findall(r"(?<!\S)\[?(--?[a-z-]+)", found[2]):
            assert option in {*known, "--help"}, mention


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_options_of_procmap_that_pages_mention_exist(page: Path) -> None:
    outer = getattr(typer.main.get_command(cli.app), "commands").values()  # noqa: B009
    commands = [inner for command in outer for inner in with_inner(command)]
    known = {name for command in commands for p in command.params for name in p.opts} | {"--help"}
    if page == README:
        for span in find_spans(read_page(page)):
            if span.startswith("--"):
                assert span.split()[0] in known, span


@checkout_only
@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_targets_of_make_that_pages_mention_exist(page: Path) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for mention in find_mentions(page):
        found = re.match(r"make ([a-z-]+)", mention)
        assert found is None or found[1] in targets, mention


@checkout_only
def test_contributing_names_every_target_of_make_that_people_use() -> None:
    helped = re.findall(r"^([a-z-]+):.*##", (ROOT / "Makefile").read_text(), re.MULTILINE)
    text = read_page(ROOT / "CONTRIBUTING.md")
    assert [t for t in helped if t not in ("help", "clean") and f"`make {t}`" not in text] == []


@checkout_only
def test_the_test_command_is_the_same_everywhere() -> None:
    (command,) = re.findall(
        r"python (-m pytest .*--doctest-modules)", (ROOT / "Makefile").read_text()
    )
    shells = [b.text for b in find_blocks(read_page(README)) if b.language in ("sh", "bat")]
    assert sum(command in shell for shell in shells) == 3
    assert "make test" in shells[0].splitlines()


@checkout_only
def test_files_that_shell_blocks_name_exist() -> None:
    for block in find_blocks(read_page(README)):
        if block.language in ("sh", "bat"):
            for file in re.findall(r"-r (\S+)", block.text):
                assert (ROOT / file).is_file()


def test_exit_codes_are_those_of_the_command_line() -> None:
    rows = re.findall(r"^\| (\d) \| (.+) \|$", read_page(README), re.MULTILINE)
    assert [int(number) for number, _ in rows] == [0, cli.FOUND, cli.USAGE, cli.INTERNAL]
    assert all(f"`{word.value}`" in rows[0][1] for word in cli.FailOn if word != cli.FailOn.E)


def test_pictures_of_the_readme_say_what_they_show() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", read_page(README))
    assert pictures
    assert all(words and (ROOT / path).is_file() for words, path in pictures)
