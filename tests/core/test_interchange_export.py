import csv
import hashlib
import json
import os
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.errors import Cancelled, ExportError, InputError
from gazetteer.interchange.export import FORMATS, export_project
from gazetteer.interchange.features import COLUMNS, records
from gazetteer.interchange.rings import ring_polygons
from gazetteer.interchange.tables import cell
from gazetteer.jobs import Job, Progress
from gazetteer.model import Kind
from gazetteer.project import queries
from gazetteer.project.edits import CannotIdentify, ChoosePlace, Confirm, Defer, DropPin, SetKind, SetNote, SetTags
from gazetteer.project.filters import MentionFilter
from gazetteer.project.history import History
from gazetteer.project.importing import import_files
from gazetteer.project.span_edits import RemoveMention
from gazetteer.project.store import Project
from tests.core.made_up import ARTICLES, PARIS_TEXAS, TEXAS, MadeUpAnnotator, write_articles
from tests.core.project_fixtures import find

SCHEMA = json.loads(
    (Path(__file__).parents[2] / "gazetteer" / "interchange" / "mentions.schema.json").read_text("utf-8")
)


def _decide_everything(history: History) -> None:
    """Make decisions of every kind, so that every status is in the export."""
    project = history.project
    history.do(Confirm(find(project, "Pabrati")))
    history.do(ChoosePlace(find(project, "Paris", 2), PARIS_TEXAS))
    history.do(DropPin(find(project, "Nowhereville"), -12.3456789, 179.9999999, 2500, "=HYPERLINK(1)"))
    history.do(SetKind(find(project, "Vilnius"), Kind.ORGANISATION))
    history.do(CannotIdentify(find(project, "Vilnius", 1)))
    history.do(Defer(find(project, "Lithuania")))
    history.do(RemoveMention(find(project, "Lithuanian")))
    history.do(SetNote(find(project, "Taveuni"), "beyond the antimeridian"))
    history.do(SetTags(find(project, "Taveuni"), ("island", "far")))


def _geojson(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def test_mentions_follow_the_schema_and_the_order_of_keys(history: History, tmp_path: Path) -> None:
    _decide_everything(history)
    export_project(history.project, tmp_path, ["geojson"])
    collection = _geojson(tmp_path / "mentions.geojson")
    jsonschema.Draft202012Validator(SCHEMA).validate(collection)
    required = SCHEMA["properties"]["features"]["items"]["properties"]["properties"]["required"]
    assert required == COLUMNS
    texts = {
        row.document_id: queries.document_text(history.project, row.document_id)
        for row in queries.documents(history.project)
    }
    for feature in collection["features"]:
        record = feature["properties"]
        assert list(record) == required
        assert feature["id"] == record["mention_id"]
        assert texts[record["doc_id"]][record["char_start"] : record["char_end"]] == record["quote"]
        assert (feature["geometry"] is None) == (record["place_id"] is None)
        assert record["plotted"] == (record["group"] == "plotted")
        assert (record["confidence"] is None) == (record["place_id"] is None)
        assert record["prefix"] + record["quote"] + record["suffix"] in texts[record["doc_id"]]
    assert {feature["properties"]["status"] for feature in collection["features"]} == {
        *("auto", "confirmed", "corrected", "rejected", "unresolved", "deferred")
    }


def test_an_export_says_who_decided_and_what_the_machine_had_said(history: History) -> None:
    _decide_everything(history)
    found = {record["mention_id"]: record for record in records(history.project)}
    texan = found[find(history.project, "Paris", 2)]
    assert (texan["status"], texan["resolved_by"], texan["auto_place_id"]) == (
        "corrected",
        "tester",
        "geonames:2988507",
    )
    assert texan["reason"] == "Chosen by tester. The program had said Paris, France."
    german = {record["mention_id"]: record for record in records(history.project, language="de")}
    assert german[texan["mention_id"]]["reason"] == "Von tester gewählt. Das Programm hatte gesagt: Paris, France."
    assert texan["resolved_at"].endswith("Z")
    assert (texan["confidence"], texan["auto_confidence_pct"], texan["correction_n"]) == (1.0, 81, 1)
    machine = found[find(history.project, "Arapivka")]
    assert (machine["resolved_by"], machine["resolved_at"], machine["location_precision"]) == (
        "toposcope",
        None,
        "municipality",
    )
    assert found[find(history.project, "Vilnius")]["spelling_status"] == "unknown"
    assert found[find(history.project, "Taveuni")]["tags"] == "island | far"
    candidates = json.loads(texan["candidates_json"])
    assert [one["id"] for one in candidates] == ["geonames:2988507", "geonames:4717560"]


def test_counts_are_equal_in_every_format(history: History, tmp_path: Path) -> None:
    _decide_everything(history)
    counts = queries.counts(history.project)
    export_project(history.project, tmp_path, list(FORMATS))
    manifest = _geojson(tmp_path / "manifest.json")
    groups = [feature["properties"]["group"] for feature in _geojson(tmp_path / "mentions.geojson")["features"]]
    with (tmp_path / "mentions.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as stream:
        documents = list(csv.DictReader(stream))
    for group in ("plotted", "linked", "not_a_place", "unresolved"):
        expected = getattr(counts, group)
        assert groups.count(group) == expected == manifest["counts"][group]
        assert [row["group"] for row in rows].count(group) == expected
        assert sum(int(row[group]) for row in documents) == expected
    assert (
        len(groups) == counts.total == manifest["counts"]["mentions"] == sum(int(row["mentions"]) for row in documents)
    )
    places = _geojson(tmp_path / "places.geojson")["features"]
    assert sum(place["properties"]["mention_n"] for place in places) == counts.plotted + counts.linked
    assert len(places) == manifest["counts"]["places"]
    assert list(rows[0]) == COLUMNS


def test_the_manifest_tells_each_file(history: History, tmp_path: Path) -> None:
    out = tmp_path / "out"
    written = export_project(history.project, out, list(FORMATS))
    assert written[-1].name == "manifest.json"
    assert sorted(out.iterdir()) == sorted(written)
    manifest = _geojson(out / "manifest.json")
    for name, about in manifest["files"].items():
        content = (out / name).read_bytes()
        assert about["sha256"] == hashlib.sha256(content).hexdigest()
        assert about["bytes"] == len(content)
    assert manifest["gazetteers"][0]["licence"] == "CC BY 4.0"


def test_two_runs_in_another_order_write_the_same_bytes(tmp_path: Path) -> None:
    exports = []
    for name, backwards in (("one", False), ("two", True)):
        folder = tmp_path / name
        folder.mkdir()
        paths = sorted(write_articles(folder), reverse=backwards)
        with Project.create(folder / f"{name}.toposcope") as project:
            import_files(History(project, who=name), paths, MadeUpAnnotator())
            written = export_project(project, folder / "out", list(FORMATS))
            exports.append({path.name: path.read_bytes() for path in written})
    assert exports[0] == exports[1]


def test_a_scope_leaves_out_what_it_leaves_out(history: History, tmp_path: Path) -> None:
    scope = MentionFilter(place_id=TEXAS.place_id)
    export_project(history.project, tmp_path, list(FORMATS), scope)
    (feature,) = _geojson(tmp_path / "mentions.geojson")["features"]
    assert feature["properties"]["quote"] == "Texas"
    manifest = _geojson(tmp_path / "manifest.json")
    assert manifest["filter"] == {"place_id": TEXAS.place_id}
    assert manifest["counts"]["documents"] == manifest["counts"]["mentions"] == 1
    assert len((tmp_path / "documents.csv").read_text("utf-8-sig").splitlines()) == 2


def test_decisions_are_all_there_with_what_was_withdrawn(history: History, tmp_path: Path) -> None:
    history.do(Confirm(find(history.project, "Pabrati")))
    history.undo()
    export_project(history.project, tmp_path, ["decisions"])
    lines = [json.loads(line) for line in (tmp_path / "decisions.jsonl").read_text("utf-8").splitlines()]
    assert [(line["action"], line["in_force"], line["about"]) for line in lines] == [
        ("confirm", False, None),
        ("undo", True, lines[0]["seq"]),
    ]
    assert lines[0]["after"]["status"] == "confirmed"


def test_an_unwritable_folder_is_an_error_and_a_failed_export_keeps_the_last(
    history: History, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(ExportError, match="cannot be written"):
        export_project(history.project, tmp_path / "file")
    out = tmp_path / "out"
    export_project(history.project, out, ["geojson"])
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    history.do(Confirm(find(history.project, "Pabrati")))

    def full(number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left"):
        export_project(history.project, out, ["geojson", "csv"])
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_a_cancelled_export_leaves_nothing_half(history: History, tmp_path: Path) -> None:
    job = Job()

    def stop(progress: Progress) -> None:
        if progress.label == "mentions.csv":
            job.cancel()

    job.on_progress = stop
    with pytest.raises(Cancelled):
        export_project(history.project, tmp_path / "out", ["geojson", "csv"], job=job)
    assert list((tmp_path / "out").iterdir()) == []


def test_unknown_formats_are_named(history: History, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="shapefile"):
        export_project(history.project, tmp_path / "out", ["geojson", "shapefile"])
    assert not (tmp_path / "out").exists()


def test_an_empty_project_can_be_exported(tmp_path: Path) -> None:
    with Project.create(tmp_path / "empty.toposcope") as project:
        export_project(project, tmp_path / "out", list(FORMATS))
    collection = _geojson(tmp_path / "out" / "mentions.geojson")
    jsonschema.Draft202012Validator(SCHEMA).validate(collection)
    assert collection["features"] == []


@pytest.mark.parametrize("text", ["=1+1", "+49", "-1", "@cmd", "\tx", "\r\nx"])
def test_a_spreadsheet_computes_no_words_of_an_article(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell(-1.5) == -1.5
    assert cell(None) == ""
    assert cell(True) == "true"
    assert cell("Wilna =") == "Wilna ="


class _Page(HTMLParser):
    """What a browser would load, and the page's text outside scripts and styles."""

    def __init__(self) -> None:
        super().__init__()
        self.loads: list[str] = []
        self.scripts: list[str] = []
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.loads += [value or "" for name, value in attributes if name in ("src", "href", "srcset", "data", "action")]

    def handle_data(self, text: str) -> None:
        if self.tags and self.tags[-1] in ("script", "style"):
            self.scripts.append(text)


def test_the_map_page_asks_nobody_for_anything(history: History, tmp_path: Path) -> None:
    history.do(DropPin(find(history.project, "Nowhereville"), 1.0, 2.0, 0, "</script><img src=http://x.invalid/>"))
    export_project(history.project, tmp_path, ["html"])
    markup = (tmp_path / "map.html").read_text("utf-8")
    page = _Page()
    page.feed(markup)
    assert page.loads == []
    assert "img" not in page.tags
    assert "url(" not in markup.replace("none", "").split("</style>")[0]
    assert "default-src 'none'" in markup
    # four of ours: a name or a sentence that ended one would open another
    assert page.tags.count("script") == markup.count("<script>") == 4
    assert "<script>alert(1)</script>" not in markup
    assert "\\u003cscript\\u003ealert(1)" in markup
    assert "Natural Earth" in markup
    assert "CC BY 4.0" in markup


def test_the_map_page_holds_each_plotted_place_once(project: Project, tmp_path: Path) -> None:
    export_project(project, tmp_path, ["html"])
    markup = (tmp_path / "map.html").read_text("utf-8")
    for point in queries.map_points(project):
        if point["state"] != "unresolved":
            assert markup.count(f'"place_id": "{point["id"]}"') == 1


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(1, 5_000_000))
def test_rings_are_closed_on_the_globe_and_run_counter_clockwise(
    latitude: float, longitude: float, radius: float
) -> None:
    polygons = ring_polygons(latitude, longitude, radius)
    assert 1 <= len(polygons) <= 2
    for polygon in polygons:
        (ring,) = polygon
        assert ring[0] == ring[-1]
        assert len(ring) >= 4 or radius < 10
        assert all(-180 <= x <= 180 and -90 <= y <= 90 for x, y in ring)
        area = sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))
        assert area > 0 or radius < 100


def test_a_ring_across_the_antimeridian_is_cut_in_two(history: History, tmp_path: Path) -> None:
    export_project(history.project, tmp_path, ["uncertainty"])
    features = _geojson(tmp_path / "uncertainty.geojson")["features"]
    assert {feature["geometry"]["type"] for feature in features} == {"MultiPolygon"}
    taveuni = next(feature for feature in features if feature["properties"]["place_name"] == "Taveuni")
    assert len(taveuni["geometry"]["coordinates"]) == 2
    assert ARTICLES["c.txt"].count("Taveuni") == taveuni["properties"]["mention_n"]
