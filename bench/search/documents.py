"""A corpus in, its documents as the peers index them out: one page each, with headings, paragraphs and anchors."""

from __future__ import annotations

import gzip
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from notice_site.model import BlockKind, Corpus, Notice


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it; the first of a document has the title for its heading."""

    id: str
    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One notice as a page; `url` is relative to the top of the site."""

    url: str
    sections: tuple[Section, ...]

    @property
    def texts(self) -> Iterator[str]:
        """Title, headings and paragraphs in order."""
        for section in self.sections:
            yield section.heading
            yield from section.paragraphs

    @property
    def content(self) -> str:
        """The page's own HTML."""
        parts = []
        for level, section in zip(["h1", *["h2"] * len(self.sections)], self.sections, strict=False):
            parts.append(f'<{level} id="{section.id}">{html.escape(section.heading)}</{level}>')
            parts += [f"<p>{html.escape(text)}</p>" for text in section.paragraphs]
        return "\n".join(parts)


def documents(corpus: Corpus) -> list[Document]:
    """The documents in the order of the corpus."""
    return [Document(url_of(notice), tuple(_sections(notice))) for notice in corpus.notices]


def url_of(notice: Notice) -> str:
    """Where the page of a document is in every peer's site."""
    return f"notices/{notice.id}.html"


def _sections(notice: Notice) -> Iterator[Section]:
    name, heading, paragraphs = "title", notice.title or "", list[str]()
    for block in notice.blocks:
        if block.kind is BlockKind.TITLE and block.text == notice.title:
            continue
        if block.kind is BlockKind.SECTION and block.heading and block.heading in block.text:
            yield Section(name, heading, tuple(paragraphs))
            end = block.text.index(block.heading) + len(block.heading)
            name, heading, paragraphs = block.id, block.text[:end], [block.text[end:]] if block.text[end:] else []
        elif block.inline and paragraphs:
            paragraphs[-1] += block.text
        else:
            paragraphs.append(block.text)
    yield Section(name, heading, tuple(paragraphs))


def packed(files: Sequence[bytes]) -> int:
    """The bytes that a server sends for files, each packed for itself."""
    return sum(len(gzip.compress(content, 6, mtime=0)) for content in files)
