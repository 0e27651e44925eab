"""The real program as a process: import, map, evidence, corrections, undo, restart; no network; pictures."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage

from gazetteer.project.store import Project
from gazetteer.text.readers import expand_paths
from tests.ui.review_samples import make_project

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"
TIMEOUT_S = 240

pytestmark = pytest.mark.webengine


def environment(folder: Path, **more: str) -> dict[str, str]:
    """Return an environment with no display and a home of its own; the gazetteer's cache is shared."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    homes = {"XDG_CONFIG_HOME": str(folder / "config"), "XDG_DATA_HOME": str(folder / "data")}
    return kept | homes | {"QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "default"} | more


def drive(folder: Path, scenario: str, *arguments: str, **more: str) -> dict[str, Any]:
    """Run a scenario in the real program and return its report."""
    report = folder / f"{scenario}.json"
    command = [sys.executable, "-m", "tests.e2e.driver", scenario, str(report), *arguments]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=environment(folder, **more),
        capture_output=True,
        text=True,
        timeout=TIMEOUT_S,
        check=False,
    )
    assert report.exists(), done.stderr[-4000:]
    outcome: dict[str, Any] = json.loads(report.read_text("utf-8"))
    assert "error" not in outcome, (outcome, done.stderr[-4000:])
    assert done.returncode == 0, done.stderr[-4000:]
    assert "Traceback" not in done.stderr, done.stderr[-4000:]
    return outcome


def test_from_import_to_restart(tmp_path: Path) -> None:
    project = tmp_path / "work.toposcope"
    first = drive(tmp_path, "import_and_correct", TEST_PROJECT=str(project), TEST_ARTICLES=str(SEEDS))
    assert first["imported"] == len(list(expand_paths([SEEDS]))) >= 8
    assert first["evidence"] == first["sentences"] >= 2
    assert first["opened"] is True
    assert first["by_mouse"] == ["unresolved", True]
    assert first["by_key"] == ["person", "rejected"]
    assert first["pin"] == ["corrected", "project"]
    assert first["undone"] is True
    assert first["redo"] is not None
    second = drive(tmp_path, "look_again", TEST_PROJECT=str(project))
    assert second["state"] == first["state"]
    assert (second["undo"], second["redo"]) == (first["undo"], first["redo"])
    assert second["counts"] == first["counts"]
    assert second["again"] == first["state"]
    assert second["marks"] > 0
    assert len(second["map_colours"]) >= 2, "the map is not painted"
    assert "work" in second["title"]
    for outcome in (first, second):
        assert outcome["attempts"] == [], "the network was tried"
        assert outcome["listening"] == [], "the program listens at a port"
        assert outcome["refused"] == 0
    with Project.open(project, read_only=True) as stored:
        assert stored.integrity() == []


def test_markup_in_an_article_is_text(tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    words = (
        '<script>window.hacked = 1</script> Rain fell on Vilnius. <img src=x onerror="window.hacked=1"> <b>Kaunas</b>\n'
    )
    article.write_text(words, "utf-8")
    outcome = drive(tmp_path, "markup_is_text", TEST_PROJECT=str(tmp_path / "m.toposcope"), TEST_ARTICLES=str(article))
    assert outcome["text"] == words
    assert outcome["run"] == "undefined"
    assert "Vilnius" in outcome["points"]


def start(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from desktop.app import main; sys.exit(main(sys.argv[1:]))"
    surroundings = environment(folder)
    del surroundings["QT_QPA_PLATFORM"]  # the program must find out by itself that there is no display
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=TIMEOUT_S, check=False,
    )  # fmt: skip


def different_colours(picture: QImage, left: int, top: int, right: int, bottom: int) -> int:
    return len({picture.pixel(x, y) for x in range(left, right, 7) for y in range(top, bottom, 7)})


def test_a_snapshot_shows_map_and_article_with_no_display(tmp_path: Path) -> None:
    make_project(tmp_path / "sample.toposcope")
    target = tmp_path / "pictures" / "window.png"
    done = start(tmp_path, "open", str(tmp_path / "sample.toposcope"), "--snapshot", str(target), "--size", "1200x800")
    assert done.returncode == 0, done.stderr[-4000:]
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (1200, 800)
    assert different_colours(picture, 380, 100, 820, 400) > 20, "the map is empty"
    assert different_colours(picture, 380, 460, 820, 700) > 20, "the article is empty"


def test_a_snapshot_in_the_dark_and_larger(tmp_path: Path) -> None:
    make_project(tmp_path / "sample.toposcope")
    target = tmp_path / "dark.png"
    arguments = ("--snapshot", str(target), "--dark", "--scale", "2", "--size", "1000x700")
    done = start(tmp_path, "open", str(tmp_path / "sample.toposcope"), *arguments)
    assert done.returncode == 0, done.stderr[-4000:]
    picture = QImage(str(target))
    assert (picture.width(), picture.height()) == (2000, 1400)
    assert picture.pixelColor(8, 8).lightness() < 90


def test_a_file_that_is_no_project_ends_with_words(tmp_path: Path) -> None:
    broken = tmp_path / "broken.toposcope"
    broken.write_text("no project")
    done = start(tmp_path, "open", str(broken), "--snapshot", str(tmp_path / "window.png"))
    assert done.returncode == 1
    assert "not a Toposcope project" in done.stderr
    assert not (tmp_path / "window.png").exists()


@pytest.mark.parametrize(
    "arguments",
    [("open",), ("open", "nothing.toposcope"), ("demo", "--size", "9x9"), ("--snapshot",), ("a.toposcope", "b")],
)
def test_wrong_arguments_are_told_and_open_no_window(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = start(tmp_path, *arguments)
    assert done.returncode == 2
    assert done.stderr.strip()


def test_the_verbs_of_the_command_line_load_no_qt() -> None:
    code = (
        "import sys\nfrom desktop.app import main\ncode = main(['gazetteer', 'info'])\n"
        "assert not [m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))]\nsys.exit(code)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
