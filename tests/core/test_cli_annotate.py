"""`toposcope annotate`: the JSON lines of the issue tracker's contract, and what goes wrong."""

import io
import json
import subprocess
import sys
from typing import Any

import pytest

from gazetteer.cli import main
from gazetteer.commands import annotate as module

TEXT = "A ferry left Klaipėda for Kiel. In Vilnius nobody knew."
KEYS = [
    "doc_id", "start", "end", "surface", "kind", "lat", "lon", "geonameid", "place_id", "place_name", "confidence",
    "status", "spelling_status",
]  # fmt: skip


def _run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], lines: list[str], *options: str) -> Any:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(("\n".join(lines) + "\n").encode())))
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


def test_a_line_is_answered_before_the_next_is_written() -> None:
    program = "import sys; from gazetteer.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "annotate", "--speed", "fast"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        for name in ("Riga", "Tartu"):
            asked.stdin.write(json.dumps({"doc_id": name, "text": f"He went to {name} by train."}).encode() + b"\n")
            asked.stdin.flush()
            assert json.loads(asked.stdout.readline())["doc_id"] == name
        asked.stdin.close()
        assert asked.wait() == 0


@pytest.mark.parametrize("read_at_once", [3, 40, 1 << 18])
def test_lines_are_the_same_however_they_arrive(monkeypatch: Any, capsys: Any, read_at_once: int) -> None:
    lines = [json.dumps({"doc_id": number, "text": TEXT, "lang": "en"}) for number in range(3)]
    monkeypatch.setattr(module, "_READ", read_at_once)
    code, out, err = _run(monkeypatch, capsys, ["", lines[0], "  ", lines[1], "broken", lines[2]])
    assert code == 3
    assert "line 5 " in err
    assert [json.loads(row)["doc_id"] for row in out.splitlines()] == [0, 0, 0, 1, 1, 1, 2, 2, 2]


def test_a_last_line_needs_no_end(monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'\n{"doc_id": 1, "text": "He went to Riga."}')))
    assert main(["annotate"]) == 0
    assert json.loads(capsys.readouterr().out)["surface"] == "Riga"


def test_bytes_that_are_not_utf_8_are_refused_by_line(monkeypatch: Any, capsys: Any) -> None:
    good, bad = b'{"doc_id": 1, "text": "He went to Riga."}', '{"doc_id": 2, "text": "Klaipėda"}'.encode("cp1257")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(bad + b"\n" + good + b"\n")))
    assert main(["annotate"]) == 3
    captured = capsys.readouterr()
    assert "line 1 left out: not UTF-8 (at byte 29)" in captured.err
    assert json.loads(captured.out)["surface"] == "Riga"


def test_half_a_character_is_given_back_as_it_came(monkeypatch: Any, capsys: Any) -> None:
    lines = ['{"doc_id": "\\ud800", "text": "He went to Riga."}', '{"doc_id": 2, "text": "He \\ud800 went to Tartu."}']
    code, out, _ = _run(monkeypatch, capsys, lines)
    assert code == 0
    assert [(row["doc_id"], row["surface"]) for row in map(json.loads, out.splitlines())] == [
        ("\ud800", "Riga"),
        (2, "Tartu"),
    ]


def test_brackets_without_end_are_refused(monkeypatch: Any, capsys: Any) -> None:
    code, out, err = _run(monkeypatch, capsys, ["[" * 100_000, json.dumps({"doc_id": 1, "text": "He went to Riga."})])
    assert code == 3
    assert "line 1 left out: not a document" in err
    assert json.loads(out)["surface"] == "Riga"
