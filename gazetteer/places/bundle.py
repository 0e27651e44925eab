"""The bundled gazetteer: found in the package, unpacked once into the user's cache."""

import hashlib
import os
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path

import platformdirs
import zstandard

from gazetteer.errors import GazetteerError

BUNDLE = "gazetteer/places.tar.zst"
DIGEST = "places.sha256.txt"
CACHE_VARIABLE = "TOPOSCOPE_CACHE"
_LEVEL = 19


def cache_folder() -> Path:
    """Return the folder that unpacked gazetteers live in; the environment variable TOPOSCOPE_CACHE overrides it."""
    chosen = os.environ.get(CACHE_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_cache_dir("toposcope", appauthor=False))


def bundled_folder() -> Path:
    """Return the unpacked bundled gazetteer, unpacking it on first use. Raises `GazetteerError`."""
    packed = files("resources").joinpath(BUNDLE)
    if not packed.is_file():
        raise GazetteerError(
            "The bundled gazetteer is missing from this installation. Install the program again, or in a "
            "checkout run `make gazetteer`."
        )
    with as_file(packed) as path:
        return _unpacked(path)


def _unpacked(packed: Path) -> Path:
    folder = cache_folder() / "gazetteer" / bundle_digest(packed)[:32]
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _unpack(packed, folder)
        _forget_old(folder)
    except (zstandard.ZstdError, tarfile.TarError) as error:
        raise GazetteerError(
            f"The bundled gazetteer {packed} is damaged ({error}). Install the program again."
        ) from error
    except OSError as error:
        raise GazetteerError(
            f"The gazetteer cannot be unpacked into {folder}: {error.strerror or error}. Nothing was left half "
            f"written. Free about 300 MB there, or set {CACHE_VARIABLE} to a folder that can be written."
        ) from error
    return folder


def _unpack(packed: Path, folder: Path) -> None:
    """Unpack beside `folder`, which then appears complete; another process may have been quicker."""
    partial = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        with (
            packed.open("rb") as source,
            zstandard.ZstdDecompressor().stream_reader(source) as content,
            tarfile.open(fileobj=content, mode="r|") as archive,
        ):
            archive.extractall(partial, filter="data")
        try:
            partial.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def pack(folder: Path, target: Path) -> None:
    """Write a gazetteer folder compressed to `target`, and beside it its SHA-256 and size; like folders, like bytes."""
    with written_atomically(target) as partial, partial.open("wb") as stream:
        compressor = zstandard.ZstdCompressor(level=_LEVEL, threads=-1)
        with (
            compressor.stream_writer(stream, closefd=False) as content,
            tarfile.open(fileobj=content, mode="w|", format=tarfile.PAX_FORMAT) as archive,
        ):
            for path in sorted(folder.rglob("*")):
                archive.add(path, path.relative_to(folder).as_posix(), recursive=False, filter=_plain)
    target.chmod(0o644)
    digest = hashlib.sha256(target.read_bytes()).hexdigest()
    target.with_name(DIGEST).write_text(f"{digest} {target.stat().st_size}\n", encoding="ascii")


def _plain(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out who packed it and when."""
    member.uid = member.gid = member.mtime = 0
    member.uname = member.gname = ""
    member.mode = 0o755 if member.isdir() else 0o644
    return member


def _forget_old(current: Path) -> None:
    """Remove gazetteers of earlier versions, but the latest: an older program may still be open on it."""
    others = [folder for folder in current.parent.iterdir() if folder.is_dir() and folder != current]
    for folder in sorted(others, key=lambda folder: folder.stat().st_mtime)[:-1]:
        shutil.rmtree(folder, ignore_errors=True)


def bundle_digest(packed: Path) -> str:
    """Return the bundle's SHA-256: as the build recorded it beside a file of this size, else computed."""
    recorded = packed.with_name(DIGEST)
    if recorded.is_file():
        digest, _, size = recorded.read_text(encoding="ascii").strip().partition(" ")
        if size == str(packed.stat().st_size):
            return digest
    with packed.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@contextmanager
def written_atomically(target: Path) -> Iterator[Path]:
    """Give a fresh file in the target's folder; it becomes `target` when the block ends well, else it is removed."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        partial.replace(target)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
