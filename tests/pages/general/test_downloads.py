"""The page 下载 is one step from home, keeps a place for the files, and says what it has where there are none."""

from __future__ import annotations

from notice_site.pages.core.site import site
from notice_site.pages.general.downloads import DOWNLOADS, downloads_page
from notice_site.pages.general.home import home_page
from tests.pages.rendering import configuration, tree
from tests.pages.sample import CORPUS, EDITION, LEVELS


def _page() -> str:
    (page,) = downloads_page(site(CORPUS, LEVELS, {}, (), EDITION))
    assert isinstance(page.content, str)
    return page.content


def test_the_page_is_in_the_navigation_of_every_page_and_one_step_from_home() -> None:
    assert {"下载": DOWNLOADS.file} in configuration()["nav"]
    (home,) = home_page(site(CORPUS, LEVELS, {}, (), EDITION))
    assert f"[下载]({DOWNLOADS.file})" in str(home.content)


def test_the_page_keeps_one_place_for_all_downloads_and_says_what_stands_there_without_them() -> None:
    places = tree(_page()).xpath("//*[@data-downloads]")
    assert [place.get("data-downloads") for place in places] == ["all"]
    assert "未附下载文件" in places[0].text_content()


def test_the_page_names_the_edition_and_how_each_device_opens_the_files() -> None:
    text = tree(_page()).text_content()
    assert EDITION.label in text
    assert all(device in text for device in ("手机", "办公电脑", "投影"))
