"""Figures about processes, boundaries, units and the landscape; one module a subject."""

from procmap.graph.figures.catalogue import FIGURES, FigureKind
from procmap.graph.figures.figure import Figure, FigureScope
from procmap.graph.figures.key_persons import KeyPerson
from procmap.graph.figures.metrics import Metrics
from procmap.graph.figures.step_facts import StepFacts
from procmap.graph.figures.unit_network import Edge, Network

__all__ = [
    "FIGURES",
    "Edge",
    "Figure",
    "FigureKind",
    "FigureScope",
    "KeyPerson",
    "Metrics",
    "Network",
    "StepFacts",
]
