"""The scan: every span of a text that might be a place name, with what the gazetteer knows of it."""

import numpy as np

from gazetteer.places.folding import fold
from gazetteer.places.store import Gazetteer, NameKind
from gazetteer.recognition.bearers import NOBODY, Names, names_of
from gazetteer.recognition.demonyms import demonym_country, has_demonyms
from gazetteer.recognition.gaps import GAP, gap_table, initials, joins
from gazetteer.recognition.hits import Hit
from gazetteer.recognition.inflection import has_cases
from gazetteer.recognition.lexicon import lexicon
from gazetteer.recognition.odd_names import odd_names
from gazetteer.recognition.spans import MAX_WORDS, Scan, Span, WordColumns
from gazetteer.recognition.tokens import words_of
from gazetteer.recognition.vocabulary import MARK, Numbers, numbered

_LONGEST_ACRONYM = 5
_OF_A_NAME = 3
"""words that an unknown name after a connector has at most"""
_MOST_COMMON = 5.5
"""Zipf frequency of words that no unknown name is; a capital at the start of a sentence says nothing of them."""
_RUN_LINKS = frozenset("of de del della di da do du des la le al el von van upon".split())
"""Connectors that tie capitalised words the gazetteer does not know into one name."""
_CAPITAL = MARK["capital"]
_GENERIC = MARK["head_after"] | MARK["head_before"]
_NAMING = _CAPITAL | _GENERIC
_GOES_ON = _NAMING | MARK["connector"] | MARK["elided"] | MARK["and"]


def scan(text: str, lang: str | None, gazetteer: Gazetteer) -> Scan:
    """Return everything in `text` that might be a place name."""
    words = words_of(text, lang)
    vocabulary, numbers = numbered(words.texts, lang)
    marks = vocabulary.marks[numbers]
    gaps, gap_hashes = gap_table(words.before)
    columns = WordColumns(numbers, marks, gaps, gap_hashes, initials(words, gaps), joins(text, words, gaps))
    result = Scan(
        text, lang, lexicon(lang), words.texts, list(map(vocabulary.folded.__getitem__, numbers.tolist())),
        words.starts, words.ends, vocabulary, columns, marks.tolist(), columns.initial.tolist(),
        columns.joined.tolist(), _tied(gaps),
    )  # fmt: skip
    result.runs = _capital_runs(result)
    found: dict[tuple[int, int], Span] = {}
    names = names_of(gazetteer, lang)
    if has_demonyms(lang):
        _with_demonyms(result, names, gazetteer, found)
    else:
        for first in np.flatnonzero(marks & _CAPITAL).tolist():
            _add_names_from(result, first, names, gazetteer, found)
    for span in odd_names(result, names, gazetteer):
        found[span.first, span.last] = span
    for span in [*_headed(result, found), *_unknown_runs(result, found)]:
        found.setdefault((span.first, span.last), span)
    result.spans = sorted(found.values(), key=lambda span: (span.start, span.end))
    _number(result)
    return result


def _number(found: Scan) -> None:
    """Number the names and the bearers of a scan's spans."""
    names: dict[str, int] = {}
    bearers = {NOBODY: 0}
    numbers: list[int] = []
    for span in found.spans:
        name = names.setdefault(span.key, len(names))
        own = bearers.setdefault(span.bearers, len(bearers))
        numbers += (span.first, span.last, span.start, span.end, name, own)
    found.bounds = np.fromiter(numbers, np.int64, len(numbers)).reshape(-1, 6).T
    found.name_count, found.bearers = len(names), list(bearers)


def _with_demonyms(found: Scan, names: Names, gazetteer: Gazetteer, spans: dict[tuple[int, int], Span]) -> None:
    """Add the known names of a text whose demonyms are told by their stems, capitalised or not."""
    for first, mark in enumerate(found.marks):
        if mark & MARK["digit"]:
            continue
        if mark & _CAPITAL:
            _add_names_from(found, first, names, gazetteer, spans)
        demonym = _demonym(found, first, names, gazetteer)
        if demonym is not None and not _names_country(spans.get((first, first)), demonym):
            spans[first, first] = demonym
            state = _state(found, demonym, names)
            if state is not None:
                spans.setdefault((state.first, state.last), state)


def _add_names_from(
    found: Scan, first: int, names: Names, gazetteer: Gazetteer, spans: dict[tuple[int, int], Span]
) -> None:
    """Add the known names that begin with a word."""
    ends, marks, joined = found.ends, found.marks, found.joined
    start, reach = found.starts[first], first + MAX_WORDS
    if first + 1 < len(marks) and joined[first] and not _may_lead(found, first, names, gazetteer):
        reach = first + 1
    for last in range(first, min(reach, len(marks))):
        if (last > first and not joined[last - 1]) or not (marks[last] & _GOES_ON or last in found.tied):
            break
        if marks[last] & _NAMING:
            end = ends[last]
            surface = found.text[start:end]
            key, bearers = names[surface]
            if bearers.hits and first == last and _is_acronym(found, first):
                bearers = names.acronym(surface)
            if bearers.hits:
                spans[first, last] = Span(first, last, start, end, surface, key, bearers)
            elif last - first >= 2 and not gazetteer.has_prefix(key):
                break


def _tied(gaps: Numbers) -> frozenset[int]:
    """Return which words stand between hyphens, given the bits of what stands before each."""
    hyphens = gaps & GAP["hyphen"] > 0
    return frozenset(np.flatnonzero(hyphens[:-1] & hyphens[1:]).tolist())


def _may_lead(found: Scan, first: int, names: Names, gazetteer: Gazetteer) -> bool:
    """Say whether a word may begin a name of several words: one in a case may, and a part of what is written as one."""
    word = found.folded[first]
    leads = names.leads.get(word)
    if leads is None:
        leads = names.leads[word] = has_cases(found.lang) or gazetteer.has_prefix(f"{word} ")
    return leads or found.starts[first + 1] == found.ends[first]


def _demonym(found: Scan, index: int, names: Names, gazetteer: Gazetteer) -> Span | None:
    """Return the token as a demonym where its stem is one in the text's language, capitalised or not."""
    country = demonym_country(found.folded[index], found.lang)
    pid = gazetteer.country_pid.get(country) if country else None
    if pid is None:
        return None
    span = _span(found, index, index)
    span.bearers = names.bearers((Hit(pid, NameKind.DEMONYM, span.key),))
    return span


def _state(found: Scan, demonym: Span, names: Names) -> Span | None:
    """Return a state's long name made of a demonym and a word for a state (`Russische Föderation`)."""
    after = demonym.last + 1
    if not found.capital(demonym.first) or after >= len(found.marks) or not found.joined[demonym.last]:
        return None
    if found.folded[after] not in found.words.state_word or not found.capital(after):
        return None
    state = _span(found, demonym.first, after)
    state.bearers = names.bearers((Hit(demonym.hits[0].pid, NameKind.OFFICIAL, state.key),))
    return state


def _names_country(span: Span | None, demonym: Span) -> bool:
    """Say whether a name is (a case of) the very country whose demonym it also looks like (`Білорусі`)."""
    return span is not None and any(
        hit.pid == demonym.hits[0].pid and hit.kind is not NameKind.DEMONYM for hit in span.hits
    )


def _span(found: Scan, first: int, last: int) -> Span:
    start, end = found.starts[first], found.ends[last]
    surface = found.text[start:end]
    if first == last:
        key = found.folded[first]
    elif found.starts[first + 1 : last + 1] == found.ends[first:last] or "" in found.folded[first : last + 1]:
        # an elided article is one word with its name, and a lone mark is none
        key = fold(surface)
    else:
        key = " ".join(found.folded[first : last + 1])
    return Span(first, last, start, end, surface, key)


def _capital_runs(found: Scan) -> list[tuple[int, int]]:
    """Return maximal stretches of capitalised words, joined by connectors, as inclusive ranges."""
    runs: list[tuple[int, int]] = []
    marks, joined, end = found.marks, found.joined, len(found.marks)
    last = -1
    for index, mark in enumerate(marks):
        if index <= last or not mark & _CAPITAL:
            continue
        last = index
        while last + 1 < end and joined[last]:
            if marks[last + 1] & _CAPITAL:
                last += 1
            elif _bridges(found, last + 1):
                last += 2
            else:
                break
        runs.append((index, last))
    return runs


def _bridges(found: Scan, index: int) -> bool:
    mark = found.marks[index]
    links = mark & MARK["connector"] and found.written[index] in _RUN_LINKS
    connects = mark & MARK["elided"] or links or index in found.tied
    after = index + 1
    return bool(connects) and after < len(found.marks) and found.joined[index] and found.marks[after] & _CAPITAL > 0


def _is_acronym(found: Scan, index: int) -> bool:
    """Say whether a word is short for something (`NATO` is not the town Nato)."""
    short = len(found.written[index]) <= _LONGEST_ACRONYM and not found.initial[index]
    return short and found.stands_out(index)


def _headed(found: Scan, known: dict[tuple[int, int], Span]) -> list[Span]:
    """Return spans that a capitalised geographic head makes one word longer (`X County`, `River X`)."""
    longer: list[Span] = []
    if found.lang == "de":
        # every noun has a capital there: `Hafenstadt Memel` is a noun beside a name
        return longer
    for span in list(known.values()):
        after, before = span.last + 1, span.first - 1
        if after < len(found.marks) and found.joined[span.last] and _is_head(found, after, MARK["head_after"]):
            longer.append(_longer(found, span, span.first, after))
        if before >= 0 and found.joined[before] and _is_head(found, before, MARK["head_before"]):
            longer.append(_longer(found, span, before, span.last))
    return longer


def _is_head(found: Scan, index: int, head: int) -> bool:
    return bool(found.marks[index] & _CAPITAL and found.marks[index] & head)


def _longer(found: Scan, span: Span, first: int, last: int) -> Span:
    longer = _span(found, first, last)
    longer.bearers, longer.headed = span.bearers, True
    return longer


def _unknown_runs(found: Scan, known: dict[tuple[int, int], Span]) -> list[Span]:
    """Return capitalised runs that the gazetteer does not know, whole and without a leading function word."""
    spans = []
    # a run is cut only by a name of several words that reaches beyond it
    longer = [span for span in known.values() if span.last > span.first and span.hits and not span.headed]
    alone = [first for first, last in found.runs if first == last and (first, first) not in known]
    spans += [_span(found, first, first) for first in _not_common(found, alone)]
    for first, last in found.runs:
        if first == last:
            continue
        firsts = [first]
        word = found.folded[first]
        if found.initial[first] or word in found.words.article:
            firsts.append(first + 1)
        for begin in firsts:
            if last - begin < MAX_WORDS and (begin, last) not in known and not _cuts(begin, last, longer):
                spans.append(_span(found, begin, last))
        spans += [part for part in _run_parts(found, first, last) if (part.first, part.last) not in known]
    return spans


def _not_common(found: Scan, alone: list[int]) -> list[int]:
    """Return the words of some that may be an unknown name: neither single letters nor, at the start of a sentence, the
    most common words there are (`The`, `After`)."""
    frequencies = found.vocabulary.zipf(found.columns.numbers[alone]).tolist()
    return [
        index
        for index, frequency in zip(alone, frequencies, strict=True)
        if not found.marks[index] & MARK["single"] and (frequency < _MOST_COMMON or not found.initial[index])
    ]


def _run_parts(found: Scan, first: int, last: int) -> list[Span]:
    """Return what of a run may be a name by itself: its opening (`Harwinton Senior Center`), and what follows a
    connector (`Dennis Lopez of Thackerville`)."""
    if found.lang == "de":
        return []
    parts = []
    marks = found.marks
    if marks[first + 1] & _CAPITAL and not marks[first] & MARK["article"]:
        parts.append(_span(found, first, first))
        if first + 1 < last and marks[first + 1] & _GENERIC:
            parts.append(_span(found, first, first + 1))
    for index in range(first + 1, last):
        if last - index <= _OF_A_NAME and not marks[index] & _CAPITAL:
            parts.append(_span(found, index + 1, last))
    return parts


def _cuts(first: int, last: int, names: list[Span]) -> bool:
    """Say whether a run ends within a known name (`Орск Оренбургской` before `области`)."""
    return any(first < span.first <= last < span.last for span in names)
