"""The project's own places compiled as a gazetteer folder, which is opened before the bundled one."""

import hashlib
import shutil
import time
from contextlib import suppress
from pathlib import Path

from gazetteer.errors import GazetteerError
from gazetteer.jobs import Job
from gazetteer.places import bundle, layout
from gazetteer.places.compiler import Compiler
from gazetteer.places.draft import Draft
from gazetteer.places.records import NameKind, Source
from gazetteer.places.store import Gazetteer
from gazetteer.project.own_places import OWN_SOURCE, OwnPlace, own_digest, own_places
from gazetteer.project.store import Project

WEIGHT = 20_000
"""People whose town an own place weighs as much as, at least: who adds a hamlet has articles about it. Not shown."""

_ABANDONED_S = 3600.0
"""seconds after which the scratch of a compilation belongs to a process that was killed"""


def own_folder() -> Path:
    """Return the folder that projects' compiled own places live in, part of the cache."""
    return bundle.cache_folder() / "own"


def compile_own(project: Project, folder: Path, job: Job | None = None) -> Path | None:
    """Return the gazetteer folder of a project's own places, compiled where it is not there yet; None without any.

    It lies in `folder`, apart for each project and under the digest of its places, and appears whole or not at all;
    earlier ones of the project are removed. Raises GazetteerError where the disk refuses, Cancelled.
    """
    with project.snapshot():
        places, digest = own_places(project), own_digest(project)
    shelf = folder / hashlib.sha256(str(project.path.resolve()).encode("utf-8", "replace")).hexdigest()[:16]
    target = shelf / f"{digest[:32]}-{layout.SCHEMA_VERSION}" if places else None
    if target is not None and not target.is_dir():
        _compile(places, digest, target, job or Job())
    _forget_others(shelf, target)
    return target


def open_with_own(project: Project, job: Job | None = None) -> Gazetteer:
    """Open the gazetteers in use with a project's own places before them. Raises GazetteerError, Cancelled."""
    own = compile_own(project, own_folder(), job)
    return Gazetteer.open(extra=[own]) if own else Gazetteer.open()


def _compile(places: list[OwnPlace], digest: str, target: Path, job: Job) -> None:
    source = Source(OWN_SOURCE, "The project's own places", digest[:12], "the author's own", "the project", "", 0, 0)
    try:
        with Compiler(target, [source], {"title": source.title}) as compiler:
            for number, place in enumerate(places):
                if number % 1000 == 0:
                    job.step(number, len(places), "own places")
                compiler.add(_draft(place))
            compiler.finish(job)
    except GazetteerError:
        # another window on the same project may have been quicker
        if not target.is_dir():
            raise
    except OSError as error:
        raise GazetteerError(
            f"The project's own places cannot be put into {target.parent} ({error.strerror or error}). They are "
            "kept in the project. Free some room there and try again."
        ) from error


def _draft(place: OwnPlace) -> Draft:
    draft = Draft(
        *(place.place_id, place.name, place.feature, place.country_code or "", place.latitude, place.longitude),
        *(OWN_SOURCE, place.precision, place.radius_m),
        population=place.population,
        people=max(place.population or 0, WEIGHT),
    )
    draft.add(place.name, NameKind.MAIN)
    for name in place.names:
        draft.add(name.name, name.kind, name.lang, period=name.period)
    return draft


def _forget_others(shelf: Path, kept: Path | None) -> None:
    """Remove a project's earlier folders; one that another process holds open, where that forbids it, stays whole."""
    now = time.time()
    for path in shelf.iterdir() if shelf.is_dir() else ():
        with suppress(OSError):
            if path == kept or (path.name.startswith(".") and now - path.stat().st_mtime < _ABANDONED_S):
                continue
            # no folder of half its files is ever found under a digest
            gone = path.rename(shelf / f".{path.name.lstrip('.')}.gone")
            shutil.rmtree(gone, ignore_errors=True)
    if kept is None:
        with suppress(OSError):
            shelf.rmdir()
