"""Flow graph, hand-offs, governance and the figures that stand on them."""

from procmap.graph.analysis import Analysis, HeadlineFigure, StepPlace
from procmap.graph.analyze import MAX_SUCCESSIONS, analyze_landscape

__all__ = ["MAX_SUCCESSIONS", "Analysis", "HeadlineFigure", "StepPlace", "analyze_landscape"]
