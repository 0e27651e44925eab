"""Backups: whole, only when something changed, the newest few; restoring keeps what it replaces."""

from pathlib import Path

import pytest

from gazetteer.errors import ProjectError, ProjectLockedError
from gazetteer.places.library import DATA_VARIABLE
from gazetteer.project import backups as module
from gazetteer.project import queries
from gazetteer.project.backups import back_up, backup_folder, backups, restore, unpack
from gazetteer.project.edits import Confirm, SetNote
from gazetteer.project.history import History
from gazetteer.project.store import Project
from tests.core.project_fixtures import find


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_backup_is_the_project_and_comes_only_after_a_change(history: History, tmp_path: Path) -> None:
    project = history.project
    first = back_up(project)
    assert first is not None
    assert back_up(project) is None
    history.do(Confirm(find(project, "Vilnius")))
    second = back_up(project)
    assert second is not None
    assert [one.revision for one in backups(project.path)] == [second.revision, first.revision]
    unpack(second.path, tmp_path / "copy.toposcope")
    with Project.open(tmp_path / "copy.toposcope") as copy:
        assert copy.state_hash() == project.state_hash()
        assert copy.integrity() == []


def test_the_oldest_go(history: History) -> None:
    mention = find(history.project, "Vilnius")
    for number in range(6):
        history.do(SetNote(mention, f"note {number}"))
        back_up(history.project, keep=3)
    kept = backups(history.project.path)
    assert len(kept) == 3
    assert kept[0].revision == history.project.revision
    assert not [path for path in backup_folder(history.project.path).iterdir() if path.name.startswith(".")]


def test_restoring_goes_back_and_keeps_what_it_replaced(history: History) -> None:
    project, mention = history.project, find(history.project, "Vilnius")
    first = back_up(project)
    assert first is not None
    before = project.state_hash()
    history.do(SetNote(mention, "later"))
    later = project.state_hash()
    with pytest.raises(ProjectLockedError):
        restore(first.path, project.path)
    project.close()
    restore(first.path, project.path)
    with Project.open(project.path) as restored:
        assert restored.state_hash() == before
    restore(backups(project.path)[0].path, project.path)
    with Project.open(project.path) as again:
        assert again.state_hash() == later
        detail = queries.mention(again, mention)
        assert detail is not None
        assert detail.note == "later"


def test_what_was_restored_has_a_copy_already_until_it_changes(history: History) -> None:
    project, mention = history.project, find(history.project, "Vilnius")
    first = back_up(project)
    assert first is not None
    history.do(SetNote(mention, "later"))
    project.close()
    restore(first.path, project.path)
    number = len(backups(project.path))
    with Project.open(project.path) as restored:
        assert back_up(restored) is None
        assert len(backups(project.path)) == number == 2
        History(restored).do(SetNote(mention, "another"))
        assert back_up(restored) is not None
        assert len(backups(project.path)) == 3


def test_a_project_that_is_gone_comes_back(history: History) -> None:
    kept, path = back_up(history.project), history.project.path
    assert kept is not None
    wanted = history.project.state_hash()
    history.project.close()
    path.unlink()
    restore(kept.path, path)
    with Project.open(path) as restored:
        assert restored.state_hash() == wanted


@pytest.mark.parametrize("damage", ["cut", "other"])
def test_a_damaged_backup_changes_nothing(history: History, damage: str) -> None:
    project, kept = history.project, back_up(history.project)
    assert kept is not None
    project.close()
    before = project.path.read_bytes()
    whole = kept.path.read_bytes()
    kept.path.write_bytes(whole[: len(whole) // 2] if damage == "cut" else b"no backup at all")
    with pytest.raises(ProjectError, match="backup"):
        restore(kept.path, project.path)
    assert project.path.read_bytes() == before
    assert not [path for path in project.path.parent.iterdir() if path.name.startswith(".backup")]


def test_a_backup_does_not_replace_another_file(history: History, tmp_path: Path) -> None:
    kept = back_up(history.project)
    assert kept is not None
    other = tmp_path / "other.toposcope"
    other.write_text("mine", "utf-8")
    with pytest.raises(ProjectError):
        unpack(kept.path, other)
    assert other.read_text("utf-8") == "mine"


def test_a_folder_that_cannot_be_written_is_told_and_nothing_is_lost(
    history: History, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = back_up(history.project)
    history.do(Confirm(find(history.project, "Vilnius")))

    def full(plain: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module, "_pack", full)
    with pytest.raises(ProjectError, match="No space"):
        back_up(history.project)
    assert backups(history.project.path) == [first]
