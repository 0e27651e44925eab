"""Unpacking the bundle: once, all or nothing, and what the user is told when it cannot be done."""

import errno
import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
import zstandard

from gazetteer.errors import GazetteerError
from gazetteer.places import bundle, layout
from gazetteer.places.store import Gazetteer


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(bundle.CACHE_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"


def small_folder(path: Path, content: str = "x") -> Path:
    (path / "names").mkdir(parents=True)
    (path / "places.sqlite").write_text(content, encoding="utf-8")
    (path / "names" / "000.trie").write_text("trie", encoding="utf-8")
    return path


def packed(folder: Path, target: Path) -> Path:
    bundle.pack(folder, target)
    return target


def test_a_bundle_is_unpacked_once(tmp_path: Path, cache: Path) -> None:
    source = packed(small_folder(tmp_path / "small"), tmp_path / "places.tar.zst")
    folder = bundle._unpacked(source)
    assert folder.is_relative_to(cache)
    assert (folder / "names" / "000.trie").read_text("utf-8") == "trie"
    stamp = (folder / "places.sqlite").stat().st_mtime_ns
    assert bundle._unpacked(source) == folder
    assert (folder / "places.sqlite").stat().st_mtime_ns == stamp
    assert [path.name for path in folder.parent.iterdir()] == [folder.name]


def test_another_bundle_gets_another_folder(tmp_path: Path, cache: Path) -> None:
    one = bundle._unpacked(packed(small_folder(tmp_path / "small"), tmp_path / "places.tar.zst"))
    two = bundle._unpacked(packed(small_folder(tmp_path / "other", "other"), tmp_path / "places.tar.zst"))
    assert one != two


def test_gazetteers_of_earlier_versions_are_removed_but_the_latest(tmp_path: Path, cache: Path) -> None:
    folders = []
    for number in range(4):
        source = packed(small_folder(tmp_path / f"{number}", str(number)), tmp_path / f"{number}.tar.zst")
        folders.append(bundle._unpacked(source))
        os.utime(folders[-1], (number, number))
    assert [folder.exists() for folder in folders] == [False, False, True, True]


def test_the_recorded_digest_counts_only_for_its_size(tmp_path: Path) -> None:
    source = tmp_path / "places.tar.zst"
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
    source = packed(small_folder(tmp_path / "small"), tmp_path / "places.tar.zst")
    with pytest.raises(GazetteerError, match=r"file.*TOPOSCOPE_CACHE"):
        bundle._unpacked(source)


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = packed(small_folder(tmp_path / "small"), tmp_path / "places.tar.zst")

    class Full:
        def stream_reader(self, *_: Any) -> Any:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(zstandard, "ZstdDecompressor", Full)
    with pytest.raises(GazetteerError, match="No space left on device"):
        bundle._unpacked(source)
    assert not [path for path in cache.rglob("*") if path.is_file()]


def test_a_damaged_bundle_is_told(tmp_path: Path, cache: Path) -> None:
    source = packed(small_folder(tmp_path / "small"), tmp_path / "places.tar.zst")
    source.write_bytes(b"not zstandard at all")
    with pytest.raises(GazetteerError, match="damaged"):
        bundle._unpacked(source)
    assert not [path for path in cache.rglob("*") if path.is_file()]


def test_files_that_are_no_gazetteer_are_refused(tmp_path: Path) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.open(tmp_path / "missing")
    text = tmp_path / "text"
    text.mkdir()
    (text / layout.DATABASE).write_text("hello" * 1000, encoding="utf-8")
    with pytest.raises(GazetteerError, match="cannot be read"):
        Gazetteer.open(text)
    other = tmp_path / "other"
    other.mkdir()
    with sqlite3.connect(other / layout.DATABASE) as connection:
        connection.execute("CREATE TABLE meta(key TEXT, value TEXT)")
        connection.execute("INSERT INTO meta VALUES ('schema', '999')")
    connection.close()
    with pytest.raises(GazetteerError, match="another program version"):
        Gazetteer.open(other)
