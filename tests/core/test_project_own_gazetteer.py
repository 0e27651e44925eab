import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer import cli
from gazetteer.errors import Cancelled, GazetteerError
from gazetteer.jobs import Job
from gazetteer.model import Place, Precision, Status
from gazetteer.pipeline import Annotator
from gazetteer.places.compiler import Compiler
from gazetteer.places.records import Name, NameKind
from gazetteer.places.store import Gazetteer
from gazetteer.project import own_gazetteer, queries
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.own_gazetteer import compile_own, open_with_own
from gazetteer.project.own_places import OwnPlace
from gazetteer.project.place_edits import PutOwnPlace, removal, teach
from gazetteer.project.snapshots import compare
from gazetteer.project.store import Project
from gazetteer.project.updates import TakeAnswers, plan_update

ZHABOKRYKY = OwnPlace(
    *("own:zh", "Zhabokrykivka Nyzhnia", 48.512345, 38.123457, "P.PPL", "UA", Precision.AREA, 900, 120),
    *((Name("Жабокриківка Нижня", "uk", NameKind.TAGGED), Name("Frog Corner", "en", NameKind.HISTORIC, "1890-1920")),),
    *("told by a reader", "Ukraine"),
)
NOWHERE = OwnPlace("own:no", "Nowhereville", 54.1, 25.2)


@pytest.fixture
def history(tmp_path: Path) -> Iterator[History]:
    with Project.create(tmp_path / "case.toposcope") as project:
        yield History(project, who="tester")


def _folders(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.parent.parent == folder)


def test_no_own_places_need_no_gazetteer(history: History, tmp_path: Path) -> None:
    assert compile_own(history.project, tmp_path / "own") is None
    assert not (tmp_path / "own").exists()


def test_own_places_are_compiled_once_and_found_by_every_name(history: History, tmp_path: Path) -> None:
    project, own = history.project, tmp_path / "own"
    history.do(PutOwnPlace(None, ZHABOKRYKY))
    history.do(PutOwnPlace(None, NOWHERE))
    folder = compile_own(project, own)
    assert folder is not None
    with Gazetteer.open(folder) as gazetteer:
        expected = replace(ZHABOKRYKY.place, country_name=None)
        found = gazetteer.place_by_id("own:zh")
        assert found is not None
        assert replace(found, country_name=None) == expected
        for typed in ("Zhabokrykivka Nyzhnia", "жабокриківка нижня", "Frog Corner", "own:zh"):
            assert [hit.place.place_id for hit in gazetteer.search(typed, 1)] == ["own:zh"]
        pid = gazetteer.pid_of("own:zh")
        assert pid is not None
        assert set(ZHABOKRYKY.names) < set(gazetteer.names(pid))
        assert gazetteer.provenance(pid).source.source_id == "own"
        assert [place.place_id for place, _ in gazetteer.nearest(54.0, 25.0, 1)] == ["own:no"]
    made = [(path, path.stat().st_mtime_ns) for path in folder.rglob("*")]
    assert compile_own(project, own) == folder
    assert [(path, path.stat().st_mtime_ns) for path in folder.rglob("*")] == made


def test_earlier_ones_are_removed_and_other_projects_kept(history: History, tmp_path: Path) -> None:
    project, own = history.project, tmp_path / "own"
    with Project.create(tmp_path / "other.toposcope") as other:
        History(other).do(PutOwnPlace(None, NOWHERE))
        kept = compile_own(other, own)
        history.do(PutOwnPlace(None, NOWHERE))
        first = compile_own(project, own)
        history.do(PutOwnPlace(None, ZHABOKRYKY))
        second = compile_own(project, own)
        assert first != second
        assert first is not None
        assert not first.exists()
        history.undo()
        assert compile_own(project, own) == first
        history.undo()
        assert compile_own(project, own) is None
        assert _folders(own) == [kept]


def test_cancelled_or_failed_it_leaves_nothing(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    history.do(PutOwnPlace(None, NOWHERE))
    job = Job()
    job.cancel()
    with pytest.raises(Cancelled):
        compile_own(history.project, tmp_path / "own", job)
    assert _folders(tmp_path / "own") == []
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(GazetteerError, match="kept in the project"):
        compile_own(history.project, tmp_path / "file")

    def full(self: Compiler, job: Job | None = None) -> None:
        raise GazetteerError("The disk is full.")

    monkeypatch.setattr(Compiler, "finish", full)
    with pytest.raises(GazetteerError, match="full"):
        compile_own(history.project, tmp_path / "own")
    assert _folders(tmp_path / "own") == []


def test_another_window_may_be_quicker(history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "own"
    history.do(PutOwnPlace(None, NOWHERE))
    folder = compile_own(history.project, own)
    assert folder is not None
    shutil.move(folder, tmp_path / "made")
    finish = Compiler.finish

    def late(self: Compiler, job: Job | None = None) -> None:
        shutil.move(tmp_path / "made", folder)
        finish(self, job)

    monkeypatch.setattr(Compiler, "finish", late)
    assert compile_own(history.project, own) == folder
    assert _folders(own) == [folder]


def test_the_scratch_of_a_killed_process_is_removed_but_not_that_of_a_live_one(
    history: History, tmp_path: Path
) -> None:
    history.do(PutOwnPlace(None, NOWHERE))
    folder = compile_own(history.project, tmp_path / "own")
    assert folder is not None
    left, live = folder.with_name(".left"), folder.with_name(".live")
    for path in (left, live):
        path.mkdir()
    os.utime(left, (0, 0))
    compile_own(history.project, tmp_path / "own")
    assert _folders(tmp_path / "own") == [live, folder]


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gazetteer: Gazetteer) -> Path:
    """Keep compiled own places away from the user's cache."""
    monkeypatch.setattr(own_gazetteer, "own_folder", lambda: tmp_path / "own")
    return tmp_path / "own"


def test_what_was_taught_is_found_in_the_next_article(history: History, tmp_path: Path, own_cache: Path) -> None:
    project = history.project
    first, second, third = (tmp_path / f"{number}.txt" for number in range(3))
    first.write_text("Two soldiers from the village of Zhabokrykivka Nyzhnia near Bakhmut were buried.", "utf-8")
    second.write_text("Shelling hit Zhabokrykivka Nyzhnia on Monday.", "utf-8")
    third.write_text("Двоє військових загинули біля села Жабокриківка Нижня в понеділок.", "utf-8")
    with open_with_own(project) as before:
        import_files(history, [first], Annotator(before))
        assert before.pid_of("own:zh") is None
    assert [row.folded for row in queries.unresolved(project)] == ["zhabokrykivka nyzhnia"]
    history.do(teach(project, ZHABOKRYKY, "zhabokrykivka nyzhnia"))
    with open_with_own(project) as after:
        import_files(history, [second, third], Annotator(after))
        found = {(row.surface, row.status) for row in queries.mentions(project) if row.place_id == "own:zh"}
        assert found == {
            ("Zhabokrykivka Nyzhnia", Status.CORRECTED),
            ("Zhabokrykivka Nyzhnia", Status.AUTO),
            ("Жабокриківка Нижня", Status.AUTO),
        }
        assert compare(project, after, Job()) == []
        history.do(removal(project, "own:zh"))
        (gone,) = compare(project, after, Job())
        assert gone.text.startswith("Zhabokrykivka Nyzhnia is no longer in the gazetteer; 3 mentions (1 decided")
    with open_with_own(project) as without:
        plan = plan_update(project, without, Annotator(without), Job())
        # whether an unknown name is still seen as a place is the recogniser's to say
        assert len(plan.rows) == 2
        assert {row.change for row in plan.rows} <= {"gone", "lost"}
        history.do(TakeAnswers(plan))
        assert [row.status for row in queries.mentions(project) if row.place_id == "own:zh"] == [Status.CORRECTED]


@pytest.mark.parametrize(
    "text",
    [
        "Shelling hit Gruzlev on Monday.",
        "Gruzlev was quiet.",
        "Gruzlev, a village near Kyiv, has no power.",
        "The mayor of Gruzlev said so.",
        "In Gruzlev and Kharkiv there were fires.",
    ],
)
def test_a_hamlet_that_was_added_is_not_overlooked(
    history: History, own_cache: Path, gazetteer: Gazetteer, text: str
) -> None:
    history.do(PutOwnPlace(None, OwnPlace("own:g", "Gruzlev", 50.1, 30.2, "P.PPL", "UA")))
    with open_with_own(history.project) as opened:
        found = {one.surface: one.resolution.place for one in Annotator(opened).annotate(text, "en")}
    assert found["Gruzlev"] is not None
    assert (found["Gruzlev"].place_id, found["Gruzlev"].population) == ("own:g", None)


def test_own_places_stand_before_the_gazetteers(history: History, own_cache: Path, gazetteer: Gazetteer) -> None:
    vilnius = gazetteer.search("Vilnius", 1)[0].place
    nearby = OwnPlace("own:v", "Vilnius", vilnius.latitude, vilnius.longitude, "P.PPL", "LT")
    history.do(PutOwnPlace(None, nearby))
    with open_with_own(history.project) as opened:
        own, great = opened.place_by_id("own:v"), opened.place_by_id(vilnius.place_id)
        assert own is not None
        assert isinstance(great, Place)
        assert (own.country_name, own.label) == (great.country_name, "Vilnius, Lithuania")
        assert opened.search("Vilnius", 1)[0].place == great


def test_the_command_line_finds_own_places_too(history: History, tmp_path: Path, own_cache: Path) -> None:
    history.do(PutOwnPlace(None, ZHABOKRYKY))
    history.project.close()
    article = tmp_path / "article.txt"
    article.write_text("Shelling hit Zhabokrykivka Nyzhnia on Monday.", "utf-8")
    assert cli.main(["import", str(history.project.path), str(article)]) == 0
    with Project.open(history.project.path) as project:
        assert [row.place_id for row in queries.mentions(project)] == ["own:zh"]
