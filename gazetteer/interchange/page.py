"""The stand-alone map: one HTML page by folium, every asset inside it, no request to anyone."""

from collections.abc import Iterator
from importlib.resources import files
from typing import IO, Any

import branca.element
import folium
from folium.template import Template
from folium.utilities import JsCode

from gazetteer.interchange import leaflet
from gazetteer.interchange.geojson import gazetteers, place_record
from gazetteer.jobs import Job
from gazetteer.project import queries
from gazetteer.project.filters import MentionFilter
from gazetteer.project.rows import Evidence, EvidenceSentence, PlaceRow
from gazetteer.project.store import Project

# folium's classes come without types
_Map: Any = folium.Map
_GeoJson: Any = folium.GeoJson
_MacroElement: Any = branca.element.MacroElement

_SENTENCES = 25
"""sentences a place shows; the rest is counted"""
_AREAS = {"country", "region", "area"}
_BASEMAP_CREDIT = "Basemap: Natural Earth (public domain)."


def write_page(project: Project, stream: IO[str], scope: MentionFilter | None, job: Job) -> int:
    """Write a page that opens with no network and shows each plotted place with its sentences; return how many."""
    states = {str(point["id"]): str(point["state"]) for point in queries.map_points(project, scope)}
    rows = [row for row in queries.places(project, scope) if row.place.place_id in states]
    features = []
    for number, row in enumerate(rows):
        job.step(number, len(rows), "map.html")
        features.append(_feature(project, row, states[row.place.place_id]))
    stream.write(_render(features, _about(project, scope, len(rows))))
    return len(rows)


def _feature(project: Project, row: PlaceRow, state: str) -> dict[str, Any]:
    shape = "problem" if state == "problem" else "area" if row.place.precision.value in _AREAS else "point"
    articles, more = _shortened(queries.evidence(project, row.place.place_id))
    radius = f", within {row.place.radius_m / 1000:g} km" if row.place.radius_m else ""
    where = f"{_number(row.mentions, 'mention')} in {_number(row.documents, 'article')}"
    about = f"{where}{radius}; {row.place.precision.value}"
    flags = {"problem": "; probably misspelt", "human": "; checked by a person"}
    properties = place_record(row) | {
        "look": f"{shape} {state}",
        "about": about + flags.get(state, ""),
        "articles": articles,
        "more": more,
    }
    point = {"type": "Point", "coordinates": [row.place.longitude, row.place.latitude]}
    return {"type": "Feature", "id": row.place.place_id, "geometry": point, "properties": properties}


def _shortened(found: list[Evidence]) -> tuple[list[dict[str, Any]], str | None]:
    """Return the first sentences by article, and words that say how many are left out."""
    articles = []
    left = _SENTENCES
    for article in found:
        shown = article.sentences[: max(0, left)]
        left -= len(article.sentences)
        if shown:
            articles.append({"label": article.document_label, "sentences": [_runs(one) for one in shown]})
    return articles, f"and {_number(-left, 'more sentence')}" if left < 0 else None


def _runs(sentence: EvidenceSentence) -> list[tuple[str, bool]]:
    """Return a sentence as runs of text, marked or not."""
    runs, at = [], 0
    for mark in sentence.marks:
        runs += [(sentence.text[at : mark.start], False), (sentence.text[mark.start : mark.end], True)]
        at = mark.end
    return [run for run in [*runs, (sentence.text[at:], False)] if run[0]]


def _about(project: Project, scope: MentionFilter | None, places: int) -> dict[str, object]:
    counts = queries.counts(project, scope)
    credits = [f"{source['id']}: {source['attribution']} ({source['licence']})." for source in gazetteers(project)]
    return {
        "title": _number(places, "place"),
        "counts": f"{counts.total} mentions = {counts.plotted} plotted + {counts.linked} linked + "
        f"{counts.not_a_place} not places + {counts.unresolved} unresolved",
        "credits": [_BASEMAP_CREDIT, *credits],
    }


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


class _Markup(branca.element.Element):
    """Markup that goes into the page's head as it is."""

    _template = Template("{{ this.markup }}")

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.markup = markup


class _Behaviour(_MacroElement):  # type: ignore[misc]
    """The land under the places, the countries' names and the list beside the map."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        {{ this.chart }}.attributionControl.setPrefix(false);
        toposcope.drawLand({{ this.chart }}, {{ this.land }});
        toposcope.drawNames({{ this.chart }}, {{ this.names|tojson }});
        toposcope.drawRings({{ this.chart }}, {{ this.places }});
        toposcope.panel({{ this.chart }}, {{ this.places }}, {{ this.about|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, chart: str, places: str, about: dict[str, object]) -> None:
        super().__init__()
        self.chart, self.places, self.about = chart, places, about
        self.land, self.names = leaflet.basemap()


def _render(features: list[dict[str, Any]], about: dict[str, object]) -> str:
    chart = _Map(
        location=[30, 15], zoom_start=2, min_zoom=2, tiles=None, prefer_canvas=True, world_copy_jump=True, zoom_snap=0.5
    )
    chart.default_js, chart.default_css = [], []
    _name(chart, "chart")
    layer = _GeoJson(
        {"type": "FeatureCollection", "features": features},
        point_to_layer=JsCode("toposcope.marker"),
        on_each_feature=JsCode("toposcope.evidence"),
    )
    _name(layer, "places")
    layer.add_to(chart)
    behaviour = _Behaviour(chart.get_name(), layer.get_name(), about)
    _name(behaviour, "behaviour")
    behaviour.add_to(chart)
    if features:
        points = [feature["geometry"]["coordinates"] for feature in features]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        chart.fit_bounds([[south, west], [north, east]], padding=(30, 30), max_zoom=7)
    figure: Any = chart.get_root()
    _name(figure, "figure")
    figure.title = "Toposcope map"
    for name, markup in _head():
        figure.header.add_child(_Markup(markup), name=name)
    return f"{figure.render()}\n"


def _name(element: Any, name: str) -> None:
    """Give an element a fixed id: folium draws one at random, and two exports of one project are to be equal."""
    element._id = name


def _head() -> Iterator[tuple[str, str]]:
    own = files("gazetteer.interchange")
    yield "policy", f'<meta http-equiv="Content-Security-Policy" content="{leaflet.POLICY}">'
    yield "leaflet_css", f"<style>{leaflet.styles()}</style>"
    yield "page_css", f"<style>{own.joinpath('page.css').read_text('utf-8')}</style>"
    yield "leaflet_js", f"<script>{leaflet.library()}</script>"
    yield "page_js", f"<script>{own.joinpath('page.js').read_text('utf-8')}</script>"
