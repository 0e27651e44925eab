"""How a gazetteer lies on disk: a folder with a database of what is read place by place, and mapped files."""

SCHEMA_VERSION = "2"
DATABASE = "places.sqlite"
COLUMNS, NAMES = "columns", "names"
"""folders"""

SCALE = 1_000_000
"""of latitudes and longitudes in the database: whole millionths of a degree, about 0.1 m"""

SCHEMA = """
CREATE TABLE places(
    pid INTEGER PRIMARY KEY, scheme INTEGER NOT NULL, key NOT NULL, name TEXT NOT NULL, local_name TEXT,
    latitude INTEGER NOT NULL, longitude INTEGER NOT NULL, population INTEGER, radius_m INTEGER, names TEXT NOT NULL);
CREATE TABLE schemes(scheme INTEGER PRIMARY KEY, prefix TEXT NOT NULL);
CREATE TABLE countries(code TEXT PRIMARY KEY, name TEXT NOT NULL, pid INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE regions(code TEXT PRIMARY KEY, pid INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE disputed(pid INTEGER PRIMARY KEY, note TEXT NOT NULL);
CREATE TABLE sources(source_id TEXT, title TEXT, version TEXT, licence TEXT, attribution TEXT, url TEXT,
    places INTEGER, names INTEGER);
CREATE TABLE counts(name TEXT, rows INTEGER);
CREATE TABLE labels(name TEXT, number INTEGER, label TEXT NOT NULL, PRIMARY KEY (name, number)) WITHOUT ROWID;
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


def split_id(place_id: str) -> tuple[str, int | str]:
    """Return the scheme and the key of a place id; a key of digits is a number, which takes less room."""
    prefix, _, key = place_id.partition(":")
    return prefix, int(key) if key.isascii() and key.isdecimal() and (key == "0" or key[0] != "0") and len(
        key
    ) < 19 else key


def pack_names(names: list[tuple[int, str, str, str]]) -> str:
    """Return names (kind, language, name, period) as one text."""
    return "\n".join(f"{kind:x}{lang}\t{name}\t{period}" if period else f"{kind:x}{lang}\t{name}"
                     for kind, lang, name, period in names)  # fmt: skip


def unpack_names(packed: str) -> list[tuple[int, str, str, str]]:
    """Return the names of `pack_names`."""
    names = []
    for line in packed.split("\n"):
        head, name, *period = line.split("\t")
        names.append((int(head[0], 16), head[1:], name, period[0] if period else ""))
    return names
