"""The page of the last measurements that somebody wanted to keep."""

import datetime
import os
import platform
import re
import resource
from pathlib import Path

from table import table


def machine():
    """What the numbers were measured on."""
    model = re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    kib = int(re.search(r"^MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text(), re.MULTILINE)[1])
    return (
        f"{model[1] if model else platform.machine()}, {len(os.sched_getaffinity(0))} cores, "
        f"{kib / 1024 / 1024:.1f} GiB of memory, Linux {platform.release()}")


class OtherWork:
    """The share of all processor time that went to nothing of ours since this was made."""

    def __init__(self):
        self.start = self.now()

    @staticmethod
    def now():
        ticks = list(map(int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:9]))
        idle = ticks[3] + ticks[4]
        usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        ours = sum(usage.ru_utime + usage.ru_stime for usage in usages) * os.sysconf("SC_CLK_TCK")
        return sum(ticks), sum(ticks) - idle - ours

    def percent(self):
        (all_before, others_before), (all_now, others_now) = self.start, self.now()
        return max(0, round(100 * (others_now - others_before) / max(1, all_now - all_before)))


def page(rows, scale, other_work):
    return f"""# Performance

This page is written by `make bench-record`; `make bench` prints the same table for your machine.

- Machine: {machine()}
- Date: {datetime.date.today().isoformat()}
- Other work: {other_work} % of the processor time of all cores meanwhile

{table(rows)}
## What is measured

- **Start to exit**: the binary that is released (on x86-64 Linux the static one, which starts in half the time of one
  that the loader has to put together) audits the sound example as in CI, and each of the other programs checks a
  small file of its own kind. They take turns in {scale.rounds} rounds at most, fewer for what takes seconds, and the value is
  the median by the clock.
- **Formats**: the careless example, which fails nearly everything, in the formats that have most to write. From start
  to exit, by the clock, as many rounds as above.
- **Generated files**: architectures of about sixty lines, made up from a fixed seed, in one
  `check --format jsonl`: on all cores; and held on one, which tells files per second and core and the ratio, by
  processor time, user and system together. Two cores may be one that two threads share, as they often are where
  machines are virtual, and then each of them takes longer. libyaml's parser is a loop in C, on one core, that has read
  the files beforehand and asks for every event: the least that anybody who parses with libyaml pays.
- **Components**: one architecture of so many components. The ratio of the last two tells how time and memory grow:
  10 is linear. *Beyond that of 10* takes away what the smallest one costs, which is mostly the start, and would make
  growth look smaller than it is.
- **Expressions**: one `exists` over 50 records, evaluated in full and told at a glance, which is what most rules need;
  and compiling as many expressions as 120 rules have. In one process that has started already; the best of several
  runs.

Peak memory is the largest resident set that the kernel saw.

## How to read it

Compare numbers of one run only: each ratio is of medians that were measured in turns, on the same machine, under
the same load. Milliseconds of two machines, or of two days, say little. Where other work took more than a few per
cent, the ratios are rough, and what is measured by the clock is too high, the more so the longer it runs.

Each measurement has a time limit, eight minutes together; where it ended before there was a value, the
table says *over the limit*, and where a program did not do what it should, it says why. Goals are for a machine that
does nothing else. A goal that is not kept does not fail the run; a measurement that could not be made does.
"""
