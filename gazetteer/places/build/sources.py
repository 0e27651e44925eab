"""Where the gazetteer's rows come from: titles, versions, licences and the attribution each asks for."""

from gazetteer.places.build.tables import csv_rows, version
from gazetteer.places.records import Source


def all_sources() -> list[Source]:
    """Return the sources in the order of resources/data/sources.csv; `installed` stands for the package's version."""
    return [
        Source(
            row["source_id"], row["title"],
            version(row["package"]) if row["version"] == "installed" else row["version"],
            row["licence"], row["attribution"], row["url"], 0, 0,
        )
        for row in csv_rows("sources")
    ]  # fmt: skip
