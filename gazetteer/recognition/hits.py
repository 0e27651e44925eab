"""Places found by their name in the gazetteer: as it stands, and as a case of it."""

from collections.abc import Callable
from operator import attrgetter
from typing import NamedTuple

from gazetteer.places.columns import Columns
from gazetteer.places.folding import fold
from gazetteer.places.records import NameKind
from gazetteer.places.store import Gazetteer
from gazetteer.recognition.inflection import base_forms

MAX_HITS = 60
# `Київська` is short for its oblast only beside the word for it, and then the long name is found.
_ADJECTIVES = {
    "uk": ("ська", "ський", "ське", "ської", "ській", "ську", "цька", "цький", "цької", "цькій", "цьку"),
    "ru": ("ская", "ский", "ское", "ской", "скую", "ском", "цкая", "цкий", "цкой", "цкую"),
}
# A region of one word is not abbreviated letter by letter: M.D. is a physician, and Maryland is Md. or MD.
_NO_REGIONS = frozenset(("M.D.", "M.A.", "M.S.", "P.A.", "D.E.", "C.A.", "V.A.", "I.D.", "O.K."))

_ORDER = attrgetter("inflected", "pid")

Lookup = Callable[[str], list[tuple[int, NameKind]]]


class Hit(NamedTuple):
    """A place (by its number in the gazetteer) that bears a span's name, and how."""

    pid: int
    kind: NameKind
    key: str
    inflected: bool = False


def span_hits(surface: str, lang: str | None, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """Return the places that a given surface may name, as it stands and as an inflected form."""
    return find_hits(fold(surface), surface, lang, gazetteer.lookup, gazetteer.columns)


def find_hits(key: str, surface: str, lang: str | None, lookup: Lookup, columns: Columns) -> tuple[Hit, ...]:
    """Return the places that a surface, folded to `key`, may name."""
    entries, forms = lookup(key), base_forms(key, lang)
    if not entries and not forms:
        return ()
    adjective = lang in _ADJECTIVES and key.endswith(_ADJECTIVES[lang])
    hits = {
        pid: Hit(pid, kind, key)
        for pid, kind in entries
        if _allowed(kind, surface) and not (adjective and kind is NameKind.SHORT)
    }
    for form in forms:
        for pid, kind in lookup(form):
            if kind is not NameKind.ABBREVIATION:
                hits.setdefault(pid, Hit(pid, kind, form, inflected=True))
    ordered = sorted(hits.values(), key=_ORDER) if len(hits) > 1 else list(hits.values())
    return tuple(_without_wholes(ordered, columns)[:MAX_HITS])


def _without_wholes(hits: list[Hit], columns: Columns) -> list[Hit]:
    """Leave out a country that some language calls by the name of one of its parts (England)."""
    parts = {
        columns.country[hit.pid]
        for hit in hits
        if hit.kind is NameKind.MAIN and columns.features[columns.feature[hit.pid]] == "A.ADM1"
    }
    if not parts:
        return hits
    return [
        hit
        for hit in hits
        if hit.kind < NameKind.TAGGED
        or hit.kind > NameKind.ALTERNATE
        or columns.country[hit.pid] not in parts
        or not columns.features[columns.feature[hit.pid]].startswith("A.PCL")
    ]


def _allowed(kind: NameKind, surface: str) -> bool:
    """Abbreviations count only as they are printed: capitals, or a capitalised short form (Calif, Pa)."""
    if kind is not NameKind.ABBREVIATION:
        return True
    if surface in _NO_REGIONS:
        return False
    bare = surface.replace(".", "").replace(" ", "")
    return bare.isupper() or (bare.istitle() and len(bare) <= 5)
