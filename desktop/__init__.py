"""The Qt program over the core; the only package that imports PySide6."""
