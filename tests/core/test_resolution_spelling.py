"""Spelling classes and the alignment of an edit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gazetteer.pipeline import Annotator
from gazetteer.resolution.spelling import alignment


@pytest.mark.parametrize(
    ("canonical", "text", "ops", "distance"),
    [
        ("Pabradė", "Pabrati", "Pabra[d→t][ė→i]", 2),
        ("Pabradė", "Pabrade", "Pabrad[ė→e]", 1),
        ("Mariupol", "Maruipol", "Mar[iu⇄ui]pol", 1),
        ("Vilnius", "Vilnus", "Viln[−i]us", 1),
        ("Kaunas", "Kaunnas", "Kaun[+n]as", 1),
        ("Riga", "Riga", "Riga", 0),
    ],
)
def test_alignment_reads_letter_by_letter(canonical: str, text: str, ops: str, distance: int) -> None:
    found, edits = alignment(canonical, text)
    assert edits == distance
    if "+" not in ops:
        assert found == ops
    else:
        assert found.replace("n[+n]", "[+n]n") == ops.replace("n[+n]", "[+n]n")


@given(st.text("abcdeė", min_size=1, max_size=8), st.text("abcdeė", min_size=1, max_size=8))
def test_alignment_keeps_both_spellings(canonical: str, text: str) -> None:
    import re

    ops, _ = alignment(canonical, text)
    one = re.sub(r"\[(\w+)[→⇄]\w+\]", r"\1", re.sub(r"\[−(\w)\]", r"\1", re.sub(r"\[\+\w\]", "", ops)))
    two = re.sub(r"\[\w+[→⇄](\w+)\]", r"\1", re.sub(r"\[−\w\]", "", re.sub(r"\[\+(\w)\]", r"\1", ops)))
    assert (one, two) == (canonical, text)


def test_an_acronym_is_no_misspelling(annotator: Annotator) -> None:
    text = "У Чорнобилі працюють інспектори МАГАТЕ. Вони приїхали з Києва через Іванків."
    found = {one.surface: one for one in annotator.annotate(text, "uk")}
    assert found["Іванків"].resolution.place is not None
    assert "МАГАТЕ" not in found or found["МАГАТЕ"].resolution.place is None
