"""What the times of a document are read against."""

from __future__ import annotations

from dataclasses import replace

from notice_site.findings.time_frames import frame_at, frame_of
from notice_site.model import Block, BlockKind, Publication
from notice_site.text.time_readings import TimeFrame, YearAbove
from tests.findings.documents import document


def test_a_document_speaks_from_its_own_day_else_from_that_of_its_carrier() -> None:
    paper = Publication("2014-04-05", "甲市日报")
    whole = document("a", date="2014-04-02", printed="2014-04-03", published=paper)
    part = document("a-att_1", part_of="a")
    by_id = {"a": whole, "a-att_1": part}
    assert frame_of(whole, by_id) == TimeFrame("2014-04-02", "成文日期", "2014-04-03", "印发日期")
    assert frame_of(replace(whole, date=None), by_id) == TimeFrame("2014-04-03", "印发日期", "2014-04-03", "印发日期")
    seen = frame_of(replace(whole, date=None, printed=None), by_id)
    assert seen == TimeFrame("2014-04-05", "见报日期", "2014-04-05", "见报日期")
    assert frame_of(part, by_id) == TimeFrame("2014-04-02", "主件成文日期", "2014-04-03", "主件印发日期")
    inner = document("a-att_1-att_1", part_of="a-att_1")
    assert frame_of(inner, by_id) == TimeFrame("2014-04-02", "主件成文日期", "2014-04-03", "主件印发日期")
    assert frame_of(part, {}) == TimeFrame()
    assert frame_of(part, {"a": document("a")}) == TimeFrame()


def test_a_document_without_date_speaks_from_the_year_of_its_number() -> None:
    assert frame_of(document("a", number="甲发〔2014〕3号"), {}) == TimeFrame("2014", "文号")
    assert frame_of(document("a", number="第3号"), {}) == TimeFrame()


def test_the_year_of_a_number_stands_above_where_the_date_has_another() -> None:
    dated = document("a", number="甲发〔2013〕45号", date="2014-01-05")
    assert frame_of(dated, {}).above == (YearAbove(2013, "文号"),)
    assert frame_of(replace(dated, number="甲发〔2014〕1号"), {}).above == ()


def test_a_title_gives_its_year_where_it_states_only_one() -> None:
    assert frame_of(document("a", title="2021年重点工作计划清单"), {}).above == (YearAbove(2021, "标题"),)
    assert frame_of(document("a", title="2021—2023年规划（2020年修订）"), {}).above == ()
    assert frame_of(document("a", title="关于转发《2013年要点》的通知"), {}).above == ()


def test_headings_stand_above_the_title_the_nearest_first() -> None:
    outer = Block("sec_1", BlockKind.SECTION, "一、2014年工作", 1, "一、", "2014年工作")
    inner = Block("sec_1__sec_1", BlockKind.SECTION, "（一）2015年起步", 2, "（一）", "2015年起步", parent="sec_1")
    item = Block("p", BlockKind.PARAGRAPH, "4月底前完成。", parent="sec_1__sec_1")
    frame = frame_at(
        item, {block.id: block for block in (outer, inner, item)}, TimeFrame(above=(YearAbove(2013, "标题"),))
    )
    assert [(above.year, above.place) for above in frame.above] == [(2015, "小标题"), (2014, "小标题"), (2013, "标题")]
