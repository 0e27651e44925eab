"""`toposcope annotate`: the JSON lines of the issue tracker's contract, and what goes wrong."""

import io
import json
from typing import Any

import pytest

from gazetteer.cli import main

TEXT = "A ferry left Klaipėda for Kiel. In Vilnius nobody knew."
KEYS = [
    "doc_id", "start", "end", "surface", "kind", "lat", "lon", "geonameid", "place_id", "place_name", "confidence",
    "status", "spelling_status",
]  # fmt: skip


def _run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: list[str], *options: str) -> Any:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))
    code = main(["annotate", *options])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_one_line_a_mention_with_the_keys_promised(monkeypatch: Any, capsys: Any) -> None:
    code, out, err = _run(monkeypatch, capsys, [json.dumps({"doc_id": "a", "text": TEXT, "lang": "en"})])
    rows = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert [row["surface"] for row in rows] == ["Klaipėda", "Kiel", "Vilnius"]
    assert all(list(row) == KEYS for row in rows)
    assert rows[2]["geonameid"] == "593116"


def test_reasons_are_given_where_they_are_asked_for_in_the_language_asked_for(monkeypatch: Any, capsys: Any) -> None:
    line = json.dumps({"doc_id": "a", "text": TEXT, "lang": "en"})
    for lang, words in (("en", ", Lithuania, because "), ("de", ", Litauen, weil ")):
        code, out, _ = _run(monkeypatch, capsys, [line], "--reasons", lang)
        rows = [json.loads(one) for one in out.splitlines()]
        assert code == 0
        assert all(list(row) == [*KEYS, "reason"] for row in rows)
        assert words in rows[2]["reason"]
    assert _run(monkeypatch, capsys, [line], "--reasons", "xx")[0] == 2


def test_other_keys_are_not_read(monkeypatch: Any, capsys: Any) -> None:
    plain = {"doc_id": "a", "text": TEXT, "lang": "en"}
    rich = {**plain, "title": "Berlin", "mentions": [{"start": 0, "end": 7, "lat": 1, "lon": 2}], "url": "x"}
    first = _run(monkeypatch, capsys, [json.dumps(plain)])
    assert _run(monkeypatch, capsys, [json.dumps(rich)]) == first


def test_given_mentions_are_answered_one_line_each(monkeypatch: Any, capsys: Any) -> None:
    spans = [{"start": 35, "end": 42}, {"start": 43, "end": 49}]
    line = json.dumps({"doc_id": 7, "text": TEXT, "mentions": spans})
    code, out, _ = _run(monkeypatch, capsys, [line], "--mentions")
    rows = [json.loads(row) for row in out.splitlines()]
    assert code == 0
    assert [(row["start"], row["end"]) for row in rows] == [(35, 42), (43, 49)]
    assert rows[1]["lat"] is None
    assert rows[1]["status"] == "unresolved"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "not JSON"),
        ('{"doc_id": 1}', "string"),
        ("[1, 2]", "object"),
        ('{"doc_id": 1, "text": "Riga", "mentions": [{"start": 3, "end": 99}]}', "4 code points"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(monkeypatch: Any, capsys: Any, line: str, reason: str) -> None:
    good = json.dumps({"doc_id": "b", "text": "He went to Riga.", "mentions": [{"start": 11, "end": 15}]})
    code, out, err = _run(monkeypatch, capsys, [line, good], "--mentions")
    assert code == 3
    assert "line 1" in err
    assert reason in err
    assert [json.loads(row)["surface"] for row in out.splitlines()] == ["Riga"]
