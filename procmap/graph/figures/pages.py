"""The page of a figure, and the index of all, as Markdown built from the catalogue."""

from __future__ import annotations

from procmap.graph.figures.catalogue import FIGURES, FigureKind

__all__ = ["build_figure_page", "build_figures_index"]

_NOTE = "<!-- Generated from the catalogue by tools/write_figure_pages.py; do not edit. -->"
_SCOPES = {
    "process": "each process",
    "boundary": "each boundary (ordered pair of units)",
    "unit": "each unit that takes part",
    "group": "each group of units",
    "landscape": "the landscape",
}
_INTRODUCTION = """\
A figure carries what it was made of: `value`, `numerator` and `denominator`, how much is
`not_clarified` and how much rests on `assumed` units, the `level`, what it `assumes`, and the
`elements` behind it. One that cannot be computed honestly has no value and says why in `withheld`;
it is never a silent 0. None of them has a threshold: the study gives none.

```python
import procmap as pm

landscape = pm.read_bpmn("bpmn_samples/").with_register("bpmn_samples/register.yaml")
report = pm.analyze(landscape)
report.metrics.find("crossing_share", "Byggesak")  # one figure of one process
report.metrics.find("ei_index")  # one of the landscape
report.metrics.of("Byggesak")  # all of one process, by name
report.metrics.percentile("handoffs", "Byggesak")  # where it stands among the others
report.metrics.matrix(1).edges  # hand-offs from unit to unit, at depth 1
report.to_frame("metrics")  # all of them, one row each
```

How often ways are taken, who performs, and how steps are done can be stated beside the models:

```python
share = {"Ja": 0.75, "Nei": 0.25}
flows = [flow for process in landscape.processes for flow in process.sequence_flows]
ways = {flow.ref: share[flow.name] for flow in flows if flow.name in share}
report.metrics.with_stated(probabilities=ways).find("expected_handoffs", "Byggesak")
report.metrics.with_stated(uniform=True)  # every way equally often; the figures say so
```

A file can state probabilities too, as an attribute `probability` of a sequence flow, in any
namespace. The percentile of a process is the share of processes with a lower value, equal ones
counted half. For other programs, `landscape.to_networkx(level="step")` and `level="unit"` give the
graphs that the figures stand on."""


def build_figure_page(kind: FigureKind, caption: str = "") -> str:
    """The page of one figure.

    Args:
        kind: the figure.
        caption: what its picture shows; without one there is no picture.

    Examples:
        >>> build_figure_page(FIGURES[0]).splitlines()[2]
        '# crossing_points'
    """
    lines = [
        _NOTE,
        "",
        f"# {kind.name}",
        "",
        f"**{kind.title.en}**",
        "",
        kind.definition.en,
        "",
        f"- Unit: {kind.unit.en}",
        f"- Range: {kind.range.en}",
        f"- Of: {', '.join(_SCOPES[scope] for scope in kind.scopes)}",
        f"- Source: {kind.source.en}",
        "",
    ]
    if kind.details:
        lines += ["## In detail", "", *(f"- {text.en}" for text in kind.details), ""]
    if caption:
        lines += [
            "## In a picture",
            "",
            f"![{kind.title.en}](pictures/{kind.name}.svg)",
            "",
            caption,
        ]
        lines.append("")
    lines += ["## What it must not be used for", "", kind.not_for.en]
    return "\n".join(lines) + "\n"


def build_figures_index() -> str:
    """The index: how to get figures, and a table of all."""
    lines = [_NOTE, "", "# Figures", "", _INTRODUCTION, ""]
    lines += ["| Figure | What it is | Of | Unit |", "|---|---|---|---|"]
    lines += [
        f"| [{kind.name}]({kind.name}.md) | {kind.title.en} | {', '.join(kind.scopes)} "
        f"| {kind.unit.en} |"
        for kind in FIGURES
    ]
    return "\n".join(lines) + "\n"
