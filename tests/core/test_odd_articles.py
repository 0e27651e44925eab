"""A folder of articles no newsroom would send on purpose, through the real annotator, to what is exported."""

import json
import socket
from pathlib import Path
from typing import Any

import pytest

from gazetteer import cli
from gazetteer.interchange.export import FORMATS, export_project
from gazetteer.pipeline import Annotator
from gazetteer.project import queries
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.store import Project
from tests.core.source_files import BAD_FILES, pdf_without_text

SEEDS = Path(__file__).parents[2] / "seeds"
SCRIPT = "<script>alert(1)</script>"
PLAIN = "A ferry sank off Klaipėda on Tuesday, and boats came from Palanga.\n"
TEXTS: dict[str, tuple[str, str]] = {
    "latin-1.txt": ("Die Brücke über den Rhein bei Köln ist seit Montag für alle Züge gesperrt.\n", "latin-1"),
    "utf-16.txt": ("Потяг прибув до Маріуполя з Києва ввечері.\n", "utf-16"),
    "markup.txt": (f"Rain fell in {SCRIPT} Vilnius {SCRIPT} and in <b>Kaunas</b> & Šiauliai all day.\n", "utf-8"),
    "long.txt": ("Long\n\n" + "The road from Vilnius to Kaunas was closed for repairs on Monday. " * 900, "utf-8"),
    "plain.txt": (PLAIN, "utf-8"),
}
"""File name -> (text that must be stored, encoding)."""
REFUSED = {"empty.txt": b"", "binary.txt": BAD_FILES["binary.txt"][0], "scanned.pdf": pdf_without_text()}


def _write(folder: Path) -> Path:
    folder.mkdir()
    for name, (text, encoding) in TEXTS.items():
        (folder / name).write_bytes(text.encode(encoding))
    for name, octets in REFUSED.items():
        (folder / name).write_bytes(octets)
    return folder


def _contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_each_odd_file_gives_text_or_a_reason_and_disturbs_no_other(annotator: Annotator, tmp_path: Path) -> None:
    alone = {(one.start, one.surface) for one in annotator.annotate(PLAIN)}
    assert {surface for _, surface in alone} == {"Klaipėda", "Palanga"}
    with Project.create(tmp_path / "case.toposcope") as project:
        report = import_files(History(project), [_write(tmp_path / "articles")], annotator)
        assert {path.name for path, _ in report.refused} == set(REFUSED)
        assert all(reason.strip() for _, reason in report.refused)
        stored = {row.file_name: row.document_id for row in queries.documents(project)}
        texts = {name: queries.document_text(project, document) for name, document in stored.items()}
        assert texts == {name: text for name, (text, _) in TEXTS.items()}
        found = [row for row in queries.mentions(project) if row.document_id == stored["plain.txt"]]
        assert {(row.start, row.surface) for row in found} == alone
        assert {row.document_id for row in queries.mentions(project)} == set(stored.values()), "an article has no place"
        assert project.integrity() == []


def test_markup_beside_a_name_is_text_in_every_export(annotator: Annotator, tmp_path: Path) -> None:
    text = TEXTS["markup.txt"][0]
    (tmp_path / "markup.txt").write_text(text, "utf-8")
    with Project.create(tmp_path / "case.toposcope") as project:
        import_files(History(project), [tmp_path / "markup.txt"], annotator)
        export_project(project, tmp_path / "out", list(FORMATS))
    collection = json.loads((tmp_path / "out" / "mentions.geojson").read_text("utf-8"))
    named = {one["properties"]["quote"]: one["properties"] for one in collection["features"]}
    assert {"Vilnius", "Kaunas"} <= set(named)
    assert named["Vilnius"]["sentence"] == text.strip(), "the sentence is quoted as it stands"
    page = (tmp_path / "out" / "map.html").read_text("utf-8")
    assert "<script>alert" not in page.lower()
    assert "\\u003cscript\\u003ealert(1)" in page


@pytest.mark.parametrize(
    "text",
    [
        "Paris London Berlin Vilnius " * 1500,
        "Paris\n" * 5000,
        "U.S. " * 5000,
        "a" * 200_000,
        "\u202e\u0000 Kaunas \ud800 \U0001f30d Vilnius",
    ],
    ids=["capitals only", "one a line", "initials", "one word", "strange letters"],
)
def test_spans_are_exact_whatever_the_text(annotator: Annotator, text: str) -> None:
    end = 0
    for one in annotator.annotate(text, "en"):
        assert end <= one.start < one.end
        assert text[one.start : one.end] == one.surface
        end = one.end


def test_a_long_text_says_the_same_of_a_name_at_its_end(annotator: Annotator) -> None:
    """Beyond a bound names are judged by those nearby and the most frequent, not by all."""
    names = "".join(f"A man of Qx{chr(97 + i % 26)}{chr(97 + i // 26)}vale spoke. " for i in range(400))
    story = "Police in Vilnius, Lithuania, held him near Kaunas; he had come from Klaipėda. "
    found = annotator.annotate(story + names + story, "en")
    ends = [(one.surface, one.resolution.place) for one in found if one.start >= len(story + names)]
    assert [place and place.country_code for surface, place in ends if surface != "Lithuania"] == ["LT"] * 3


def test_the_samples_are_exported_without_a_try_at_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    attempts: list[str] = []

    def refuse(*arguments: Any, **named: Any) -> Any:
        attempts.append(repr(arguments))
        raise OSError("no network in this test")

    for name in ("connect", "connect_ex", "bind", "listen", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)
    assert cli.main(["run", str(SEEDS), "--export", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out" / "map.html").stat().st_size > 10_000
    assert attempts == []


def test_two_runs_and_the_project_give_the_same_bytes(annotator: Annotator, tmp_path: Path) -> None:
    formats = ",".join(FORMATS)
    for name in ("one", "two"):
        assert cli.main(["run", str(SEEDS), "--export", str(tmp_path / name), "--formats", formats]) == 0
    with Project.create(tmp_path / "case.toposcope") as project:
        import_files(History(project), [SEEDS], annotator)
        export_project(project, tmp_path / "three", list(FORMATS))
    first = _contents(tmp_path / "one")
    assert len(first) > len(FORMATS)
    assert _contents(tmp_path / "two") == first
    assert _contents(tmp_path / "three") == first
