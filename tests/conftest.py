"""Gives all tests the option that rewrites golden cases, and makes property tests repeatable."""

from __future__ import annotations

import hypothesis
import pytest

from tests.golden import Golden

hypothesis.settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
hypothesis.settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-goldens", action="store_true", help="write the results into the golden cases")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Returns golden(case, actual), which compares a result with a case or snapshot, or rewrites it."""
    rewrite = bool(request.config.getoption("--rewrite-goldens"))
    return lambda case, actual: case.check(actual, rewrite)
