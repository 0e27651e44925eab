"""`toposcope train`: what it needs is told, and every option reaches the training as it was typed."""

import sys
import tomllib
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import click
import pytest

from gazetteer import cli
from gazetteer.commands import train as verb


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Put a training in place that only notes what it is called with; the verb is there as it will be."""
    calls: list[list[str]] = []
    training = ModuleType("gazetteer.training")

    def main(arguments: Sequence[str]) -> int:
        calls.append(list(arguments))
        return 0

    training.main = main  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "gazetteer.training", training)
    monkeypatch.setitem(cli.COMMANDS, "train", "gazetteer.commands.train:train")
    return calls


def test_the_verb_is_offered_as_soon_as_there_is_a_training() -> None:
    assert ("train" in cli.COMMANDS) == (find_spec("gazetteer.training") is not None)


def test_options_pass_as_typed(called: list[list[str]], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verb, "find_spec", lambda module: module)
    typed = ["a.jsonl", "b.jsonl", "--part", "even", "--leave-out=lgl", "--output", "out", "--help", "-j2"]
    assert cli.main(["train", *typed]) == 0
    assert called == [typed]


def test_what_is_missing_is_told(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(verb, "find_spec", lambda module: None if module == "lightgbm" else module)
    assert cli.main(["train", "a.jsonl"]) == 2
    words = capsys.readouterr().err
    assert "python -m pip install 'lightgbm>=4.5,<5' (in a checkout: python -m pip install --group train)" in words
    assert "scikit" not in words
    assert called == []


def test_what_to_install_is_the_dependency_group() -> None:
    project = Path(__file__).parents[2] / "pyproject.toml"
    groups = tomllib.loads(project.read_text("utf-8"))["dependency-groups"]
    assert sorted(verb.NEEDED.values()) == sorted(groups["train"])


def test_the_verb_has_words_for_the_list_of_verbs() -> None:
    assert isinstance(verb.train, click.Command)
    assert verb.train.get_short_help_str(80) == "Make the weights of recognition and ranking anew from annotated texts."
