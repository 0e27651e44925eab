"""The wheel carries everything the program needs at run time: gazetteer, map page, basemap, migrations, samples."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NEEDED = [
    "resources/gazetteer/places.tar.zst",
    "resources/basemap/world.mbtiles",
    "resources/web/index.html",
    "resources/data/lexicon.json",
    "resources/data/recogniser.json",
    "resources/data/ranker.json",
    "resources/data/demonym_stems.csv",
    "resources/icons/style.qss",
    "resources/seeds/01-styr-bridge.txt",
    "resources/seeds/08-auktion.md",
]


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", str(folder), str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("toposcope-*.whl")
    return zipfile.ZipFile(wheel).namelist()


@pytest.mark.parametrize("name", NEEDED)
def test_wheel_carries(name: str, wheel_names: list[str]) -> None:
    assert name in wheel_names


def test_wheel_carries_migrations_and_licences(wheel_names: list[str]) -> None:
    assert any(name.startswith("gazetteer/project/migrations/") and name.endswith(".sql") for name in wheel_names)
    assert any(name.startswith("resources/licences/") for name in wheel_names)
    assert any("/vendor/" in name and name.endswith(".js") for name in wheel_names)


def test_wheel_carries_no_tests_and_no_foreign_texts(wheel_names: list[str]) -> None:
    assert not [name for name in wheel_names if name.startswith(("tests/", "seeds/tests"))]
