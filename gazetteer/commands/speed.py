"""The option `--speed`, which several verbs share."""

from collections.abc import Callable
from typing import Any

import click

from gazetteer.model import Speed


def _speed(_: click.Context, __: click.Parameter, value: str) -> Speed:
    return Speed(value)


speed_option: Callable[[Callable[..., Any]], Callable[..., Any]] = click.option(
    "--speed",
    type=click.Choice([speed.value for speed in Speed]),
    default=Speed.BEST.value,
    show_default=True,
    callback=_speed,
    help="best: names are judged once more in the light of where they would lie, and may be misspelt in two letters; "
    "fast: they are not, and may be in one.",
)
