"""Bring the translations up to date: read the strings of desktop/ into the .ts files, compile these to .qm.

Usage: python scripts/translate.py          (fill in what it says is missing, with Qt Linguist or by hand; run it again)
       python scripts/translate.py --check  (change nothing; fail where a string is missing or a .qm is old)
"""

import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "i18n"
LANGUAGES = ("de",)
_HOLE = re.compile(r"\{\w*\}|%n")


@dataclass(frozen=True, slots=True)
class Message:
    """One string of the program: where it is used, its English, and what the translation says (None: nothing yet)."""

    context: str
    source: str
    translation: str | None


def read_messages(path: Path) -> Iterator[Message]:
    """Yield every message of a .ts file that is in use."""
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            if told is None or told.get("type") in ("vanished", "obsolete"):
                continue
            forms = [form.text or "" for form in told.iter("numerusform")] or [told.text or ""]
            done = told.get("type") != "unfinished" and all(forms)
            yield Message(context.findtext("name", ""), message.findtext("source", ""), forms[-1] if done else None)


def problems(messages: list[Message]) -> list[str]:
    """Return what is wrong with translations, in words: missing ones, and holes that do not match."""
    found = []
    for message in messages:
        if message.translation is None:
            found.append(f"{message.context}: no translation of {message.source!r}")
        elif sorted(_HOLE.findall(message.source)) != sorted(_HOLE.findall(message.translation)):
            found.append(f"{message.context}: holes differ: {message.source!r} -> {message.translation!r}")
    return found


def update(language: str, folder: Path) -> list[str]:
    """Read the strings into the language's .ts file in `folder` and compile it; return what is wrong."""
    text = folder / f"toposcope_{language}.ts"
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "desktop").rglob("*.py"))
    options = ["-source-language", "en", "-target-language", language, "-no-obsolete", "-locations", "none"]
    _run("pyside6-lupdate", *sources, "-ts", str(text), *options)
    _run("pyside6-lrelease", str(text), "-qm", str(text.with_suffix(".qm")))
    return problems(list(read_messages(text)))


def _run(program: str, *arguments: str) -> None:
    command = [str(Path(sys.executable).with_name(program)), *arguments]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)


def check(language: str) -> list[str]:
    """Return what is wrong with the translation as it is committed."""
    with tempfile.TemporaryDirectory() as scratch:
        committed = FOLDER / f"toposcope_{language}.ts"
        copy = Path(scratch) / committed.name
        copy.write_bytes(committed.read_bytes())
        found = update(language, Path(scratch))
        if copy.with_suffix(".qm").read_bytes() != committed.with_suffix(".qm").read_bytes():
            found.append(f"{committed.stem}.qm is old: run python scripts/translate.py")
    return found


def main() -> int:
    """Update every language, or with --check only look; print what is wrong."""
    FOLDER.mkdir(exist_ok=True)
    looking = "--check" in sys.argv[1:]
    found = [line for language in LANGUAGES for line in (check(language) if looking else update(language, FOLDER))]
    print("\n".join(found) or "Every string is translated.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
