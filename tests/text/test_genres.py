"""Each 文种 of the table is known by the end of a title, and is taken as its row says."""

from __future__ import annotations

import pytest

from notice_site.parsing.line_patterns import genre
from notice_site.text.genres import CITED, GENRES, HANDING_ON, LETTERS, OTHERS, PLAIN, REGULATIONS, STATUTORY


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("关于做好工作的通知", "通知"), ("指导意见", "意见"), ("实施方案", "方案"), ("管理办法", "办法"),
        ("若干规定", "规定"),
        ("实施细则", "细则"), ("情况通报", "通报"), ("表彰决定", "决定"), ("大会决议", "决议"), ("嘉奖命令", "命令"),
        ("招考公告", "公告"), ("禁渔通告", "通告"), ("全会公报", "公报"), ("任免议案", "议案"), ("工作报告", "报告"),
        ("拨款请示", "请示"), ("立项批复", "批复"), ("同意申办的复函", "函"), ("会议纪要", "纪要"),
        ("工作条例", "条例"),
        ("议事规则", "规则"), ("操作规程", "规程"), ("协会章程", "章程"), ("廉洁准则", "准则"), ("工作要点", "要点"),
        ("行动计划", "计划"), ("发展规划", "规划"), ("规划纲要", "纲要"), ("全年工作思路", "思路"),
        ("年度总结", "总结"),
        ("开幕讲话", "讲话"), ("新年致辞", "致辞"), ("节水倡议书", "倡议书"), ("致家长公开信", "公开信"),
        ("慰问信", "信"),
        ("考勤制度", "制度"), ("员工守则", "守则"), ("整改措施", "措施"), ("日程安排", "安排"), ("评分标准", "标准"),
        ("办事指南", "指南"), ("应急预案", "预案"), ("编制说明", "说明"), ("权责清单", "清单"), ("提案答复", "答复"),
        ("国务院令", "令"), ("规定（试行）", "规定"), ("《管理办法》", "办法"),
        ("技术规范", None), ("发展思路", None), ("在大会上的发言", None), ("通知书", None),
        ("办法（此处说明逾十二字者不再算作限定）", None),
    ],
)  # fmt: skip
def test_the_title_ends_with_its_genre(title: str, expected: str | None) -> None:
    assert genre(title) == expected


def test_properties() -> None:
    assert len(GENRES) == 46
    assert len(STATUTORY) == 15, "as many as 第八条 of the 党政机关公文处理工作条例 names"
    assert {"函", "批复", "报告", "请示"} == LETTERS
    assert {"讲话", "条例", "公报", "信"} <= OTHERS
    assert not {"通知", "办法", "报告"} & OTHERS
    assert {"条例", "办法", "宪法"} <= set(REGULATIONS)
    assert not {"通知", "白皮书"} & set(REGULATIONS)
    assert {"通知", "办法", "白皮书"} <= set(CITED)
    assert not {"宪法", "规范"} & set(CITED)
    assert {"决定", "意见"} <= set(PLAIN)
    assert not {"方案", "批复", "公告"} & set(PLAIN)
    assert {"通知", "令"} <= set(HANDING_ON)
    assert not {"意见", "办法", "命令"} & set(HANDING_ON)
