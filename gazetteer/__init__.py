"""The core of Toposcope: text in, places and exports out; no Qt, no network, no global state."""

__version__ = "0.1.0"
