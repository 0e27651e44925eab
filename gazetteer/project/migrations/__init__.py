"""The SQL that makes a project file and brings older ones up to date, by number."""
