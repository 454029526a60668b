"""The headline of a report: five figures, and the sentences that say them."""

from __future__ import annotations

from dataclasses import dataclass

from procmap.graph import Analysis, HeadlineFigure
from procmap.labels.headline import RESPONSIBILITY, find_headline_line, find_unrecorded_line

__all__ = ["Headline", "build_headline"]


@dataclass(frozen=True, slots=True)
class Headline:
    """The five headline figures, in the words that are the same everywhere.

    Args:
        figures: the five figures, in order.
        hand_offs: number of crossing points between units.
        units: number of units they lie between.
        recorded: whether anybody has said anything about who is responsible.

    Examples:
        >>> print(Headline((HeadlineFigure("crossing", 2, 3),), recorded=True))
        2 av 3 prosesser går gjennom flere enheter
    """

    figures: tuple[HeadlineFigure, ...] = ()
    hand_offs: int = 0
    units: int = 0
    recorded: bool = False

    def figure(self, name: str) -> HeadlineFigure:
        """One of the figures, by its name.

        Raises:
            KeyError: there is no figure of that name.
        """
        return {figure.name: figure for figure in self.figures}[name]

    def lines(self, lang: str = "nb") -> tuple[str, ...]:
        """The headline as sentences, in ``"nb"`` or ``"en"``.

        Before anybody has said who is responsible, one sentence stands for the figures that
        would say so.
        """
        return tuple(self.figures_by_line(lang))

    def figures_by_line(self, lang: str = "nb") -> dict[str, tuple[HeadlineFigure, ...]]:
        """The figures behind each sentence; several behind the one that stands for all of them.

        Args:
            lang: ``"nb"`` or ``"en"``.

        Examples:
            >>> headline = Headline((HeadlineFigure("crossing", 2, 3),), recorded=True)
            >>> [figure.value for figure, in headline.figures_by_line("en").values()]
            [2]
        """
        said: dict[str, tuple[HeadlineFigure, ...]] = {}
        for figure in self.figures:
            if figure.name in RESPONSIBILITY and not self.recorded:
                line = find_unrecorded_line(lang, hand_offs=self.hand_offs, units=self.units)
            elif figure.name == "contacts" and figure.value == 0:
                # That nobody has drawn an outside party does not mean that there is none.
                continue
            else:
                line = find_headline_line(
                    figure.name,
                    lang,
                    value=figure.value,
                    total=figure.total,
                    not_clarified=figure.not_clarified,
                )
            said[line] = (*said.get(line, ()), figure)
        return said

    def __str__(self) -> str:
        return "\n".join(self.lines())


def build_headline(analysis: Analysis) -> Headline:
    """Build the headline of an analysis."""
    landscape = analysis.landscape
    between = [crossing for crossing in analysis.crossings if crossing.between != "organisations"]
    units = {unit.key for c in between for unit in (c.source_unit, c.target_unit)}
    return Headline(
        figures=analysis.headline,
        hand_offs=len(between),
        units=len(units),
        recorded=bool(landscape.boundaries)
        or any(process.ownership.is_recorded for process in landscape.processes),
    )
