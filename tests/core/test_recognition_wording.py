"""Hashes of words: the same whatever was seen before, and however many words there are."""

from threading import Thread
from zlib import crc32

from gazetteer.recognition import wording
from gazetteer.recognition.wording import _Words


def _expected(word: str) -> list[int]:
    return [crc32(f"en{part}".encode()) for part in (word, word[-3:], word[-4:], word[:3])]


def test_a_word_has_the_hashes_of_its_parts() -> None:
    words = _Words("en")
    assert words.hashes(["paris", "рига", "paris"]).tolist() == [_expected(w) for w in ("paris", "рига", "paris")]


def test_more_words_than_are_kept(monkeypatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(wording, "_KEPT_WORDS", 4)
    words = _Words("en")
    for begin in range(6):
        some = [f"word{number}" for number in range(begin, begin + 3 + begin)]
        assert words.hashes(some).tolist() == [_expected(word) for word in some]


def test_threads_do_not_mix_words_up() -> None:
    words, wrong = _Words("en"), []

    def ask(name: str) -> None:
        some = [f"{name}{number}" for number in range(3_000)]
        found = words.hashes(some).tolist()
        wrong.extend(word for word, row in zip(some, found, strict=True) if row != _expected(word))

    threads = [Thread(target=ask, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
