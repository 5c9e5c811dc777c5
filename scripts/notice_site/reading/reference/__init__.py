"""YAML tables that people edit, read into typed values with file and line."""
