"""Several gazetteers read as one: places numbered anew by prominence, each id once, names from all.

What that takes (the numbers and the columns in their order) is worked out once and kept in the cache folder.
"""

import hashlib
import json
import shutil
import sqlite3
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import numpy.typing as npt

from gazetteer.errors import GazetteerError
from gazetteer.places import layout, mapped
from gazetteer.places.columns import FILES, NONE, Columns, mapped_columns
from gazetteer.places.index import NameIndex
from gazetteer.places.layer import Facts, Layer, read_only_address
from gazetteer.places.postings import Entry
from gazetteer.places.records import Name, NameKind, Provenance

_KEPT = 4
_LABELS = ("countries", "features", "sources")
_LABELLED = {"country": "countries", "feature": "features", "source": "sources"}
_Vector = npt.NDArray[np.uint32]


class Union:
    """Layers in order: where two hold the same place id, the first gives the facts, and the names are united."""

    def __init__(self, layers: Sequence[Layer], cache: Path) -> None:
        self.layers = tuple(layers)
        folder = _folder(self.layers, cache)
        labels = json.loads((folder / "labels.json").read_text("utf-8"))
        self.columns: Columns = mapped_columns(folder, *(tuple(labels[name]) for name in _LABELS))
        self._origin = mapped.mapped(folder / "origin.u4")
        self._numbers = mapped.mapped(folder / "numbers.u4")
        self._begins = [0, *np.cumsum([len(layer) for layer in self.layers]).tolist()]
        self._lookups = [(begin, layer.names.entries) for begin, layer in zip(self._begins, self.layers, strict=False)]
        self.by_latitude = (
            mapped.vector(mapped.mapped(folder / "latitudes.f4")),
            mapped.vector(mapped.mapped(folder / "by_latitude.u4")),
        )
        self.country_names: dict[str, str] = {}
        self.country_pid: dict[str, int] = {}
        for begin, layer in zip(self._begins, self.layers, strict=False):
            for code, pid in layer.country_pid.items():
                self.country_names.setdefault(code, layer.country_names[code])
                self.country_pid.setdefault(code, self._numbers[begin + pid])

    @property
    def index(self) -> tuple[NameIndex, ...]:
        """The name indexes to ask."""
        return tuple(layer.names for layer in self.layers)

    def entries(self, folded: str) -> list[Entry]:
        """Return (pid, name kind) of every place with exactly this folded name, most prominent first."""
        found: dict[int, NameKind] = {}
        numbers = self._numbers
        for begin, entries in self._lookups:
            for own, kind in entries(folded):
                pid = numbers[begin + own]
                if pid not in found or kind < found[pid]:
                    found[pid] = kind
        return sorted(found.items())

    def holder(self, pid: int) -> tuple[Layer, int]:
        """Return the layer that holds a place's facts, and its pid there."""
        try:
            flat = self._origin[pid]
        except IndexError:
            raise KeyError(pid) from None
        at = next(at for at, end in enumerate(self._begins[1:]) if flat < end)
        return self.layers[at], flat - self._begins[at]

    def facts(self, pid: int) -> Facts:
        """Return what the first layer with this place says of it."""
        layer, own = self.holder(pid)
        return layer.facts(own)

    def pid_of(self, place_id: str) -> int | None:
        """Return the pid of a place id, None where no layer holds it."""
        for begin, layer in zip(self._begins, self.layers, strict=False):
            own = layer.pid_of(place_id)
            if own is not None:
                return int(self._numbers[begin + own])
        return None

    def pid_of_region(self, code: str) -> int | None:
        """Return the pid of the region with a GeoNames code (`UA.14`)."""
        for begin, layer in zip(self._begins, self.layers, strict=False):
            own = layer.pid_of_region(code)
            if own is not None:
                return int(self._numbers[begin + own])
        return None

    def names_of(self, pid: int) -> list[Name]:
        """Return all names of a place in all layers, its own first, each name and language once."""
        place_id = self.facts(pid).place_id
        united: dict[tuple[str, str], Name] = {}
        for layer in self.layers:
            own = layer.pid_of(place_id)
            for name in layer.names_of(own) if own is not None else ():
                known = united.get((name.name, name.lang))
                if known is None or name.kind < known.kind:
                    united[name.name, name.lang] = name
        return sorted(united.values(), key=lambda name: name.kind)

    def provenance(self, pid: int) -> Provenance:
        """Return where a place's facts come from."""
        layer, own = self.holder(pid)
        return layer.provenance(own)


def _folder(layers: Sequence[Layer], cache: Path) -> Path:
    """Return the folder with the numbers of these layers in this order, made where it is not there yet."""
    digest = hashlib.sha256("\n".join(layer.meta["content_sha256"] for layer in layers).encode()).hexdigest()[:32]
    folder = cache / "unions" / digest
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        partial = Path(tempfile.mkdtemp(prefix=f".{digest}.", dir=folder.parent))
        try:
            _write(layers, partial)
            partial.rename(folder)
        except BaseException:
            shutil.rmtree(partial, ignore_errors=True)
            if not folder.is_dir():
                raise
    except OSError as error:
        raise GazetteerError(
            f"The gazetteers cannot be joined in {folder.parent}: {error.strerror or error}. Free some room there, or "
            "turn some of them off."
        ) from error
    others = sorted((path for path in folder.parent.iterdir() if path != folder), key=lambda path: path.stat().st_mtime)
    for path in others[: -(_KEPT - 1)]:
        shutil.rmtree(path, ignore_errors=True)
    return folder


def _write(layers: Sequence[Layer], folder: Path) -> None:
    begins = np.append(0, np.cumsum([len(layer) for layer in layers]))
    winner = np.arange(begins[-1], dtype=np.uint32)
    """flat number (layer by layer) -> the flat number of the same place in the first layer that holds it"""
    for later in range(1, len(layers)):
        for earlier in range(later):
            own, others = _shared(layers[later], layers[earlier])
            still = winner[own + begins[later]] >= begins[later]
            winner[own[still] + begins[later]] = winner[others[still] + begins[earlier]]
    prominent = np.concatenate([layer.columns.vector("prominence") for layer in layers])
    kept = np.flatnonzero(winner == np.arange(len(winner)))
    origin = kept[np.argsort(-prominent[kept], kind="stable")].astype(np.uint32)
    numbers = np.empty(len(winner), dtype=np.uint32)
    numbers[origin] = np.arange(len(origin), dtype=np.uint32)
    numbers = numbers[winner]
    mapped.write(folder / "origin.u4", origin)
    mapped.write(folder / "numbers.u4", numbers)
    _write_columns(layers, begins, origin, numbers, winner, folder)
    latitudes = np.fromfile(folder / "latitude.f4", dtype=np.float32)
    order = np.argsort(latitudes, kind="stable")
    mapped.write(folder / "by_latitude.u4", order)
    mapped.write(folder / "latitudes.f4", latitudes[order])


def _shared(later: Layer, earlier: Layer) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Return the pids, in each of two layers, of the places that both hold."""
    pairs: list[tuple[int, int]] = []
    tables = ("l.places a CROSS JOIN e.places b", "e.places b CROSS JOIN l.places a")[len(later) > len(earlier)]
    with closing(sqlite3.connect("file::memory:", uri=True)) as connection:
        connection.execute("ATTACH ? AS l", (read_only_address(later.folder / layout.DATABASE),))
        connection.execute("ATTACH ? AS e", (read_only_address(earlier.folder / layout.DATABASE),))
        for scheme, prefix in later.schemes.items():
            for other, same in earlier.schemes.items():
                if same == prefix:
                    query = f"SELECT a.pid, b.pid FROM {tables} WHERE a.key = b.key AND a.scheme = ? AND b.scheme = ?"
                    pairs += connection.execute(query, (scheme, other))
    shared = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return shared[:, 0], shared[:, 1]


def _write_columns(
    layers: Sequence[Layer],
    begins: npt.NDArray[np.int64],
    origin: _Vector,
    numbers: _Vector,
    winner: _Vector,
    folder: Path,
) -> None:
    """Write each column in the new order; what the first layer does not say of a place, a later one may."""
    labels: dict[str, list[str]] = {name: [""] if name == "countries" else [] for name in _LABELS}
    lost = np.flatnonzero(winner != np.arange(len(winner)))
    for name, kind in FILES.items():
        parts = []
        for begin, layer in zip(begins, layers, strict=False):
            part = layer.columns.vector(name)
            if name in _LABELLED:
                part = _relabelled(part, getattr(layer.columns, _LABELLED[name]), labels[_LABELLED[name]])
            if name in ("admin1", "admin2"):
                known = part != NONE
                part = part.copy()
                part[known] = numbers[part[known] + np.uint32(begin)]
            parts.append(part)
        flat = np.concatenate(parts)
        unsaid = {"admin1": NONE, "admin2": NONE, "population": 0}.get(name)
        if unsaid is not None:
            filling = lost[(flat[winner[lost]] == unsaid) & (flat[lost] != unsaid)]
            flat[winner[filling]] = flat[filling]
        mapped.write(folder / f"{name}.{kind}", flat[origin])
    (folder / "labels.json").write_text(json.dumps(labels), "utf-8")


def _relabelled(part: npt.NDArray[np.uint16], own: Sequence[str], united: list[str]) -> npt.NDArray[np.uint16]:
    """Return numbers of words of one layer as numbers of the united words, which grow."""
    at = {word: number for number, word in enumerate(united)}
    for word in own:
        if word not in at:
            at[word] = len(united)
            united.append(word)
    return np.array([at[word] for word in own] or [0], dtype=np.uint16)[part]
