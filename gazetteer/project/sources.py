"""Source files of a project's articles: which are no longer where they were, and where they have gone."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from gazetteer.jobs import Job
from gazetteer.project.store import Project
from gazetteer.text.readers import expand_paths

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Moved:
    """An article whose source file was found elsewhere: the same bytes, under whatever name."""

    document_id: str
    before: Path
    after: Path


def missing_sources(project: Project) -> dict[str, Path]:
    """Return the paths of source files that are not there, by document id. The project itself needs none of them."""
    rows = project.reader().execute("SELECT doc_id, path FROM documents WHERE present AND path IS NOT NULL")
    return {row["doc_id"]: Path(row["path"]) for row in rows if not Path(row["path"]).is_file()}


def find_moved(project: Project, places: Iterable[Path], job: Job | None = None) -> list[Moved]:
    """Return where the missing source files lie among these files and folders; only the same bytes count.

    Raises Cancelled.
    """
    job = job or Job()
    missing = missing_sources(project)
    rows = project.reader().execute("SELECT doc_id, sha256 FROM documents WHERE present")
    wanted = {row["sha256"]: row["doc_id"] for row in rows if row["doc_id"] in missing}
    names = {path.name for path in missing.values()}
    # files that kept their names are most likely the ones
    files = sorted(expand_paths(places), key=lambda path: path.name not in names)
    found: list[Moved] = []
    for number, path in enumerate(files):
        if not wanted:
            break
        job.step(number, len(files), path.name)
        document_id = wanted.pop(_digest(path), None)
        if document_id is not None:
            found.append(Moved(document_id, missing[document_id], path.absolute()))
    job.step(len(files), len(files))
    return found


def keep_moved(project: Project, moved: Iterable[Moved]) -> None:
    """Write down where source files lie now. It is no decision: nothing is logged, and undo does not meet it."""
    with project.transaction() as connection:
        connection.executemany(
            "UPDATE documents SET path = ? WHERE doc_id = ?", [(str(one.after), one.document_id) for one in moved]
        )


def _digest(path: Path) -> str | None:
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while part := file.read(_CHUNK):
                digest.update(part)
    except OSError:
        return None
    return digest.hexdigest()
