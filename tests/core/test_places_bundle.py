"""Unpacking the bundle: once, all or nothing, and what the user is told when it cannot be done."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import zstandard

from gazetteer.errors import GazetteerError
from gazetteer.places import bundle
from gazetteer.places.store import Gazetteer


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(bundle.CACHE_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def small_database(path: Path) -> Path:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE blobs(name TEXT PRIMARY KEY, content BLOB)")
        connection.execute("INSERT INTO blobs VALUES ('trie', x'01')")
    connection.close()
    return path


def packed(database: Path, target: Path) -> Path:
    target.write_bytes(zstandard.ZstdCompressor().compress(database.read_bytes()))
    return target


def test_a_bundle_is_unpacked_once_with_its_trie(tmp_path: Path, cache: Path) -> None:
    source = packed(small_database(tmp_path / "small.sqlite"), tmp_path / "places.sqlite.zst")
    database = bundle._unpacked(source)
    assert database.is_relative_to(cache)
    assert database.with_name(bundle.TRIE).read_bytes() == b"\x01"
    stamp = database.stat().st_mtime_ns
    assert bundle._unpacked(source) == database
    assert database.stat().st_mtime_ns == stamp
    assert sorted(path.name for path in database.parent.iterdir()) == [bundle.TRIE, bundle.DATABASE]


def test_another_bundle_gets_another_folder(tmp_path: Path, cache: Path) -> None:
    first = packed(small_database(tmp_path / "small.sqlite"), tmp_path / "places.sqlite.zst")
    one = bundle._unpacked(first)
    with sqlite3.connect(tmp_path / "small.sqlite") as connection:
        connection.execute("CREATE TABLE more(a)")
    connection.close()
    assert bundle._unpacked(packed(tmp_path / "small.sqlite", first)) != one


def test_gazetteers_of_earlier_versions_are_removed_but_the_latest(tmp_path: Path, cache: Path) -> None:
    folders = []
    for number in range(4):
        with sqlite3.connect(small_database(tmp_path / f"{number}.sqlite")) as connection:
            connection.execute(f"PRAGMA user_version = {number + 1}")
        connection.close()
        folders.append(bundle._unpacked(packed(tmp_path / f"{number}.sqlite", tmp_path / f"{number}.zst")).parent)
        os.utime(folders[-1], (number, number))
    assert [folder.exists() for folder in folders] == [False, False, True, True]


def test_the_recorded_digest_counts_only_for_its_size(tmp_path: Path) -> None:
    source = tmp_path / "places.sqlite.zst"
    source.write_bytes(b"abc")
    computed = bundle.bundle_digest(source)
    (tmp_path / bundle.DIGEST).write_text("cafe 3\n", encoding="ascii")
    assert bundle.bundle_digest(source) == "cafe"
    (tmp_path / bundle.DIGEST).write_text("cafe 4\n", encoding="ascii")
    assert bundle.bundle_digest(source) == computed


def test_a_cache_that_cannot_be_written_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    monkeypatch.setenv(bundle.CACHE_VARIABLE, str(blocked))
    source = packed(small_database(tmp_path / "small.sqlite"), tmp_path / "places.sqlite.zst")
    with pytest.raises(GazetteerError, match=r"file.*TOPOSCOPE_CACHE"):
        bundle._unpacked(source)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = packed(small_database(tmp_path / "small.sqlite"), tmp_path / "places.sqlite.zst")

    class Full:
        def copy_stream(self, *_: Any) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(zstandard, "ZstdDecompressor", Full)
    with pytest.raises(GazetteerError, match="No space left on device"):
        bundle._unpacked(source)
    assert not [path for path in cache.rglob("*") if path.is_file()]


def test_a_damaged_bundle_is_told(tmp_path: Path, cache: Path) -> None:
    source = packed(small_database(tmp_path / "small.sqlite"), tmp_path / "places.sqlite.zst")
    source.write_bytes(b"not zstandard at all")
    with pytest.raises(GazetteerError, match="damaged"):
        bundle._unpacked(source)
    assert not [path for path in cache.rglob("*") if path.is_file()]


def test_files_that_are_no_gazetteer_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.open(tmp_path / "missing.sqlite")
    text = tmp_path / "text.sqlite"
    text.write_text("hello" * 1000, encoding="utf-8")
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.open(text)
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE meta(key TEXT, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('schema', '999')")
    connection.close()
    with pytest.raises(GazetteerError, match="another program version"):
        Gazetteer.open(other)
