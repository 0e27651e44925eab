"""The parts of the compiler: drafts and names waiting on disk until all are there."""
