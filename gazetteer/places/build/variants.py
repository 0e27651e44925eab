"""Spellings that English print varies: Saint and St., Mount and Mt., Fort and Ft."""

from gazetteer.places.build.atlas import Atlas
from gazetteer.places.records import NameKind

SOURCE = "curated"
_ENGLISH = frozenset("US CA GB IE AU NZ ZA JM BS BB LC VC KN AG DM GD TT MT PH SG HK IN KE".split(" "))
_FIRST_WORDS = {
    "Saint": ("St.",), "St.": ("Saint",), "St": ("Saint",), "Sainte": ("Ste.",), "Mount": ("Mt.",), "Mt.": ("Mount",),
    "Fort": ("Ft.",), "Ft.": ("Fort",), "Point": ("Pt.",), "Port": (),
}  # fmt: skip


def add_english_variants(atlas: Atlas) -> None:
    """Add the other way to write the first word of names in English-speaking countries."""
    for draft in atlas.places.values():
        if draft.country not in _ENGLISH:
            continue
        for name, lang in list(draft.names):
            kind = draft.names[name, lang][0]
            first, space, rest = name.partition(" ")
            if space and kind <= NameKind.SHORT:
                draft.add_all(
                    (f"{other} {rest}" for other in _FIRST_WORDS.get(first, ())), NameKind.ALTERNATE, lang, SOURCE
                )
