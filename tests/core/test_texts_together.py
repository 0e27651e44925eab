"""Texts annotated together: each as if it were alone, whatever stands beside it."""

import gc
import json
import random
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from gazetteer import pipeline
from gazetteer.model import Speed
from gazetteer.pipeline import Annotator, Given, together
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.recogniser import read, read_all
from gazetteer.recognition.scan import scan
from gazetteer.recognition.sheaf import PAD, Sheaf
from gazetteer.resolution.home import home_of

GOLD = Path(__file__).parents[1] / "gold"
ODD = ("", "nothing to see here", "Riga", "“Paris News”\n\nHe met Dr. Houston, 41, in Dallas", "1 2 3", "Vilnius (")


def _gold(each: int) -> list[tuple[str, str | None]]:
    """Return some of our own gold texts of every language, and odd ones, mixed."""
    texts: list[tuple[str, str | None]] = [(text, "en") for text in ODD]
    for path in sorted(GOLD.glob("??.jsonl")):
        rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()[:each]]
        texts += [(row["text"], row["lang"]) for row in rows]
    random.Random(3).shuffle(texts)
    return texts


@pytest.mark.parametrize("speed", Speed)
@pytest.mark.parametrize("explained", [True, False])
def test_each_is_annotated_as_if_it_were_alone(gazetteer: Gazetteer, speed: Speed, explained: bool) -> None:
    annotator = Annotator(gazetteer, speed=speed)
    texts = [Given(*text) for text in _gold(8)]
    found = annotator.annotate_all(texts, explained=explained)
    assert sum(map(len, found)) > 100
    for given, own in zip(texts, found, strict=True):
        assert own == annotator.annotate(*given[:2], explained=explained)


def test_the_passes_see_the_same(gazetteer: Gazetteer) -> None:
    texts = _gold(4)
    for (text, lang), together_read in zip(texts, read_all(texts, gazetteer), strict=True):
        alone = read(text, lang, gazetteer)
        assert together_read.base == pytest.approx(alone.base, abs=1e-5)
        assert together_read.probabilities == pytest.approx(alone.probabilities, abs=1e-6)
        for told in ("titled", "named", "caps_density", "line_starts"):
            assert getattr(together_read.context, told) == getattr(alone.context, told)
        assert together_read.context.runs.tolist() == alone.context.runs.tolist()


def test_spans_and_homes_are_each_texts_own(annotator: Annotator) -> None:
    text = "The road to Paris was closed."
    place = next(one for one in annotator.gazetteer.search("Texas") if one.place.country_code == "US").place
    texts = [Given(text, "en"), Given(text, "en", home=home_of(place)), Given(text, "en", [(4, 8), (12, 17)])]
    plain, at_home, given = annotator.annotate_all(texts)
    assert [one.resolution.place.country_code for one in (*plain, *at_home) if one.resolution.place] == ["FR", "US"]
    assert [one.surface for one in given] == ["road", "Paris"]


def test_no_texts_have_no_answers(annotator: Annotator, gazetteer: Gazetteer) -> None:
    assert annotator.annotate_all([]) == []
    assert read_all([], gazetteer) == []
    assert annotator.annotate_all([Given(""), Given("", "en")]) == [[], []]


def test_python_collects_again_afterwards(annotator: Annotator, monkeypatch: pytest.MonkeyPatch) -> None:
    annotator.annotate("He went to Riga.", "en")
    assert gc.isenabled()
    monkeypatch.setattr(pipeline, "resolve", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        annotator.annotate("He went to Riga.", "en")
    assert gc.isenabled()
    monkeypatch.undo()
    gc.disable()
    try:
        annotator.annotate("He went to Riga.", "en")
        assert not gc.isenabled(), "whoever turned it off turns it on"
    finally:
        gc.enable()


def test_words_stand_apart_on_the_line(gazetteer: Gazetteer) -> None:
    scans = [scan(text, "en", gazetteer) for text in ("In Riga", "", "He left Vilnius for Tartu")]
    sheaf = Sheaf.of(scans)
    capital = sheaf.line(lambda found: np.array([found.capital(at) for at in range(len(found.marks))], dtype=np.bool_))
    assert sheaf.apart(np.flatnonzero(capital)) == [[0, 1], [], [0, 2, 4]]
    assert not capital[:PAD].any()
    assert [words.start - before.stop for before, words in zip(sheaf.words, sheaf.words[1:], strict=False)] == [PAD] * 2
    names = [sheaf.span(at)[1].surface for at in range(len(sheaf.text))]
    assert names == [span.surface for found in scans for span in found.spans]
    assert sheaf.text.tolist() == [0] * len(scans[0].spans) + [2] * len(scans[2].spans)


class _Text(NamedTuple):
    text: str


def test_groups_are_neither_many_nor_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "MOST_TOGETHER", 3)
    monkeypatch.setattr(pipeline, "_LONGEST_TOGETHER", 10)
    texts = [_Text("x" * length) for length in (1, 1, 1, 1, 20, 4, 4, 4, 4)]
    groups = [[len(one.text) for one in group] for group in together(texts)]
    assert groups == [[1, 1, 1], [1, 20], [4, 4, 4], [4]]
    assert list(together(list[_Text]())) == []
