"""Puts the faults of the last build over the pages that are served; the files in site/ stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from notice_site.rendering.fault_words import Fault

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_MOST_SHOWN = 10  # faults: more of them follow from few causes

_STYLE = """
#serve-faults { position: fixed; inset: 0 0 auto; z-index: 2147483647; max-height: 60vh; overflow: auto;
  margin: 0; padding: 12px 20px; background: #fff4f2; color: #3b0a05; border-bottom: 4px solid #b3261e;
  font: 16px/1.6 system-ui, sans-serif; box-shadow: 0 2px 12px #0006; }
#serve-faults summary { font-weight: bold; cursor: pointer; }
#serve-faults li { margin: 6px 0; } #serve-faults code { font-weight: bold; color: #8c1d18; }
#serve-faults:not([open]) { inset: auto 0 0; }
"""

_AGAIN = "<meta http-equiv=refresh content=1>"
"""A page without the script of the server asks again by itself until there is one with it."""


def fault_panel(faults: Sequence[Fault]) -> str:
    """The faults as HTML: file and line, cause, what to do; "" without faults."""
    if not faults:
        return ""
    lines = [_line(fault) for fault in faults[:_MOST_SHOWN]]
    if len(faults) > _MOST_SHOWN:
        lines.append(f"<li>另有 {len(faults) - _MOST_SHOWN} 处，见终端</li>")
    summary = f"未能生成：{len(faults)} 处错误。这里仍是上一次成功生成的网站，改正后自动更新。"
    return (
        f"<details id=serve-faults open role=alert lang=zh><style>{_STYLE}</style>"
        f"<summary>{summary}</summary><ol>{''.join(lines)}</ol></details>"
    )


def _line(fault: Fault) -> str:
    where = f"{fault.file}:{fault.line}" if fault.line else fault.file
    shown = f"<code>{escape(where)}</code>：" if where else ""
    advice = f"<br>→ {escape(fault.advice)}" if fault.advice else ""
    return f"<li>{shown}{escape(fault.message)}{advice}</li>"


def page_without_site(faults: Sequence[Fault]) -> bytes:
    """The page at an address that has none: the faults, or that it is not there (yet)."""
    words = "" if faults else "<p>没有这一页。若正在生成，生成后自动显示。<a href=/>首页</a></p>"
    title = "未能生成" if faults else "没有这一页"
    return f"<!doctype html><meta charset=utf-8><title>{title}</title>{_AGAIN}{fault_panel(faults)}{words}".encode()


def with_faults(application: WSGIApplication, faults: Callable[[], Sequence[Fault]]) -> WSGIApplication:
    """The application with the panel on each of its HTML pages while there are faults."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        started: list[Any] = []
        body = application(environ, lambda *arguments: started.append(arguments))  # type: ignore[arg-type]
        status, headers, *rest = started[0]
        if dict(headers).get("Content-Type", "").startswith("text/html"):
            content = b"".join(body)
            if close := getattr(body, "close", None):
                close()
            before, end, after = content.rpartition(b"</body>")
            panel = fault_panel(faults()).encode()
            content = before + panel + end + after if status.startswith("200") else page_without_site(faults())
            body = [content]
            kept = [(name, value) for name, value in headers if name != "Content-Length"]
            headers = [*kept, ("Content-Length", str(len(content))), ("Cache-Control", "no-store")]
        start_response(status, headers, *rest)
        return body

    return answer
