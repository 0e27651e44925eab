"""`toposcope train`: make the learned weights anew, where the libraries that only training needs are installed."""

import importlib
from importlib.util import find_spec

import click

from gazetteer.errors import InputError

NEEDED = {"lightgbm": "lightgbm>=4.5,<5", "sklearn": "scikit-learn>=1.6,<2"}
"""module -> what to install, as in the dependency group `train`"""


# --help is the training's own: its options are told in one place
@click.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def train(arguments: tuple[str, ...]) -> int:
    """Make the weights of recognition and ranking anew from annotated texts."""
    missing = [what for module, what in NEEDED.items() if find_spec(module) is None]
    if missing:
        wanted = " ".join(f"'{what}'" for what in missing)
        raise InputError(
            "Training needs libraries that the program itself does without; nothing was trained. "
            f"Install them with: python -m pip install {wanted} (in a checkout: python -m pip install --group train)"
        )
    code: int = importlib.import_module("gazetteer.training").main(list(arguments))
    return code
