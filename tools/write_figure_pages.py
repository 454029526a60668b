"""Writes docs/figures from the catalogue of figures: `python tools/write_figure_pages.py`."""

from __future__ import annotations

from pathlib import Path

from figure_examples import EXAMPLES, build_caption
from figure_pictures import draw_picture

from procmap.graph.figures import FIGURES
from procmap.graph.figures.pages import build_figure_page, build_figures_index

__all__ = ["build_pages", "main"]

FOLDER = Path(__file__).parent.parent / "docs" / "figures"


def build_pages() -> dict[str, str]:
    """All files of docs/figures, by path in that folder."""
    pages = {"index.md": build_figures_index()}
    for kind in FIGURES:
        caption = ""
        if kind.name in EXAMPLES:
            caption = build_caption(kind.name)
            pages[f"pictures/{kind.name}.svg"] = draw_picture(kind.name)
        pages[f"{kind.name}.md"] = build_figure_page(kind, caption)
    return pages


def main() -> None:
    """Write a page a figure with its picture, and the index."""
    for name, text in build_pages().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
