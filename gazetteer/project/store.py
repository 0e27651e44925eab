"""The project file: opening, one guarded write connection, a read connection for each thread."""

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from gazetteer.errors import ProjectError
from gazetteer.project import schema
from gazetteer.project.filters import in_area
from gazetteer.project.fingerprint import state_hash
from gazetteer.project.locking import WriterLock

SUFFIX = ".toposcope"
_BUSY_MS = 5000
_CACHE_KIB = 64 * 1024
"""of the file that a reader keeps in memory, as far as it was read: a filter looks at every mention"""


class Project:
    """An open project file. Reads are safe from any thread; writes go through `transaction`, one at a time."""

    def __init__(self, path: Path, lock: WriterLock | None, immutable: bool = False) -> None:
        """Not for callers: use `create` or `open`. `lock` None: read-only."""
        self.path = path
        self._lock = lock
        self._immutable = immutable
        self._writing = threading.RLock()
        self._local = threading.local()
        self._readers: list[sqlite3.Connection] = []
        self._writer = _connect(path, "rw") if lock else None
        self._closed = False

    @classmethod
    def create(cls, path: Path) -> "Project":
        """Make a new project file and open it; raises ProjectError where one is there or none can be made."""
        if path.exists():
            raise ProjectError(f"{path} is there already. It was kept. Open it, or choose another name.")
        blank = path.with_name(f".{path.name}.{os.getpid()}.new")
        try:
            _fill(blank)
            _put_in_place(blank, path)
        except (OSError, sqlite3.Error) as error:
            raise ProjectError(f"{path} cannot be made ({error}). Choose another folder or free space.") from error
        finally:
            with contextlib.suppress(OSError):
                blank.unlink(missing_ok=True)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, read_only: bool = False) -> "Project":
        """Open a project file, bringing an older one to this program's schema.

        Raises ProjectError where it is no project, ProjectVersionError where a newer program wrote it, and, unless
        `read_only`, ProjectLockedError while another program writes it.
        """
        if not path.is_file():
            raise ProjectError(f"{path}: there is no such project file. Check the name and the folder.")
        if read_only:
            return cls._open_for_reading(path)
        lock = WriterLock(path)
        lock.acquire()
        try:
            _prepare(path)
            return cls(path, lock)
        except sqlite3.Error as error:
            lock.release()
            raise ProjectError(f"{path.name} cannot be opened for writing ({error}). It was not changed.") from error
        except BaseException:
            lock.release()
            raise

    @classmethod
    def _open_for_reading(cls, path: Path) -> "Project":
        try:
            immutable = False
            with contextlib.closing(_connect(path, "ro")) as connection:
                version = schema.check(connection, path)
        except (ProjectError, sqlite3.Error) as error:
            # a WAL file in a folder one may not write opens only as immutable
            if os.access(path.parent, os.W_OK):
                raise error if isinstance(error, ProjectError) else _unreadable(path, error) from error
            immutable = True
            with contextlib.closing(_connect(path, "ro", immutable=True)) as connection:
                version = schema.check(connection, path)
        if version < schema.newest():
            raise ProjectError(
                f"{path.name} was written by an older Toposcope. Open it for writing once to bring it up to date."
            )
        return cls(path, None, immutable)

    @property
    def read_only(self) -> bool:
        return self._lock is None

    @property
    def revision(self) -> int:
        """A number that grows with every transaction."""
        row = self.reader().execute("SELECT value FROM meta WHERE name = 'revision'").fetchone()
        return int(row[0]) if row else 0

    def reader(self) -> sqlite3.Connection:
        """Return this thread's read connection; rows are sqlite3.Row. Raises ProjectError once closed."""
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is not None:
            return connection
        with self._writing:
            if self._closed:
                raise ProjectError(f"{self.path.name} is closed.")
            try:
                connection = _connect(self.path, "ro", self._immutable)
                connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
            except sqlite3.Error as error:
                raise _unreadable(self.path, error) from error
            self._readers.append(connection)
        self._local.connection = connection
        return connection

    @contextlib.contextmanager
    def snapshot(self) -> Iterator[sqlite3.Connection]:
        """Give this thread's read connection with one unchanging view of the project."""
        connection = self.reader()
        if connection.in_transaction:
            yield connection
            return
        connection.execute("BEGIN")
        try:
            # a deferred transaction takes its view at the first read
            connection.execute("SELECT 1 FROM meta").fetchone()
            yield connection
        finally:
            connection.execute("ROLLBACK")

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give the write connection in one transaction: all is kept, or on any exception nothing.

        Raises ProjectError where the project is read-only or the disk refuses.
        """
        with self._writing:
            if self._writer is None:
                raise ProjectError(f"{self.path.name} is open for reading only; nothing was changed.")
            connection = self._writer
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield connection
                connection.execute(
                    "INSERT INTO meta VALUES ('revision', '1') "
                    "ON CONFLICT (name) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)"
                )
                connection.execute("COMMIT")
            except sqlite3.OperationalError as error:
                _roll_back(connection)
                raise ProjectError(
                    f"{self.path.name} could not be saved ({error}); nothing was changed. Free space and try again."
                ) from error
            except BaseException:
                _roll_back(connection)
                raise

    def meta(self, name: str) -> str | None:
        """Return a stored value of the project as a whole, or None."""
        row = self.reader().execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def state_hash(self) -> str:
        """Return the SHA-256 over documents, mentions and decisions in force, hexadecimal."""
        with self.snapshot() as connection:
            return state_hash(connection)

    def integrity(self) -> list[str]:
        """Return what SQLite finds wrong with the file; empty when nothing is."""
        connection = self.reader()
        found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check")]
        found += [f"dangling reference in {row[0]}" for row in connection.execute("PRAGMA foreign_key_check")]
        return [line for line in found if line != "ok"]

    def close(self) -> None:
        """Close every connection, fold the WAL into the file and give the lock back; safe to call twice."""
        with self._writing:
            if self._closed:
                return
            self._closed = True
            for connection in self._readers:
                connection.close()
            self._readers.clear()
            self._local = threading.local()
            if self._writer is not None:
                # one file is left, which also opens from a folder one may not write; refused while others read
                with contextlib.suppress(sqlite3.OperationalError):
                    self._writer.execute("PRAGMA busy_timeout = 0")
                    self._writer.execute("PRAGMA journal_mode = DELETE")
                self._writer.close()
                self._writer = None
            if self._lock is not None:
                self._lock.release()

    def __enter__(self) -> "Project":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _unreadable(path: Path, error: Exception) -> ProjectError:
    return ProjectError(f"{path.name} cannot be opened ({error}). It was not changed.")


def _connect(path: Path, mode: str, immutable: bool = False) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}" + ("&immutable=1" if immutable else "")
    # several threads use the write connection in turn, and the closing thread closes the readers' connections
    connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.create_function("in_area", 3, in_area, deterministic=True)
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    if mode != "ro":
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
    return connection


def _fill(blank: Path) -> None:
    blank.unlink(missing_ok=True)
    with contextlib.closing(_connect(blank, "rwc")) as connection:
        schema.migrate(connection)


def _put_in_place(blank: Path, path: Path) -> None:
    """Name the finished file `path` without ever replacing one that came to be there meanwhile."""
    try:
        os.link(blank, path)
    except FileExistsError as error:
        raise ProjectError(f"{path} is there already. It was kept. Open it, or choose another name.") from error
    except OSError:
        # file systems without hard links
        blank.rename(path)


def _prepare(path: Path) -> None:
    # looked at before anything could write to it
    with contextlib.closing(_connect(path, "ro")) as connection:
        schema.check(connection, path)
    with contextlib.closing(_connect(path, "rw")) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        schema.migrate(connection)


def _roll_back(connection: sqlite3.Connection) -> None:
    # SQLite has rolled back by itself after some errors, a full disk among them
    if connection.in_transaction:
        connection.execute("ROLLBACK")
