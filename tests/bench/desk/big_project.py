"""Writes a project of any size into the file's tables: `python -m tests.bench.desk.big_project FILE 10000 10`."""

import json
import random
import sqlite3
import sys
from datetime import date, timedelta
from pathlib import Path

from gazetteer.model import document_id, mention_id
from gazetteer.project.store import Project

PLACES, NAMES, LANGUAGES = 4_000, 6_000, ("en", "de", "uk", "lt")
SOURCES = ("Daily", "Evening Post", "Courier", "Herald", "Observer", None)
_EXACT = json.dumps(["exact", None, None, None, None])
_MISSPELT = json.dumps(["probable_misspelling", "Name", 1, "Nam[e→a]", None])
_MENTION = """
    INSERT INTO mentions (
        mention_id, doc_key, start, "end", sentence_start, sentence_end, paragraph_no, surface, folded, auto_kind,
        auto_status, auto_place_id, auto_confidence, auto_spelling, auto_reason, guess_place_id, kind, status, place_id,
        confidence, spelling_status
    )
    VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, ?, ?, ?, ?)
"""


def write_project(path: Path, articles: int, each: int, seed: int = 1) -> None:
    """Fill a new project with made-up articles of `each` mentions; the same arguments give the same project."""
    chance = random.Random(seed)
    with Project.create(path) as project, project.transaction() as connection:
        countries = [(f"{a}{b}", f"Country {a}{b}") for a in "FLU" for b in "RTSA"]
        for number in range(PLACES):
            code, country = chance.choice(countries)
            connection.execute(
                f"INSERT INTO places VALUES ({', '.join('?' * 17)})",
                (
                    *(f"made:{number}", f"Place {number}", f"place {number}", chance.uniform(-60, 70)),
                    *(chance.uniform(-180, 180), chance.choice("PPPPAST"), "X", "point", None, code, country),
                    *(f"Region {number % 9}", None, number * 10, None, f"Place {number}, {country}", "1"),
                ),
            )
        for key in range(1, articles + 1):
            _write_article(connection, chance, key, each)


def _write_article(connection: sqlite3.Connection, chance: random.Random, key: int, each: int) -> None:
    sha = f"{key:064x}"
    doc_id = document_id(f"{key:016x}")
    words = [f"Name{chance.randrange(NAMES)}" for _ in range(each)]
    sentences = [f"On that day the guard of {word} said that nothing had come by. " for word in words]
    text = "".join(sentences)
    day = None if key % 20 == 0 else (date(2019, 1, 1) + timedelta(days=chance.randrange(1800))).isoformat()
    connection.execute(
        "INSERT INTO documents (key, doc_id, sha256, file_name, media_type, lang, title, source, date, date_precision, "
        "length, text_group) VALUES (?, ?, ?, ?, 'text/plain', ?, ?, ?, ?, ?, ?, ?)",
        (
            *(
                key,
                doc_id,
                sha,
                f"{key}.txt",
                chance.choice(LANGUAGES),
                f"Article {key}",
                SOURCES[key % len(SOURCES)],
                day,
            ),
            *("day" if day else "unknown", len(text), key),
        ),
    )
    starts = [sum(map(len, sentences[:n])) for n in range(each)]
    spans = [offset for n, start in enumerate(starts) for offset in (start, start + len(sentences[n]))]
    connection.execute("INSERT INTO texts VALUES (?, ?, ?)", (key, text, json.dumps(spans)))
    for number, word in enumerate(words):
        start = starts[number] + len("On that day the guard of ")
        kind = chance.choices(("literal", "demonym", "person", "facility"), (80, 8, 8, 4))[0]
        place = f"made:{chance.randrange(PLACES)}" if kind != "person" and chance.random() < 0.9 else None
        status = "unresolved" if place is None and kind != "person" else "auto"
        spelling = _MISSPELT if place and chance.random() < 0.01 else _EXACT
        confidence = round(chance.random(), 3) if place else None
        connection.execute(
            _MENTION,
            (
                *(mention_id(doc_id, start, start + len(word)), key, start, start + len(word), starts[number]),
                *(starts[number] + len(sentences[number]), word, word.lower(), kind, status, place, confidence),
                *(spelling, place, kind, status, place, confidence, json.loads(spelling)[0]),
            ),
        )


if __name__ == "__main__":
    write_project(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
