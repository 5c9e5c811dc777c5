"""The two ways in which a page is opened: over http, and from the disk, where browsers allow less."""

from __future__ import annotations

from typing import Literal

import pytest

By = Literal["http", "file"]
both_ways = pytest.mark.parametrize("by", ["file", pytest.param("http", marks=pytest.mark.long)])
"""From the disk in `make test`, and over http too in `make test-long`: what works from the disk works over http."""
