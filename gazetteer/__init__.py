"""The core of Toposcope: text in, places and exports out; no Qt, no network, no global state."""

import os

__version__ = "0.1.0"

# Our matrices are small: numpy's threads, which spin while they wait, cost up to twice what the whole reading takes.
# Read when numpy is loaded; whoever has set it is heeded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
