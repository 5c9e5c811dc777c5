"""Built with SITE_URL a site names its addresses; without it names none that it does not know."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The site built without and with an address; its pages are few, the configuration is that of the project."""
    project = tmp_path_factory.mktemp("project")
    (project / "source/notices").mkdir(parents=True)
    (project / "source/notices/1.txt").write_text("关于学习的通知\n\n　　要学习。\n\n2014年3月9日\n", "utf-8")
    (project / "docs").mkdir()
    shutil.copy(ROOT / "docs/about.md", project / "docs")
    shutil.copy(ROOT / "mkdocs.yml", project)
    (project / "overrides").symlink_to(ROOT / "overrides")
    sources, docs = str(project / "source"), str(project / "docs")
    subprocess.run([sys.executable, f"{ROOT}/scripts/build_docs.py", "--sources", sources, "--docs", docs], check=True)
    built = {}
    for name, address in (("unset", None), ("set", "https://example.org/gw/")):
        built[name] = project / name
        environment = {"PATH": "/usr/bin:/bin", **({"SITE_URL": address} if address else {})}
        command = [sys.executable, f"{ROOT}/scripts/build_site.py", "--project", str(project), "--site"]
        subprocess.run([*command, str(built[name])], check=True, env=environment)
    return built


def test_with_an_address_pages_map_robots_and_404_use_it(built: dict[str, Path]) -> None:
    site = built["set"]
    page = (site / "notices/1.html").read_text("utf-8")
    assert '<link rel="canonical" href="https://example.org/gw/notices/1.html">' in page
    listed = re.findall("<loc>(.*?)</loc>", (site / "sitemap.xml").read_text("utf-8"))
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}
    assert {address.removeprefix("https://example.org/gw/") for address in listed} == pages
    assert "lastmod" not in (site / "sitemap.xml").read_text("utf-8")
    assert "Sitemap: https://example.org/gw/sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    assert set(re.findall(r'(?:href|src|action)="(/[^"/]*)', (site / "404.html").read_text("utf-8"))) == {"/gw"}


def test_without_an_address_nothing_is_made_up(built: dict[str, Path]) -> None:
    site = built["unset"]
    assert "canonical" not in (site / "notices/1.html").read_text("utf-8")
    assert "<loc>" not in (site / "sitemap.xml").read_text("utf-8")
    assert "Sitemap" not in (site / "robots.txt").read_text("utf-8")
    assert 'href="/index.html"' in (site / "404.html").read_text("utf-8")


@pytest.mark.parametrize("form", ["unset", "set"])
def test_each_page_leads_to_the_feed_and_the_feed_to_the_pages(built: dict[str, Path], form: str) -> None:
    site = built[form]
    for path in site.rglob("*.html"):
        assert 'type="application/atom+xml"' in path.read_text("utf-8"), path
    for target in re.findall('<link (?:rel="self" )?href="([^"#]*)', (site / "feed.xml").read_text("utf-8")):
        assert (site / target).is_file()
