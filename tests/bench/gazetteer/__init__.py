"""Speed and memory of the gazetteer beside its peers; `python -m tests.bench.gazetteer --help`."""
