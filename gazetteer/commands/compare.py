"""`toposcope gazetteer compare`: what the gazetteer of today would change in a project, and taking it."""

import json
from pathlib import Path
from typing import Any

import click

from gazetteer.commands.progress import progress
from gazetteer.model import Place
from gazetteer.project.history import History
from gazetteer.project.snapshots import Difference
from gazetteer.project.store import SUFFIX, Project
from gazetteer.project.updates import AnswerChange, TakeAnswers, UpdatePlan, plan_update

_SHOWN = 50
EXAMPLES = f"""\b
Places are compared first, then every article is read anew. Nothing is changed without --apply, which is
one undo step and leaves alone whatever a person decided.

\b
Examples:
  toposcope gazetteer compare case{SUFFIX}
  toposcope gazetteer compare case{SUFFIX} --json > differences.json
  toposcope gazetteer compare case{SUFFIX} --apply
"""


@click.command(epilog=EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path), metavar="PROJECT")
@click.option("--apply", "applied", is_flag=True, help="Take the automatic answers that would change.")
@click.option("--json", "as_json", is_flag=True, help="Write one JSON object, with every mention.")
def compare(path: Path, applied: bool, as_json: bool) -> None:
    """Show what the gazetteer would change in PROJECT, made with an earlier one."""
    with Project.open(path, read_only=not applied) as project:
        plan = _plan(project)
        changed = applied and bool(plan) and bool(History(project).do(TakeAnswers(plan)))
    if as_json:
        click.echo(json.dumps(plan_row(plan, changed), ensure_ascii=False, indent=2))
    else:
        _print(plan, applied, changed)


def _plan(project: Project) -> UpdatePlan:
    # the gazetteer is the slow part of a start: not for --help, nor for a project that cannot be opened
    from gazetteer.pipeline import Annotator
    from gazetteer.project.own_gazetteer import open_with_own

    with progress() as job, open_with_own(project, job) as gazetteer:
        return plan_update(project, gazetteer, Annotator(gazetteer), job)


def plan_row(plan: UpdatePlan, applied: bool) -> dict[str, Any]:
    """Return a plan as `compare --json` writes it."""
    return {
        "gazetteer_before": plan.version_before,
        "gazetteer_now": plan.info.version,
        "applied": applied,
        "documents": plan.documents,
        "protected": plan.protected,
        "places": [_difference_row(difference) for difference in plan.differences],
        "mentions": [_answer_row(row) for row in plan.rows],
    }


def _difference_row(one: Difference) -> dict[str, Any]:
    return {
        "text": one.text,
        "changes": list(one.changes),
        "moved_km": None if one.moved_km is None else round(one.moved_km, 3),
        "before": _place_row(one.place),
        "now": _place_row(one.now) if one.now else None,
        "automatic": one.automatic,
        "by_people": one.by_people,
        "documents": one.documents,
        "kept": one.kept,
    }


def _place_row(place: Place) -> dict[str, Any]:
    return {
        "place_id": place.place_id, "name": place.name, "label": place.label, "feature_class": place.feature_class,
        "feature_code": place.feature_code, "country_code": place.country_code, "admin1_name": place.admin1_name,
        "admin2_name": place.admin2_name, "latitude": place.latitude, "longitude": place.longitude,
        "precision": place.precision.value,
    }  # fmt: skip


def _answer_row(row: AnswerChange) -> dict[str, Any]:
    place = row.annotation.resolution.place if row.annotation else None
    return {
        "mention_id": row.mention_id, "doc_id": row.document_id, "document": row.document_label,
        "char_start": row.start, "char_end": row.end, "quote": row.surface, "sentence": row.sentence,
        "change": row.change, "before": row.before, "after": row.after,
        "place_id": place.place_id if place else None,
    }  # fmt: skip


def _print(plan: UpdatePlan, wanted: bool, applied: bool) -> None:
    click.echo(f"Gazetteer {plan.version_before or 'none yet'} in the project, {plan.info.version} now.")
    if plan.differences:
        click.echo("\nPlaces that the gazetteer shows otherwise")
    for difference in plan.differences:
        click.echo(f"  {difference.text}" + (f". {difference.note}" if difference.note else ""))
    if plan.rows:
        click.echo("\nMentions that would change")
    for row in plan.rows[:_SHOWN]:
        click.echo(f"  {row.document_label}: “{row.surface}” {row.before} → {row.after}")
    if len(plan.rows) > _SHOWN:
        click.echo(f"  … and {len(plan.rows) - _SHOWN:,} more; --json lists them all")
    click.echo(f"\n{plan.text}")
    if applied:
        click.echo("Applied, as one step that an undo in the window takes back.")
    elif wanted or not plan:
        click.echo("There is nothing to apply.")
    else:
        click.echo("Nothing was changed. --apply takes the automatic answers; human decisions stay.")
