"""What is to be drawn, before anybody asks where: pools, lanes, nodes, flows, badges."""

from procmap.maps.scene.building import Subject, build_scene
from procmap.maps.scene.lanes import OWN_LANE
from procmap.maps.scene.nodes import find_lanes
from procmap.maps.scene.positions import find_positions
from procmap.maps.scene.restricting import restrict_scene
from procmap.maps.scene.types import (
    Badge,
    Band,
    End,
    FlowKind,
    Mark,
    NodeKind,
    Outline,
    Scene,
    SceneFlow,
    SceneLane,
    SceneNode,
    ScenePool,
)

__all__ = [
    "OWN_LANE",
    "Badge",
    "Band",
    "End",
    "FlowKind",
    "Mark",
    "NodeKind",
    "Outline",
    "Scene",
    "SceneFlow",
    "SceneLane",
    "SceneNode",
    "ScenePool",
    "Subject",
    "build_scene",
    "find_lanes",
    "find_positions",
    "restrict_scene",
]
