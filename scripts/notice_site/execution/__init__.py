"""Where and whether a pure function runs, and how its results are kept and written."""
