"""What all tests share: the option that rewrites golden cases, and repeatable property tests."""

from __future__ import annotations

import hypothesis
import pytest

from tests.golden import Golden

hypothesis.settings.register_profile("repeatable", derandomize=True, database=None, deadline=None)
hypothesis.settings.load_profile("repeatable")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-goldens", action="store_true", help="write what the golden cases expect")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """`golden(case, actual)` compares plain data with the case, or rewrites the case (`make goldens`)."""
    rewrite = bool(request.config.getoption("--rewrite-goldens"))
    return lambda case, actual: case.check(actual, rewrite)
