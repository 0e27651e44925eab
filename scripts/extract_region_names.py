"""Write resources/data/region_names.tsv.xz from Debian's unicode-cldr-core 41, unpacked.

Usage: python scripts/extract_region_names.py UNPACKED_PACKAGE

CLDR (Unicode licence) names the subdivisions of ISO 3166-2 in many languages. Rows: subdivision id
(`ua09`), language, name.
"""

import lzma
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources/data/region_names.tsv.xz"


def main(package: Path) -> None:
    """Read every locale under `package` and write the table, sorted by language and id."""
    rows = []
    for path in sorted(package.glob("usr/share/unicode/cldr/common/subdivisions/*.xml")):
        language = path.stem.replace("_", "-")
        names = {}
        for element in ET.parse(path).iter("subdivision"):
            if element.text and element.text != "↑↑↑" and element.get("alt") is None:
                names[element.attrib["type"]] = " ".join(element.text.split())
        rows += [f"{region}\t{language}\t{name}\n" for region, name in sorted(names.items())]
    TARGET.write_bytes(lzma.compress("".join(rows).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET.name}: {len(rows)} names, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
