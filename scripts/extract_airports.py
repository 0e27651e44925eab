"""Write resources/data/airports.tsv.xz from the unpacked PyPI package airportsdata 20260905.

Usage: python scripts/extract_airports.py UNPACKED_PACKAGE

The package (MIT) lists 28,298 airports and landing strips. Kept are those that call themselves international
and have an IATA code: code, name, city, country, latitude and longitude in degrees.
"""

import csv
import lzma
import sys
from pathlib import Path

TARGET = Path(__file__).parents[1] / "resources/data/airports.tsv.xz"


def main(package: Path) -> None:
    """Read the list under `package` and write the table."""
    with (package / "airportsdata/airports.csv").open(encoding="utf-8", newline="") as stream:
        kept = [row for row in csv.DictReader(stream) if row["iata"] and "International" in row["name"]]
    rows = [
        f"{row['iata']}\t{row['name']}\t{row['city']}\t{row['country']}\t"
        f"{float(row['lat']):.4f}\t{float(row['lon']):.4f}\n"
        for row in sorted(kept, key=lambda row: row["iata"])
    ]
    TARGET.write_bytes(lzma.compress("".join(rows).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{TARGET.name}: {len(rows)} airports, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
