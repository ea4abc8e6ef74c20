"""The table: what was measured, its value, its goal, and whether the goal is kept."""

import dataclasses
from typing import Union

from costs import Missing

HEADINGS = ["measure", "value", "goal", "kept"]


@dataclasses.dataclass(frozen=True)
class Unit:
    """How a number is written. It is multiplied by the scale first."""

    word: str
    scale: float = 1

    def text(self, number):
        return f"{rounded(number * self.scale)} {self.word}".strip()


SECONDS = Unit("s")
MILLISECONDS = Unit("ms", 1000)
MICROSECONDS = Unit("µs", 1_000_000)
MIB = Unit("MiB")
KIB = Unit("KiB", 1024)
TIMES = Unit("times")
COUNT = Unit("")


@dataclasses.dataclass(frozen=True)
class Goal:
    """A bound that a value keeps."""

    word: str
    bound: float

    def is_kept_by(self, number):
        return number <= self.bound if self.word == "at most" else number >= self.bound


def at_most(bound):
    return Goal("at most", bound)


def at_least(bound):
    return Goal("at least", bound)


@dataclasses.dataclass(frozen=True)
class Row:
    measure: str
    value: Union[float, Missing]
    unit: Unit
    goal: Union[Goal, None] = None

    @property
    def cells(self):
        missing = isinstance(self.value, Missing)
        return [
            self.measure,
            self.value.reason if missing else self.unit.text(self.value),
            f"{self.goal.word} {self.unit.text(self.goal.bound)}" if self.goal else "",
            "" if not self.goal else "unknown" if missing else "yes" if self.goal.is_kept_by(self.value) else "no",
        ]


def rounded(number):
    """Three digits, or the whole number."""
    if float(number).is_integer() or abs(number) >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if abs(number) >= 10 else f"{number:.2f}"


def table(rows):
    """Markdown, its columns aligned for a terminal."""
    cells = [HEADINGS] + [[cell.replace("|", "\\|") for cell in row.cells] for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    lines = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |" for line in cells]
    lines.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(lines) + "\n"
