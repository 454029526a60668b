"""What is to be drawn, before anybody asks where: pools, lanes, nodes, flows, badges."""

from procmap.maps.scene.building import Subject, build_scene
from procmap.maps.scene.types import (
    Badge,
    Band,
    End,
    FlowKind,
    Mark,
    NodeKind,
    Scene,
    SceneFlow,
    SceneLane,
    SceneNode,
    ScenePool,
)

__all__ = [
    "Badge",
    "Band",
    "End",
    "FlowKind",
    "Mark",
    "NodeKind",
    "Scene",
    "SceneFlow",
    "SceneLane",
    "SceneNode",
    "ScenePool",
    "Subject",
    "build_scene",
]
