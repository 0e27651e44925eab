"""Nominatives that an inflected name may stand for, by rules on folded endings.

The rules only propose; a proposal counts when the gazetteer holds it. They are our own summary of
the regular declensions of place names (nouns and the adjectives in them) in each language.
"""

from functools import cache, lru_cache
from itertools import product

_MIN_STEM = 2
_LONG = 2
"""An ending of more letters may leave one: Розі is a case of Ріг."""
_MAX_FORMS = 12
_VOWELS = frozenset("aeiouyąаеиоуыэюяіїєьй")

# language -> folded ending -> nominative endings
_RULES: dict[str, str] = {
    "lt": "yse:ys iuje:ius|is|ys iaus:ius iui:ius iumi:ius uje:us aus:us umi:us "
    "iu:ius|iai|ios eje:e es:e ei:e e:as oje:a os:a|os ai:a o:as "
    "osios:oji ojoje:oji aja:oji ajame:asis ojo:asis ui:as|us u:as|ai|us a:as "
    "iuose:iai uose:ai|us iams:iai ams:ai yje:is|ys io:is|ys i:is|ys|e ius:iai us:ai ioje:ia iose:ios ose:os iai:ia",
    "ru": "це:ец ца:ец цу:ец цем:ец ке:ок ка:ок ку:ок "
    "е::а:я:о:й:ь:е а::о:й ща::ще щу::ще у::а:о ом::о:ий:ый:ое:ой ем::ь:ий:й:е ым:ый:ое:ой им:ий:ое:ее "
    "ы:а:ы и:ь:я:а:и ой:а:ая ей:я:ь ии:ия ию:ия ией:ия "
    "я:ь:й:я:е ю:ь:й:я:е ью:ь ого:ий:ый:ое:ой кви:ковь ек:йки "
    "его:ий:ее ому:ий:ый:ое:ой ему:ий ую:ая юю:яя ых:ые их:ие ах:ы:и:а ях:и:я "
    "ами:ы:и ок:ки ов:ы:а еве:ев еву:ев ине:ин ья:ей ье:ей",
    "uk": "ї:й орі:ір ора:ір ору:ір ором:ір "
    "і::а:ь:я:о:й:е ові:ів:ов ова:ів єві:їв єва:їв еві:ів у::а:ок ю:ь:я:й:е я:ь:й:е ща::ще а::о и:а:и:ь "
    "ою:а ею:я:а єю:я ії:ія ію:ія ією:ія ом::о ем:ь:е ам:и ах:и:а ях:і:я ій:а:ій ої:а "
    "овому:ів:овий:ове ового:ів:овий:ове озі:іг огу:іг ога:іг огом:іг ен:ни "
    "ому:ий:е:ому ім:ий:ій им:ий:е их:і йка:йок ого:ий:е ями:і ок:ки ів:і:и ами:и ці:ка:к:ця:ець "
    "ця:ець цю:ець:ця цем:ець зі:га:г:з сі:ха:х:с",
    "pl": "cu:iec:ec ca:iec:ec cem:iec:ec ie:a:o::ia y:a::y e:a:e a::o:a em::o:e u::o:e iu::e:i i::a:ia:i:ia "
    "ach:e:y:i spu:sep spie:sep za:ze ami:e:y:i ji:ja je:ja ja:ja cie:t:ta "
    "ce:ka:ca:c "
    "iej:a:ia ej:a im:i:ie ym:y:e ego:y:i:e iego:i:ie ii:ia ie:ie ia::ia om:y "
    "wku:wek kiem:ek:k czech:cy:ki szech:chy rzech:ry lem:el:l la:el rze:r:ra dze:ga dzie:d:da le:l:la lu:l ow:ow",
    "de": "s: es: en:e:en ens:en er:e em:e n:",
    "cs": "e::a:o u:a::o y:a:y i::e:ice:a em::o ou:a ych:e ach:a:y ii:ie ku:ko:k ech:e:y",
    "fi": "ssa: sta: lla: lta: n: an:a iin:i:o oon:o",
    "en": "",
}


@cache
def _rules(lang: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (ending, replacements) of a language, longest ending first."""
    rows = []
    for rule in _RULES.get(lang, "").split():
        ending, _, replacements = rule.partition(":")
        rows.append((ending, tuple(replacements.replace("|", ":").split(":"))))
    if lang in ("pl", "uk"):
        rows.append(("", ("y", "i", "e", "a", "o") if lang == "pl" else ("и", "а", "і")))
    if lang == "ru":
        rows.append(("", ("ы", "и", "а")))
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


@lru_cache(maxsize=50_000)
def has_cases(lang: str | None) -> bool:
    """Say whether names are inflected in a language, by rules that are known here."""
    return lang is not None and bool(_rules(lang))


def nominatives(word: str, lang: str) -> tuple[str, ...]:
    """Return the folded forms of which `word` (folded) may be a case in `lang`, without `word` itself."""
    forms: dict[str, None] = {}
    for ending, replacements in _rules(lang):
        stem = word.removesuffix(ending)
        if (
            not word.endswith(ending)
            or len(stem) < (1 if len(ending) > _LONG else _MIN_STEM)
            or (not ending and word[-1] in _VOWELS)
        ):
            continue
        for replacement in replacements:
            forms.setdefault(stem + replacement)
    forms.pop(word, None)
    return tuple(forms)


def base_forms(folded: str, lang: str | None) -> list[str]:
    """Return folded nominative proposals for a name of up to three words; every word may be inflected."""
    if lang is None or not _rules(lang):
        return []
    words = folded.split()
    if not words or len(words) > 3:
        return []
    choices = [(word, *nominatives(word, lang)) for word in words]
    if len(words) > 1:
        choices = [choice[:_MAX_FORMS] for choice in choices]
    return [form for form in map(" ".join, product(*choices)) if form != folded]
