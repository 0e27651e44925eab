"""Refresh resources/web/vendor from the npm packages named here: code, fonts, licences and one manifest.

Usage: python scripts/vendor_web.py    (asks the npm client for the exact versions below, checks nothing else)
"""

import hashlib
import json
import shutil
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources/web/vendor"
SCRIPTS = ("cyrillic", "cyrillic-ext", "greek", "latin", "latin-ext", "vietnamese")


@dataclass(frozen=True, slots=True)
class Library:
    """An npm package: name, exact version, licence (SPDX) and which of its files are taken, by path to new name."""

    package: str
    version: str
    licence: str
    files: dict[str, str]


LIBRARIES = (
    Library(
        "leaflet",
        "1.9.4",
        "BSD-2-Clause",
        {"dist/leaflet.js": "leaflet.js", "dist/leaflet.css": "leaflet.css", "LICENSE": "LICENSE.txt"},
    ),
    Library(
        "protomaps-leaflet",
        "5.1.0",
        "BSD-3-Clause",
        {"dist/protomaps-leaflet.js": "protomaps-leaflet.js", "LICENSE": "LICENSE.txt"},
    ),
    Library(
        "supercluster",
        "9.1.0",
        "ISC",
        {"dist/supercluster.min.js": "supercluster.js", "LICENSE": "LICENSE.txt"},
    ),
    Library(
        "@fontsource-variable/inter",
        "5.3.0",
        "OFL-1.1",
        {f"files/inter-{script}-wght-normal.woff2": f"inter-{script}.woff2" for script in SCRIPTS}
        | {"files/inter-latin-wght-italic.woff2": "inter-latin-italic.woff2", "LICENSE": "LICENSE.txt"},
    ),
)


def main() -> None:
    """Fetch every library anew and write the manifest."""
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        rows = [take(library, Path(folder)) for library in LIBRARIES]
    manifest = json.dumps({"libraries": rows}, indent=2, ensure_ascii=False) + "\n"
    (TARGET / "manifest.json").write_text(manifest, encoding="utf-8")


def take(library: Library, folder: Path) -> dict[str, object]:
    """Copy the wanted files of one package; return its row of the manifest."""
    wanted = f"{library.package}@{library.version}"
    answer = subprocess.run(
        ["npm", "pack", "--json", wanted], cwd=folder, capture_output=True, text=True, check=True
    ).stdout
    archive = json.loads(answer)[0]
    home = TARGET / library.package.rpartition("/")[2]
    home.mkdir()
    files = []
    with tarfile.open(folder / archive["filename"]) as packed:
        for source, name in library.files.items():
            member = packed.extractfile(f"package/{source}")
            assert member is not None, source
            content = without_map_pointer(member.read()) if name.endswith(".js") else member.read()
            (home / name).write_bytes(content)
            files.append({"file": f"{home.name}/{name}", "from": source, "sha256": hashlib.sha256(content).hexdigest()})
    return {
        "name": library.package,
        "version": library.version,
        "licence": library.licence,
        "source": f"npm:{wanted}",
        "integrity": archive["integrity"],
        "files": files,
    }


def without_map_pointer(script: bytes) -> bytes:
    """Drop the last line that names a source map: the map is not shipped and would be asked for in vain."""
    kept = [line for line in script.splitlines(keepends=True) if not line.startswith(b"//# sourceMappingURL=")]
    return b"".join(kept)


if __name__ == "__main__":
    main()
