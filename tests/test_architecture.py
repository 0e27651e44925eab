"""The house holds: layers, no Qt in the core, modules of readable size."""

import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

import gazetteer

ROOT = Path(__file__).parent.parent
LONGEST_MODULE = 450


def _core_modules() -> list[str]:
    return [module.name for module in pkgutil.walk_packages(gazetteer.__path__, "gazetteer.")]


def test_no_core_module_imports_qt() -> None:
    modules = _core_modules()
    assert len(modules) > 20
    imports = "\n".join(f"import {name}" for name in modules if not name.endswith(("__main__", ".build")))
    code = (
        f"import sys\n{imports}\nprint([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6', 'desktop'))])"
    )
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "[]"


def test_command_line_verbs_start_without_qt() -> None:
    code = "import sys; sys.argv = ['toposcope', '--help']\nfrom desktop.app import main\n" + (
        "try:\n    main()\nexcept SystemExit:\n    pass\nassert 'PySide6' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)


@pytest.mark.parametrize("package", ["gazetteer", "desktop", "resources"])
def test_modules_stay_readable(package: str) -> None:
    long = {
        p.name: n
        for p in (ROOT / package).rglob("*.py")
        if (n := len(p.read_text("utf-8").splitlines())) > LONGEST_MODULE
    }
    assert not long


def test_nothing_names_the_place_it_was_made_at() -> None:
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split()
    if not tracked:
        pytest.skip("not a git checkout")
    telling = ["/work" + "/main", "/work" + "/tmp", "/work" + "/shared", "pypi-" + "more"]
    for name in tracked:
        path = ROOT / name
        if path.suffix in {".py", ".md", ".toml", ".sh", ".js", ".html", ".json", ".yml"} and path.exists():
            text = path.read_text("utf-8")
            assert not [word for word in telling if word in text], name
