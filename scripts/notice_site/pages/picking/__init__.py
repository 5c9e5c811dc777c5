"""The page on which a reader lays any documents side by side."""
