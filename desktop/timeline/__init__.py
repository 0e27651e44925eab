"""Articles in time: the histogram under the window."""
