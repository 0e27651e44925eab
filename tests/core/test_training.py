"""What weights are learned from: marked passages, slips, labels of spans, folds; and how trees are exported."""

from pathlib import Path
from typing import Any

import pytest

from gazetteer.places.store import Gazetteer
from gazetteer.recognition.trees import parse
from gazetteer.training.corpora import passages, with_slips
from gazetteer.training.lessons import FOLDS, Lesson, folds, lessons
from gazetteer.training.ranker import choices
from gazetteer.training.recogniser import flat

TEXT = "A ferry left Klaipėda for Kiel. Nobody in Klaipėda knew the Kiel News."
MENTIONS = [(13, 21), (26, 30), (42, 50)]


def _document(number: int = 1, corpus: str = "made-up") -> dict[str, Any]:
    mentions = [{"start": start, "end": end, "lat": 55.7, "lon": 21.1} for start, end in MENTIONS]
    return {"doc_id": str(number), "corpus": corpus, "lang": "en", "text": TEXT, "mentions": mentions}


def test_marked_passages_become_documents(tmp_path: Path) -> None:
    (tmp_path / "lt.train.txt").write_text("Keltas išplaukė iš [Klaipėdos] į [Kylį].\n\nNieko čia nėra.\n", "utf-8")
    (document,) = passages(tmp_path)
    assert document["text"] == "Keltas išplaukė iš Klaipėdos į Kylį."
    assert document["lang"] == "lt"
    names = [document["text"][one["start"] : one["end"]] for one in document["mentions"]]
    assert names == ["Klaipėdos", "Kylį"]


def test_slips_keep_mentions_where_they_are_and_are_the_same_each_time() -> None:
    slipped = [with_slips(_document(number)) for number in range(12)]
    assert slipped == [with_slips(_document(number)) for number in range(12)]
    assert any(one["text"] != TEXT for one in slipped)
    for one in slipped:
        names = [one["text"][m["start"] : m["end"]] for m in one["mentions"]]
        assert names[0] == names[2]
        assert names[1] == "Kiel"  # too short for a slip
        assert one["text"].replace(names[0], "Klaipėda") == TEXT


def test_spans_are_labelled_by_the_gold_mentions(gazetteer: Gazetteer) -> None:
    (lesson,) = lessons([_document()], gazetteer)
    labelled = {(s.surface, s.start): label for s, label in zip(lesson.found.spans, lesson.labels, strict=True)}
    assert labelled["Klaipėda", 13] == labelled["Kiel", 26] == labelled["Klaipėda", 42] == 1
    assert labelled["Kiel", TEXT.rindex("Kiel")] == 0
    assert len(lesson.evidence) == len(lesson.labels)
    assert not lesson.evidence[:, -1].any()


def test_our_own_passages_say_nothing_of_demonyms_they_leave_unmarked(gazetteer: Gazetteer) -> None:
    document = {"doc_id": "a", "lang": "en", "text": "The Lithuanian ferry left Kiel.", "mentions": []}
    labels = {}
    for corpus in ("own", "made-up"):
        (lesson,) = lessons([document | {"corpus": corpus}], gazetteer)
        labels[corpus] = {s.surface: one for s, one in zip(lesson.found.spans, lesson.labels, strict=True)}
    assert labels["own"]["Lithuanian"] == -1
    assert labels["made-up"]["Lithuanian"] == 0


def test_copies_of_a_document_are_held_out_together(gazetteer: Gazetteer) -> None:
    learned: list[Lesson] = lessons([_document(number) for number in [*range(20), *range(20)]], gazetteer)
    held_out = [held for _, held in folds(learned)]
    assert len(held_out) == FOLDS
    assert sorted(index for held in held_out for index in held) == list(range(40))
    for rest, held in folds(learned):
        assert not {learned[i].document for i in rest} & {learned[i].document for i in held}


def test_an_exported_tree_answers_as_the_learned_one_does() -> None:
    leaf = {"left": {"leaf_value": -2.0}, "middle": {"leaf_value": 0.5}, "right": {"leaf_value": 3.0}}
    inner = {"split_feature": 1, "threshold": 10.0, "left_child": leaf["middle"], "right_child": leaf["right"]}
    root = {"split_feature": 0, "threshold": 0.5, "left_child": leaf["left"], "right_child": inner}
    trees = parse({"features": ["a", "b"], "trees": [flat(root, 0.5), flat({"leaf_value": 1.0}, 1.0)]})
    odds = [-2.0 / 2 + 1, 0.5 / 2 + 1, 3.0 / 2 + 1]
    expected = [1 / (1 + 2.718281828459045**-one) for one in odds]
    assert trees.probabilities([[0.0, 99.0], [1.0, 10.0], [1.0, 11.0]]) == pytest.approx(expected, abs=1e-4)


def test_the_ranker_learns_from_names_with_their_right_place(gazetteer: Gazetteer) -> None:
    dull = {"doc_id": "dull", "lang": "en", "text": "It rained all day, and nobody came.", "mentions": []}
    found = choices([dull, _document()], gazetteer, None)
    assert [choice.name.key for choice in found] == ["klaipeda"], "Kiel is not where the gold mention is"
    assert all(choice.name.cues[right].any() for choice in found for right in choice.right)
