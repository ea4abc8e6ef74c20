"""What commands cost: medians over rounds in which each command runs once, every command within a time of its own."""

import dataclasses
import os
import signal
import statistics
import subprocess
import time
from pathlib import Path
from typing import Callable

ROOT = Path(__file__).resolve().parent.parent
SCRATCH = ROOT / ".build/bench"


class Missing(Exception):
    """Why there is no value."""

    def __init__(self, reason, is_failure=True):
        super().__init__(reason)
        self.reason = reason
        self.is_failure = is_failure


class OverTheLimit(Missing):
    def __init__(self):
        super().__init__("over the limit")


@dataclasses.dataclass(frozen=True)
class Cost:
    """Of one run, or the median of several."""

    seconds: float
    processor_seconds: float
    peak_mib: float


class Budget:
    """Seconds that are spent bit by bit, until there are fewer than the last bit took."""

    def __init__(self, seconds):
        self.left = seconds
        self.last = 0

    def spend(self, work, *arguments):
        """Work that is told first how many seconds it has."""
        if self.left <= self.last:
            raise OverTheLimit()
        start = time.monotonic()
        try:
            return work(self.left, *arguments)
        finally:
            self.last = time.monotonic() - start
            self.left -= self.last


@dataclasses.dataclass
class Subject:
    """What is measured. `sample` makes one run within so many seconds; its second argument tells the first run."""

    name: str
    seconds: float
    sample: Callable[[float, bool], Cost]
    every: int = 1


def output_of(seconds, words, on_one_core=False):
    """What a command prints. It and all that it starts end with the time."""
    process = subprocess.Popen(
        [str(word) for word in words], cwd=ROOT, start_new_session=True, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=stay_on_one_core if on_one_core else None)
    try:
        output, complaint = process.communicate(timeout=seconds)
    except BaseException as reason:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        if isinstance(reason, subprocess.TimeoutExpired):
            raise OverTheLimit() from None
        raise
    if process.returncode:
        raise Missing(failure(Path(words[0]).name, process.returncode, complaint))
    return output


def stay_on_one_core():
    os.sched_setaffinity(0, [min(os.sched_getaffinity(0))])


def failure(name, exit_code, complaint):
    lines = complaint.strip().splitlines()
    return f"not measured: {name} ended with {exit_code}" + (f", {lines[0].strip()}" if lines else "")


def program(name, words, seconds, verify=None, every=1, on_one_core=False):
    """A program from start to exit, by its exit of 0. `verify` sees the output of the first run, line by line."""

    def sample(left, is_first):
        checked = is_first and verify
        output = SCRATCH / "output" if checked else Path(os.devnull)
        try:
            numbers = output_of(left, [SCRATCH / "timed", output, *words], on_one_core)
            wall, processor, peak, exit_code = map(int, numbers.split())
            if exit_code:
                raise Missing(failure(name, exit_code, ""))
            if checked:
                with output.open() as lines:
                    verify(lines)
        finally:
            if checked:
                output.unlink(missing_ok=True)
        return Cost(wall / 1e9, processor / 1e6, peak / 1024)

    return Subject(name, seconds, sample, every)


def medians(subjects, rounds):
    """The median cost of each subject by name, or why there is none.

    A first run warms the caches; it counts only where no other could be made.
    """
    samples = {subject.name: [] for subject in subjects}
    problems = {}
    budgets = {subject.name: Budget(subject.seconds) for subject in subjects}
    for number in range(rounds + 1):
        for subject in subjects:
            name, budget = subject.name, budgets[subject.name]
            if name in problems or (number > 1 and (number - 1) % subject.every):
                continue
            try:
                samples[name].append(budget.spend(subject.sample, number == 0))
            except Missing as problem:
                problems[name] = problem
    return {name: outcome(samples[name], problems.get(name)) for name in samples}


def outcome(samples, problem):
    if problem and not (samples and isinstance(problem, OverTheLimit)):
        return problem
    counted = samples[1:] or samples
    return Cost(*(
        statistics.median(getattr(cost, field.name) for cost in counted) for field in dataclasses.fields(Cost)))


def combined(work, *values):
    """What follows from values, or the first reason why one is missing."""
    missing = next((value for value in values if isinstance(value, Missing)), None)
    return missing or work(*values)
