"""The command line: every verb that needs no window."""

import importlib
import os
import sys
from collections.abc import Sequence

import click

from gazetteer import __version__
from gazetteer.errors import Cancelled, InputError, ToposcopeError

COMMANDS = {
    "annotate": "gazetteer.commands.annotate:annotate",
    "run": "gazetteer.commands.work:run",
    "import": "gazetteer.commands.work:import_files",
    "export": "gazetteer.commands.work:export",
    "gazetteer": "gazetteer.commands.places:gazetteer",
    "rules": "gazetteer.commands.rules:rules_group",
    "evaluate": "gazetteer.commands.evaluate:evaluate",
    "train": "gazetteer.commands.train:train",
    "doctor": "gazetteer.commands.doctor:doctor",
}
EXIT_OK, EXIT_FAILED, EXIT_USAGE, EXIT_PARTIAL, EXIT_INTERRUPTED = 0, 1, 2, 3, 130

EPILOG = """\b
Without a verb the window opens; `toposcope open FILE` and `toposcope demo` open it on a project.
Exit codes: 0 done; 1 failed, the reason is on stderr; 2 wrong options or input; 3 done, but some
files or lines were refused, each with its reason on stderr; 130 interrupted.
"""


class _Verbs(click.Group):
    """A group that imports a verb's module when the verb is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=_Verbs, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="toposcope")
def toposcope() -> None:
    """Find the places articles name, resolve them offline, export them for a map."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb and return its exit code; errors of the world are one line on stderr."""
    try:
        result = toposcope.main(args=arguments, prog_name="toposcope", standalone_mode=False)
    except (KeyboardInterrupt, click.Abort, Cancelled):
        return _fail("Interrupted; what was finished before is kept.", EXIT_INTERRUPTED)
    except click.ClickException as error:
        error.show()
        return EXIT_USAGE
    except InputError as error:
        return _fail(str(error), EXIT_USAGE)
    except ToposcopeError as error:
        return _fail(str(error), EXIT_FAILED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_OK
    return result if isinstance(result, int) else EXIT_OK


def _fail(message: str, code: int) -> int:
    click.echo(f"toposcope: {message}", err=True)
    return code
