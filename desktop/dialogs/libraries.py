"""What the program is built of, read from what is installed and shipped: name, version, licence of each library."""

import json
import re
from dataclasses import dataclass
from importlib import metadata

import resources

PROGRAM = "toposcope"
_CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True)
class Library:
    """One library; `licence` is an SPDX name where its makers give one."""

    name: str
    version: str
    licence: str


def libraries() -> list[Library]:
    """Return the libraries the program runs on, by name: Python packages, and those of the map page."""
    return sorted({*python_libraries(), *web_libraries()}, key=lambda library: library.name.casefold())


def web_libraries() -> list[Library]:
    """Return the libraries of the map page, from the manifest that lies beside them."""
    manifest = json.loads(resources.path("web", "vendor", "manifest.json").read_text("utf-8"))
    return [Library(one["name"], one["version"], one["licence"]) for one in manifest["libraries"]]


def python_libraries() -> list[Library]:
    """Return the installed packages that the program asks for; none where it runs without being installed."""
    try:
        wanted = metadata.requires(PROGRAM) or []
    except metadata.PackageNotFoundError:
        return []
    found = []
    for line in wanted:
        name = re.match(r"[\w.-]+", line)
        if name is None or "extra ==" in line:
            continue
        try:
            described = metadata.metadata(name[0])
        except metadata.PackageNotFoundError:
            continue
        found.append(Library(described["Name"], described["Version"], licence_of(described)))
    return found


def licence_of(described: metadata.PackageMetadata) -> str:
    """Return a package's licence in a few words: its expression, its classifier, or the first line of its text."""
    if "License-Expression" in described:
        return described["License-Expression"]
    classified = [line for line in described.get_all("Classifier") or [] if line.startswith(_CLASSIFIER)]
    if classified:
        return ", ".join(line.removeprefix(_CLASSIFIER) for line in classified)
    told = described.get_all("License") or [""]
    return str(told[0]).strip().partition("\n")[0]
