"""What the checks of the Markdown review share: reviews, and hostile architectures."""

import json
import random
import string
import subprocess
import sys

from project import PROGRAM, ROOT

EXAMPLES = sorted((ROOT / "examples").glob("*.arch.yaml"))
HOSTILE = ROOT / "Tests/Hostile/markup.arch.yaml"


def review(path, *options, text=None):
    """A review as the program writes it."""
    command = [PROGRAM, "report", path, "--today", "2026-11-01", *options]
    outcome = subprocess.run(command, input=text, capture_output=True, text=True, cwd=ROOT)
    if outcome.returncode:
        sys.exit(f"{path}: exit {outcome.returncode}\n{outcome.stderr}")
    return outcome.stdout


def hostile_words(count):
    """Texts of punctuation with words that want to mean something, the same in every run."""
    chance = random.Random(8)
    pieces = [*string.punctuation, " ", " ", *"aZ19", "www.", "http://", "a@b.example", "GH-1", "deadbeef1",
              "```", "$$", "</details>", "<!--", "- ", "1. ", "[^1]", "\\|", "&lt;", "end", "%%{init: {}}%%"]
    return ["".join(chance.choices(pieces, k=chance.randint(1, 12))) for _ in range(count)]


def hostile_architecture(words):
    """An architecture that says a text wherever one may be said."""
    said = json.dumps(words)
    return f"""
memaudit: 1
system: {{name: {said}, description: {said}, owners: {{product: {said}, engineering: {said}}}}}
workload: {{turns_per_conversation: {{typical: 6, max: 30}}, tokens_per_turn: 2k}}
model: {{name: {said}, context_window: 32k}}
components:
  - {{id: one, kind: custom, equivalent: {said}, implementation: {said}}}
  - {{id: two, kind: conversation_buffer, store: kept}}
stores: [{{id: kept, kind: redis, persistence: none}}]
waivers:
  - {{rule: memory-store-without-persistence, subject: kept, reason: {said}, approved_by: {said}, ticket: {said}, expires: 2027-01-01}}
"""
