"""The tools that memaudit's start is compared with, each on a small input of its own, in an environment that may be
thrown away."""

import dataclasses
import sys
import time
from importlib import metadata

from costs import SCRATCH, Missing, output_of

ENVIRONMENT = SCRATCH / "tools"
EXAMPLE = "examples/support.arch.yaml"
WORKFLOW = "benchmarks/inputs/workflow.yml"
DEPLOYMENT = "benchmarks/inputs/deployment.yaml"
LEFT_OUT = Missing("left out of a quick run", is_failure=False)


@dataclasses.dataclass(frozen=True)
class Tool:
    name: str
    arguments: list
    file: str
    seconds: float
    every: int = 1
    is_optional: bool = False

    @property
    def program(self):
        return ENVIRONMENT / "bin" / self.name

    @property
    def words(self):
        return [self.program, *self.arguments, self.file]


TOOLS = [
    Tool("zizmor", ["--offline", "--no-config", "--no-progress", "--no-exit-codes"], WORKFLOW, seconds=10),
    Tool("yamllint", ["-d", "relaxed"], EXAMPLE, seconds=15),
    Tool("check-jsonschema", ["--schemafile", "docs/schema.json"], EXAMPLE, seconds=20),
    Tool(
        "checkov", ["--quiet", "--compact", "--soft-fail", "--skip-download", "--framework", "kubernetes", "--file"],
        DEPLOYMENT, seconds=30, every=5, is_optional=True),
]


def install(seconds):
    """Why tools are missing, by name; the others are there afterwards."""
    end = time.monotonic() + seconds
    missing = {}
    for tool in TOOLS:
        if tool.program.exists():
            continue
        try:
            print(f"installing {tool.name}", file=sys.stderr)
            if not (ENVIRONMENT / "bin/pip").exists():
                output_of(end - time.monotonic(), [sys.executable, "-m", "venv", ENVIRONMENT])
            pip = [ENVIRONMENT / "bin/pip", "install", "--quiet", "--disable-pip-version-check", tool.name]
            output_of(end - time.monotonic(), pip)
        except Missing as problem:
            missing[tool.name] = Missing(
                f"not installed: {problem.reason.removeprefix('not measured: ')}", is_failure=not tool.is_optional)
    return missing


def versions():
    """The versions of what is installed, by name."""
    folders = [str(folder) for folder in ENVIRONMENT.glob("lib/python*/site-packages")]
    return {package.metadata["Name"]: package.version for package in metadata.distributions(path=folders)}
