"""`toposcope doctor`: what the program needs, whether it is here, and what to do where it is not."""

import ctypes.util
import importlib.util
import os
import platform
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata

import click

from gazetteer import __version__
from gazetteer.errors import ToposcopeError

EXAMPLES = """\b
Each line says ok, note or missing; the exit code is 1 where something is missing that the program needs.

\b
Examples:
  toposcope doctor
  toposcope doctor && toposcope demo
"""
OK, NOTE, MISSING = "ok", "note", "missing"
OLDEST_PYTHON, OLDEST_SQLITE = (3, 11), (3, 37, 0)

# library: Debian package; what Qt WebEngine loads beyond its own wheels
_LIBRARIES = {
    "nss3": "libnss3",
    "nspr4": "libnspr4",
    "EGL": "libegl1",
    "GL": "libgl1",
    "OpenGL": "libopengl0",
    "gbm": "libgbm1",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xkbfile": "libxkbfile1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "Xcomposite": "libxcomposite1",
    "Xdamage": "libxdamage1",
    "Xrandr": "libxrandr2",
    "Xtst": "libxtst6",
    "xshmfence": "libxshmfence1",
    "asound": "libasound2",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-randr": "libxcb-randr0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xinerama": "libxcb-xinerama0",
    "xcb-xkb": "libxcb-xkb1",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, OK, NOTE or MISSING, and words."""

    name: str
    state: str
    text: str


@click.command(epilog=EXAMPLES)
def doctor() -> int:
    """Check the machine: Python, libraries of the window, gazetteer, cache, display."""
    findings = list(examine())
    for finding in findings:
        click.echo(f"{finding.state:<8} {finding.name:<12} {finding.text}")
    return 1 if any(finding.state == MISSING for finding in findings) else 0


def examine() -> Iterator[Finding]:
    """Yield a finding for each thing the program needs."""
    yield Finding("toposcope", OK, __version__)
    yield _python()
    yield _sqlite()
    yield _qt()
    if sys.platform.startswith("linux"):
        yield _libraries(ctypes.util.find_library, os.environ)
        yield _display(os.environ)
        yield _sandbox(os.geteuid(), os.environ)
    yield from _gazetteer()


def _python() -> Finding:
    running = f"{platform.python_version()} ({sys.executable})"
    if sys.version_info < OLDEST_PYTHON:
        return Finding("python", MISSING, f"{running}; 3.11 or newer is needed")
    return Finding("python", OK, running)


def _sqlite() -> Finding:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        return Finding("sqlite", MISSING, f"{sqlite3.sqlite_version}; 3.37 or newer is needed: use a newer Python")
    return Finding("sqlite", OK, sqlite3.sqlite_version)


def _qt() -> Finding:
    # found, never imported: the command line works without Qt, and must not load it
    for module in ("PySide6", "PySide6.QtWebEngineCore"):
        try:
            found = importlib.util.find_spec(module)
        except ModuleNotFoundError:
            found = None
        if found is None:
            return Finding(
                "qt", MISSING, f"{module} is not installed; the window needs it: pip install 'PySide6>=6.8,<6.12'"
            )
    return Finding("qt", OK, f"PySide6 {metadata.version('PySide6')} with QtWebEngine")


def _libraries(find: Callable[[str], str | None], environment: Mapping[str, str]) -> Finding:
    lacking = [package for library, package in _LIBRARIES.items() if find(library) is None]
    if lacking and not environment.get("DISPLAY") and all(package.startswith("libxcb-") for package in lacking):
        return Finding("libraries", NOTE, f"on an X display the window would need {' '.join(lacking)}")
    if lacking:
        command = f"apt-get install --no-install-recommends {' '.join(lacking)}"
        return Finding("libraries", MISSING, f"the map needs system libraries; on Debian: {command}")
    return Finding("libraries", OK, f"all {len(_LIBRARIES)} system libraries of Qt WebEngine")


def _display(environment: Mapping[str, str]) -> Finding:
    for name in ("WAYLAND_DISPLAY", "DISPLAY"):
        if environment.get(name):
            return Finding("display", OK, f"{name}={environment[name]}")
    return Finding(
        "display", NOTE, "none: no window can open here; `toposcope demo --snapshot FILE.png` draws a picture"
    )


def _sandbox(user: int, environment: Mapping[str, str]) -> Finding:
    if user != 0:
        return Finding("sandbox", OK, "the map page runs in Chromium's sandbox")
    if environment.get("QTWEBENGINE_DISABLE_SANDBOX") == "1":
        return Finding(
            "sandbox", NOTE, "you are root and QTWEBENGINE_DISABLE_SANDBOX=1 is set: the map page runs without one"
        )
    return Finding("sandbox", NOTE, "you are root: the window turns the map page's sandbox off, as Chromium asks for")


def _gazetteer() -> Iterator[Finding]:
    from gazetteer.places.store import Gazetteer

    try:
        with Gazetteer.open() as gazetteer:
            info = gazetteer.info()
    except ToposcopeError as error:
        yield Finding("gazetteer", MISSING, str(error))
        return
    rows = ", ".join(f"{number:,} {name}" for name, number in sorted(info.counts.items()))
    yield Finding("gazetteer", OK, f"{info.version}: {rows}")
    yield Finding("cache", OK, f"{info.path} ({info.size / 1e6:.0f} MB)")
