"""The whole sample project is triaged without a mouse, and with one: the same decisions, the same export."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from gazetteer.pipeline import Annotator
from gazetteer.places.store import Gazetteer
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.store import Project
from tests.e2e.test_program import SEEDS, drive
from tests.e2e.triage import RADIUS_M

pytestmark = pytest.mark.webengine

OF_WHEN = ("at", "by", "made_at", "resolved_at", "resolved_by", "exported_at")


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project of our sample articles as the machine leaves it."""
    path = tmp_path_factory.mktemp("sample") / "sample.toposcope"
    with Gazetteer.open() as gazetteer, Project.create(path) as project:
        import_files(History(project), [SEEDS], Annotator(gazetteer))
    return path


@pytest.fixture(scope="module")
def outcomes(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[dict[str, Any], Path]]:
    """What either pair of hands saw, and the folder they worked in."""
    found = {}
    for hands in ("by_keys", "by_mouse"):
        folder = tmp_path_factory.mktemp(hands)
        shutil.copy(sample, folder / "work.toposcope")
        found[hands] = (drive(folder, f"triage.{hands}", "open", str(folder / "work.toposcope")), folder)
    return found


@pytest.mark.parametrize("hands", ["by_keys", "by_mouse"])
def test_every_mention_is_settled(outcomes: dict[str, tuple[dict[str, Any], Path]], hands: str) -> None:
    seen, folder = outcomes[hands]
    assert seen["left"] == []
    assert seen["attempts"] == []
    verbs = {action for action, *_ in decisions(folder)}
    assert verbs >= {
        *("choose_place", "drop_pin", "set_kind", "confirm", "cannot_identify", "defer", "reset", "note", "tags"),
        *("star", "add_mention", "remove_mention", "undo", "redo"),
    }
    with Project.open(folder / "work.toposcope", read_only=True) as project:
        assert project.integrity() == []


def test_keys_and_mouse_end_with_the_same_project(outcomes: dict[str, tuple[dict[str, Any], Path]]) -> None:
    by_keys, by_mouse = (outcomes[hands][1] for hands in ("by_keys", "by_mouse"))
    assert decisions(by_keys) == decisions(by_mouse)
    assert states(by_keys) == states(by_mouse)


def test_keys_and_mouse_end_with_the_same_export(outcomes: dict[str, tuple[dict[str, Any], Path]]) -> None:
    by_keys, by_mouse = (exported(outcomes[hands][1]) for hands in ("by_keys", "by_mouse"))
    assert by_keys == by_mouse
    pins = [one["properties"] for one in by_keys["features"] if one["properties"]["gazetteer"] == "project"]
    assert [(pin["quote"], pin["uncertainty_m"]) for pin in pins] == [("Vitonizh", RADIUS_M)]


def decisions(folder: Path) -> list[tuple[str, str, Any, Any]]:
    """Return what was decided in order: the verb, the mention, before and after, without when and by whom."""
    with Project.open(folder / "work.toposcope", read_only=True) as project, project.snapshot() as connection:
        rows = connection.execute("SELECT action, mention_id, before, after FROM decisions ORDER BY seq").fetchall()
    return [(row[0], row[1], timeless(json.loads(row[2])), timeless(json.loads(row[3]))) for row in rows]


def states(folder: Path) -> list[tuple[object, ...]]:
    """Return every mention as it stands."""
    with Project.open(folder / "work.toposcope", read_only=True) as project, project.snapshot() as connection:
        rows = connection.execute(
            "SELECT mention_id, kind, status, place_id, confidence, note, tags, starred, removed, rule FROM mentions "
            "ORDER BY mention_id"
        )
        return [tuple(row) for row in rows]


def exported(folder: Path) -> Any:
    return timeless(json.loads((folder / "work export" / "mentions.geojson").read_text("utf-8")))


def timeless(found: Any) -> Any:
    """Return the same without the fields of when and by whom."""
    if isinstance(found, dict):
        return {name: timeless(value) for name, value in found.items() if name not in OF_WHEN}
    return [timeless(one) for one in found] if isinstance(found, list) else found
