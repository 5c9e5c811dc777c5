"""Data files: JSON, CSV and iCalendar."""
