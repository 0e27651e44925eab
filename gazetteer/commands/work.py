"""`toposcope run`, `import` and `export`: the desktop's work without a window."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from gazetteer.commands.progress import progress
from gazetteer.commands.speed import speed_option
from gazetteer.errors import InputError, ToposcopeError
from gazetteer.interchange.export import DEFAULT_FORMATS, FORMATS, export_project
from gazetteer.model import Speed
from gazetteer.project import importing, queries
from gazetteer.project.history import History
from gazetteer.project.importing import ImportReport
from gazetteer.project.store import SUFFIX, Project
from gazetteer.why import LANGUAGES

EXIT_PARTIAL = 3
_FORMAT_LIST = "\n".join(f"  {name:<12} {what}" for name, (what, _) in FORMATS.items())
_FORMATS_HELP = f"Files to write, parted by commas: {', '.join(FORMATS)}."

RUN_EXAMPLES = f"""\b
Formats (manifest.json is always written):
{_FORMAT_LIST}

\b
Examples:
  toposcope run articles/*.txt --export out
  toposcope run articles --export out --project case{SUFFIX} --formats geojson,csv,html
"""
IMPORT_EXAMPLES = f"""\b
The project is made where there is none. A file that is in it already is passed over.

\b
Examples:
  toposcope import case{SUFFIX} articles/
  toposcope import case{SUFFIX} report.pdf letter.docx page.html
"""
EXPORT_EXAMPLES = f"""\b
Formats (manifest.json is always written):
{_FORMAT_LIST}

\b
Examples:
  toposcope export case{SUFFIX} out
  toposcope export case{SUFFIX} out --formats geojson,places,uncertainty,decisions
"""

_inputs = click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="INPUT...")
_formats = click.option("--formats", default=",".join(DEFAULT_FORMATS), show_default=True, help=_FORMATS_HELP)


_home = click.option(
    "--home", metavar="PLACE", help="Where the project is at home: a name or an id; places there are likelier."
)
_language = click.option(
    "--language", type=click.Choice(LANGUAGES), default=LANGUAGES[0], show_default=True, help="Language of the reasons."
)


@click.command(epilog=RUN_EXAMPLES)
@_inputs
@click.option("--export", "directory", required=True, type=click.Path(path_type=Path), help="Folder to write into.")
@click.option("--project", "path", type=click.Path(path_type=Path), help="Keep the work in this project file.")
@_formats
@_language
@_home
@speed_option
def run(
    inputs: Sequence[Path],
    directory: Path,
    path: Path | None,
    formats: str,
    language: str,
    home: str | None,
    speed: Speed,
) -> int:
    """Find and resolve the places of articles (files and folders) and export them."""
    wanted = _format_names(formats)
    with _project(path) as project:
        report = _import(project, inputs, home, speed)
        if not queries.documents(project, limit=1):
            raise ToposcopeError("No article gave text, so nothing was exported.")
        _export(project, directory, wanted, language)
    return EXIT_PARTIAL if report.refused else 0


@click.command("import", epilog=IMPORT_EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path), metavar="PROJECT")
@_inputs
@_home
@speed_option
def import_files(path: Path, inputs: Sequence[Path], home: str | None, speed: Speed) -> int:
    """Bring articles (files and folders) into a project file."""
    with _project(path) as project:
        report = _import(project, inputs, home, speed)
    return EXIT_PARTIAL if report.refused else 0


@click.command(epilog=EXPORT_EXAMPLES)
@click.argument("path", type=click.Path(path_type=Path), metavar="PROJECT")
@click.argument("directory", type=click.Path(path_type=Path), metavar="DIR")
@_formats
@_language
def export(path: Path, directory: Path, formats: str, language: str) -> int:
    """Write a project's export; the project may be open in a window meanwhile."""
    wanted = _format_names(formats)
    with Project.open(path, read_only=True) as project:
        _export(project, directory, wanted, language)
    return 0


def _format_names(formats: str) -> list[str]:
    """Return the formats asked for; raises InputError for an unknown one, before any work is done."""
    names = [name.strip().lower() for name in formats.split(",") if name.strip()]
    unknown = [name for name in names if name not in FORMATS]
    if unknown or not names:
        raise InputError(f"--formats {formats}: choose from {', '.join(FORMATS)}. Nothing was read or written.")
    return names


@contextmanager
def _project(path: Path | None) -> Iterator[Project]:
    """Give the project named, made where there is none, or one that is gone afterwards."""
    if path is not None:
        with Project.open(path) if path.exists() else Project.create(path) as project:
            yield project
        return
    with (
        tempfile.TemporaryDirectory(prefix="toposcope-") as folder,
        Project.create(Path(folder, f"run{SUFFIX}")) as project,
    ):
        yield project


def _import(project: Project, inputs: Sequence[Path], home: str | None, speed: Speed) -> ImportReport:
    # the gazetteer is the slow part of a start: not for --help, nor for an export
    from gazetteer.commands.named import one_place
    from gazetteer.pipeline import Annotator
    from gazetteer.project.home import SetHome
    from gazetteer.project.own_gazetteer import open_with_own

    with progress() as job, open_with_own(project, job) as gazetteer:
        if home is not None:
            History(project).do(SetHome(one_place(gazetteer, home)))
        report = importing.import_files(History(project), inputs, Annotator(gazetteer, speed=speed), job)
    for path in report.duplicates:
        click.echo(f"toposcope: {path}: in the project already, passed over", err=True)
    for _, reason in report.refused:
        click.echo(f"toposcope: left out: {reason}", err=True)
    counts = queries.counts(project)
    number = len(report.added)
    click.echo(
        f"{number} article{'' if number == 1 else 's'} imported. {counts.total} mentions = {counts.plotted} plotted + "
        f"{counts.linked} linked + {counts.not_a_place} not places + {counts.unresolved} unresolved"
    )
    return report


def _export(project: Project, directory: Path, formats: Sequence[str], language: str) -> None:
    with progress() as job:
        written = export_project(project, directory, formats, job=job, language=language)
    for path in written:
        click.echo(str(path))
