"""Language detection: the six working languages, their siblings, and silence in doubt."""

import pytest

from gazetteer.text.language import LANGUAGES, detect

SAMPLES = {
    "en": "The bridge over the river was closed on Monday after a night of heavy rain.",
    "de": "Die Brücke über den Fluss wurde am Montag nach einer Nacht mit starkem Regen gesperrt.",
    "uk": "Міст через річку закрили в понеділок після нічної зливи, повідомили рятувальники.",
    "ru": "Мост через реку закрыли в понедельник после ночного ливня, сообщили спасатели.",
    "lt": "Tiltas per upę pirmadienį buvo uždarytas po smarkaus lietaus, pranešė gelbėtojai.",
    "pl": "Most na rzece zamknięto w poniedziałek po nocnej ulewie, poinformowali strażacy.",
    "lv": "Tilts pār upi pirmdien tika slēgts pēc stipra lietus, ziņoja glābēji.",
    "fr": "Le pont sur la rivière a été fermé lundi après une nuit de fortes pluies.",
    "zh": "经过一夜的大雨，河上的桥星期一关闭了，救援人员说。",
}


@pytest.mark.parametrize("lang", SAMPLES)
def test_each_language_is_told(lang: str) -> None:
    assert detect(SAMPLES[lang]) == lang
    assert lang in LANGUAGES


@pytest.mark.parametrize("text", ["", "   \n", "OK", "Vilnius", "12345 67890 12345 67890 2024", "!!! ??? ... ---"])
def test_short_and_wordless_texts_have_no_language(text: str) -> None:
    assert detect(text) is None


def test_a_long_text_is_judged_by_a_sample() -> None:
    assert detect(SAMPLES["lt"] * 50_000) == "lt"


def test_lone_surrogates_do_not_stop_it() -> None:
    assert detect("\ud800 " + SAMPLES["pl"]) == "pl"
