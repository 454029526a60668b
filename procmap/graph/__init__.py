"""Flow graph, hand-offs, governance and the figures that stand on them."""

from procmap.graph.analysis import Analysis, HeadlineFigure, StepPlace

__all__ = ["Analysis", "HeadlineFigure", "StepPlace"]
