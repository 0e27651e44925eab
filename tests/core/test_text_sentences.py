"""Sentences and lines: exact spans over any text, and splits where a reader expects them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gazetteer.text.lines import blocks, paragraph_number, unwrap
from gazetteer.text.sentences import sentence_at, sentence_spans

ALPHABET = "aB .!?\n\r\t\f\u2028«»“”()1–-мІėßя😀𝔘e\u0301"
TEXTS = st.one_of(st.text(alphabet=ALPHABET, max_size=300), st.text(max_size=120))


@settings(max_examples=200, deadline=None)
@given(text=TEXTS, lang=st.sampled_from(["en", "de", "uk", "ru", "lt", "pl", "ja", None]))
def test_spans_are_sorted_disjoint_trimmed_and_lose_nothing(text: str, lang: str | None) -> None:
    spans = sentence_spans(text, lang)
    covered = set()
    last = 0
    for start, end in spans:
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        covered.update(range(start, end))
        last = end
    assert {index for index, letter in enumerate(text) if not letter.isspace()} <= covered


@settings(max_examples=100, deadline=None)
@given(text=TEXTS)
def test_blocks_and_unwrapping_keep_every_letter(text: str) -> None:
    inside = "".join(text[start:end] for start, end in blocks(text))
    assert "".join(inside.split()) == "".join(text.split())
    kept = [letter for letter in unwrap(text) if letter.isalnum()]
    assert kept == [letter for letter in text if letter.isalnum()]


SENTENCES = [
    ("en", "He met Gen. Smith in St. Louis. Sgt. Lee left. Did he say no. It was late.", 4),
    ("de", "Er kam am 3. März z. B. aus St. Gallen. Prof. Dr. H. Meier ging. Danach schwieg er.", 3),
    ("pl", "Mieszka przy ul. Długiej w Gdańsku. Prof. Kowalski i gen. Nowak byli tam w 2023 r. razem.", 2),
    ("uk", "Мешканець с. Арапівка виїхав. А. Мельник чекав біля вул. Київської. Потім стало тихо.", 3),
    ("ru", "Он жил на ул. Ленина. А. С. Пушкин писал. Музей им. Кирова закрыт.", 3),
    ("lt", "Prof. Jonas gyvena Vilniuje. Šv. Onos bažnyčia atidaryta. Tai įvyko 2023 m. rugpjūčio 3 d. vakare.", 3),
]


@pytest.mark.parametrize(("lang", "text", "count"), SENTENCES)
def test_abbreviations_initials_and_ordinals_do_not_end_a_sentence(lang: str, text: str, count: int) -> None:
    found = [text[start:end] for start, end in sentence_spans(text, lang)]
    assert len(found) == count, found


def test_headlines_and_list_entries_end_but_wrapped_prose_flows() -> None:
    text = (
        "A headline about Paris\n"
        "This prose was wrapped by hand at some seventy letters a line, so that\n"
        "it breaks within its sentences. The next one begins here and names New\n"
        "York across a break.\n"
        "- first entry\n"
        "- second entry"
    )
    found = [text[start:end] for start, end in sentence_spans(text, "en")]
    assert found[0] == "A headline about Paris"
    assert found[1].endswith("within its sentences.")
    assert found[2].endswith("New\nYork across a break.")
    assert found[3:] == ["- first entry", "- second entry"]


def test_one_line_a_paragraph_as_pasted_from_the_web() -> None:
    paragraph = "The river rose all night and the bridge was closed at dawn, said the mayor. " * 3
    text = f"Bridge closed\n{paragraph}\nLater that day\n{paragraph}"
    found = [text[start:end] for start, end in sentence_spans(text, "en")]
    assert len(found) == 8
    assert found[0] == "Bridge closed"
    assert found[4] == "Later that day"


def test_offsets_are_code_points_behind_emoji_and_astral_letters() -> None:
    text = "😀 𝔘p we go. Vilnius waits 🎉. Done."
    assert [text[start:end] for start, end in sentence_spans(text, "en")] == [
        "😀 𝔘p we go.",
        "Vilnius waits 🎉.",
        "Done.",
    ]


def test_a_text_without_sentences_is_cut_into_showable_pieces() -> None:
    spans = sentence_spans("abc " * 300_000, "en")
    assert max(end - start for start, end in spans) <= 2000
    assert sum(end - start for start, end in spans) >= 3 * 300_000


def test_sentence_at_finds_the_span_or_none_between() -> None:
    text = "One here.  Two there."
    spans = sentence_spans(text, "en")
    assert sentence_at(spans, 0) == spans[0]
    assert sentence_at(spans, 8) == spans[0]
    assert sentence_at(spans, 10) is None
    assert sentence_at(spans, 11) == spans[1]
    assert sentence_at(spans, 99) is None
    assert sentence_at([], 0) is None


def test_paragraph_numbers_count_from_one() -> None:
    text = "\n\nTitle\n\nFirst paragraph runs\nover two lines.\n\n\nSecond."
    assert paragraph_number(text, 0) == 0
    assert paragraph_number(text, text.index("Title")) == 1
    assert paragraph_number(text, text.index("over")) == 2
    assert paragraph_number(text, text.index("Second")) == 3


def test_unwrap_makes_divided_words_whole_and_leaves_names_with_hyphens() -> None:
    assert unwrap("Die Brücke bei Frank-\nfurt ist zu.") == "Die Brücke bei Frankfurt ist zu."
    assert unwrap("im Kreis Garmisch-\nPartenkirchen").startswith("im Kreis Garmisch-")
    assert unwrap("soft\u00adhy\u00ad\nphen") == "softhyphen"
