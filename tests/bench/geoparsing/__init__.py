"""Speed and memory of geoparsing beside peers; run by hand, see `python -m tests.bench.geoparsing --help`."""
