#!/usr/bin/env python3
"""Measures speed and memory against their goals, and prints a table. Build in release mode first: `make bench`.

The exit is 0 where everything could be measured, whatever the values: machines are noisy.
"""

import argparse
import subprocess
import sys
from pathlib import Path

import measures
from costs import ROOT, SCRATCH, Missing
from page import OtherWork, page
from table import table


def compile_helpers():
    """The two programs in C."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    libyaml = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "yaml-0.1"], check=True, capture_output=True, text=True)
    for name, flags in [("timed", []), ("libyaml_loop", libyaml.stdout.split())]:
        source = ROOT / f"benchmarks/{name}.c"
        subprocess.run(["clang", "-O2", "-Wall", "-Werror", "-o", SCRATCH / name, source, *flags], check=True)


def main():
    parser = argparse.ArgumentParser(description="Measures speed and memory against their goals.")
    parser.add_argument("--quick", action="store_true", help="a tiny run, to see that everything can be measured")
    parser.add_argument("--record", type=Path, metavar="PATH", help="write the table, and what it means, to a page")
    options = parser.parse_args()

    scale = measures.QUICK if options.quick else measures.FULL
    compile_helpers()
    other_work = OtherWork()
    rows = []
    for group in measures.GROUPS:
        print(f"measuring {group.__name__.replace('_', ' ')}", file=sys.stderr)
        rows += group(scale)
    percent = other_work.percent()
    print(table(rows))
    print(f"Other work took {percent} % of the processor time of all cores meanwhile.")
    if options.record:
        options.record.write_text(page(rows, scale, percent), encoding="utf-8")
    return 1 if any(isinstance(row.value, Missing) and row.value.is_failure for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main())
