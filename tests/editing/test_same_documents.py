"""Two sources that hold the same document are noticed; what another document carries is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from notice_site.pipeline.understand import understand

TITLE, NUMBER = "甲市教育局关于开展读书活动的通知", "甲教〔2014〕3号"
TEXT = f"""\
甲市教育局文件
{NUMBER}
{TITLE}
各学校：
请于2014年3月10日前报送读书活动的情况，并认真组织，确保取得实效。
甲市教育局
2014年3月5日
"""
OTHER_WORDS = TEXT.replace("认真组织", "精心组织")
FORWARDING = f"""\
乙县教育局文件
乙教〔2014〕8号
乙县教育局转发{TITLE}
各学校：
现将《{TITLE}》转发给你们，请认真贯彻执行。
乙县教育局
2014年3月9日
"""


@pytest.mark.parametrize(
    ("second", "encoding", "expected"),
    [
        (TEXT, "gb18030", "b.html: warning: 与 a.txt 像是同一件：文字相同"),
        (OTHER_WORDS, "utf-8", "b.html: warning: 与 a.txt 像是同一件：题名和文号相同"),
        (OTHER_WORDS.replace("3号", "4号"), "utf-8", ""),
        (FORWARDING + TEXT, "utf-8", ""),
    ],
    ids=["the same in another encoding", "the same with other words", "another number", "forwarded by another"],
)
def test_the_same_document_in_two_sources_is_said(tmp_path: Path, second: str, encoding: str, expected: str) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices/a.txt").write_text(TEXT, "utf-8")
    markup = f'<meta charset="{encoding}">' + "".join(f"<p>{line}</p>" for line in second.splitlines())
    (tmp_path / "notices/b.html").write_text(markup, encoding)
    said = [str(problem) for problem in understand(tmp_path).problems]
    assert any(line.startswith(expected) for line in said) if expected else said == []
