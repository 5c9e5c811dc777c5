"""What superior bodies demand without a title."""

from __future__ import annotations

import pytest

from notice_site.findings.citations.orders import DEMANDS, orders

TAKEN = {
    **{f"按照市委{demand}": f"市委{demand}" for demand in DEMANDS},
    "根据中央活动办要求": "中央活动办要求",
    "根据中央、省委和市委部署": "中央、省委和市委部署",
    "落实省委、市委“学三促四抓”（“学”就是学习）的要求": "省委、市委“学三促四抓”的要求",
    "落实党中央、国务院关于稳就业工作的决策部署": "党中央、国务院关于稳就业工作的决策部署",
    "落实党中央、国务院各项部署要求": "党中央、国务院各项部署要求",
    "精神和中央、省委关于开展活动的要求": "中央、省委关于开展活动的要求",
    "落实中央确定的专项整治任务": "中央确定的专项整治任务",
    "学习中央和省委规定的学习内容": "中央和省委规定的学习内容",
    "按照中共许昌市委部署": "中共许昌市委部署",
    "按照许昌市政府要求": "许昌市政府要求",
    "统一到中央要求上来": "中央要求",
    "市委要求": "市委要求",
}
REFUSED = (
    "应香港特别行政区政府要求",
    "市委召开会议",
    "中央在《甲意见》中要求",
    "落实中央《甲意见》要求",
    "甲市委要求",
    "各级党组织要求",
    "落实中央任务",
)


@pytest.mark.parametrize(("text", "title"), TAKEN.items(), ids=TAKEN.keys())
def test_a_demand_is_named_by_its_body(text: str, title: str) -> None:
    [order] = orders(text)
    assert (order.title, order.kind) == (title, "order")


@pytest.mark.parametrize("text", REFUSED)
def test_no_demand(text: str) -> None:
    assert list(orders(text)) == []
