"""A project whose source files have moved: it opens and reads all the same, and finds them again by their bytes."""

from pathlib import Path

from gazetteer.project import queries
from gazetteer.project.history import History
from gazetteer.project.sources import find_moved, keep_moved, missing_sources
from gazetteer.project.store import Project


def move_away(project: Project, folder: Path, names: dict[str, str]) -> None:
    folder.mkdir(parents=True)
    for row in queries.documents(project):
        assert row.path is not None
        Path(row.path).rename(folder / names.get(row.file_name, row.file_name))


def test_everything_is_read_without_the_files(history: History, tmp_path: Path) -> None:
    project, before = history.project, history.project.state_hash()
    assert missing_sources(project) == {}
    move_away(project, tmp_path / "elsewhere", {})
    project.close()
    with Project.open(project.path) as again:
        assert again.state_hash() == before
        assert all(queries.document_text(again, row.document_id) for row in queries.documents(again))
        assert len(missing_sources(again)) == 4


def test_files_are_found_by_their_bytes_whatever_their_names(history: History, tmp_path: Path) -> None:
    project = history.project
    move_away(project, tmp_path / "archive" / "2023", {"a.txt": "renamed.txt"})
    changed = tmp_path / "archive" / "2023" / "b.txt"
    changed.write_text("another text", "utf-8")
    moved = find_moved(project, [tmp_path / "archive"])
    assert {one.after.name for one in moved} == {"renamed.txt", "c.txt", "d.txt"}
    before = project.state_hash()
    keep_moved(project, moved)
    assert [path.name for path in missing_sources(project).values()] == ["b.txt"]
    assert project.state_hash() == before
    assert history.undo_label is not None
    assert "Import" in history.undo_label


def test_a_folder_without_them_finds_nothing(history: History, tmp_path: Path) -> None:
    move_away(history.project, tmp_path / "elsewhere", {})
    (tmp_path / "empty").mkdir()
    assert find_moved(history.project, [tmp_path / "empty"]) == []
