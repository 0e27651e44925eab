import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer import cli
from gazetteer.errors import EditError, InputError
from gazetteer.interchange.own_places import read_own_places, write_own_places
from gazetteer.model import Precision
from gazetteer.places.records import Name, NameKind
from gazetteer.project.history import History
from gazetteer.project.own_places import OwnPlace, own_places
from gazetteer.project.place_edits import put_all
from gazetteer.project.store import Project

TEYSIN = OwnPlace(
    *("own:t", "Teysin", 50.0211, 136.43, "P.PPL", "RU", Precision.MUNICIPALITY, 900, 120),
    *((Name("Тейсин", "ru", NameKind.TAGGED), Name("Tejsin", "", NameKind.TRANSLITERATION, "1938-")), "=1", "Russia"),
)
HAMLET = OwnPlace("own:h", '=cmd, "quoted"', -12.5, -0.000001, "S.FRM")


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "case.toposcope") as opened:
        yield opened


@pytest.mark.parametrize("name", ["places.csv", "places.geojson"])
def test_what_is_written_is_read_again(project: Project, tmp_path: Path, name: str) -> None:
    write_own_places([TEYSIN, HAMLET], tmp_path / name)
    read = read_own_places(project, tmp_path / name)
    assert read.places == (TEYSIN, HAMLET)
    assert read.refused == ()


_WORDS = st.text(st.characters(categories=("L", "N", "P", "S"), exclude_characters="|@/"), min_size=1, max_size=9)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.builds(
            OwnPlace,
            st.integers(0, 99).map("own:{}".format),
            _WORDS,
            st.floats(-90, 90),
            st.floats(-180, 180),
            st.sampled_from(["P.PPL", "H.LK"]),
            st.sampled_from([None, "UA"]),
            st.sampled_from(Precision),
            st.none() | st.integers(0, 10**6),
            st.none() | st.integers(0, 10**6),
            st.tuples(st.builds(Name, _WORDS, st.sampled_from(["", "uk", "zh-Latn"]), st.sampled_from(NameKind))),
            st.none() | _WORDS,
        ),
        max_size=4,
        unique_by=lambda place: place.place_id,
    ),
    st.sampled_from([".csv", ".geojson"]),
)
def test_any_places_survive_the_file(
    tmp_path_factory: pytest.TempPathFactory, drawn: list[OwnPlace], suffix: str
) -> None:
    folder = tmp_path_factory.mktemp("case")
    places = []
    for place in drawn:
        try:
            places.append(place.checked())
        except EditError:
            continue
    write_own_places(places, folder / f"places{suffix}")
    with Project.create(folder / "case.toposcope") as project:
        read = read_own_places(project, folder / f"places{suffix}")
    assert read.places == tuple(places)


def test_a_persons_table_needs_only_names_and_positions(project: Project, tmp_path: Path) -> None:
    table = tmp_path / "hamlets.CSV"
    table.write_text("\ufeffname,latitude,longitude,names\nTeysin,50.02,136.43,Тейсин@ru | Tejsin\n", "utf-8")
    (place,) = read_own_places(project, table).places
    assert place.place_id.startswith("own:")
    assert place.names == (Name("Тейсин", "ru", NameKind.ALTERNATE), Name("Tejsin", "", NameKind.ALTERNATE))
    assert read_own_places(project, table).places == (place,)


def test_linked_places_of_others_get_ids_of_the_project(project: Project, tmp_path: Path) -> None:
    feature = {
        "@id": "http://example.org/1",
        "type": "Feature",
        "properties": {"title": "Teysin", "ccodes": ["RU"]},
        "geometry": {"type": "Point", "coordinates": [136.43, 50.02]},
        "names": [{"toponym": "Тейсин", "lang": "ru"}],
    }
    outline = feature | {"geometry": {"type": "Polygon", "coordinates": []}}
    path = tmp_path / "places.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, outline, {}]}), "utf-8")
    read = read_own_places(project, path)
    assert [(place.name, place.country_code, place.names[0].name) for place in read.places] == [
        ("Teysin", "RU", "Тейсин")
    ]
    assert read.places[0].place_id.startswith("own:")
    assert read.refused == ((2, "A Polygon is no place with a position."), (3, "properties is missing or unknown."))


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",1,2,", "needs a name"),
        ("A,91,2,", "not a position on the globe"),
        ("A,nan,2,", "not a position on the globe"),
        ("A,north,2,", "cannot be read"),
        ("A,1,2,B@ru/unheard", "unheard is missing or unknown."),
    ],
)
def test_rows_that_are_no_places_are_named(project: Project, tmp_path: Path, row: str, reason: str) -> None:
    table = tmp_path / "places.csv"
    table.write_text(f"name,latitude,longitude,names\nGood,1,2,\n{row}\n", "utf-8")
    read = read_own_places(project, table)
    assert [place.name for place in read.places] == ["Good"]
    ((number, said),) = read.refused
    assert number == 3
    assert reason in said


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", b"town,x,y\n"),
        ("a.csv", b""),
        ("a.csv", b"\xff\xfe\x00name"),
        ("a.csv", b'name,latitude,longitude\n"A,1,2'),
        ("a.geojson", b"{"),
        ("a.geojson", b"[]"),
        ("gone.csv", None),
    ],
)
def test_files_that_are_neither_are_refused(project: Project, tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match="Nothing was changed"):
        read_own_places(project, tmp_path / name)


def test_places_of_a_file_are_one_undo_step(project: Project, tmp_path: Path) -> None:
    history = History(project, who="tester")
    history.do(put_all(project, [HAMLET, TEYSIN]))
    assert history.undo_label == "Read 2 own places"
    assert not history.do(put_all(project, [HAMLET, TEYSIN]))
    history.undo()
    assert own_places(project) == []


def test_the_verb_lists_reads_and_writes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, table, copy = tmp_path / "case.toposcope", tmp_path / "in.csv", tmp_path / "out.geojson"
    Project.create(path).close()
    assert cli.main(["gazetteer", "own", str(path)]) == 0
    assert capsys.readouterr().out == "The project has no places of its own yet.\n"
    write_own_places([TEYSIN, HAMLET], table)
    with table.open("a", encoding="utf-8") as stream:
        stream.write("own:bad,Bad,100,0\r\n")
    assert cli.main(["gazetteer", "own", str(path), "--read", str(table), "--write", str(copy)]) == 3
    printed = capsys.readouterr()
    assert printed.out == f"2 added, 0 were there under their id and are as in the file.\n{copy}\n"
    assert "in.csv, 4: left out: 100.0, 0.0 is not a position on the globe" in printed.err
    assert cli.main(["gazetteer", "own", str(path)]) == 0
    assert "Teysin, Russia (Тейсин, Tejsin)\n    own:t  P.PPL  50.02110 136.43000 ± 0.9 km\n" in capsys.readouterr().out
    assert cli.main(["gazetteer", "own", str(path), "--write", str(tmp_path / "no" / "folder.csv")]) == 2
    assert "cannot be written" in capsys.readouterr().err
