import json
import subprocess
import sys
from pathlib import Path

import pytest

import gazetteer.pipeline
import gazetteer.places.store
from gazetteer import cli
from gazetteer.commands import doctor
from gazetteer.interchange.export import FORMATS, export_project
from gazetteer.project import queries
from gazetteer.project.store import Project
from tests.core.made_up import MadeUpAnnotator, write_articles

ROOT = Path(__file__).parents[2]


class _Closing:
    """Stands for the open gazetteer, which the made-up annotator does not need."""

    def __enter__(self) -> "_Closing":
        return self

    def __exit__(self, *error: object) -> None:
        return None


@pytest.fixture
def articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder of made-up articles, and let the verbs use the made-up annotator."""
    monkeypatch.setattr(gazetteer.pipeline, "Annotator", lambda opened, **_: MadeUpAnnotator())
    monkeypatch.setattr(gazetteer.places.store.Gazetteer, "open", classmethod(lambda cls: _Closing()))
    folder = tmp_path / "articles"
    folder.mkdir()
    write_articles(folder)
    return folder


def test_run_exports_and_leaves_no_project(articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert cli.main(["run", str(articles), "--export", str(out)]) == 0
    printed = capsys.readouterr()
    assert "4 articles imported. 18 mentions = 14 plotted + 1 linked + 1 not places + 2 unresolved" in printed.out
    assert printed.err == ""
    assert sorted(path.name for path in out.iterdir()) == [
        *("documents.csv", "manifest.json", "map.html", "mentions.csv", "mentions.geojson")
    ]
    assert not list(tmp_path.glob("**/*.toposcope"))


def test_run_with_a_project_adds_to_it_and_exports_it_all(articles: Path, tmp_path: Path) -> None:
    path, out = tmp_path / "case.toposcope", tmp_path / "out"
    paths = [str(one) for one in sorted(articles.iterdir())]
    assert cli.main(["import", str(path), paths[0]]) == 0
    assert cli.main(["run", *paths, "--export", str(out), "--project", str(path), "--formats", "geojson"]) == 0
    with Project.open(path) as project:
        assert len(queries.documents(project)) == 4
    assert len(json.loads((out / "mentions.geojson").read_text("utf-8"))["features"]) == 18


def test_refused_files_are_named_and_the_rest_goes_on(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    arguments = ["import", str(tmp_path / "case.toposcope"), str(tmp_path / "empty.txt"), str(articles)]
    assert cli.main(arguments) == 3
    printed = capsys.readouterr()
    assert "empty.txt" in printed.err
    assert printed.out.startswith("4 articles imported.")


def test_nothing_readable_is_a_failure_and_writes_nothing(articles: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    assert cli.main(["run", str(tmp_path / "empty.txt"), "--export", str(tmp_path / "out")]) == 1
    assert not (tmp_path / "out").exists()


def test_the_command_line_and_the_window_write_the_same_bytes(articles: Path, tmp_path: Path) -> None:
    path = tmp_path / "case.toposcope"
    cli.main(["import", str(path), str(articles)])
    with Project.open(path) as project:
        # the project is open in a window meanwhile
        assert cli.main(["export", str(path), str(tmp_path / "one"), "--formats", ",".join(FORMATS)]) == 0
        export_project(project, tmp_path / "two", list(FORMATS))
    assert cli.main(["run", str(articles), "--export", str(tmp_path / "three"), "--formats", ",".join(FORMATS)]) == 0
    folders = [{one.name: one.read_bytes() for one in (tmp_path / name).iterdir()} for name in ("one", "two", "three")]
    assert folders[0] == folders[1] == folders[2]


def test_reasons_are_exported_in_the_language_asked_for(articles: Path, tmp_path: Path) -> None:
    path, reasons = tmp_path / "case.toposcope", {}
    cli.main(["import", str(path), str(articles)])
    for lang, options in (("en", []), ("de", ["--language", "de"])):
        assert cli.main(["export", str(path), str(tmp_path / lang), *options]) == 0
        features = json.loads((tmp_path / lang / "mentions.geojson").read_text("utf-8"))["features"]
        reasons[lang] = [feature["properties"]["reason"] for feature in features]
        assert reasons[lang][0] in (tmp_path / lang / "mentions.csv").read_text("utf-8-sig").replace('""', '"')
    assert set(reasons["en"]) == {"Made up. It stands in the dateline."}
    assert set(reasons["de"]) == {"Made up. Es steht in der Ortsmarke."}


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["run", "x.txt"], 2, "--export"),
        (["run", "--export", "out"], 2, "INPUT"),
        (["run", "x.txt", "--export", "out", "--formats", "pdf"], 2, "geojson, csv"),
        (["export", "gone.toposcope", "out"], 1, "no such project"),
        (["import", "gone/case.toposcope", "x.txt"], 1, "cannot be made"),
    ],
)
def test_wrong_calls_say_what_is_wrong(
    arguments: list[str],
    code: int,
    words: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == code
    printed = capsys.readouterr()
    assert words in printed.err
    assert printed.out == ""
    assert list(tmp_path.iterdir()) == []


def test_a_locked_project_is_an_error_not_a_wait(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "case.toposcope"
    with Project.create(path):
        assert cli.main(["import", str(path), str(articles)]) == 1
    assert "is writing this project" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["run", "import", "export", "doctor"])
def test_help_has_examples(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([verb, "--help"]) == 0
    printed = capsys.readouterr().out
    assert f"toposcope {verb}" in printed.split("Examples:")[1]
    assert "\b" not in printed


def test_the_verbs_start_without_qt_and_without_the_gazetteer() -> None:
    code = (
        "import sys; from gazetteer.cli import main; main(['export', '--help']); main(['doctor', '--help'])\n"
        "found = [m for m in sys.modules if m.startswith(('PySide6', 'folium', 'wordfreq'))]\n"
        "sys.exit(' '.join(found) or 0)"
    )
    ended = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr


def test_the_doctor_names_what_is_missing() -> None:
    nothing = doctor._libraries(lambda name: None, {"DISPLAY": ":0"})
    assert nothing.state == doctor.MISSING
    assert "apt-get install --no-install-recommends libnss3" in nothing.text
    assert doctor._libraries(lambda name: "lib" + name, {}).state == doctor.OK
    only_window = doctor._libraries(lambda name: None if name.startswith("xcb-") else name, {})
    assert only_window.state == doctor.NOTE
    assert doctor._display({}).state == doctor.NOTE
    assert doctor._display({"WAYLAND_DISPLAY": "wayland-0"}).state == doctor.OK
    assert doctor._sandbox(1000, {}).state == doctor.OK
    assert "root" in doctor._sandbox(0, {}).text


def test_the_doctor_looks_at_everything(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert {"toposcope", "python", "sqlite", "qt", "gazetteer"} <= {line.split()[1] for line in lines}
    assert code == (1 if any(line.startswith("missing") for line in lines) else 0)
