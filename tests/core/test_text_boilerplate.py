"""Lines outside the article, told by their own words; what only looks like one stays in the article."""

import pytest

from gazetteer.model import Kind
from gazetteer.pipeline import Annotator
from gazetteer.text.boilerplate import asides, datelines


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ("copyright line", "© Copyright IBTimes 2024. All rights reserved."),
        ("copyright line", "Copyright 2009 The Associated Press. All rights reserved."),
        ("copyright line", "(c) 2021 Kyiv Echo"),
        ("copyright line", "© 2023 Vilniaus diena. Visos teisės saugomos."),
        ("copyright line", "Все права защищены, Москва"),
        ("copyright line", "Wszelkie prawa zastrzeżone © Kurier Lubelski"),
        ("comment form", "Leave a Reply"),
        ("comment form", "Your email address will not be published. Required fields are marked *"),
        ("comment form", "14 Comments"),
        ("comment form", "Залишити коментар"),
        ("comment form", "Votre adresse e-mail ne sera pas publiée."),
        ("donation line", "Even a single donation or a $1 subscription will help us continue working."),
        ("donation line", "SUPPORT UKRAINA"),
        ("donation line", "Підтримайте нашу редакцію у Львові"),
        ("donation line", "Wesprzyj nas"),
        ("subscription line", "Sign up for our Berlin newsletter"),
        ("subscription line", "Follow us on Telegram for news from Kyiv"),
        ("subscription line", "Подписывайтесь на наш канал в Москве"),
        ("subscription line", "Abonnez-vous à notre lettre de Paris"),
        ("menu", "Home | World | Ukraine | Russia | Sport | Contact"),
        ("menu", "Startseite › Politik › Litauen"),
        ("menu", "Головна / Новини / Харків"),
    ],
)
def test_a_line_is_told_by_its_words(what: str, line: str) -> None:
    text = f"Shells fell on Mariupol on Sunday.\n{line}\nNobody was hurt."
    (found,) = asides(text)
    assert (found.what, text[found.start : found.end]) == (what, line)


@pytest.mark.parametrize(
    "line",
    [
        "Copyright law was changed in Berlin in 2019, after years of talks.",
        "“All donations will help us rebuild Kharkiv,” the mayor said.",
        "The donation to Lviv was the largest since 1991.",
        "Support for Ukraine fell in Poland.",
        "Support Ukraine",
        "She left a comment in Vilnius and flew to Riga.",
        "They follow us everywhere in Minsk, he said.",
        "Vilnius – Kaunas – Klaipėda",
        "London | Paris | Rome",
        "Sport in Ukraine",
        "He subscribed to the Kyiv theory at once.",
        "(c) In Vilnius, the court hears both sides.",
        "Home to 40,000 people, Svatove lies north of the road.",
    ],
)
def test_the_article_stays_the_article(line: str) -> None:
    assert asides(f"Shells fell on Mariupol on Sunday.\n{line}\nNobody was hurt.") == []


def test_a_menu_of_lines_ends_where_its_words_end() -> None:
    menu = "Home\nWorld\nUkraine\nRussia\nSport\nContact"
    text = f"Kyiv Echo\n{menu}\nMariupol under fire\n\nShells fell on Mariupol."
    assert "\n".join(text[one.start : one.end] for one in asides(text)) == menu
    towns = "Home teams\nVilnius\nKaunas\nKlaipėda\nAlytus"
    assert asides(f"{towns}\nThe league begins on Sunday.") == []


def test_of_a_long_line_only_the_end_is_left_out() -> None:
    story = "Shells fell on Mariupol on Sunday. " * 30
    tail = "Copyright 2009 by the Kyiv Echo. All rights reserved."
    (found,) = asides(story + tail)
    assert (story + tail)[found.start : found.end] == tail


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("VILNIUS, Aug 14 (Reuters) - The government met.", "VILNIUS, Aug 14"),
        ("BERLIN — Robert Gentz stepped off a plane.", "BERLIN"),
        ("COLUMBIA, Ky. (WBKO) -- A man is dead.", "COLUMBIA, Ky."),
        ("Kiew (dpa) - Die Regierung tagt.", "Kiew"),
        ("КИЕВ, 14 авг — Правительство собралось.", "КИЕВ, 14 авг"),
        ("Warszawa (PAP) – Rząd się zebrał.", "Warszawa"),
        ("Fire at a mill. ARLINGTON - Two men were hurt.", "ARLINGTON"),
    ],
)
def test_datelines(line: str, head: str) -> None:
    assert [line[slice(*found)] for found in datelines(line)] == [head]


def test_a_dash_alone_makes_no_dateline() -> None:
    assert datelines("The road to Kaunas – a long one – was closed.") == []
    assert datelines("Starbucks already owns the other 1,500 outlets in China – all of them.") == []


def test_names_outside_the_article_are_kept_out_and_say_why(annotator: Annotator) -> None:
    text = (
        "Shells fell on Mariupol in Ukraine on Sunday.\nNobody was hurt.\n\nSign up for our Warsaw newsletter\n"
        "© 2024 Paris Echo, Paris, France. All rights reserved."
    )
    found = {a.surface: a for a in annotator.annotate(text, "en")}
    assert found["Mariupol"].kind is Kind.LITERAL
    for name, line in (("Warsaw", "subscription line"), ("France", "copyright line")):
        outside = found[name]
        assert (outside.kind, outside.resolution.place, outside.resolution.confidence) == (Kind.OTHER, None, None)
        assert line in outside.resolution.reason
        # a person may still take the place
        assert outside.resolution.candidates


def test_a_place_in_a_dateline_is_a_mention_and_says_so(annotator: Annotator) -> None:
    found = annotator.annotate("VILNIUS, Aug 14 (Reuters) - The government of Lithuania met on Monday.", "en")
    assert (found[0].surface, found[0].kind) == ("VILNIUS", Kind.LITERAL)
    assert found[0].resolution.place is not None
    assert found[0].resolution.place.country_code == "LT"
    assert found[0].resolution.reason.endswith("It stands in the dateline.")
