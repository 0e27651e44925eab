"""The schema of a project file: its number, its migrations, and the check that a file is a project."""

import sqlite3
from importlib.resources import files
from pathlib import Path

from gazetteer.errors import ProjectError, ProjectVersionError

APPLICATION_ID = 0x544F504F  # "TOPO"


def migrations() -> list[tuple[int, str]]:
    """Return (number, SQL) of every migration, in order."""
    folder = files("gazetteer.project") / "migrations"
    scripts = sorted(
        (entry.name, entry.read_text("utf-8")) for entry in folder.iterdir() if entry.name.endswith(".sql")
    )
    return [(int(name.split("_")[0]), script) for name, script in scripts]


def newest() -> int:
    """Return the schema number this program writes."""
    return migrations()[-1][0]


def check(connection: sqlite3.Connection, path: Path) -> int:
    """Return the schema number of an open file; raises ProjectError where it is no project of ours."""
    try:
        # any read of the file tells whether it is a database at all
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise ProjectError(f"{path.name} is not a Toposcope project ({error}). It was not changed.") from error
    if application != APPLICATION_ID or version < 1:
        raise ProjectError(f"{path.name} is not a Toposcope project. It was not changed.")
    if version > newest():
        raise ProjectVersionError(
            f"{path.name} was written by a newer Toposcope (schema {version}; this one knows {newest()}). "
            "It was not changed. Install the newer program to open it."
        )
    return version


def migrate(connection: sqlite3.Connection) -> None:
    """Bring an open file to the newest schema, each migration in one transaction."""
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    for number, script in migrations():
        if number > version:
            marks = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {number};"
            connection.executescript(f"BEGIN IMMEDIATE;\n{script}\n{marks}\nCOMMIT;")
