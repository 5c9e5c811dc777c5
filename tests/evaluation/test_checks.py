from __future__ import annotations

from typing import Any

import pytest

from tests.evaluation.checks import failures


def block(text: str, kind: str = "paragraph", label: str | None = None, heading: str | None = None) -> dict[str, Any]:
    return {"text": text, "kind": kind, "label": label, "heading": heading, "inline": False}


DOCUMENT = {
    "url": "notices/tongzhi.html",
    "title": "关于召开会议的通知",
    "date": "2014-02-10",
    "recipients": "各支部",
    "blocks": [
        block("一、会前 准备", "section", "一、", "会前准备"),
        block("按时到会。"),
        block("1.带笔。", "item", "1."),
        {**block("单位\t次数", "table"), "rows": [["单 位", "次数"]]},
    ],
    "tasks": [
        {
            "addressee": "党政办 工会",
            "quote": "到会",
            "items": ["到会"],
            "quantity": [
                {"number": 3.0, "unit": "次", "comparator": "≥"},
                {"number": None, "unit": "", "comparator": "几个"},
            ],
        }
    ],
    "events": [{"kind": "deadline", "end": "2014-02-10", "what": "到会"}],
    "dropped": [{"text": "打印本页", "reason": "网页按钮"}],
    "repairs": [{"reason": "上标"}],
}
PROBLEM = "tongzhi.txt: warning: 有 1 处批注未读取"

CASES: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"title": "关于召开会议的通知"}, {"title": "通知"}),
    ({"date": "2014-02-10"}, {"date": "2014-02-11"}),
    ({"documents": 1}, {"documents": 2}),
    ({"documents": [{"recipients": "各支部"}]}, {"documents": [{"recipients": "各党委"}]}),
    ({"documents": [{"outline": [["一、", "会前准备"], ["1.", None]]}]}, {"documents": [{"outline": []}]}),
    ({"tasks": [{"addressee": "党政办工会", "items": ["到会"], "quantity": ["≥3次"]}]}, {"tasks": [{"items": ["到"]}]}),
    ({"tasks": [{}]}, {"tasks": []}),
    ({"events": [{"end": "2014-02-10", "what": "到会"}]}, {"events": [{"end": "2014-02-10", "what": "会"}]}),
    ({"labels": ["一、", "1."]}, {"labels": ["1.", "一、"]}),
    ({"heads": ["会前准备"]}, {"heads": ["按时到会。"]}),
    ({"unheaded": ["1."]}, {"unheaded": ["一、"]}),
    ({"has": ["按时到会。"]}, {"has": ["按时"]}),
    ({"lacks": ["会后"]}, {"lacks": ["按时"]}),
    ({"lacks": ["按时"], "or_reported": "上标"}, {"lacks": ["按时"], "or_reported": "公式"}),
    ({"dropped": ["打印"]}, {"dropped": ["关闭"]}),
    ({"rows": [["单位", "次数"]]}, {"rows": [["单位"]]}),
    ({"any_of_has": ["到会"]}, {"any_of_has": ["散会"]}),
    ({"any_of_has": ["散会"], "or_reported": "未读取"}, {"any_of_has": ["散会"], "or_reported": "扫描"}),
    ({"problem_has": "批注"}, {"problem_has": "严格"}),
    ({"no_error": True}, {"no_problem": True}),
    ({"slug_free": ["con"]}, {"slug_free": ["tongzhi"]}),
]


@pytest.mark.parametrize(("right", "wrong"), CASES, ids=[",".join(right) for right, _ in CASES])
def test_a_check_holds_for_the_right_document_and_fails_for_another(
    right: dict[str, Any], wrong: dict[str, Any]
) -> None:
    assert not [*failures(right, [DOCUMENT], [PROBLEM])]
    assert [*failures(wrong, [DOCUMENT], [PROBLEM])]


def test_a_source_without_any_problem_is_not_reported() -> None:
    assert [*failures({"reported": True}, [DOCUMENT], [])]
    assert not [*failures({"reported": True}, [DOCUMENT], [PROBLEM])]
