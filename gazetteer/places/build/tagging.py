"""Names tagged with their language: GeoNames' for places, CLDR's for regions; and places' own names in their script."""

import re

from rapidfuzz import fuzz

from gazetteer.places.build.atlas import Atlas
from gazetteer.places.build.tables import packed_rows
from gazetteer.places.draft import Draft
from gazetteer.places.folding import fold, romanise
from gazetteer.places.junk import script_of
from gazetteer.places.records import NameKind
from gazetteer.places.transliteration import CYRILLIC, languages_of, latin_keys

TAGGED, REGIONS = "libgeonames", "cldr"
# language -> script in which no other language of its countries writes names of theirs
_OWN_SCRIPT = {
    "el": "GREEK", "ka": "GEORGIAN", "hy": "ARMENIAN", "he": "HEBREW", "ar": "ARABIC", "fa": "ARABIC", "th": "THAI",
    "ko": "HANGUL", "am": "ETHIOPIC", "ti": "ETHIOPIC", "km": "KHMER", "lo": "LAO", "my": "MYANMAR", "si": "SINHALA",
    "bn": "BENGALI", "ne": "DEVANAGARI",
}  # fmt: skip
_SCRIPTS = {
    **_OWN_SCRIPT, **dict.fromkeys((*CYRILLIC, "kk", "ky", "mn", "tg"), "CYRILLIC"), "ro": "LATIN", "uz": "LATIN",
    "sr": "CYRILLIC",
}  # fmt: skip
"""Language -> the script its names are written in; a tag on another (`uk` on `Chernihivska Oblast`) is not believed."""
_TWO_SCRIPTS = frozenset({"sr", "uz", "kk", "ro"})
_ALPHABETIC = frozenset({"GREEK", "GEORGIAN", "ARMENIAN"})
_REGION_WORD = re.compile(r"\b(раион|район|раён|область|вобласць|край|округ|општина|община|област)\b")
_STRESS = "\u0301"


def add_tagged_names(atlas: Atlas) -> None:
    """Add GeoNames' language-tagged names, keyed by id, region code or country code."""
    for key, lang, name in packed_rows("tagged_names"):
        draft = atlas.places.get(f"geonames:{key}") or atlas.region.get(key) or atlas.country.get(key)
        if draft is not None and len(name) > 1:
            _tag(atlas, draft, name, lang, TAGGED)


def add_region_names(atlas: Atlas) -> None:
    """Add CLDR's names of first- and second-level regions."""
    for subdivision, lang, name in packed_rows("region_names"):
        draft = atlas.subdivision.get(subdivision)
        if draft is not None:
            _tag(atlas, draft, name, lang, REGIONS)
    _find_local_names(atlas)


def _find_local_names(atlas: Atlas) -> None:
    """Tag, of places without a name in their country's own language, the untagged name that is it."""
    for draft in atlas.places.values():
        lang = atlas.languages.get(draft.country, "")
        if draft.local_name is not None or not (lang in CYRILLIC or lang in _OWN_SCRIPT):
            continue
        script = "CYRILLIC" if lang in CYRILLIC else _OWN_SCRIPT[lang]
        written = [name for name, tag in draft.names if not tag and script_of(name) == script]
        own = _cyrillic_own(draft, written, lang) if lang in CYRILLIC else _own(draft, written, script)
        if own:
            _tag(atlas, draft, own.replace(_STRESS, ""), lang, draft.names[own, ""][1])


def _cyrillic_own(draft: Draft, written: list[str], lang: str) -> str | None:
    """Return the name that reads like the main name; of a region, also the only one that says what region it is."""
    fitting = {name: latin_keys(name, lang, draft.country) for name in written if languages_of(name, (lang,))}
    own = [name for name, read in fitting.items() if fold(draft.name) in read]
    if not own and draft.feature.startswith("A."):
        own = [name for name in fitting if _REGION_WORD.search(fold(name))]
    return own[0] if len({fold(name) for name in own}) == 1 else None


def _own(draft: Draft, written: list[str], script: str) -> str | None:
    """Return the only name in the script; of several in an alphabet the one most like the main name."""
    if len(written) > 1 and script in _ALPHABETIC:
        main = fold(draft.name)
        return max(sorted(written), key=lambda name: fuzz.ratio(romanise(name), main))
    return written[0] if len(written) == 1 else None


def _tag(atlas: Atlas, draft: Draft, name: str, lang: str, source: str) -> None:
    script = _SCRIPTS.get(lang)
    if script is not None and script_of(name) != script:
        if lang not in _TWO_SCRIPTS:
            draft.add(name, NameKind.ALTERNATE, "", source)
            return
    elif lang == atlas.languages.get(draft.country) and draft.local_name is None:
        draft.local_name = name
    kind = NameKind.OFFICIAL if lang == "en" else NameKind.TAGGED
    # the tag replaces the same name without one
    untagged = draft.names.get((name, ""))
    if untagged is not None and untagged[0] >= NameKind.ALTERNATE:
        del draft.names[name, ""]
    draft.add(name, kind, lang, source)
