"""`toposcope gazetteer show|near`: one place with all that is known of it, and the places around a point."""

import json
from typing import Any

import click

from gazetteer.errors import InputError
from gazetteer.model import Place
from gazetteer.places.coordinates import decimal, grid_reference, parse, sexagesimal
from gazetteer.places.records import Name
from gazetteer.places.store import Gazetteer

_LISTED = 12
_EXAMPLES = """\b
Examples:
  toposcope gazetteer show geonames:593116
  toposcope gazetteer show "Springfield, Illinois" --json
  toposcope gazetteer near "54.69 25.28"
  toposcope gazetteer near "54°41′21″N 25°16′47″E" --limit 5
  toposcope gazetteer near 35ULA8911761565
"""


@click.command(epilog=_EXAMPLES)
@click.argument("place")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object.")
def show(place: str, as_json: bool) -> None:
    """Show one PLACE, given by id or by a name as `search` takes it: names, hierarchy, neighbours, source."""
    with Gazetteer.open() as gazetteer:
        hits = gazetteer.search(place, 1) if place.strip() else []
        if not hits:
            raise InputError(
                f"The gazetteer knows no place like {place!r}; `toposcope gazetteer search` shows what it has."
            )
        card = place_card(gazetteer, hits[0].pid)
    click.echo(json.dumps(card, ensure_ascii=False, indent=2) if as_json else _in_words(card))


def place_card(gazetteer: Gazetteer, pid: int) -> dict[str, Any]:
    """Return all that a gazetteer knows of a place, as `show --json` writes it."""
    place, provenance = gazetteer.place(pid), gazetteer.provenance(pid)
    near = gazetteer.nearest(place.latitude, place.longitude, _LISTED + 1)
    return {
        "place_id": place.place_id, "name": place.name, "local_name": place.local_name, "label": place.label,
        "feature": f"{place.feature_class}.{place.feature_code}", "population": place.population,
        "latitude": place.latitude, "longitude": place.longitude, "radius_m": place.radius_m,
        "precision": place.precision.value, "dms": sexagesimal(place.latitude, place.longitude),
        "mgrs": grid_reference(place.latitude, place.longitude),
        "names": [_name_row(name) for name in gazetteer.names(pid)],
        "lies_in": [_short(other) for other in gazetteer.parents(pid)],
        "holds": [_short(other) for other in gazetteer.children(pid, _LISTED)],
        "near": [{**_short(other), "km": round(km, 1)} for other, km in near if other.place_id != place.place_id],
        "same_name": [_short(other) for other in gazetteer.homonyms(pid, _LISTED)],
        "source": provenance.source.title, "snapshot": provenance.source.version,
        "licence": provenance.source.licence, "attribution": provenance.source.attribution,
        "gazetteer": provenance.gazetteer, "disputed": provenance.disputed,
    }  # fmt: skip


def _name_row(name: Name) -> dict[str, str]:
    return {"name": name.name, "lang": name.lang, "kind": name.kind.name.lower(), "period": name.period}


def _short(place: Place) -> dict[str, str]:
    return {"place_id": place.place_id, "label": place.label}


def _in_words(card: dict[str, Any]) -> str:
    reach = f" ± {card['radius_m'] / 1000:,.0f} km" if card["radius_m"] else ""
    people = f", {card['population']:,} people" if card["population"] else ""
    lines = [
        f"{card['label']}  ({card['local_name']})" if card["local_name"] else card["label"],
        f"  {card['place_id']}  {card['feature']}{people}, known to the {card['precision']}",
        f"  {decimal(card['latitude'], card['longitude'])}{reach}   {card['dms']}   {card['mgrs']}",
    ]
    if card["disputed"]:
        lines.append(f"  disputed: {card['disputed']}")
    for title, key in (("lies in", "lies_in"), ("holds", "holds"), ("same name", "same_name")):
        if card[key]:
            lines.append(f"  {title}: " + "; ".join(other["label"] for other in card[key]))
    if card["near"]:
        lines.append("  near: " + "; ".join(f"{other['label']} ({other['km']} km)" for other in card["near"][:5]))
    spoken: dict[str, list[str]] = {}
    for name in card["names"]:
        words = name["name"] + (f" ({name['kind']})" if name["kind"] not in ("main", "official", "tagged") else "")
        spoken.setdefault(name["lang"] or "-", []).append(words)
    lines += ["  names"] + [f"    {lang:8}{', '.join(dict.fromkeys(names))}" for lang, names in sorted(spoken.items())]
    lines.append(f"  source: {card['source']} {card['snapshot']}, {card['licence']}: {card['attribution']}")
    return "\n".join(lines)


@click.command(epilog=_EXAMPLES)
@click.argument("position")
@click.option("--limit", default=10, show_default=True, type=click.IntRange(1, 1000), help="How many at most.")
@click.option("--json", "as_json", is_flag=True, help="Write a JSON list, nearest first.")
def near(position: str, limit: int, as_json: bool) -> None:
    """List the settlements and landmarks nearest to a POSITION (decimal degrees, minutes and seconds, or MGRS)."""
    point = parse(position)
    if point is None:
        raise InputError(
            f'{position!r} is no position; give latitude and longitude like "54.69 25.28", "54°41′N 25°17′E", or MGRS.'
        )
    with Gazetteer.open() as gazetteer:
        found = gazetteer.nearest(*point, limit)
    if as_json:
        rows = [{**_short(place), "latitude": place.latitude, "longitude": place.longitude, "km": round(km, 3)}
                for place, km in found]  # fmt: skip
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for place, km in found:
        click.echo(f"{km:9,.1f} km  {place.label}  ({place.place_id})")
