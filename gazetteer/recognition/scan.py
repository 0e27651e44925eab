"""The scan: every span of a text that might be a place name, with what the gazetteer knows of it."""

from dataclasses import dataclass
from itertools import pairwise

from gazetteer.places.folding import fold
from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.demonyms import demonym_country, has_demonyms
from gazetteer.recognition.inflection import base_forms
from gazetteer.recognition.lexicon import Lexicon, lexicon
from gazetteer.recognition.tokens import Token, joins, tokenise

MAX_WORDS = 6
MAX_HITS = 60
_LONGEST_ACRONYM = 5
_OF_A_NAME = 3
"""words that an unknown name after a connector has at most"""
_RUN_LINKS = frozenset("of de del della di da do du des la le al el von van upon".split())
"""Connectors that tie capitalised words the gazetteer does not know into one name."""
# `Київська` is short for its oblast only beside the word for it, and then the long name is found.
_ADJECTIVES = {
    "uk": ("ська", "ський", "ське", "ської", "ській", "ську", "цька", "цький", "цької", "цькій", "цьку"),
    "ru": ("ская", "ский", "ское", "ской", "скую", "ском", "цкая", "цкий", "цкой", "цкую"),
}


@dataclass(frozen=True, slots=True)
class Hit:
    """A place (by its number in the gazetteer) that bears a span's name, and how."""

    pid: int
    kind: NameKind
    key: str
    inflected: bool = False


@dataclass(slots=True)
class Span:
    """A possible name: tokens `first` to `last` inclusive, code points `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    surface: str
    key: str
    hits: tuple[Hit, ...] = ()
    headed: bool = False
    """Extended by a geographic head that the gazetteer does not know with it (`Teysin River`)."""

    @property
    def words(self) -> int:
        return self.last - self.first + 1

    def overlaps(self, other: "Span") -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(slots=True)
class Scan:
    """A text's tokens, capitalised runs (token ranges, inclusive) and possible names in text order."""

    text: str
    lang: str | None
    words: Lexicon
    tokens: list[Token]
    folded: list[str]
    """the tokens' words, folded"""
    gaps: list[str]
    """gaps[i]: what stands between token i and i + 1."""
    joined: list[bool]
    """joined[i]: token i and i + 1 may belong to one name."""
    runs: list[tuple[int, int]]
    spans: list[Span]


def scan(text: str, lang: str | None, gazetteer: Gazetteer) -> Scan:
    """Return everything in `text` that might be a place name."""
    tokens = tokenise(text, lang)
    words = lexicon(lang)
    # most words are plain, and need not be looked up
    folded = [one.text.lower() if one.text.isascii() and one.text.isalpha() else fold(one.text) for one in tokens]
    gaps = [text[left.end : right.start] for left, right in pairwise(tokens)]
    joined = [gap == " " or joins(text, left, gap) for left, gap in zip(tokens, gaps, strict=False)]
    runs = _capital_runs(tokens, folded, joined, words)
    result = Scan(text, lang, words, tokens, folded, gaps, joined, runs, [])
    hits_of: dict[str, tuple[Hit, ...]] = {}
    found: dict[tuple[int, int], Span] = {}
    inflected_demonyms = has_demonyms(lang)
    for first, token in enumerate(tokens):
        if not (token.capital or inflected_demonyms) or token.text[0].isdigit():
            continue
        if token.capital:
            for span in _names_from(result, first, gazetteer, hits_of):
                found[span.first, span.last] = span
        demonym = _demonym(result, first, gazetteer) if inflected_demonyms else None
        if demonym is not None and not _names_country(found.get((first, first)), demonym):
            found[first, first] = demonym
            state = _state(result, demonym)
            if state is not None:
                found.setdefault((state.first, state.last), state)
    for span in [*_headed(result, found), *_unknown_runs(result, found)]:
        found.setdefault((span.first, span.last), span)
    result.spans = sorted(found.values(), key=lambda span: (span.start, span.end))
    return result


def span_hits(surface: str, lang: str | None, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    """Return the places that a given surface may name, as it stands and as an inflected form."""
    return _hits(fold(surface), surface, lang, gazetteer)


def _hits(key: str, surface: str, lang: str | None, gazetteer: Gazetteer) -> tuple[Hit, ...]:
    entries, forms = gazetteer.lookup(key), base_forms(key, lang)
    if not entries and not forms:
        return ()
    adjective = lang in _ADJECTIVES and key.endswith(_ADJECTIVES[lang])
    hits = {
        pid: Hit(pid, kind, key)
        for pid, kind in entries
        if _allowed(kind, surface) and not (adjective and kind is NameKind.SHORT)
    }
    for form in forms:
        for pid, kind in gazetteer.lookup(form):
            if kind is not NameKind.ABBREVIATION:
                hits.setdefault(pid, Hit(pid, kind, form, inflected=True))
    ordered = sorted(hits.values(), key=_order) if len(hits) > 1 else list(hits.values())
    return tuple(_without_wholes(ordered, gazetteer)[:MAX_HITS])


def _order(hit: Hit) -> tuple[bool, int]:
    return hit.inflected, hit.pid


def _without_wholes(hits: list[Hit], gazetteer: Gazetteer) -> list[Hit]:
    """Leave out a country that some language calls by the name of one of its parts (England)."""
    columns = gazetteer.columns
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
    bare = surface.replace(".", "").replace(" ", "")
    return bare.isupper() or (bare.istitle() and len(bare) <= 5)


def _names_from(found: Scan, first: int, gazetteer: Gazetteer, hits_of: dict[str, tuple[Hit, ...]]) -> list[Span]:
    """Return the known names that begin with a word; `hits_of` keeps what each surface of the text may name."""
    spans = []
    words = found.words
    for last in range(first, min(first + MAX_WORDS, len(found.tokens))):
        if last > first and not found.joined[last - 1]:
            break
        token, folded = found.tokens[last], found.folded[last]
        generic = folded in words.head_after or folded in words.head_before
        if not token.capital and not generic and folded not in words.connector and not token.elided:
            break
        if token.capital or generic:
            span = _span(found, first, last)
            hits = hits_of.get(span.surface)
            if hits is None:
                hits = hits_of[span.surface] = _hits(span.key, span.surface, found.lang, gazetteer)
            span.hits = hits
            if _is_acronym(found, span):
                span.hits = tuple(hit for hit in span.hits if _abbreviates(hit, gazetteer))
            if span.hits:
                spans.append(span)
            elif last - first >= 2 and not gazetteer.has_prefix(span.key):
                break
    return spans


def _demonym(found: Scan, index: int, gazetteer: Gazetteer) -> Span | None:
    """Return the token as a demonym where its stem is one in the text's language, capitalised or not."""
    country = demonym_country(found.folded[index], found.lang)
    pid = gazetteer.country_pid.get(country) if country else None
    if pid is None:
        return None
    span = _span(found, index, index)
    span.hits = (Hit(pid, NameKind.DEMONYM, span.key),)
    return span


def _state(found: Scan, demonym: Span) -> Span | None:
    """Return a state's long name made of a demonym and a word for a state (`Russische Föderation`)."""
    after = demonym.last + 1
    if not found.tokens[demonym.first].capital or after >= len(found.tokens) or not found.joined[demonym.last]:
        return None
    if found.folded[after] not in found.words.state_word or not found.tokens[after].capital:
        return None
    state = _span(found, demonym.first, after)
    state.hits = (Hit(demonym.hits[0].pid, NameKind.OFFICIAL, state.key),)
    return state


def _names_country(span: Span | None, demonym: Span) -> bool:
    """Say whether a name is (a case of) the very country whose demonym it also looks like (`Білорусі`)."""
    return span is not None and any(
        hit.pid == demonym.hits[0].pid and hit.kind is not NameKind.DEMONYM for hit in span.hits
    )


def _span(found: Scan, first: int, last: int) -> Span:
    start, end = found.tokens[first].start, found.tokens[last].end
    surface = found.text[start:end]
    if first == last:
        key = found.folded[first]
    elif "" in found.gaps[first:last] or "" in found.folded[first : last + 1]:
        # an elided article is one word with its name, and a lone mark is none
        key = fold(surface)
    else:
        key = " ".join(found.folded[first : last + 1])
    return Span(first, last, start, end, surface, key)


def _capital_runs(tokens: list[Token], folded: list[str], joined: list[bool], words: Lexicon) -> list[tuple[int, int]]:
    """Return maximal stretches of capitalised words, joined by connectors, as inclusive ranges."""
    runs: list[tuple[int, int]] = []
    index = 0
    while index < len(tokens):
        if not tokens[index].capital or tokens[index].text[0].isdigit():
            index += 1
            continue
        last = index
        while last + 1 < len(tokens) and joined[last]:
            if tokens[last + 1].capital:
                last += 1
            elif _bridges(tokens, folded, joined, words, last + 1):
                last += 2
            else:
                break
        runs.append((index, last))
        index = last + 1
    return runs


def _bridges(tokens: list[Token], folded: list[str], joined: list[bool], words: Lexicon, index: int) -> bool:
    word = tokens[index]
    connects = word.elided or (word.text in _RUN_LINKS and folded[index] in words.connector)
    return connects and index + 1 < len(tokens) and joined[index] and tokens[index + 1].capital


def _abbreviates(hit: Hit, gazetteer: Gazetteer) -> bool:
    """Say whether a short word in capitals may mean a place: as its abbreviation, or as a name of a country (`USA`)."""
    columns = gazetteer.columns
    return hit.kind is NameKind.ABBREVIATION or columns.features[columns.feature[hit.pid]].startswith("A.PCL")


def _is_acronym(found: Scan, span: Span) -> bool:
    """Say whether a short word in capitals stands inside ordinary text (`NATO` is not the town Nato)."""
    token = found.tokens[span.first]
    if span.words > 1 or len(span.surface) > _LONGEST_ACRONYM or not span.surface.isupper() or token.initial:
        return False
    neighbours = [
        t for t in found.tokens[max(0, span.first - 3) : span.last + 4] if t is not token and t.text.isalpha()
    ]
    return any(not t.text.isupper() for t in neighbours)


def _headed(found: Scan, known: dict[tuple[int, int], Span]) -> list[Span]:
    """Return spans that a capitalised geographic head makes one word longer (`X County`, `River X`)."""
    longer: list[Span] = []
    if found.lang == "de":
        # every noun has a capital there: `Hafenstadt Memel` is a noun beside a name
        return longer
    for span in list(known.values()):
        after, before = span.last + 1, span.first - 1
        if after < len(found.tokens) and found.joined[span.last] and _is_head(found, after, found.words.head_after):
            longer.append(_longer(found, span, span.first, after))
        if before >= 0 and found.joined[before] and _is_head(found, before, found.words.head_before):
            longer.append(_longer(found, span, before, span.last))
    return longer


def _is_head(found: Scan, index: int, heads: frozenset[str]) -> bool:
    return found.tokens[index].capital and found.folded[index] in heads


def _longer(found: Scan, span: Span, first: int, last: int) -> Span:
    longer = _span(found, first, last)
    longer.hits, longer.headed = span.hits, True
    return longer


def _unknown_runs(found: Scan, known: dict[tuple[int, int], Span]) -> list[Span]:
    """Return capitalised runs that the gazetteer does not know, whole and without a leading function word."""
    spans = []
    # a run is cut only by a name of several words that reaches beyond it
    longer = [span for span in known.values() if span.last > span.first and span.hits and not span.headed]
    for first, last in found.runs:
        firsts = [first]
        word = found.folded[first]
        if first < last and (found.tokens[first].initial or word in found.words.article):
            firsts.append(first + 1)
        for begin in firsts:
            if last - begin < MAX_WORDS and (begin, last) not in known and not _cuts(begin, last, longer):
                spans.append(_span(found, begin, last))
        spans += [part for part in _run_parts(found, first, last) if (part.first, part.last) not in known]
    return spans


def _run_parts(found: Scan, first: int, last: int) -> list[Span]:
    """Return what of a run may be a name by itself: its opening (`Harwinton Senior Center`), and what follows a
    connector (`Dennis Lopez of Thackerville`)."""
    if first == last or found.lang == "de":
        return []
    parts = []
    if found.tokens[first + 1].capital and found.folded[first] not in found.words.article:
        parts.append(_span(found, first, first))
        if first + 1 < last and found.folded[first + 1] in found.words.generic:
            parts.append(_span(found, first, first + 1))
    for index in range(first + 1, last):
        if not found.tokens[index].capital and last - index <= _OF_A_NAME:
            parts.append(_span(found, index + 1, last))
    return parts


def _cuts(first: int, last: int, names: list[Span]) -> bool:
    """Say whether a run ends within a known name (`Орск Оренбургской` before `области`)."""
    return any(first < span.first <= last < span.last for span in names)
