"""What a file is, told by its content; and what no reader touches: bombs, broken archives, other things."""

import io
import os
import stat
import zipfile
from pathlib import Path

import pytest

from gazetteer.errors import NotImportedError
from gazetteer.places.importing import files
from gazetteer.places.importing.files import source_file
from gazetteer.places.importing.layouts import Companion, Format, recognise
from tests.core import import_samples as samples
from tests.core.import_samples import collection, feature, point, write, zipped

TABLE = b"name,lat,lon\nVilnius,54.7,25.3\n"


def refusal(path: Path) -> str:
    with pytest.raises(NotImportedError) as caught:
        recognise(source_file(path))
    return str(caught.value)


def test_a_plain_and_a_zipped_file_read_alike(tmp_path: Path) -> None:
    plain, packed = tmp_path / "LT.txt", zipped(tmp_path / "LT.zip", {"LT.txt": TABLE * 1000, "readme.txt": b"Hello"})
    plain.write_bytes(TABLE * 1000)
    for path, name in ((plain, "LT.txt"), (packed, "LT.zip (LT.txt)")):
        file = source_file(path)
        assert (file.name, file.stem, file.size) == (name, "LT", len(TABLE) * 1000)
        with file.open() as stream:
            assert stream.read() == TABLE * 1000
        with file.open() as stream:
            assert next(iter(stream)) == b"name,lat,lon\n"


def test_what_goes_with_geonames_archives_is_passed_over(tmp_path: Path) -> None:
    members = {
        "folder/": b"",
        "__MACOSX/._LT.txt": b"x",
        ".DS_Store": b"x",
        "iso-languagecodes.txt": b"x",
        "LT.txt": TABLE,
    }
    assert source_file(zipped(tmp_path / "a.zip", members)).member == "LT.txt"


@pytest.mark.parametrize(
    ("members", "words"),
    [
        ({}, "holds 0 files where one is expected"),
        ({"readme.txt": b"x"}, "holds 0 files"),
        ({"a.txt": b"x", "b.txt": b"y"}, r"holds 2 files where one is expected \(a.txt, b.txt\)"),
        ({"LT.txt": b""}, "is empty"),
        ({"../../LT.txt": TABLE}, "leads out of the archive"),
        ({"/etc/LT.txt": TABLE}, "leads out of the archive"),
        ({"C:\\LT.txt": TABLE}, "leads out of the archive"),
        ({"[Content_Types].xml": b"x", "xl/workbook.xml": b"x"}, "Excel"),
    ],
)
def test_archives_with_other_content_are_refused(tmp_path: Path, members: dict[str, bytes], words: str) -> None:
    with pytest.raises(NotImportedError, match=rf"{words}.*Nothing was (read or )?replaced"):
        source_file(zipped(tmp_path / "a.zip", members))


def test_a_bomb_is_refused_unopened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = zipped(tmp_path / "bomb.zip", {"LT.txt": b"0" * 20_000_000})
    monkeypatch.setattr(zipfile.ZipFile, "open", None)
    assert "times its size, as no gazetteer does" in refusal(bomb)


def test_an_archive_that_says_too_large_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = zipped(tmp_path / "a.zip", {"LT.txt": os.urandom(5000)})
    monkeypatch.setattr(files, "MAX_BYTES", 1000)
    assert "would unpack to" in refusal(path)
    plain = tmp_path / "LT.txt"
    plain.write_bytes(TABLE * 100)
    assert "more than the" in refusal(plain)


def test_a_bomb_that_lies_about_its_size_ends_where_it_said(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"LT.txt": b"0" * 20_000_000})
    true_size, false_size = (20_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(true_size, false_size))
    with pytest.raises(NotImportedError, match="cannot be unpacked to its end"), source_file(path).open() as stream:
        stream.read()


def test_an_archive_in_an_archive_is_refused(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", {"LT.txt": TABLE}).read_bytes()
    assert "an archive inside an archive" in refusal(zipped(tmp_path / "outer.zip", {"inner.zip": inner}))


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    member = zipfile.ZipInfo("LT.txt")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(member, "/etc/passwd")
    assert "holds a link" in refusal(tmp_path / "a.zip")


def test_an_encrypted_archive_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"LT.txt": TABLE})
    content = bytearray(path.read_bytes())
    content[6] |= 1
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    assert "is encrypted" in refusal(path)


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_an_archive_that_was_not_fetched_whole_is_refused(tmp_path: Path, share: float) -> None:
    path = zipped(tmp_path / "a.zip", {"LT.txt": os.urandom(100_000)})
    path.write_bytes(path.read_bytes()[: int(path.stat().st_size * share)])
    assert "not a whole zip archive" in refusal(path)


def test_an_archive_with_a_damaged_member_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"LT.txt": TABLE * 4000})
    content = bytearray(path.read_bytes())
    content[60:64] = b"\xff\xff\xff\xff"
    path.write_bytes(content)
    with pytest.raises(NotImportedError, match="damaged or was not fetched"), source_file(path).open() as stream:
        stream.read()


def test_a_programs_mistake_is_not_taken_for_a_bad_archive(tmp_path: Path) -> None:
    file = source_file(zipped(tmp_path / "a.zip", {"LT.txt": TABLE}))
    with pytest.raises(RuntimeError, match="ours"), file.open():
        raise RuntimeError("ours")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b"\n\n  \n", "has no rows"),
        (b"%PDF-1.7 ...", "is a PDF file"),
        (b"SQLite format 3\x00...", "GeoPackage"),
        (b"\x1f\x8b\x08\x00", "unpack it first"),
        (b"\x00\x00\x27\x0a\x00\x00", "shapefile"),
        (bytes(range(256)) * 50, "is no text"),
        (b'{"type": "Topology"}', "no FeatureCollection but 'Topology'"),
        (b"[1, 2]", "no FeatureCollection but 'list'"),
    ],
)
def test_other_files_are_refused_in_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "LT.txt"
    path.write_bytes(content)
    assert words in refusal(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert "No such file" in refusal(tmp_path / "missing.txt")
    assert "is not a file" in refusal(tmp_path)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (samples.DUMP, Format.GEONAMES),
        (["\t".join(line.split("\t")[:-1]) for line in samples.DUMP], Format.GEONAMES),
        (["\ufeff" + samples.DUMP[0], *samples.DUMP[1:]], Format.GEONAMES),
        (samples.NAMES, Companion.NAMES),
        (samples.REGIONS, Companion.REGIONS),
        (samples.DISTRICTS, Companion.DISTRICTS),
        (samples.HIERARCHY, Companion.HIERARCHY),
        (samples.COUNTRIES, Companion.COUNTRIES),
        (samples.KATOTTG, Format.KATOTTG),
        (["name,lat,lon", "Vilnius,54.7,25.3"], Format.CSV),
        (["geonameid\tname\tlat\tlon" + "\tmore" * 12, "593116\tVilnius\t54.7\t25.3" + "\t" * 12], Format.CSV),
    ],
)
def test_formats_are_told_by_content(tmp_path: Path, lines: list[str], kind: Format | Companion) -> None:
    assert recognise(source_file(write(tmp_path / "any.dat", lines))) is kind
    assert recognise(source_file(write(tmp_path / "other.dat", lines, newline="\r\n", end=False))) is kind


def test_feature_collections_are_told_apart(tmp_path: Path) -> None:
    plain = collection(tmp_path / "a", [feature(point(25, 54), name="X")])
    linked = collection(tmp_path / "b", [{**feature(point(25, 54), title="X"), "names": [{"toponym": "X"}]}])
    assert recognise(source_file(plain)) is Format.GEOJSON
    assert recognise(source_file(linked)) is Format.LINKED_PLACES


def test_a_large_file_is_told_by_how_it_begins(tmp_path: Path) -> None:
    path = write(tmp_path / "any.dat", samples.DUMP * 400)
    assert path.stat().st_size > 2**17
    assert recognise(source_file(path)) is Format.GEONAMES
    packed = zipped(tmp_path / "any.zip", {"x": path.read_bytes()[:300_000] + os.urandom(200_000).hex().encode()})
    assert recognise(source_file(packed)) is Format.GEONAMES


def test_reading_a_member_by_lines_is_not_slow(tmp_path: Path) -> None:
    with source_file(zipped(tmp_path / "a.zip", {"LT.txt": TABLE})).open() as stream:
        assert isinstance(stream, io.BufferedReader), "the archive's own reader of lines is written in Python"
