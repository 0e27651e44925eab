"""Spelling classes: how a mention is written, against the names of its place, with the alignment of an edit."""

from collections.abc import Callable, Sequence

from rapidfuzz.distance import Levenshtein

from gazetteer.model import Place, Spelling, SpellingStatus
from gazetteer.places.folding import fold, romanise
from gazetteer.places.store import Name, NameKind
from gazetteer.resolution.candidates import Match

_OWN = (NameKind.MAIN, NameKind.OFFICIAL, NameKind.SHORT)
_BY_KIND = {
    NameKind.ABBREVIATION: SpellingStatus.ABBREVIATION,
    NameKind.HISTORIC: SpellingStatus.HISTORIC,
    NameKind.TRANSLITERATION: SpellingStatus.TRANSLITERATION,
    NameKind.DEMONYM: SpellingStatus.EXACT,
    NameKind.GOVERNMENT: SpellingStatus.EXACT,
}
_MARKED_CASES = frozenset({"lt", "pl", "lv"})
_APOSTROPHES = str.maketrans("’‘ʼ´`", "'''''")


def classify(
    surface: str, match: Match, place: Place, names_of: Callable[[int], Sequence[Name]], lang: str | None
) -> Spelling:
    """Return the spelling class of `surface` as a name of `place`; `names_of` gives all names of a pid."""
    text = surface.translate(_APOSTROPHES).rstrip(".")
    if not match.distance and (place.name in (text, surface) or place.local_name in (text, surface)):
        # so most are written: no other name need be read
        return Spelling(SpellingStatus.EXACT, canonical=place.name)
    names = names_of(match.hit.pid)
    main = [place.name, *([place.local_name] if place.local_name else [])]
    main += [name.name for name in names if name.kind is NameKind.MAIN]
    own = [*main, *(name.name for name in names if name.kind in _OWN)]
    if match.distance:
        return _misspelling(surface, match, place, names)
    if text in main or surface in main:
        return Spelling(SpellingStatus.EXACT, canonical=place.name)
    unmarked = next((canonical for canonical in main if _lacks_marks(text, canonical)), None)
    if unmarked is not None:
        return _diacritics(text, unmarked)
    if text in own or surface in own:
        return Spelling(SpellingStatus.EXACT, canonical=place.name)
    if match.hit.inflected:
        canonical = _bearing(match.hit.key, names) or place.name
        return Spelling(SpellingStatus.INFLECTED, canonical, note=f"a case of {canonical}")
    for canonical in own:
        if canonical.casefold() == text.casefold():
            return Spelling(SpellingStatus.CASE, canonical)
    exact = [name for name in names if name.name in (text, surface)]
    for canonical in own:
        if fold(canonical) == fold(text):
            return _marked_case(text, canonical, lang) or _diacritics(text, canonical)
    if match.partial:
        return Spelling(SpellingStatus.EXACT, canonical=place.name, note="part of a longer name")
    return _other_name(text, match, place, names, exact, lang)


def _marked_case(text: str, canonical: str, lang: str | None) -> Spelling | None:
    """Return the class of a case whose ending differs by a mark alone (`Vokietiją`), None where it is none."""
    ends_marked = not text[-1:].isascii() and canonical[-1:].isascii() and text[:-1] == canonical[:-1]
    if lang not in _MARKED_CASES or not ends_marked:
        return None
    return Spelling(SpellingStatus.INFLECTED, canonical, note=f"a case of {canonical}")


def _lacks_marks(text: str, canonical: str) -> bool:
    """Say whether `text` is `canonical` with nothing but diacritics left out."""
    return text.isascii() and not canonical.isascii() and fold(canonical) == fold(text) and text[:1].isupper()


def _other_name(
    text: str, match: Match, place: Place, names: Sequence[Name], exact: list[Name], lang: str | None
) -> Spelling:
    kinds = {name.kind for name in exact} or {match.hit.kind}
    best = NameKind.ABBREVIATION if NameKind.ABBREVIATION in kinds else min(kinds)
    if best in _BY_KIND:
        return Spelling(_BY_KIND[best], canonical=place.name)
    if any(
        romanise(name.name) == fold(text) for name in names if not name.name.isascii() and fold(name.name) != fold(text)
    ):
        return Spelling(SpellingStatus.TRANSLITERATION, canonical=place.name)
    if not exact:
        bearing = _bearing(match.hit.key, names)
        if bearing and bearing.casefold() != text.casefold():
            return _marked_case(text, bearing, lang) or _diacritics(text, bearing)
    return Spelling(SpellingStatus.EXONYM, canonical=place.name)


def _bearing(key: str, names: Sequence[Name]) -> str | None:
    return next((name.name for name in names if fold(name.name) == key), None)


def _diacritics(text: str, canonical: str) -> Spelling:
    ops, distance = alignment(canonical, text)
    if canonical.replace("'", "").translate(_APOSTROPHES).replace("'", "") == text.replace("'", ""):
        return Spelling(SpellingStatus.TRANSLITERATION, canonical, note=f"{canonical} without its apostrophe")
    return Spelling(SpellingStatus.DIACRITICS, canonical, distance, ops, f"written without the marks of {canonical}")


def _misspelling(surface: str, match: Match, place: Place, names: Sequence[Name]) -> Spelling:
    canonical = _bearing(match.hit.key, names) or place.name
    ops, distance = alignment(canonical, surface)
    return Spelling(
        SpellingStatus.PROBABLE_MISSPELLING, canonical, distance, ops, f"probably {canonical}: {distance} edits"
    )


def alignment(canonical: str, text: str) -> tuple[str, int]:
    """Return the edits from `canonical` to `text` in the grammar of `edit_ops`, and how many there are.

    Unchanged letters stand as they are; `[a→b]` replaced, `[−a]` missing, `[+a]` extra, `[ab⇄ba]` swapped.
    """
    parts: list[str] = []
    edits = 0
    i = 0
    operations = list(Levenshtein.editops(canonical, text))
    swapped = _swap_positions(canonical, text)
    if swapped is not None:
        a, b = canonical[swapped : swapped + 2], text[swapped : swapped + 2]
        return f"{canonical[:swapped]}[{a}⇄{b}]{canonical[swapped + 2 :]}", 1
    for operation in operations:
        parts.append(canonical[i : operation.src_pos])
        i = operation.src_pos
        edits += 1
        if operation.tag == "replace":
            parts.append(f"[{canonical[i]}→{text[operation.dest_pos]}]")
            i += 1
        elif operation.tag == "delete":
            parts.append(f"[−{canonical[i]}]")
            i += 1
        else:
            parts.append(f"[+{text[operation.dest_pos]}]")
    return "".join(parts) + canonical[i:], edits


def _swap_positions(canonical: str, text: str) -> int | None:
    """Return where two neighbouring letters are swapped and nothing else differs."""
    if len(canonical) != len(text):
        return None
    differing = [i for i, (a, b) in enumerate(zip(canonical, text, strict=True)) if a != b]
    if len(differing) == 2 and differing[1] == differing[0] + 1:
        i, j = differing
        if canonical[i] == text[j] and canonical[j] == text[i]:
            return i
    return None
