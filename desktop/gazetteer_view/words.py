"""The words of the gazetteer's pane: classes, kinds of names, precisions, languages."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt

from desktop.review.language_names import name_of_language
from desktop.review.words import number
from gazetteer.model import Place, Precision
from gazetteer.places.records import NameKind

UNKNOWN_TO_QT = {
    "ber": "Berber",
    "bew": "Betawi",
    "cad": "Caddo",
    "cho": "Choctaw",
    "cmn": "Mandarin",
    "crh": "Crimean Tatar",
    "csb": "Kashubian",
    "hak": "Hakka",
    "hif": "Fiji Hindi",
    "hnj": "Hmong Njua",
    "lmo": "Lombard",
    "ltg": "Latgalian",
    "lzh": "Classical Chinese",
    "mhr": "Meadow Mari",
    "nan": "Min Nan",
    "niu": "Niuean",
    "rif": "Riffian",
    "sgs": "Samogitian",
    "skr": "Saraiki",
    "vmw": "Makhuwa",
}


def reader_language() -> str:
    """Return the code of the language that the person reads the window in (`en`)."""
    locale = QLocale()
    return "en" if locale.language() is QLocale.Language.C else QLocale.languageToCode(locale.language())


def class_word(letter: str) -> str:
    """Return what the places of a feature class are, in the plural."""
    translate = QCoreApplication.translate
    return {
        "A": translate("GazetteerWords", "Countries, regions, districts"),
        "P": translate("GazetteerWords", "Cities, towns, villages"),
        "H": translate("GazetteerWords", "Waters"),
        "T": translate("GazetteerWords", "Mountains and islands"),
        "L": translate("GazetteerWords", "Areas and parks"),
        "S": translate("GazetteerWords", "Buildings and sites"),
        "R": translate("GazetteerWords", "Roads and railways"),
        "V": translate("GazetteerWords", "Woods and fields"),
        "U": translate("GazetteerWords", "Undersea features"),
    }.get(letter, letter)


def name_kind_word(kind: NameKind) -> str:
    """Return what kind of name a name is; empty where it is simply the place's name in its language."""
    translate = QCoreApplication.translate
    return {
        NameKind.OFFICIAL: translate("GazetteerWords", "official"),
        NameKind.SHORT: translate("GazetteerWords", "short"),
        NameKind.COLLOQUIAL: translate("GazetteerWords", "colloquial"),
        NameKind.TRANSLITERATION: translate("GazetteerWords", "transliteration"),
        NameKind.HISTORIC: translate("GazetteerWords", "historic"),
        NameKind.ABBREVIATION: translate("GazetteerWords", "abbreviation"),
        NameKind.DEMONYM: translate("GazetteerWords", "its people"),
        NameKind.GOVERNMENT: translate("GazetteerWords", "stands for its government"),
    }.get(kind, "")


def precision_choice(precision: Precision) -> str:
    """Return what a position stands for, as a filter names it."""
    translate = QCoreApplication.translate
    return {
        Precision.POINT: translate("GazetteerWords", "The place itself"),
        Precision.MUNICIPALITY: translate("GazetteerWords", "Its municipality"),
        Precision.REGION: translate("GazetteerWords", "Middle of a region"),
        Precision.COUNTRY: translate("GazetteerWords", "Middle of a country"),
        Precision.AREA: translate("GazetteerWords", "Middle of an area"),
    }[precision]


def precision_sentence(place: Place) -> str:
    """Return how far a place's position may be trusted."""
    translate = QCoreApplication.translate
    sentence = {
        Precision.POINT: translate("GazetteerWords", "the place itself"),
        Precision.MUNICIPALITY: translate("GazetteerWords", "the centre of its municipality"),
        Precision.REGION: translate("GazetteerWords", "the middle of a region"),
        Precision.COUNTRY: translate("GazetteerWords", "the middle of a country"),
        Precision.AREA: translate("GazetteerWords", "the middle of an area"),
    }[place.precision]
    if not place.radius_m:
        return sentence
    reach = translate("GazetteerWords", "the place lies within about {far}")
    if place.precision is not Precision.MUNICIPALITY:
        reach = translate("GazetteerWords", "which reaches about {far} around it")
    return f"{sentence}, {reach.format(far=distance(place.radius_m / 1000))}"


def distance(kilometres: float) -> str:
    """Return a distance as people say it: `850 m`, `9.2 km`, `1,204 km`."""
    if kilometres < 1:
        return f"{round(kilometres * 100) * 10} m"
    if kilometres < 10:
        return f"{QLocale().toString(kilometres, 'f', 1)} km"
    return f"{number(round(kilometres))} km"


def language_name(tag: str) -> str:
    """Return the name of the language of a BCP 47 tag, with its script or country; the tag where nobody knows it."""
    translate = QCoreApplication.translate
    if not tag:
        return translate("GazetteerWords", "Language not stated")
    code, *parts = tag.split("-")
    language = QLocale.codeToLanguage(code)
    name = UNKNOWN_TO_QT.get(code)
    if name is None:
        known = language not in (QLocale.Language.AnyLanguage, QLocale.Language.C)
        name = name_of_language(language) if known else tag
    more = [_part_name(part) for part in parts]
    return f"{name} ({', '.join(more)})" if more and name != tag else name


def _part_name(part: str) -> str:
    if len(part) == 4:
        script = QLocale.codeToScript(part)
        return part if script is QLocale.Script.AnyScript else QLocale.scriptToString(script)
    territory = QLocale.codeToTerritory(part)
    return part if territory is QLocale.Country.AnyTerritory else QLocale.territoryToString(territory)


def is_right_to_left(tag: str) -> bool:
    """Tell whether a language is written from right to left."""
    return bool(tag) and QLocale(tag).textDirection() is Qt.LayoutDirection.RightToLeft
