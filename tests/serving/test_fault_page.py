"""Faults stand over the pages that are served, and nothing else of what is served changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest

from notice_site.rendering.fault_words import Fault
from notice_site.serving.fault_page import fault_panel, page_without_site, with_faults

FAULT = Fault("source_texts/notices/<甲>.yml", 3, "没有这个文种 <b>", "写 & 改")


def test_a_fault_is_told_with_file_line_cause_and_advice() -> None:
    panel = fault_panel([FAULT])
    assert "<code>source_texts/notices/&lt;甲&gt;.yml:3</code>：没有这个文种 &lt;b&gt;<br>→ 写 &amp; 改" in panel
    assert "1 处错误" in panel


def test_a_fault_without_a_place_is_its_cause_alone() -> None:
    assert "<ol><li>磁盘已满</li></ol>" in fault_panel([Fault("", 0, "磁盘已满")])
    assert "<code>mkdocs.yml</code>：" in fault_panel([Fault("mkdocs.yml", 0, "有误")])


@pytest.mark.parametrize(("count", "shown", "more"), [(10, 10, ""), (11, 10, "另有 1 处"), (30, 10, "另有 20 处")])
def test_the_first_ten_faults_are_shown(count: int, shown: int, more: str) -> None:
    panel = fault_panel([Fault("", 0, f"第{number}处") for number in range(count)])
    assert panel.count("<li>第") == shown
    assert more in panel
    assert ("另有" in panel) == bool(more)


def test_without_faults_there_is_no_panel() -> None:
    assert fault_panel([]) == ""


def test_an_address_without_a_page_shows_the_faults_or_says_so() -> None:
    assert "没有这一页" in page_without_site([]).decode()
    assert "没有这一页" not in page_without_site([FAULT]).decode()
    assert "没有这个文种" in page_without_site([FAULT]).decode()


class Served:
    """An application that answers with one body, and what a client gets of it through the panel."""

    def __init__(self, status: str, kind: str, body: Iterable[bytes], faults: list[Fault]) -> None:
        self.sent = body
        self._answer = (status, [("Content-Type", kind), ("Content-Length", "7"), ("X-Other", "1")])
        self.status, self.headers = "", dict[str, str]()
        self.body = b"".join(with_faults(self._application, lambda: faults)({}, self._start))

    def _application(self, environ: object, start: Callable[..., Any]) -> Iterable[bytes]:
        start(*self._answer)
        return self.sent

    def _start(self, status: str, headers: list[tuple[str, str]], *rest: object) -> Any:
        self.status, self.headers = status, dict(headers)


def test_a_page_has_the_panel_before_its_end() -> None:
    served = Served("200 OK", "text/html; charset=utf-8", [b"<body>a", b"b</body></html>"], [FAULT])
    assert served.body == b"<body>ab" + fault_panel([FAULT]).encode() + b"</body></html>"
    assert served.headers["Content-Length"] == str(len(served.body))
    assert served.headers["X-Other"] == "1"
    assert served.headers["Cache-Control"] == "no-store"


def test_a_page_without_faults_stays() -> None:
    assert Served("200 OK", "text/html", [b"<body></body>"], []).body == b"<body></body>"


def test_what_is_no_page_stays_as_it_is() -> None:
    served = Served("200 OK", "text/css", [b"</body>"], [FAULT])
    assert served.body == b"</body>"
    assert served.headers == {"Content-Type": "text/css", "Content-Length": "7", "X-Other": "1"}


def test_a_missing_page_becomes_ours_with_its_status() -> None:
    served = Served("404 Not Found", "text/html", [b"<body></body>"], [FAULT])
    assert (served.status, served.body) == ("404 Not Found", page_without_site([FAULT]))


def test_a_body_that_must_be_closed_is_closed() -> None:
    class Body:
        is_closed = False

        def __iter__(self) -> Iterator[bytes]:
            return iter([b"<body></body>"])

        def close(self) -> None:
            self.is_closed = True

    body = Body()
    Served("200 OK", "text/html", body, [])
    assert body.is_closed
