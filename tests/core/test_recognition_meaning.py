"""Word vectors and the network over them: look-up, layout, what is kept when it is saved."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from gazetteer.places.store import Gazetteer
from gazetteer.recognition import meaning
from gazetteer.recognition.context import contexts
from gazetteer.recognition.evidence import rows
from gazetteer.recognition.meaning import SYMBOLS, Meaning, Numbers, seen, vectors
from gazetteer.recognition.scan import scan
from gazetteer.recognition.sheaf import Sheaf
from gazetteer.recognition.spans import Scan
from gazetteer.recognition.vocabulary import text_hash

WIDTH = 25  # of a word: its vector, and whether it has none
PARTS = 9  # span, its first and last word, two on either side, the means of those beyond


def _shown(text: str, lang: str, gazetteer: Gazetteer) -> tuple[Scan, Numbers]:
    found = scan(text, lang, gazetteer)
    sheaf = Sheaf.of([found])
    return found, seen(sheaf, rows(contexts(sheaf), [0.0] * len(found.spans)))


def _vectors(words: list[str]) -> Numbers:
    return vectors().of(vectors().rows_of(np.array([text_hash(word) for word in words], dtype=np.uint32)))


def test_words_of_one_sort_lie_closer_than_words_of_another() -> None:
    vilnius, riga, passover, easter = _vectors(["vilnius", "riga", "passover", "easter"])[:, :-1]

    def likeness(one: Numbers, other: Numbers) -> float:
        return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))

    assert min(likeness(vilnius, riga), likeness(passover, easter)) > likeness(vilnius, passover) + 0.3


def test_a_word_without_a_vector_is_told_apart_from_none() -> None:
    known, unknown, nothing = _vectors(["lithuania", "xqzvbrk", ""])
    assert known[-1] == 0
    assert np.abs(known).sum() > 0
    assert unknown.tolist() == [0.0] * (WIDTH - 1) + [1.0]
    assert not nothing.any()


def test_a_span_is_shown_with_the_words_around_it(gazetteer: Gazetteer) -> None:
    found, shown = _shown("They fled from Vilnius to Riga yesterday.", "en", gazetteer)
    at = [span.surface for span in found.spans].index("Vilnius")
    parts = shown[at, : PARTS * WIDTH].reshape(PARTS, WIDTH)
    own, first, last, before, after, before_that, after_that = parts[:7]
    said = ["they", "fled", "from", "vilnius", "to", "riga"]
    words = dict(zip(said, _vectors(said), strict=True))
    for part, word in ((own, "vilnius"), (first, "vilnius"), (last, "vilnius"), (before, "from"), (after, "to")):
        assert part == pytest.approx(words[word], abs=1e-5)
    assert before_that == pytest.approx(words["fled"], abs=1e-5)
    assert after_that == pytest.approx(words["riga"], abs=1e-5)
    assert shown.shape == (len(found.spans), PARTS * WIDTH + len(SYMBOLS))


def _network(width: int) -> Meaning:
    chance = np.random.default_rng(1)
    return Meaning(
        chance.normal(size=(width, 4)).astype(np.float32), np.zeros(4, np.float32), np.ones(4, np.float32), -0.5
    )


def test_it_speaks_of_english_alone(gazetteer: Gazetteer) -> None:
    network = _network(PARTS * WIDTH + len(SYMBOLS))
    for text, lang, speaks in (
        ("He was in Vilnius", "en", True),
        ("Er war in Vilnius", "de", False),
        ("on foot", "en", False),
    ):
        found = scan(text, lang, gazetteer)
        sheaf = Sheaf.of([found])
        said = network.say(sheaf, rows(contexts(sheaf), [0.0] * len(found.spans)))
        assert said.shape == (len(found.spans),)
        assert said.any() == speaks


def test_a_network_is_kept(tmp_path: Path) -> None:
    made = _network(PARTS * WIDTH + len(SYMBOLS))
    made.save(tmp_path / "network.npz")
    kept = meaning.load(tmp_path / "network.npz")
    shown = np.random.default_rng(2).normal(size=(3, PARTS * WIDTH + len(SYMBOLS))).astype(np.float32)
    assert kept.scores(shown) == pytest.approx(made.scores(shown), abs=0.05)
    assert np.abs(kept.scores(shown * 1000)).max() <= 9


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted as Linux shows them")
def test_no_thread_of_numpy_spins_beside_ours() -> None:
    code = (
        "import os, gazetteer, numpy as np; a = np.ones((500, 500)); a @ a; print(len(os.listdir('/proc/self/task')))"
    )
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    told = subprocess.run([sys.executable, "-c", code], env=environment, check=True, stdout=subprocess.PIPE, text=True)
    assert told.stdout.strip() == "1"
