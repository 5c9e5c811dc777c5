"""Gives all tests the option that rewrites golden cases and a browser, and makes property tests repeatable."""

from __future__ import annotations

from collections.abc import Iterator

import hypothesis
import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.harness import launched
from tests.browser.profiles import Profiles
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


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """The installed Chromium; no browser is ever downloaded."""
    with sync_playwright() as playwright, launched(playwright, tmp_path_factory.mktemp("home")) as browser:
        yield browser


@pytest.fixture(scope="session")
def profiles(browser: Browser) -> Profiles:
    """What visitors of all tests take their pages from."""
    return Profiles(browser)
