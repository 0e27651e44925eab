"""What is kept of words: the same whatever was seen before, and however many words there are."""

from threading import Thread
from zlib import crc32

import pytest

from gazetteer.places.folding import fold
from gazetteer.recognition import vocabulary
from gazetteer.recognition.frequency import zipf
from gazetteer.recognition.vocabulary import MARK, numbered


@pytest.fixture(autouse=True)
def _anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_vocabularies", {})


def _wrong(words: list[str]) -> list[str]:
    """Return the words whose rows are not theirs."""
    known, numbers = numbered(words, "en")
    rows = zip(words, numbers.tolist(), known.hashes[numbers].tolist(), strict=True)
    return [word for word, at, hashes in rows if known.written[at] != word or hashes != _expected(fold(word))]


def _expected(folded: str) -> list[int]:
    return [crc32(f"en{part}".encode()) for part in (folded, folded[-3:], folded[-4:], folded[:3])]


def test_a_word_has_the_hashes_of_its_parts_and_its_marks() -> None:
    words = ["Paris", "Рига", "of", "AND", "7th", "Paris"]
    assert _wrong(words) == []
    known, numbers = numbered(words, "en")
    assert numbers[0] == numbers[-1]
    capital, figure = (known.marks[numbers] & MARK[look] > 0 for look in ("capital", "figure"))
    assert capital.tolist() == [True, True, False, True, False, True]
    assert figure.tolist() == [False, False, False, False, True, False]
    assert known.marks[numbers[2]] & MARK["preposition"]
    assert known.marks[numbers[3]] & MARK["and"]


def test_words_written_otherwise_share_a_form_and_keep_their_frequency() -> None:
    known, numbers = numbered(["Paris", "PARIS", "London"], None)
    forms = known.form[numbers].tolist()
    assert forms[0] == forms[1] != forms[2]
    expected = [zipf(word, "en") for word in ("paris", "paris", "london")]
    assert known.zipf(numbers).tolist() == known.zipf(numbers).tolist() == expected


def test_more_words_than_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_ROOM", 4)
    for begin in range(6):
        assert _wrong([f"word{number}" for number in range(begin, begin + 3 + begin)]) == []


def test_more_languages_than_are_kept() -> None:
    for number in range(20):
        numbered(["Paris"], f"x{number}")
    assert len(vocabulary._vocabularies) == vocabulary._LANGUAGES


def test_threads_do_not_mix_words_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "_ROOM", 7_000)
    wrong: list[str] = []
    threads = [
        Thread(target=lambda name: wrong.extend(_wrong([f"{name}{number}" for number in range(3_000)])), args=(name,))
        for name in "abcd"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
