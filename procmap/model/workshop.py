"""What people said in a workshop: who owns a process in their opinion, and what was decided."""

from __future__ import annotations

import datetime as dt

from procmap.model.element import Entity
from procmap.model.facts import Fact

__all__ = ["Decision", "Opinion", "SetAside"]


class Opinion(Entity):
    """One unit's answer to who owns a process.

    Attributes:
        process: the process, as it is called.
        unit: key of the unit that answered.
        owner: the owner in its opinion.
    """

    process: str
    unit: str
    owner: Fact[str] = Fact()


class Decision(Entity):
    """Something that was decided, or is to be.

    Attributes:
        point: what it is about.
        decision: what was decided.
        responsible: who carries it out.
        deadline: by when, or ``None``.
        status: how far it has come, in people's words.
    """

    point: str
    decision: str = ""
    responsible: str = ""
    deadline: dt.date | None = None
    status: str = ""


class SetAside(Entity):
    """What the register sets aside for a while: a question that need not be asked again yet.

    Attributes:
        reason: why, in people's words.
        until: the last day it is set aside.
        code: code of the rule; "" for any.
        process: name or reference of the process; "" for any.
    """

    reason: str
    until: dt.date
    code: str = ""
    process: str = ""
