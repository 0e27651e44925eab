"""Rolling backups of a project: whole copies, packed, the newest few kept; and the way back to one of them."""

import contextlib
import hashlib
import os
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import zstandard

from gazetteer.errors import ProjectError
from gazetteer.places.library import data_folder
from gazetteer.project import schema
from gazetteer.project.locking import WriterLock
from gazetteer.project.store import SUFFIX, Project

KEPT = 10
LEVEL = 3
_NAME = re.compile(r"(\d{8}T\d{6})Z-r(\d+)\.toposcope\.zst")
_RESTORED = "restored"
"""file beside the backups: the revision that was brought back"""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: when it was made (UTC), the project's revision in it, its size in bytes."""

    path: Path
    made_at: datetime
    revision: int
    size: int


def backup_folder(project: Path) -> Path:
    """Return the folder that a project's backups lie in, apart from the project so that they outlive it."""
    place = hashlib.sha256(str(project.absolute()).encode()).hexdigest()[:8]
    return data_folder() / "backups" / f"{project.stem}-{place}"


def backups(project: Path) -> list[Backup]:
    """Return the backups of a project, newest first."""
    folder = backup_folder(project)
    found = []
    for path in folder.iterdir() if folder.is_dir() else ():
        named = _NAME.fullmatch(path.name)
        if named:
            made_at = datetime.strptime(named[1], "%Y%m%dT%H%M%S").replace(tzinfo=UTC)
            found.append(Backup(path, made_at, int(named[2]), path.stat().st_size))
    return sorted(found, key=lambda one: (one.made_at, one.revision), reverse=True)


def back_up(project: Project, keep: int = KEPT) -> Backup | None:
    """Copy the project as it stands and drop the oldest copies beyond `keep`; None where nothing changed meanwhile.

    Raises ProjectError where the copy cannot be written; the copies there were are kept.
    """
    before = backups(project.path)
    with project.snapshot() as connection:
        row = connection.execute("SELECT value FROM meta WHERE name = 'revision'").fetchone()
    revision = int(row[0]) if row else 0
    folder = backup_folder(project.path)
    restored = _restored(folder)
    # after a restoration revisions are counted from there again: those of newer copies say nothing
    if revision == (restored if restored is not None else before[0].revision if before else 0):
        return None
    made_at = datetime.now(UTC).replace(microsecond=0)
    while (target := folder / f"{made_at:%Y%m%dT%H%M%S}Z-r{revision}{SUFFIX}.zst").exists():
        made_at += timedelta(seconds=1)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with _scratch(folder) as plain:
            _copy(project, plain)
            _pack(plain, target)
    except (OSError, sqlite3.Error) as error:
        raise ProjectError(f"No backup could be written to {folder} ({error}). The project itself is saved.") from error
    (folder / _RESTORED).unlink(missing_ok=True)
    for old in before[max(0, keep - 1) :]:
        old.path.unlink(missing_ok=True)
    return Backup(target, made_at, revision, target.stat().st_size)


def unpack(backup: Path, target: Path) -> None:
    """Write the project of a backup to a new file `target`; raises ProjectError where it is damaged or one is there."""
    if target.exists():
        raise ProjectError(f"{target} is there already. It was kept. Choose another name.")
    with _scratch(target.parent) as plain:
        _unpack(backup, plain)
        plain.replace(target)


def restore(backup: Path, project: Path, keep: int = KEPT) -> None:
    """Put a backup in the place of a closed project; the project as it was becomes a backup itself.

    Raises ProjectLockedError while a program writes the project, ProjectError where the backup is damaged; then the
    project is as before.
    """
    lock = WriterLock(project)
    with _scratch(project.parent) as plain:
        _unpack(backup, plain)
        if project.exists():
            with Project.open(project) as present:
                back_up(present, keep + 1)
        lock.acquire()
        try:
            for journal in (project.with_name(project.name + "-wal"), project.with_name(project.name + "-shm")):
                # of the file that goes; a window that still reads it has them open
                journal.unlink(missing_ok=True)
            plain.replace(project)
            _note_restored(backup, backup_folder(project))
        except OSError as error:
            raise ProjectError(f"{project.name} could not be replaced ({error}). It is as before.") from error
        finally:
            lock.release()


def _note_restored(backup: Path, folder: Path) -> None:
    """Remember which revision was brought back: until it changes it needs no copy, for it has one."""
    named = _NAME.fullmatch(backup.name)
    if named and folder.is_dir():
        (folder / _RESTORED).write_text(named[2], "ascii")


def _restored(folder: Path) -> int | None:
    try:
        return int((folder / _RESTORED).read_text("ascii"))
    except (OSError, ValueError):
        return None


@contextlib.contextmanager
def _scratch(folder: Path) -> Iterator[Path]:
    """Give a path for a file that is gone afterwards unless it was moved away."""
    path = folder / f".backup-{os.getpid()}-{os.urandom(4).hex()}"
    try:
        yield path
    finally:
        for leftover in (path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
            leftover.unlink(missing_ok=True)


def _copy(project: Project, target: Path) -> None:
    with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
        project.reader().backup(copy)
        # one file, that also opens from a folder one may not write
        copy.execute("PRAGMA journal_mode = DELETE")


def _pack(plain: Path, target: Path) -> None:
    part = target.with_name(f".{target.name}.part")
    try:
        with plain.open("rb") as source, part.open("wb") as packed:
            zstandard.ZstdCompressor(level=LEVEL).copy_stream(source, packed)
            packed.flush()
            os.fsync(packed.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _unpack(backup: Path, plain: Path) -> None:
    try:
        with backup.open("rb") as packed, plain.open("wb") as out:
            zstandard.ZstdDecompressor().copy_stream(packed, out, read_size=_CHUNK, write_size=_CHUNK)
            out.flush()
            os.fsync(out.fileno())
        with contextlib.closing(sqlite3.connect(plain)) as connection:
            sound = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            connection.row_factory = sqlite3.Row
            schema.check(connection, plain)
    except (OSError, zstandard.ZstdError, sqlite3.Error) as error:
        raise ProjectError(f"The backup {backup.name} cannot be read ({error}). Nothing was changed.") from error
    if not sound:
        raise ProjectError(f"The backup {backup.name} is damaged. Nothing was changed. Choose an older one.")
