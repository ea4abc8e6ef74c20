"""The table of a tiny run has the rows of a full one, and says what could not be measured."""

import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import measures
import run
import tools
from costs import ROOT, Cost, Missing, OverTheLimit, Subject, medians, outcome, program
from page import page
from table import TIMES, Row, at_least, at_most, table

GOALS = {
    "`memaudit check` : `/bin/true`": "at most 5 times",
    "`zizmor` : `memaudit check`": "at least 8 times",
    "100 generated files, files per second and core": "at least 5,000",
    "100 generated files, peak memory": "at most 60 MiB",
    "100 generated files : libyaml's parser": "at most 20 times",
    "100 : 10 components, processor time": "at most 12 times",
    "100 : 10 components, peak memory": "at most 12 times",
    "one expression over 50 components, evaluations per second": "at least 250,000",
    "compiling 120 rules of three expressions": "at most 2,000 µs",
}


def cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


class TinyRun(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / "page.md"
            cls.run_ = subprocess.run(
                [sys.executable, ROOT / "benchmarks/run.py", "--quick", "--record", target],
                capture_output=True, text=True)
            cls.page = target.read_text(encoding="utf-8") if target.exists() else ""
        cls.lines = [line for line in cls.run_.stdout.splitlines() if line.startswith("|")]
        cls.rows = [cells(line) for line in cls.lines[2:]]

    def test_everything_could_be_measured(self):
        self.assertEqual(self.run_.returncode, 0, self.run_.stdout + self.run_.stderr)

    def test_lines_are_as_wide_as_the_heading(self):
        self.assertEqual(cells(self.lines[0]), ["measure", "value", "goal", "kept"])
        self.assertEqual({len(line) for line in self.lines}, {len(self.lines[0])})
        self.assertEqual({len(row) for row in self.rows}, {4})

    def test_every_measure_is_there_once_with_its_goal(self):
        names = [row[0] for row in self.rows]
        self.assertEqual(len(names), len(set(names)))
        self.assertEqual({row[0]: row[2] for row in self.rows if row[2]}, GOALS)

    def test_values_are_positive_numbers_but_for_the_tools(self):
        left_out = {row[0].split("`")[1] for row in self.rows if row[1] == tools.LEFT_OUT.reason}
        self.assertEqual(left_out, {tool.name for tool in tools.TOOLS})
        for measure, value, goal, kept in self.rows:
            if value == tools.LEFT_OUT.reason:
                self.assertEqual(kept, "unknown" if goal else "")
            else:
                self.assertGreater(float(value.split()[0].replace(",", "")), 0, measure)
                self.assertIn(kept, ("yes", "no") if goal else ("",), measure)

    def test_the_page_has_the_same_table(self):
        self.assertIn("\n".join(self.lines) + "\n", self.page)


class WhatCannotBeMeasured(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        run.compile_helpers()

    def test_a_program_that_fails_says_so_and_leaves_the_others(self):
        costs = medians([program("false", ["false"], 5), program("true", ["true"], 5)], rounds=2)
        self.assertEqual(costs["false"].reason, "not measured: false ended with 1")
        self.assertTrue(costs["false"].is_failure)
        self.assertGreater(costs["true"].seconds, 0)

    def test_a_program_that_takes_too_long_is_over_the_limit(self):
        costs = medians([program("sleep", ["sleep", "60"], 0.2)], rounds=2)
        self.assertIsInstance(costs["sleep"], OverTheLimit)

    def test_output_that_is_not_what_was_meant_is_no_measurement(self):
        speak = ["sh", "-c", "echo '{\"score\":1}'; echo '{\"problems\":[]}'"]
        cost = medians(
            [program("speak", speak, 5, verify=lambda lines: measures.expect_lines(lines, 2))], rounds=1)["speak"]
        self.assertEqual(cost.reason, "not measured: 1 of 2 files were audited")

    def test_wrong_expressions_are_no_measurement(self):
        good = "evaluate: 9 per second (bar 1): x\nglance: 20 per second: x\ncompile: 5 µs for y\n"
        self.assertEqual(measures.expression_numbers(good), (9, 20, 5e-6))
        with self.assertRaises(Missing):
            measures.expression_numbers(good + "compile: some expressions do not compile\n")

    def test_a_missing_value_keeps_no_goal(self):
        rows = [Row("a", OverTheLimit(), TIMES, at_most(5)), Row("b", Missing("why"), TIMES)]
        self.assertEqual([row.cells for row in rows], [
            ["a", "over the limit", "at most 5 times", "unknown"], ["b", "why", "", ""]])

    def test_only_checkov_may_be_left_uninstalled(self):
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(tools, "ENVIRONMENT", Path(folder) / "none"):
            missing = tools.install(0)
        self.assertEqual({problem.reason for problem in missing.values()}, {"not installed: over the limit"})
        self.assertEqual(
            {name: problem.is_failure for name, problem in missing.items()},
            {"zizmor": True, "yamllint": True, "check-jsonschema": True, "checkov": False})

    def test_all_limits_together_are_eight_minutes_at_most(self):
        self.assertLessEqual(measures.seconds_at_most(), 480)


class Values(unittest.TestCase):
    def test_the_median_leaves_the_first_run_out(self):
        samples = iter([Cost(90, 90, 90), Cost(3, 1, 5), Cost(1, 2, 5), Cost(2, 9, 7)])
        costs = medians([Subject("x", 5, lambda left, is_first: next(samples))], rounds=3)
        self.assertEqual(costs["x"], Cost(2, 2, 5))

    def test_a_single_run_counts_where_the_time_was_over(self):
        self.assertEqual(outcome([Cost(1, 2, 3)], OverTheLimit()), Cost(1, 2, 3))

    def test_goals_include_their_bound(self):
        kept = [Row("x", value, TIMES, goal).cells[3] for goal in (at_most(5), at_least(5)) for value in (4.9, 5, 5.1)]
        self.assertEqual(kept, ["yes", "yes", "no", "no", "yes", "yes"])

    def test_growth_takes_the_start_away(self):
        costs = [Cost(0, seconds, mib) for seconds, mib in [(1, 10), (2, 20), (11, 110)]]
        rows = measures.growth([10, 100, 1_000], costs)
        self.assertEqual([row.value for row in rows], [5.5, 10, 5.5, 10])

    def test_a_page_says_what_it_was_measured_on(self):
        text = page([Row("x", 2, TIMES)], measures.FULL, 3)
        self.assertIn("Other work: 3 %", text)
        self.assertIn(table([Row("x", 2, TIMES)]), text)


if __name__ == "__main__":
    unittest.main()
