"""Baselines and the paired test: what is kept, what is compared, what chance would do."""

import json
from pathlib import Path

import pytest

from gazetteer.cli import main
from gazetteer.evaluation.comparison import QUOTIENTS, compare, paired
from gazetteer.evaluation.scores import Counts
from tests.core.evaluation_samples import gold_rows, predicted_rows, write


def _counts(near: int, gold: int = 10) -> Counts:
    """Give a document of ten mentions all found and placed, so many right."""
    return Counts(
        gold, gold, gold, gold, gold, gold, gold, near, near, gold, near, gold, gold, gold, near
    )  # fmt: skip


def _all(*near: int) -> dict[str, Counts]:
    return {f"doc{number}": _counts(one) for number, one in enumerate(near)}


def test_equal_answers_differ_by_chance_alone() -> None:
    found = compare(_all(3, 9, 5), _all(3, 9, 5))
    for change in found.changes.values():
        assert (change.difference, change.p, change.low, change.high) == (0.0, 1.0, 0.0, 0.0)
    assert (found.documents, found.better, found.worse) == (3, (), ())


def test_ten_documents_all_better_are_seldom_chance() -> None:
    change = compare(_all(*[5] * 10), _all(*[6] * 10)).changes["end_to_end_f1"]
    assert change.difference == pytest.approx(0.1)
    # exactly 2 of the 1,024 ways to swap sides are as great; 9,999 draws of that give .0020 to within .0019
    assert change.p == pytest.approx(2 / 1024, abs=0.0019)
    assert (change.low, change.high) == (pytest.approx(0.1), pytest.approx(0.1))


def test_a_better_and_a_worse_document_of_equal_weight_are_chance() -> None:
    change = compare(_all(5, 5), _all(7, 3)).changes["end_to_end_f1"]
    assert change.difference == pytest.approx(0.0)
    assert change.p == 1.0
    # drawn with replacement: both the first, one of each, both the second
    assert (change.low, change.high) == (pytest.approx(-0.2), pytest.approx(0.2))


def test_turning_the_sides_turns_the_sign() -> None:
    before, now = _all(5, 5, 2, 8, 4), _all(6, 7, 2, 7, 9)
    there, back = compare(before, now).changes, compare(now, before).changes
    for name in QUOTIENTS:
        assert there[name].difference == pytest.approx(-(back[name].difference or 0.0))
        assert there[name].p == back[name].p
        assert there[name].low == pytest.approx(-(back[name].high or 0.0))


def test_the_same_input_gives_the_same_answer() -> None:
    before, now = _all(5, 5, 2, 8, 4), _all(6, 7, 2, 7, 9)
    assert compare(before, now) == compare(before, now)


def test_documents_that_changed_are_named_the_most_changed_first() -> None:
    found = compare(_all(5, 5, 5, 5), _all(6, 2, 5, 8))
    assert [(one.doc_id, one.right, one.wrong) for one in found.better] == [
        ("doc3", (5, 8), (5, 2)),
        ("doc0", (5, 6), (5, 4)),
    ]
    assert [(one.doc_id, one.before, one.now) for one in found.worse] == [("doc1", 0.5, 0.2)]


def test_documents_of_one_side_or_with_other_gold_are_left_out() -> None:
    before = _all(5, 5) | {"old": _counts(1), "changed": _counts(1, gold=4)}
    now = _all(5, 6) | {"new": _counts(1), "changed": _counts(1, gold=5)}
    found = compare(before, now)
    assert (found.only_before, found.only_now, found.gold_changed) == (("old",), ("new",), ("changed",))
    assert found.documents == 2
    assert found.changes["end_to_end_f1"].now == pytest.approx(11 / 20)


def test_a_false_alarm_in_a_document_without_places_is_worse() -> None:
    found = compare({"d": Counts()}, {"d": Counts(predicted=1, placed=1)})
    assert [(one.before, one.now, one.wrong) for one in found.worse] == [(1.0, 0.0, (0, 1))]


def test_what_cannot_be_divided_is_not_tested() -> None:
    found = paired([_counts(0)], [Counts(gold=10, located=10, gold_ids=10)])
    assert found["acc161_answered"].now is None
    assert found["acc161_answered"].p is None
    assert compare({}, {}).changes["end_to_end_f1"].before is None


# the command --------------------------------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str, str]:
    gold = write(tmp_path / "gold.jsonl", gold_rows())
    predicted = write(tmp_path / "pred.jsonl", predicted_rows())
    return str(gold), str(predicted), str(tmp_path / "base.json")


def test_a_baseline_holds_numbers_and_no_text(files: tuple[str, str, str]) -> None:
    gold, predicted, base = files
    assert main(["evaluate", gold, predicted, "--save", base]) == 0
    kept = Path(base).read_text("utf-8")
    assert not [word for word in ("Anton", "Bert", "Cedar", "Dorla", "Emil", "Fritz", "saw", "went") if word in kept]
    row = json.loads(kept)
    assert row["format"] == "toposcope-baseline-1"
    assert set(row["documents"]) == {"one", "two"}
    assert row["figures"]["end_to_end"]["overlap"]["f1"] == pytest.approx(4 / 9, abs=1e-4)
    assert row["gazetteer"]
    assert row["program"]
    assert dict(zip(row["columns"], row["documents"]["one"], strict=True))["near"] == 2
    assert [path.name for path in Path(base).parent.iterdir() if path.suffix == ".part"] == []


def test_the_command_tells_what_changed(files: tuple[str, str, str], capsys: pytest.CaptureFixture[str]) -> None:
    gold, predicted, base = files
    assert main(["evaluate", gold, predicted, "--save", base]) == 0
    rows = predicted_rows()
    rows[2]["lon"], rows[0]["lon"] = 20.0, 0.5
    better = write(Path(base).with_name("better.jsonl"), rows)
    capsys.readouterr()
    assert main(["evaluate", gold, str(better), "--compare", base, "--json"]) == 0
    row = json.loads(capsys.readouterr().out)["comparison"]
    assert row["changes"]["end_to_end_f1"]["before"] == pytest.approx(4 / 9, abs=1e-4)
    assert row["changes"]["end_to_end_f1"]["now"] == pytest.approx(6 / 9, abs=1e-4)
    assert [(one["doc_id"], one["right"]) for one in row["better"]] == [("one", [2, 3])]
    assert main(["evaluate", gold, str(better), "--compare", base]) == 0
    printed = capsys.readouterr().out
    assert "end to end F1" in printed
    assert "+0.2222" in printed
    assert "1 document better" in printed
    assert "0 documents worse" in printed


@pytest.mark.parametrize("options", [["--scope", "all"], ["--kinds", "literal"]])
def test_only_what_was_measured_alike_is_compared(
    files: tuple[str, str, str], capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    gold, predicted, base = files
    assert main(["evaluate", gold, predicted, "--save", base]) == 0
    capsys.readouterr()
    assert main(["evaluate", gold, predicted, "--compare", base, *options]) == 2
    assert "measured something else" in capsys.readouterr().err


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"format": "toposcope-baseline-0"}'])
def test_a_file_that_is_no_baseline_is_refused(
    files: tuple[str, str, str], capsys: pytest.CaptureFixture[str], content: str
) -> None:
    gold, predicted, base = files
    Path(base).write_text(content, "utf-8")
    assert main(["evaluate", gold, predicted, "--compare", base]) == 2
    assert "is no baseline" in capsys.readouterr().err


def test_counts_that_do_not_fit_their_columns_are_refused(
    files: tuple[str, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    gold, predicted, base = files
    assert main(["evaluate", gold, predicted, "--save", base]) == 0
    row = json.loads(Path(base).read_text("utf-8"))
    row["documents"]["one"].append(1)
    Path(base).write_text(json.dumps(row), "utf-8")
    assert main(["evaluate", gold, predicted, "--compare", base]) == 2
    assert "is no baseline" in capsys.readouterr().err
