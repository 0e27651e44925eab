"""Gold files and predictions of any program: what is read, what is refused and in which line, what is only told."""

import json
from pathlib import Path
from typing import Any

import pytest

from gazetteer.errors import InputError
from gazetteer.evaluation.gold import read_gold, read_predictions
from tests.core.evaluation_samples import FIRST, answer, gold_rows, predicted_rows, write


def _one(**changed: Any) -> dict[str, Any]:
    return gold_rows()[0] | changed


def _with(**changed: Any) -> dict[str, Any]:
    return _one(mentions=[{"start": 0, "end": 5, "lat": 1.0, "lon": 2.0} | changed])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{not json", "not JSON (Expecting property name"),
        ("[1]", "one JSON object"),
        (_one(doc_id=None), '"doc_id"'),
        (_one(doc_id=True), '"doc_id"'),
        (_one(text=5), '"text"'),
        (_one(mentions={}), '"mentions"'),
        (_one(mentions=["Riga"]), "mention 1: it is not an object"),
        (_with(start=5), "0 <= start < end, not 5 and 5"),
        (_with(start="0"), "whole numbers"),
        (_with(start=False), "whole numbers"),
        (_with(end=900), f"the mention ends at 900, the text at {len(FIRST)}"),
        (_with(surface="Antons"), "says 'Antons', but the text has 'Anton'"),
        (_with(lat=91), "degrees"),
        (_with(lon=None), "degrees"),
        ('{"doc_id": "one", "text": "x", "mentions": [{"start": 0, "end": 1, "lat": NaN, "lon": 0}]}', "degrees"),
        (gold_rows()[1], "an earlier line has the same doc_id 'two'"),
    ],
)
def test_a_bad_line_of_gold_is_left_out_and_named(tmp_path: Path, line: Any, words: str) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", [gold_rows()[1], "", line]))
    assert [one.doc_id for one in gold.documents] == ["two"]
    (refused,) = gold.refused
    assert refused.line == 3
    assert words in refused.reason
    assert str(refused).startswith(f"{tmp_path / 'gold.jsonl'}, line 3 left out: ")


@pytest.mark.parametrize("content", [b"", b"\n \n", b"{}\n", b"\xff\xfe{}\n"])
def test_a_file_without_a_document_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match="holds no gold document"):
        read_gold(path)


def test_one_line_of_another_encoding_does_not_cost_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "gold.jsonl"
    rows = [json.dumps(row).encode() for row in gold_rows()]
    path.write_bytes(b"\xef\xbb\xbf" + rows[0] + b"\r\n" + b'{"doc_id": "K\xf6ln"}\n' + rows[1])
    gold = read_gold(path)
    assert [one.doc_id for one in gold.documents] == ["one", "two"]
    assert [(one.line, one.reason) for one in gold.refused] == [(2, "it is not UTF-8")]


def test_a_missing_file_is_an_error_of_input(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")


@pytest.mark.parametrize(("part", "ids"), [("even", ["0", "4"]), ("odd", ["1", "3"])])
def test_parts_count_lines_from_0_blank_ones_not_and_refused_ones_too(
    tmp_path: Path, part: Any, ids: list[str]
) -> None:
    rows: list[Any] = [_one(doc_id=number) for number in range(5)]
    rows[2] = "{"
    gold = read_gold(write(tmp_path / "gold.jsonl", [rows[0], "", *rows[1:]]), part)
    assert [one.doc_id for one in gold.documents] == ids
    assert [one.line for one in gold.refused] == ([4] if part == "even" else [])


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("}", "not JSON"),
        (answer("one", FIRST, "Anton", 0.0, 0.0, confidence=1.01), "probability"),
        (answer("one", FIRST, "Anton", 0.0, 0.0, confidence="high"), "probability"),
        (answer("one", FIRST, "Anton", 0.0, None), "degrees"),
        (answer("one", FIRST, "Anton", 0.0, 181.0), "degrees"),
        (answer("one", FIRST, "Anton", 0.0, 0.0) | {"end": 99}, "the mention ends at 99"),
        ({"doc_id": "one"}, "whole numbers"),
    ],
)
def test_a_bad_prediction_is_left_out_and_named(tmp_path: Path, line: Any, words: str) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", gold_rows()))
    answers = read_predictions(write(tmp_path / "pred.jsonl", [line, predicted_rows()[-1]]), gold)
    (refused,) = answers.refused
    assert refused.line == 1
    assert words in refused.reason
    assert [one.surface for one in answers.by_document["two"]] == ["Fritz"]


def test_the_last_answer_for_a_span_counts(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", gold_rows()))
    rows = [answer("one", FIRST, "Anton", 0.0, lon) for lon in (1.0, 2.0)]
    answers = read_predictions(write(tmp_path / "pred.jsonl", rows), gold)
    assert [one.point for one in answers.by_document["one"]] == [(0.0, 2.0)]


def test_numbers_and_texts_name_the_same_document_and_place(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", [_one(doc_id=7)]))
    rows = [answer("7", FIRST, "Anton", 0.0, 0.0, geonameid=one) for one in (12, "12", "geonames:12")]
    for row in rows:
        answers = read_predictions(write(tmp_path / "pred.jsonl", [row]), gold)
        assert [one.geonameid for one in answers.by_document["7"]] == ["12"]


def test_shifted_offsets_are_told(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", gold_rows()))
    row = answer("one", FIRST, "Bertha", 0.0, 0.0)
    row |= {"start": row["start"] + 1, "end": row["end"] + 1}
    (note,) = read_predictions(write(tmp_path / "pred.jsonl", [row]), gold).notes
    assert "1 predictions do not say what the text has" in note
    assert "first line 1: 'Bertha'" in note


def test_predictions_of_the_other_half_are_no_oddity_but_strange_documents_are(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", gold_rows()), "odd")
    path = write(tmp_path / "pred.jsonl", predicted_rows())
    assert read_predictions(path, gold).notes == ()
    rows = [*predicted_rows(), answer("elsewhere", FIRST, "Anton", 0.0, 0.0)]
    (note,) = read_predictions(write(path, rows), gold).notes
    assert "first line 8: 'elsewhere'" in note


def test_predictions_of_another_corpus_are_refused(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", gold_rows()))
    path = write(tmp_path / "pred.jsonl", [answer("elsewhere", FIRST, "Anton", 0.0, 0.0)])
    with pytest.raises(InputError, match="no prediction is of a document of the gold file"):
        read_predictions(path, gold)


def test_no_predictions_at_all_are_an_answer(tmp_path: Path) -> None:
    gold = read_gold(write(tmp_path / "gold.jsonl", gold_rows()))
    assert read_predictions(write(tmp_path / "pred.jsonl", []), gold).by_document == {"one": [], "two": []}
