"""What a filter may be set to: the values that the articles and their places have, and the articles day by day."""

from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from gazetteer.project.filters import NO_FILTER, PRESENT, REGION, MentionFilter, document_clause
from gazetteer.project.passing import glances, passing, remembered
from gazetteer.project.store import Project

_ARTICLES, _PLACES = ("doc_key", "documents AS a ON a.key"), ("place_id", "places AS a ON a.place_id")
_FACETS = {
    "sources": (_ARTICLES, "COALESCE(a.source, '')", "NULL"),
    "languages": (_ARTICLES, "COALESCE(a.lang, '')", "NULL"),
    "countries": (_PLACES, "COALESCE(a.country_code, '')", "max(a.country_name)"),
    "regions": (_PLACES, REGION, "max(a.admin1_name || ', ' || a.country_name)"),
    "classes": (_PLACES, "a.feature_class", "NULL"),
}
"""what is counted first, mentions of an article or of a place, and whose table knows the value and its name"""
FACETS = (*_FACETS, "tags")
"""the parts of a filter whose values come from the articles"""


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value a filter may take, how many mentions have it, and for a country or region its name."""

    value: str
    mentions: int
    name: str


def facet_values(project: Project, facet: str) -> list[FacetValue]:
    """Return the values of one of `FACETS`, most mentioned first."""
    return remembered(
        project, ("values", facet), lambda: _tags(project) if facet == "tags" else _values(project, facet)
    )


def _values(project: Project, facet: str) -> list[FacetValue]:
    (column, owner), value, name = _FACETS[facet]
    named = "AND a.admin1_name IS NOT NULL" if facet == "regions" else ""
    rows = project.reader().execute(
        f"""
        SELECT {value} AS value, sum(n) AS mentions, {name} AS name FROM (
            SELECT m.{column} AS owner, count(*) AS n FROM {NO_FILTER.mentions}
            WHERE m.{column} IS NOT NULL AND {PRESENT} GROUP BY m.{column}
        ) JOIN {owner} = owner {named}
        GROUP BY value ORDER BY mentions DESC, value
        """
    )
    return [FacetValue(row["value"], row["mentions"], row["name"] or row["value"]) for row in rows]


def _tags(project: Project) -> list[FacetValue]:
    rows = project.reader().execute(
        """
        SELECT value, count(*) AS number FROM (
            SELECT t.value FROM mentions AS m JOIN documents AS d ON d.key = m.doc_key AND d.present,
                json_each(m.tags) AS t WHERE m.tags <> '[]' AND NOT m.removed
            UNION ALL
            SELECT t.value FROM documents AS d, json_each(d.tags) AS t WHERE d.present AND d.tags <> '[]'
        ) GROUP BY value ORDER BY number DESC, value
        """
    )
    return [FacetValue(row["value"], row["number"], row["value"]) for row in rows]


@dataclass(frozen=True, slots=True)
class Day:
    """The articles of one date, and their mentions that the filter lets through."""

    date: str
    documents: int
    mentions: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """Articles by date, oldest first; those without a full date are counted apart."""

    days: tuple[Day, ...] = ()
    undated: int = 0
    undated_mentions: int = 0


def timeline(project: Project, where: MentionFilter | None = None) -> Timeline:
    """Count the articles that the filter keeps, day by day."""
    documents, mentions = Counter[str | None](), Counter[str | None]()
    known = glances(project)
    for key, passed in _kept(project, where or NO_FILTER).items():
        # an article that came in between the two questions is counted the next time
        if key in known:
            day = known[key].date
            documents[day] += 1
            mentions[day] += passed
    days = [Day(day, documents[day], mentions[day]) for day in sorted(filter(None, documents))]
    return Timeline(tuple(days), documents[None], mentions[None])


def _kept(project: Project, where: MentionFilter) -> Mapping[int, int]:
    """Return the key of every article that the filter keeps, with how many of its mentions pass."""
    if not where.about_documents:
        return passing(project, where)
    condition, values = document_clause(where)
    rows = project.reader().execute(f"SELECT d.key FROM documents AS d WHERE d.present AND {condition}", values)
    # an article without any mention is kept, too
    mentions = passing(project, NO_FILTER)
    return {key: mentions.get(key, 0) for (key,) in rows}


def without_dates(where: MentionFilter) -> MentionFilter:
    """Return the filter as it is but for its dates: what a timeline shows around the dates chosen."""
    return replace(where, date_from=None, date_to=None, undated=False)


@dataclass(frozen=True, slots=True)
class Bin:
    """A bar of the histogram: ISO dates of its first and last day, and what falls on them."""

    first: str
    last: str
    documents: int
    mentions: int


UNITS = ("day", "week", "month", "year")
MOST_BINS = 90


def bins(days: tuple[Day, ...], most: int = MOST_BINS) -> tuple[str, tuple[Bin, ...]]:
    """Return the smallest of `UNITS` that needs no more than `most` bars, and the bars without gaps, oldest first."""
    if not days:
        return "day", ()
    first, last = date.fromisoformat(days[0].date), date.fromisoformat(days[-1].date)
    unit = next((unit for unit in UNITS if _ordinal(last, unit) - _ordinal(first, unit) < most), "year")
    start = _ordinal(first, unit)
    counted = [[0, 0] for _ in range(_ordinal(last, unit) - start + 1)]
    for day in days:
        place = _ordinal(date.fromisoformat(day.date), unit) - start
        counted[place][0] += day.documents
        counted[place][1] += day.mentions
    return unit, tuple(Bin(*_ends(start + number, unit), *sums) for number, sums in enumerate(counted))


def _ordinal(day: date, unit: str) -> int:
    """Return the number of the day, week (from Monday), month or year that a date lies in."""
    if unit == "day":
        return day.toordinal()
    if unit == "week":
        return (day.toordinal() - 1) // 7
    return day.year * 12 + day.month - 1 if unit == "month" else day.year


def _ends(ordinal: int, unit: str) -> tuple[str, str]:
    if unit == "day":
        first = last = date.fromordinal(ordinal)
    elif unit == "week":
        first, last = date.fromordinal(ordinal * 7 + 1), date.fromordinal(min(ordinal * 7 + 7, date.max.toordinal()))
    elif unit == "month":
        first = date(ordinal // 12, ordinal % 12 + 1, 1)
        last = first.replace(day=monthrange(first.year, first.month)[1])
    else:
        first, last = date(ordinal, 1, 1), date(ordinal, 12, 31)
    return first.isoformat(), last.isoformat()
