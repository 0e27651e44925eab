import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from gazetteer.errors import ProjectError, ProjectLockedError, ProjectVersionError
from gazetteer.project import queries, schema
from gazetteer.project.edits import Confirm, SetNote
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.store import Project
from tests.core.made_up import MadeUpAnnotator
from tests.core.project_fixtures import find, make_older

ROOT = Path(__file__).parents[2]


def test_a_closed_project_is_one_file(tmp_path: Path) -> None:
    with Project.create(tmp_path / "case.toposcope") as project:
        project.reader().execute("SELECT 1").fetchone()
    assert [path.name for path in tmp_path.iterdir()] == ["case.toposcope"]
    connection = sqlite3.connect(tmp_path / "case.toposcope")
    assert connection.execute("PRAGMA application_id").fetchone()[0] == schema.APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == schema.newest()
    connection.close()


def test_creating_over_a_file_keeps_it(tmp_path: Path) -> None:
    path = tmp_path / "case.toposcope"
    path.write_text("precious", "utf-8")
    with pytest.raises(ProjectError, match="there already"):
        Project.create(path)
    assert path.read_text("utf-8") == "precious"


@pytest.mark.parametrize("content", [b"", b"not a database, but long enough to be mistaken for one" * 40])
def test_files_that_are_no_project_are_refused_and_kept(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "case.toposcope"
    path.write_bytes(content)
    for read_only in (False, True):
        with pytest.raises(ProjectError, match="not a Toposcope project"):
            Project.open(path, read_only=read_only)
    assert path.read_bytes() == content
    assert not path.with_name(".case.toposcope.lock").exists()


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(ProjectError, match="not a Toposcope project"):
        Project.open(path)


def test_a_project_of_a_newer_program_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "case.toposcope"
    Project.create(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {schema.newest() + 1}")
    connection.close()
    before = path.read_bytes()
    for read_only in (False, True):
        with pytest.raises(ProjectVersionError, match="newer"):
            Project.open(path, read_only=read_only)
    assert path.read_bytes() == before


def test_missing_file_and_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="no such project"):
        Project.open(tmp_path / "gone.toposcope")
    with pytest.raises(ProjectError, match="cannot be made"):
        Project.create(tmp_path / "no folder" / "case.toposcope")


def test_a_second_writer_is_refused_and_may_read(history: History) -> None:
    path = history.project.path
    with pytest.raises(ProjectLockedError, match="reading only"):
        Project.open(path)
    with Project.open(path, read_only=True) as second:
        assert second.read_only
        assert queries.counts(second) == queries.counts(history.project)
        with pytest.raises(ProjectError, match="reading only"):
            History(second)
        mention = find(history.project, "Vilnius")
        revision = second.revision
        history.do(Confirm(mention))
        assert second.revision > revision
        assert queries.mention_rows(second, [mention])[0].status == "confirmed"


def test_a_second_process_is_refused_until_the_first_dies(tmp_path: Path) -> None:
    path = tmp_path / "case.toposcope"
    Project.create(path).close()
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom gazetteer.project.store import Project\n"
        "project = Project.open(Path(sys.argv[1]))\nprint('open', flush=True)\ntime.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path)], cwd=ROOT, stdout=subprocess.PIPE) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == b"open\n"
        with pytest.raises(ProjectLockedError, match=str(first.pid)):
            Project.open(path)
        first.kill()
    Project.open(path).close()


def test_a_project_opens_from_a_folder_one_may_not_write(history: History, tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    mention_total = queries.counts(history.project).total
    folder = tmp_path / "fixed"
    folder.mkdir()
    history.project.close()
    shutil.copy(history.project.path, folder)
    folder.chmod(0o500)
    try:
        with Project.open(folder / "case.toposcope", read_only=True) as project:
            assert queries.counts(project).total == mention_total
        with pytest.raises(ProjectError, match="reading only"):
            Project.open(folder / "case.toposcope")
    finally:
        folder.chmod(0o700)


def test_a_full_disk_changes_nothing(history: History) -> None:
    before = history.project.state_hash()
    mention = find(history.project, "Vilnius")
    with history.project.transaction() as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
    writer = history.project._writer
    assert writer is not None
    writer.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(ProjectError, match="could not be saved"):
        history.do(SetNote(mention, "long " * 10_000))
    assert history.undo_label == "Import 4 files"
    assert history.project.state_hash() == before
    assert history.project.integrity() == []


def test_reads_and_writes_from_several_threads(history: History) -> None:
    mention = find(history.project, "Vilnius")
    failures: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(50):
                assert queries.counts(history.project).total == 18
                queries.mentions(history.project, limit=5)
        except BaseException as error:  # noqa: BLE001  carried to the test's own thread
            failures.append(error)

    def write() -> None:
        try:
            for number in range(25):
                history.do(SetNote(mention, f"{number} {threading.get_ident()}"))
                history.do(SetNote(mention, ""))
                history.undo()
        except BaseException as error:  # noqa: BLE001  carried to the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=work) for work in (read, read, write, write)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures
    assert history.project.integrity() == []


_KILLED_IMPORT = """
import os, signal, sys
from pathlib import Path
from gazetteer.project.desk import Desk
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.store import Project
from tests.core.made_up import MadeUpAnnotator

folder, when = Path(sys.argv[1]), int(sys.argv[2])
calls = 0
insert = Desk._insert

def killing(self, *arguments):
    global calls
    calls += 1
    insert(self, *arguments)
    if calls == when:
        os.kill(os.getpid(), signal.SIGKILL)

Desk._insert = killing
project = Project.create(folder / "case.toposcope")
import_files(History(project), [folder / "articles"], MadeUpAnnotator())
"""


def test_killed_in_an_import_every_file_is_there_whole_or_not_at_all(tmp_path: Path) -> None:
    articles = tmp_path / "articles"
    articles.mkdir()
    for number in range(4):
        (articles / f"{number}.txt").write_text(f"Report {number}. From Paris to Vilnius and Pabrati.", "utf-8")
    # the second of the third file's three mentions
    _run_until_killed(_KILLED_IMPORT, tmp_path, 8)
    with Project.open(tmp_path / "case.toposcope") as project:
        assert project.integrity() == []
        assert [row.file_name for row in queries.documents(project)] == ["0.txt", "1.txt"]
        assert queries.counts(project).total == 6
        report = import_files(History(project), [articles], MadeUpAnnotator())
        assert (len(report.added), len(report.duplicates)) == (2, 2)
        assert queries.counts(project).total == 12


_KILLED_BATCH = """
import os, signal, sys
from pathlib import Path
from gazetteer.project import queries
from gazetteer.project.desk import Desk
from gazetteer.project.edits import Batch, Defer
from gazetteer.project.history import History
from gazetteer.project.store import Project

calls = 0
log = Desk._log

def killing(self, change):
    global calls
    calls += 1
    log(self, change)
    if calls == int(sys.argv[2]):
        os.kill(os.getpid(), signal.SIGKILL)

Desk._log = killing
project = Project.open(Path(sys.argv[1], "case.toposcope"))
History(project).do(Batch("Defer all", [Defer(one) for one in queries.mention_ids(project)]))
"""


def test_killed_in_a_bulk_decision_all_or_nothing(history: History, tmp_path: Path) -> None:
    before = history.project.state_hash()
    history.project.close()
    _run_until_killed(_KILLED_BATCH, tmp_path, 9)
    with Project.open(tmp_path / "case.toposcope") as project:
        assert project.integrity() == []
        assert project.state_hash() == before
        assert History(project).undo_label == "Import 4 files"


def _run_until_killed(code: str, folder: Path, when: int) -> None:
    command = [sys.executable, "-c", code, str(folder), str(when)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode == -signal.SIGKILL, ended.stderr


def test_a_project_of_the_first_schema_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "case.toposcope"
    Project.create(path).close()
    make_older(path, 1)
    with pytest.raises(ProjectError, match="older Toposcope"):
        Project.open(path, read_only=True)
    with Project.open(path) as project:
        found = {row[0] for row in project.reader().execute("SELECT name FROM sqlite_master WHERE type = 'index'")}
        assert {"mentions_named", "mentions_in_doubt"} <= found
        assert project.reader().execute("PRAGMA user_version").fetchone()[0] == schema.newest()
