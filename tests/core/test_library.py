"""The registry of the user's gazetteers: whole folders only, whoever dies meanwhile."""

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gazetteer.errors import GazetteerError, InputError
from gazetteer.places import library as library_module
from gazetteer.places.library import BUNDLED, DATA_VARIABLE, Library, LibraryEntry, hold, slug_of


def entry(slug: str, title: str = "", places: int = 1) -> LibraryEntry:
    return LibraryEntry(
        slug, title or slug, "", "csv", "CC0-1.0", "Made for this test", "2024-05-01", places, 2 * places, "2024-05-02"
    )


def put(library: Library, slug: str, content: str = "whole", places: int = 1) -> LibraryEntry:
    with library.workshop() as scratch:
        built = scratch / "gazetteer"
        built.mkdir()
        (built / "places.txt").write_text(content)
        return library.put(entry(slug, places=places), built)


def content(library: Library, slug: str) -> str:
    return (library.path(library.find(slug)) / "places.txt").read_text()


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library(tmp_path / "data")


def test_an_empty_library_knows_the_bundled_gazetteer_and_writes_nothing(library: Library) -> None:
    library.tidy()
    assert (library.entries(), library.order(), library.active()) == ([], [BUNDLED], [])
    assert not library.folder.exists()


def test_the_folder_is_the_users_or_the_one_the_environment_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "elsewhere"))
    assert Library().folder == tmp_path / "elsewhere"
    monkeypatch.delenv(DATA_VARIABLE)
    assert Library().folder.name == "toposcope"


def test_new_gazetteers_answer_first_and_the_order_can_be_set(library: Library) -> None:
    for slug in ("a", "b", "c"):
        put(library, slug)
    assert library.order() == ["c", "b", "a", BUNDLED]
    library.set_order(["a", BUNDLED])
    assert library.order() == ["a", BUNDLED, "c", "b"]
    before, after = library.around_bundled()
    assert [path.name for path in before] == ["a-1"]
    assert [path.name for path in after] == ["c-1", "b-1"]
    assert library.active() == before + after
    assert [found.slug for found in Library(library.folder).entries()] == ["a", "c", "b"]


def test_off_keeps_the_rows_and_leaves_the_answers(library: Library) -> None:
    put(library, "a")
    assert library.set_active("a", False).active is False
    assert library.active() == []
    assert content(library, "a") == "whole"
    library.set_active("a", True)
    assert [path.name for path in library.active()] == ["a-1"]


def test_a_folder_the_user_deleted_is_not_offered(library: Library) -> None:
    stored = put(library, "a")
    (library.path(stored) / "places.txt").unlink()
    (library.path(stored) / "in-use").unlink()
    library.path(stored).rmdir()
    assert library.active() == []
    assert [found.slug for found in library.entries()] == ["a"]


def test_replacement_keeps_place_and_switch_and_removes_the_old_folder(library: Library) -> None:
    put(library, "a", "old")
    put(library, "b")
    library.set_order([BUNDLED])
    library.set_active("a", False)
    put(library, "a", "new", places=7)
    found = library.find("a")
    assert (content(library, "a"), found.places, found.active) == ("new", 7, False)
    assert library.order() == [BUNDLED, "b", "a"]
    assert sorted(path.name for path in library.gazetteers.iterdir()) == ["a-2", "b-1"]


def test_a_folder_in_use_stays_until_it_is_free(library: Library) -> None:
    old = library.path(put(library, "a", "old"))
    reader = hold(old)
    put(library, "a", "new")
    assert (old / "places.txt").read_text() == "old"
    assert content(library, "a") == "new"
    reader.release()
    put(library, "b")
    assert not old.exists()


def test_remove_takes_the_entry_and_the_folder(library: Library) -> None:
    folder = library.path(put(library, "a"))
    put(library, "b")
    assert library.remove("a").slug == "a"
    assert library.order() == ["b", BUNDLED]
    assert not folder.exists()
    assert content(library, "b") == "whole"


def test_unknown_names_are_refused_with_those_there_are(library: Library) -> None:
    put(library, "mine")
    for change in (library.remove, library.find, lambda name: library.set_active(name, True)):
        with pytest.raises(InputError, match=r"'yours'.*mine"):
            change("yours")
    with pytest.raises(InputError, match="always on"):
        library.set_active(BUNDLED, False)
    with pytest.raises(InputError, match="twice"):
        library.set_order(["mine", "mine"])
    assert library.order() == ["mine", BUNDLED]


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Straßen von Köln", "strassen-von-koln"),
        ("GeoNames", "geonames-user"),
        ("  Села України 2024 ", "sela-ukraini-2024"),
        ("a/../../b", "a-b"),
        ("x" * 200, "x" * 40),
    ],
)
def test_titles_become_slugs(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_title_without_letters_is_refused() -> None:
    with pytest.raises(InputError, match="no letter"):
        slug_of("...")


def test_the_same_title_keeps_its_slug_and_another_gets_its_own(library: Library) -> None:
    with library.workshop() as scratch:
        (scratch / "gazetteer").mkdir()
        library.put(entry("koln", "Köln"), scratch / "gazetteer")
    assert library.slug_for("Köln") == "koln"
    assert library.slug_for("Koln") == "koln-2"


def test_a_failed_build_leaves_nothing(library: Library) -> None:
    put(library, "a", "old")
    with pytest.raises(FileNotFoundError), library.workshop() as scratch:
        scratch.joinpath("missing", "half").write_text("half")
    assert sorted(path.name for path in library.gazetteers.iterdir()) == ["a-1"]
    assert content(library, "a") == "old"


def test_a_registry_that_cannot_be_written_keeps_the_old_gazetteer(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(library, "a", "old")

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(library_module.json, "dump", full)
    with pytest.raises(GazetteerError, match=r"No space left on device.*kept"):
        put(library, "a", "new")
    monkeypatch.undo()
    assert content(library, "a") == "old"
    assert sorted(path.name for path in library.gazetteers.iterdir()) == ["a-1"]
    assert sorted(path.name for path in library.folder.iterdir()) == [
        ".gazetteers.lock",
        "gazetteers",
        "gazetteers.json",
    ]


@pytest.mark.parametrize(
    "registry", ["", "{", '{"schema": 1}', '{"schema": 1, "order": [], "gazetteers": [{"slug": 1}]}']
)
def test_a_damaged_registry_is_named_and_kept(library: Library, registry: str) -> None:
    library.folder.mkdir()
    (library.folder / "gazetteers.json").write_text(registry)
    with pytest.raises(GazetteerError, match=r"gazetteers\.json, is damaged"):
        library.entries()
    assert (library.folder / "gazetteers.json").read_text() == registry


def test_a_newer_registry_is_left_alone(library: Library) -> None:
    library.folder.mkdir()
    (library.folder / "gazetteers.json").write_text(json.dumps({"schema": 99, "order": [], "gazetteers": []}))
    with pytest.raises(GazetteerError, match="newer program"):
        library.active()


def test_fields_of_a_later_edition_are_passed_over(library: Library) -> None:
    put(library, "a")
    path = library.folder / "gazetteers.json"
    registry = json.loads(path.read_text())
    registry["gazetteers"][0]["colour"] = "green"
    path.write_text(json.dumps(registry))
    assert library.find("a").title == "a"


_BUILDER = """
import sys, time
from pathlib import Path
from gazetteer.places.library import Library
with Library(Path(sys.argv[1])).workshop() as scratch:
    (scratch / "half").write_text("half")
    print(scratch, flush=True)
    time.sleep(60)
"""


def started_builder(library: Library) -> "tuple[subprocess.Popen[str], Path]":
    process = subprocess.Popen(
        [sys.executable, "-c", _BUILDER, str(library.folder)], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    assert process.stdout is not None
    return process, Path(process.stdout.readline().strip())


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_a_killed_build_is_removed_at_the_next_use_and_a_living_one_is_not(library: Library) -> None:
    put(library, "a", "old")
    process, scratch = started_builder(library)
    with process:
        put(library, "b")
        assert (scratch / "half").exists()
        process.send_signal(signal.SIGKILL)
        process.wait(10)
        assert (scratch / "half").exists()
        library.tidy()
        assert not scratch.exists()
    assert content(library, "a") == "old"


def _switch(folder: Path, slug: str, times: int) -> None:
    library = Library(folder)
    for number in range(times):
        library.set_active(slug, number % 2 == 1)


def test_programs_that_change_it_at_once_lose_nothing(library: Library) -> None:
    for slug in ("a", "b", "c"):
        put(library, slug)
    context = multiprocessing.get_context("spawn")
    changers = [context.Process(target=_switch, args=(library.folder, slug, 20)) for slug in ("a", "b", "c")]
    for changer in changers:
        changer.start()
    deadline = time.monotonic() + 60
    while any(changer.is_alive() for changer in changers) and time.monotonic() < deadline:
        assert len(library.entries()) == 3
    for changer in changers:
        changer.join()
        assert changer.exitcode == 0
    assert all(found.active for found in library.entries())
