"""What the checks share: the project, its program, and packages."""

import json
import site
import subprocess
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".build/release/memaudit"


def packages(*names, dependencies=True):
    """Makes packages importable; they live in an environment of their own. Gives the folder that holds them."""
    environment = ROOT / ".build/ci-python"
    python = environment / "bin/python"
    if not python.exists():
        venv.create(environment, with_pip=True)
    pip = [python, "-m", "pip", "--disable-pip-version-check"]
    known = subprocess.run([*pip, "list", "--format", "json"], check=True, capture_output=True, text=True)
    installed = {package["name"].lower() for package in json.loads(known.stdout)}
    missing = [name for name in names if name.lower() not in installed]
    if missing:
        only = [] if dependencies else ["--no-deps"]
        subprocess.run([*pip, "install", "--quiet", *only, *missing], check=True)
    folder = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"],
        check=True, capture_output=True, text=True,
    ).stdout.strip()
    site.addsitedir(folder)
    return Path(folder)
