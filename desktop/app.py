"""The start of the program: tells the window's arguments from the command line's, and loads Qt only for the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from desktop.launch import Launch
from gazetteer.cli import EXIT_FAILED, EXIT_USAGE
from gazetteer.cli import main as command_line

SUFFIX = ".toposcope"
WINDOW_VERBS = ("open", "demo")
WINDOW_OPTIONS = (
    "--snapshot",
    "--dark",
    "--light",
    "--size",
    "--scale",
    "--read-only",
    "--gazetteer",
    "--new-window",
    "--language",
)


def _size(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    width, _, height = value.lower().partition("x")
    if not (width.isdigit() and height.isdigit() and int(width) >= 640 and int(height) >= 480):
        raise click.BadParameter(f"{value!r} is not a size of at least 640x480, such as 1440x900.")
    return int(width), int(height)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("words", nargs=-1, metavar="[open FILE | demo | FILE.toposcope]")
@click.option("--snapshot", type=click.Path(dir_okay=False, path_type=Path), help="Draw the window to a PNG and exit.")
@click.option("--dark", "appearance", flag_value="dark", help="Dark whatever the system says.")
@click.option("--light", "appearance", flag_value="light", help="Light whatever the system says.")
@click.option("--size", callback=_size, metavar="WxH", help="Size of the window, such as 1440x900.")
@click.option("--scale", type=click.FloatRange(0.5, 4.0), help="Scale of everything, such as 1.5.")
@click.option("--gazetteer", metavar="WORDS", help="Open on the gazetteer, searched for a name, an id or coordinates.")
@click.option("--read-only", is_flag=True, help="Open without writing.")
@click.option("--language", type=click.Choice(["en", "de"]), help="Language of the window.")
@click.option("--new-window", is_flag=True, help="A second window beside one that is open.")
def _window(
    words: tuple[str, ...],
    snapshot: Path | None,
    appearance: str | None,
    size: tuple[int, int] | None,
    scale: float | None,
    gazetteer: str | None,
    read_only: bool,
    language: str | None,
    new_window: bool,
) -> int:
    """Open the window, on a project, on the sample project (demo) or where it was left."""
    demo = words == ("demo",)
    files = words[1:] if words[:1] == ("open",) else () if demo else words
    if len(files) > 1 or words == ("open",):
        raise click.UsageError("Name one project file.")
    project = Path(files[0]).absolute() if files else None
    if project is not None and not project.exists():
        raise click.UsageError(f"There is no file {project}.")
    return _run(Launch(project, demo, read_only, snapshot, appearance, size, scale, gazetteer, new_window, language))


def wants_window(arguments: Sequence[str]) -> bool:
    """Say whether arguments ask for the window rather than for a verb of the command line."""
    if not arguments:
        return True
    first = arguments[0]
    return first in WINDOW_VERBS or first.endswith(SUFFIX) or first.partition("=")[0] in WINDOW_OPTIONS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code (documented in `toposcope --help`)."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not wants_window(given):
        return command_line(given)
    try:
        answer = _window.main(args=given, prog_name="toposcope", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    return answer if isinstance(answer, int) else 0


def _run(launch: Launch) -> int:
    prepare_environment(launch)
    try:
        from desktop.composition import run  # Qt is loaded here and nowhere before
    except ImportError as error:
        click.echo(f"toposcope: the window cannot start: {error}. `toposcope doctor` names what is missing.", err=True)
        return EXIT_FAILED
    return run(launch)


def prepare_environment(launch: Launch) -> None:
    """Set what Qt reads before it starts: platform without a display, scale, the sandbox where root runs us."""
    displayed = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if launch.snapshot is not None and sys.platform == "linux" and not displayed:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        # a machine with no display has no desktop bus either, and Chromium complains of each
        flags = os.environ.get("QTWEBENGINE_CHROMIUM_FLAGS", "")
        os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = f"{flags} --log-level=3".strip()
    if launch.scale is not None:
        os.environ["QT_SCALE_FACTOR"] = str(launch.scale)
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        # Chromium refuses its sandbox to root
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
