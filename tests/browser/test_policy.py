"""What deploy/nginx.conf allows is enough for what readers do; all tests over http have its answers."""

from __future__ import annotations

import http.client
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.harness import Visitor
from tests.browser.print_steps import STEPS
from tests.browser.published import CONFIGURATION, answers
from tests.browser.reader import PageDriver, Reader


def test_the_policy_allows_nothing_that_is_not_named_and_nothing_inline() -> None:
    policy = answers().headers["Content-Security-Policy"]
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    assert {rules[name] for name in ("script-src", "style-src", "connect-src", "worker-src")} == {"'self'"}
    assert not re.search("unsafe|nonce|sha256|https?:|\\*", policy)


def test_no_page_has_a_script_or_a_style_inside(site: Path) -> None:
    script = r'<script(?![^>]* src=)(?![^>]*type="application/)[^>]*>'
    inline = re.compile(rf'{script}|<style|\sstyle="|\son[a-z]+="|="javascript:')
    for path in site.rglob("*.html"):
        assert not inline.search(path.read_text("utf-8")), path.relative_to(site)


def test_a_visitor_notices_a_violation(visitor: Visitor) -> None:
    page = visitor.page("about.html")
    with page.expect_console_message(lambda message: "script-src" in message.text and "policy" in message.text):
        page.evaluate("document.body.append(Object.assign(document.createElement('script'), { textContent: 'let a' }))")
    assert any("script-src" in fault for fault in visitor.faults)
    visitor.faults.clear()


@pytest.mark.long  # each step is taken with the one file in `make test`, and most of what it uses under the policy
@pytest.mark.parametrize("name", [name for name, _ in STEPS])
def test_a_step_works_under_the_policy(visitor: Visitor, server: str, name: str) -> None:
    dict(STEPS)[name](Reader(PageDriver(visitor.page(), visitor.faults), server.rstrip("/")))


def test_the_dialog_searches_under_the_policy(visitor: Visitor) -> None:
    page = visitor.page()
    page.goto("notices/index.html")
    page.keyboard.press("/")
    page.keyboard.type("liuwen")
    expect(page.locator(".md-search-result__item h1").first).to_have_text("六问")
    page.locator("[data-md-component=search-share]").click()


def test_an_address_that_is_not_there_offers_a_search_at_any_depth(visitor: Visitor) -> None:
    page = visitor.page()
    answer = page.goto("notices/nowhere/001.html")
    assert answer
    assert answer.status == 404
    visitor.faults.clear()  # the browser says itself that there is no such page
    page.locator("#search-here").fill("四风")
    page.locator("article .search-form button").click()
    page.wait_for_url("**/search/index.html?find=*")
    expect(page.locator(".search-term a").first).to_have_text("四风")
    page.goto("a/b/c/d")
    visitor.faults.clear()
    page.locator("article ul a", has_text="词语").click()
    expect(page.locator("h1")).to_contain_text("词语")


# --- nginx itself --------------------------------------------------------------------------------

_PATHS = (
    "/",
    "/notices/",
    "/notices/nowhere.html",
    "/feed.xml",
    "/llms.txt",
    "/data/terms.csv",
    "/data/terms.json",
    "/assets/stylesheets/typography.css",
)


@pytest.fixture(scope="module")
def nginx(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the installed nginx with the project's file, but for the folder and the port."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if program is None:
        pytest.skip("nginx is missing: sudo apt-get install nginx-light")
    folder = tmp_path_factory.mktemp("nginx")
    text = CONFIGURATION.read_text("utf-8").replace("/srv/notices/site", str(site))
    text = re.sub(r"listen +80;", f"listen unix:{folder}/socket;", re.sub(r"listen +\[::\]:80;", "", text))
    (folder / "site.conf").write_text(text, "utf-8")
    temporary = "".join(
        f"{name}_temp_path {folder}/{name};\n" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off;\nmaster_process off;\nuser root;\nerror_log {folder}/log;\npid {folder}/pid;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}include {folder}/site.conf;\n}}\n",
        "utf-8",
    )
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "log")]
    checked = subprocess.run([*command, "-t"], capture_output=True, encoding="utf-8")
    assert checked.returncode == 0, checked.stderr
    process = subprocess.Popen(command)
    for _ in range(100):
        if (folder / "socket").exists():
            break
        time.sleep(0.05)
    yield f"{folder}/socket"
    process.terminate()
    process.wait()


def answered(connection: http.client.HTTPConnection, path: str) -> dict[str, str | int]:
    """Status and those headers that the configuration is about."""
    connection.request("GET", path, headers={"Accept-Encoding": "gzip", "Host": "localhost"})
    answer = connection.getresponse()
    answer.read()
    about = (*answers().headers, "Content-Type", "Content-Encoding", "Vary")
    return {"status": answer.status, **{name: answer.getheader(name, "") for name in about}}


@pytest.mark.parametrize("path", _PATHS)
def test_nginx_answers_as_the_server_of_these_tests_does(nginx: str, server: str, path: str) -> None:
    own = http.client.HTTPConnection(urlsplit(server).netloc)
    theirs = http.client.HTTPConnection("localhost")
    theirs.sock = socket.socket(socket.AF_UNIX)
    theirs.sock.connect(nginx)
    try:
        expected = answered(theirs, path)
        if path == "/feed.xml":
            assert expected.pop("Content-Type") == "application/atom+xml; charset=utf-8"
        assert expected.items() <= answered(own, path).items()
    finally:
        own.close()
        theirs.close()
