"""The action table: every action has a text, a tip, a handler of its own keys, and a line in the manual."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence

import resources
from desktop.action_spec import ActionSpec, Scope
from desktop.action_table import ActionTable

MANUAL = (Path(__file__).parents[2] / "docs" / "manual.md").read_text("utf-8")
SPECS = ActionTable().specs()


@pytest.mark.parametrize("spec", SPECS, ids=lambda spec: spec.id)
def test_every_action_has_a_text_a_tip_and_real_keys(spec: ActionSpec) -> None:
    assert spec.text.strip()
    assert spec.tip.strip()
    for key in spec.keys:
        assert not QKeySequence(key).isEmpty(), key
        assert QKeySequence(key)[0].key() != 0, key
    if spec.icon:
        assert resources.path("icons", f"{spec.icon}.svg").exists()


@pytest.mark.parametrize("spec", [spec for _, specs in ActionTable().menus() for spec in specs], ids=lambda s: s.id)
def test_every_action_is_in_the_manual_with_its_keys(spec: ActionSpec) -> None:
    line = next((line for line in MANUAL.splitlines() if line.startswith(f"| {spec.plain} |")), None)
    assert line is not None, spec.plain
    for key in spec.native_keys:
        assert f"`{key}`" in line


def test_no_two_actions_have_one_key() -> None:
    keys = Counter(key for spec in SPECS for key in spec.keys)
    assert [key for key, times in keys.items() if times > 1] == []


def test_single_letters_work_only_in_review_panes() -> None:
    for spec in SPECS:
        plain = any(QKeySequence(key)[0].keyboardModifiers().value == 0 and len(key) == 1 for key in spec.keys)
        assert not plain or spec.scope is Scope.REVIEW


def test_ids_are_unique() -> None:
    ids = [spec.id for spec in SPECS]
    assert len(ids) == len(set(ids))
