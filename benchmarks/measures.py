"""What is measured, and the goal of each."""

import dataclasses
import os
import re
import shutil

import tools
from costs import ROOT, SCRATCH, Budget, Cost, Missing, Subject, combined, medians, output_of, program
from table import COUNT, KIB, MIB, MICROSECONDS, MILLISECONDS, SECONDS, TIMES, Row, at_least, at_most

MEMAUDIT = ROOT / os.environ.get("MEMAUDIT", ".build/release/memaudit")
BENCH = ROOT / ".build/release/memaudit-bench"
AUDIT = ["check", "--today", "2026-11-01"]
LINES = [*AUDIT, "--no-config", "--exit-zero", "--format", "jsonl"]
CARELESS = "examples/careless.arch.yaml"
FORMATS = ["text", "json", "sarif", "junit", "markdown", "html"]


@dataclasses.dataclass(frozen=True)
class Scale:
    """How much is measured, and for how many seconds at most."""

    rounds: int
    many_rounds: int
    files: int
    components: list
    with_tools: bool


FULL = Scale(rounds=25, many_rounds=5, files=10_000, components=[10, 100, 1_000, 10_000], with_tools=True)
QUICK = Scale(rounds=3, many_rounds=1, files=100, components=[10, 100], with_tools=False)

# Together under eight minutes, with those of the tools.
SECONDS_TO_INSTALL = 160
SECONDS_OF_START = {"true": 5, "memaudit": 10}
SECONDS_OF_FORMAT = 1
SECONDS_TO_GENERATE = 10
SECONDS_OF_MANY = {"memaudit": 40, "one core": 50, "libyaml": 10}
SECONDS_OF_COMPONENTS = {10: 5, 100: 5, 1_000: 15, 10_000: 60}
SECONDS_OF_EXPRESSIONS = 15


def seconds_at_most():
    return (
        SECONDS_TO_INSTALL + sum(SECONDS_OF_START.values()) + sum(tool.seconds for tool in tools.TOOLS)
        + SECONDS_OF_FORMAT * len(FORMATS) + 2 * SECONDS_TO_GENERATE + sum(SECONDS_OF_MANY.values()) + sum(SECONDS_OF_COMPONENTS.values())
        + SECONDS_OF_EXPRESSIONS)


def ratio(of, to, quantity):
    return combined(lambda one, other: quantity(one) / quantity(other), of, to)


def wall(cost):
    return cost.seconds


def processor(cost):
    return cost.processor_seconds


def peak(cost):
    return cost.peak_mib


def start_to_exit(scale):
    """One small file, against a program that does nothing and against tools that check files."""
    missing = tools.install(SECONDS_TO_INSTALL) if scale.with_tools else dict.fromkeys(
        (tool.name for tool in tools.TOOLS), tools.LEFT_OUT)
    subjects = [
        program("true", ["/bin/true"], SECONDS_OF_START["true"]),
        program("memaudit", [MEMAUDIT, *AUDIT, tools.EXAMPLE], SECONDS_OF_START["memaudit"]),
    ] + [
        program(tool.name, tool.words, tool.seconds, every=tool.every)
        for tool in tools.TOOLS if tool.name not in missing]
    costs = {**medians(subjects, scale.rounds), **missing}
    ours = costs["memaudit"]
    rows = [
        Row("`/bin/true`, start to exit", combined(wall, costs["true"]), MILLISECONDS),
        Row(f"`memaudit check` on {described(tools.EXAMPLE)}", combined(wall, ours), MILLISECONDS),
        Row("`memaudit check` : `/bin/true`", ratio(ours, costs["true"], wall), TIMES, at_most(5)),
    ]
    known = tools.versions()
    for tool in tools.TOOLS:
        cost = costs[tool.name]
        goal = at_least(8) if tool.name == "zizmor" else None
        version = "" if tool.name in missing else " " + known.get(tool.name, "")
        rows += [
            Row(f"`{tool.name}`{version} on {described(tool.file)}", combined(wall, cost), MILLISECONDS),
            Row(f"`{tool.name}` : `memaudit check`", ratio(cost, ours, wall), TIMES, goal),
        ]
    return rows


def described(file):
    count = len((ROOT / file).read_text(encoding="utf-8").splitlines())
    return f"{file} ({count} lines)"


def formats(scale):
    """A file with much to say, in the formats that say it at length."""
    costs = medians([
        program(
            name, [MEMAUDIT, *AUDIT, "--exit-zero", "--format", name, CARELESS], SECONDS_OF_FORMAT)
        for name in FORMATS], scale.rounds)
    return [
        Row(f"`memaudit check --format {name}` on {described(CARELESS)}", combined(wall, costs[name]), MILLISECONDS)
        for name in FORMATS]


def many_files(scale):
    """Generated architectures in one audit, against libyaml's parser over the same bytes."""
    folder = SCRATCH / "generated"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        output_of(SECONDS_TO_GENERATE, [BENCH, "generate", folder, scale.files])
        paths = sorted(path.relative_to(ROOT) for path in folder.iterdir())
        if len(paths) != scale.files:
            raise Missing(f"not measured: {len(paths)} files were generated")
        mebibytes = sum((ROOT / path).stat().st_size for path in paths) / 1024 / 1024
        costs = medians([
            program(
                "memaudit", [MEMAUDIT, *LINES, folder], SECONDS_OF_MANY["memaudit"],
                verify=lambda lines: expect_lines(lines, scale.files)),
            program("one core", [MEMAUDIT, *LINES, folder], SECONDS_OF_MANY["one core"], on_one_core=True),
            Subject("libyaml", SECONDS_OF_MANY["libyaml"], lambda left, _: libyaml(left, paths)),
        ], scale.many_rounds)
    except Missing as problem:
        mebibytes, costs = 0, dict.fromkeys(SECONDS_OF_MANY, problem)
    finally:
        shutil.rmtree(folder)
    ours, alone, parser = (costs[name] for name in SECONDS_OF_MANY)
    name = f"{scale.files:,} generated files"
    return [
        Row(f"{name}, start to exit", combined(wall, ours), SECONDS),
        Row(f"{name}, processor time", combined(processor, ours), SECONDS),
        Row(f"{name}, files per second", combined(lambda cost: scale.files / wall(cost), ours), COUNT),
        Row(f"{name}, peak memory", combined(peak, ours), MIB, at_most(60)),
        Row(f"{name} on one core, processor time", combined(processor, alone), SECONDS),
        Row(
            f"{name}, files per second and core", combined(lambda cost: scale.files / processor(cost), alone), COUNT,
            at_least(5_000)),
        Row(
            f"libyaml's parser on their {mebibytes:.1f} MiB, processor time", combined(processor, parser),
            MILLISECONDS),
        Row(f"{name} : libyaml's parser", ratio(alone, parser, processor), TIMES, at_most(20)),
    ]


def expect_lines(lines, count):
    audited = sum('"score":' in line for line in lines)
    if audited != count:
        raise Missing(f"not measured: {audited} of {count} files were audited")


def libyaml(seconds, paths):
    microseconds = int(output_of(seconds, [SCRATCH / "libyaml_loop", *paths]).split()[0])
    return Cost(0, microseconds / 1e6, 0)


def components(scale):
    """One architecture of more and more components."""
    generating = Budget(SECONDS_TO_GENERATE)
    try:
        for count in scale.components:
            wide(count).write_text(generating.spend(output_of, [BENCH, "wide", count]), encoding="utf-8")
        costs = medians([
            program(
                str(count), [MEMAUDIT, *LINES, wide(count)], SECONDS_OF_COMPONENTS[count],
                verify=lambda lines: expect_lines(lines, 1))
            for count in scale.components], scale.many_rounds)
    except Missing as problem:
        costs = {str(count): problem for count in scale.components}
    finally:
        for count in scale.components:
            wide(count).unlink(missing_ok=True)
    rows = []
    for count in scale.components:
        cost = costs[str(count)]
        name = f"{count:,} components"
        rows += [
            Row(f"{name}, processor time", combined(processor, cost), MILLISECONDS),
            Row(f"{name}, processor time for each", combined(lambda cost: processor(cost) / count, cost), MICROSECONDS),
            Row(f"{name}, peak memory", combined(peak, cost), MIB),
            Row(f"{name}, peak memory for each", combined(lambda cost: peak(cost) / count, cost), KIB),
        ]
    return rows + growth(scale.components, [costs[str(count)] for count in scale.components])


def growth(counts, costs):
    """The last against the one before, with and without what the first takes, which is mostly the start."""
    least, before, last = costs[0], costs[-2], costs[-1]
    name = f"{counts[-1]:,} : {counts[-2]:,} components"
    rows = []
    for word, quantity in [("processor time", processor), ("peak memory", peak)]:
        rows.append(Row(f"{name}, {word}", ratio(last, before, quantity), TIMES, at_most(12)))
        if len(counts) > 2:
            beyond = combined(
                lambda start, one, other: (quantity(other) - quantity(start)) / (quantity(one) - quantity(start)),
                least, before, last)
            rows.append(Row(f"{name}, {word} beyond that of {counts[0]}", beyond, TIMES, at_most(12)))
    return rows


def wide(count):
    return SCRATCH / f"{count}.arch.yaml"


def expressions(_):
    """The expression language alone, by the best of several runs in one process."""
    try:
        speed, glances, time = expression_numbers(output_of(SECONDS_OF_EXPRESSIONS, [BENCH, "expressions"]))
    except Missing as problem:
        speed = glances = time = problem
    return [
        Row("one expression over 50 components, evaluations per second", speed, COUNT, at_least(250_000)),
        Row("the same, told at a glance, per second", glances, COUNT),
        Row("compiling 120 rules of three expressions", time, MICROSECONDS, at_most(0.002)),
    ]


def expression_numbers(output):
    """Evaluations and glances per second, and seconds to compile. A line of any other kind is a wrong result."""
    numbers = re.match(r"evaluate: (\d+) per second .*\nglance: (\d+) per second: .*\ncompile: (\d+) µs .*\n\Z", output)
    if not numbers:
        raise Missing("not measured: the expressions did not give what they should")
    return int(numbers[1]), int(numbers[2]), int(numbers[3]) / 1e6


GROUPS = [start_to_exit, formats, many_files, components, expressions]
