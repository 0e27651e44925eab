"""Write resources/data/tagged_names.tsv.xz from Debian's libgeonames-common 0.3.0, unpacked.

Usage: python scripts/extract_tagged_names.py UNPACKED_PACKAGE

The package carries GeoNames names (CC BY 4.0) as gettext catalogues, one a language, keyed by
GeoNames id (`593116`), first-level region (`UA.14`) or country (`LT`). Rows: key, language, name.
"""

import gettext
import lzma
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources/data/tagged_names.tsv.xz"


def catalogue(path: Path) -> dict[str, str]:
    """Return key -> name of one compiled catalogue."""
    with path.open("rb") as stream:
        messages = gettext.GNUTranslations(stream)
    found: dict[str, str] = getattr(messages, "_catalog")  # noqa: B009  gettext gives no way to list its keys
    return {key: name for key, name in found.items() if key and name}


def main(package: Path) -> None:
    """Read every catalogue under `package` and write the table, sorted by language and key."""
    rows = []
    for path in sorted(package.glob("usr/share/locale/*/LC_MESSAGES/geonames.mo")):
        language = path.parts[-3].replace("_", "-")
        rows += [f"{key}\t{language}\t{' '.join(name.split())}\n" for key, name in sorted(catalogue(path).items())]
    TARGET.write_bytes(lzma.compress("".join(rows).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET.name}: {len(rows)} names, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
