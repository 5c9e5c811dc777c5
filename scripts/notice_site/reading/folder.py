"""The notices folder -> its sources, sorted by name, and the problems met."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..model import Dropped, Problem, Severity, Source
from .decoding import Undecodable, decode
from .furniture import Sorted, sort_out
from .html_reader import TooDeep, read_html
from .limits import Limits
from .paragraphs import Paragraph, squeezed
from .plain import is_html, read_plain

HTML_SUFFIXES = frozenset((".html", ".htm", ".xhtml", ".shtml"))
TEXT_SUFFIXES = frozenset((".txt", ".text"))


def read_notices(folder: Path, limits: Limits = Limits()) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """All sources below `folder`, sorted by name; a file that cannot be read is left out and gives a problem."""
    sources: list[Source] = []
    problems: list[Problem] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and path.suffix not in (".yml", ".yaml")):
        source, found = read_source(path, path.relative_to(folder).as_posix(), limits)
        sources += [source] if source else []
        problems += found
    return tuple(sources), tuple(problems)


def read_source(path: Path, name: str, limits: Limits = Limits()) -> tuple[Source | None, tuple[Problem, ...]]:
    """The source at `path`, called `name` in data and messages; None with the problem that kept it from being read."""
    raw = path.read_bytes()
    if not raw.strip():
        return None, (Problem(name, 0, "文件为空", "删除此文件，或放入有内容的原件"),)
    try:
        text = decode(raw)
    except Undecodable as error:
        return None, (Problem(name, 0, str(error), "另存为 UTF-8 文本，或放入 .html .docx .pdf 原件"),)
    markup = path.suffix.lower() in HTML_SUFFIXES or is_html(text.text)
    dropped: tuple[Dropped, ...] = text.dropped
    pictures = 0
    if markup:
        try:
            page = read_html(text.text, limits)
        except TooDeep as error:
            return None, (Problem(name, 0, str(error), "删去多余的嵌套标签后重新放入"),)
        paragraphs, pictures = page.paragraphs, page.pictures
        dropped += page.dropped
    else:
        paragraphs = tuple(Paragraph(line) for line in read_plain(text.text))
    parts: Sorted = sort_out(paragraphs)
    has_text = not _is_scan(parts, pictures)
    problems = ()
    if not has_text:
        problems = (
            Problem(name, 0, f"只有图片（{pictures} 幅），没有可读的正文", "录入文字，或放入有文字的原件", Severity.WARNING),
        )
    source = Source(
        name=name,
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        format="html" if markup else "text",
        encoding=text.encoding,
        lines=parts.lines,
        dropped=tuple(sorted(dropped + parts.dropped, key=lambda d: d.line)),
        has_text=has_text,
        metadata=parts.metadata,
    )
    return source, problems


def _is_scan(parts: Sorted, pictures: int) -> bool:
    text = squeezed("".join(line.text for line in parts.lines))
    return pictures > 0 and len(text) <= 100 and "。" not in text
