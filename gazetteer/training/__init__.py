"""Training: from annotated texts to the numbers the program ships."""

from gazetteer.training.run import main

__all__ = ["main"]
