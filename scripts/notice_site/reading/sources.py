"""Reads the files of the notices folder: each by the reader of its format, without the boilerplate around its text."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from notice_site.execution.command import words
from notice_site.execution.parallel import ParallelMap, parallel_map
from notice_site.execution.serialization import Packed
from notice_site.model import Problem, Severity, Source
from notice_site.reading.boilerplate.lines import SeparatedLines, separate_boilerplate
from notice_site.reading.boilerplate_table import BoilerplateTable
from notice_site.reading.extracted_text import ExtractedText, SourceError
from notice_site.reading.folder import find_files, folded, stem_of
from notice_site.reading.formats import extract_text
from notice_site.reading.lost_line_ends import with_line_ends
from notice_site.reading.reference.boilerplate import shipped_boilerplate
from notice_site.reading.reference.limits import DEFAULTS, Limits
from notice_site.reading.reference.sidecar import LEVELS, Sidecar, read_sidecar
from notice_site.text.spacing import squeeze

_SCAN_CHARACTERS = 100  # pictures beside no more text than a title and a caption are a scanned document


def read_notices(
    folder: Path,
    limits: Limits = DEFAULTS,
    map_values: ParallelMap = parallel_map,
    send_bytes: bool = False,
    boilerplate: BoilerplateTable | None = None,
    is_withdrawn: Callable[[str], bool] = lambda name: False,
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """All sources below `folder`, sorted by name; what cannot be read is left out and gives a problem.

    With `send_bytes` the bytes go with the name, for a `map_values` that works where that folder is not. Those that
    were withdrawn are not read.
    """
    files = find_files(folder)
    wanted = [(name, path) for name, path in files.sources if not is_withdrawn(name)]
    sources: list[Source] = []
    problems = list(files.problems)
    for source, faults in map_values(
        lambda file: read_source(file[1], file[0], limits, boilerplate),
        [(name, _bytes_or_path(path, limits)) for name, path in wanted] if send_bytes else wanted,
    ):
        problems += faults
        sources += [source] if source else []
    kept, duplicates = without_duplicates(sources)
    return kept, tuple(sorted((*problems, *duplicates)))


def _bytes_or_path(path: Path, limits: Limits) -> Path | bytes:
    """The bytes of a source; the path where they cannot be read: whoever tries will say why."""
    try:
        return _bytes_of(path, limits)
    except SourceError:
        return path


def read_source(
    path: Path | bytes, name: str, limits: Limits = DEFAULTS, boilerplate: BoilerplateTable | None = None
) -> tuple[Source | None, tuple[Problem, ...]]:
    """The source at `path`, or of these bytes, called `name` in data and messages, and what an editor should know.

    `boilerplate` is the project's own table where none is given. The result depends on nothing but the file's bytes,
    its name, the limits and that table. None with the problem where the file cannot be read.
    """
    try:
        raw = _bytes_of(path, limits) if isinstance(path, Path) else path
        extracted = extract_text(raw, name, limits)
    except SourceError as error:
        return None, (Problem(name, 0, error.message, error.advice),)
    except Exception as error:  # a fault of the program in one file does not keep the others from being built
        message = f"程序读取此文件时出错（{type(error).__name__}：{error}），文件未必有错"
        return None, (Problem(name, 0, message, "请报告这个错误；另存为其他格式或许可以读取"),)
    paragraphs = with_line_ends(extracted.paragraphs)
    parts = separate_boilerplate(paragraphs, boilerplate or shipped_boilerplate())
    has_text = not _is_scan(parts, extracted)
    problems = [Problem(name, w.line, w.message, w.advice, Severity.WARNING) for w in extracted.warnings]
    if not parts.lines and not extracted.pictures:
        return None, (*problems, Problem(name, 0, "没有可读的文字", "检查原件，或删除此文件"))
    if not has_text:
        message = f"只有图片（{extracted.pictures} 幅），没有可读的正文"
        problems.append(Problem(name, 0, message, "录入文字，或放入有文字的原件", Severity.WARNING))
    source = Source(
        name=name,
        sha256=hashlib.sha256(raw).hexdigest(),
        size=len(raw),
        format=extracted.format,
        encoding=extracted.encoding,
        lines=Packed(parts.lines),
        dropped=tuple(sorted((*extracted.dropped, *parts.dropped), key=lambda dropped: dropped.line)),
        has_text=has_text,
        metadata=parts.metadata,
    )
    return source, tuple(problems)


def file_digest(path: Path) -> bytes:
    """The SHA-256 of a file; that of nothing where it cannot be read or is none (a pipe, which never ends)."""
    try:
        return hashlib.sha256(path.read_bytes() if path.is_file() else b"").digest()
    except OSError:
        return hashlib.sha256().digest()


class Originals(Mapping[str, bytes]):
    """The bytes of sources as received, by name; read when they are asked for."""

    def __init__(self, folder: Path, names: Iterable[str]) -> None:
        self._folder = folder
        self._names = dict.fromkeys(names)

    def __getitem__(self, name: str) -> bytes:
        if name not in self._names:
            raise KeyError(name)
        return (self._folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __len__(self) -> int:
        return len(self._names)


def read_originals(folder: Path, sources: Iterable[Source]) -> Originals:
    """The bytes of these sources."""
    return Originals(folder, [source.name for source in sources])


def read_sidecars(
    folder: Path, sources: Sequence[Source], levels: Mapping[str, str] = LEVELS
) -> tuple[Mapping[str, Sidecar], tuple[Problem, ...]]:
    """The sidecars below `folder` by the name of their source, and the faults in them.

    A sidecar whose source is there but could not be read is passed over: the source has its problem.
    """
    files = find_files(folder)
    by_stem = {folded(stem_of(source.name)): source for source in sources}
    present = {folded(stem_of(name)) for name, _ in files.sources}
    sidecars: dict[str, Sidecar] = {}
    problems: list[Problem] = []
    for name, path in files.sidecars:
        stem = folded(stem_of(name))
        source = by_stem.get(stem)
        if stem not in present:
            problems.append(Problem(name, 0, "没有与此附注同名的原件", "改成原件的文件名，或删除此文件"))
        elif source and source.name in sidecars:
            message = f"{source.name} 已有附注 {sidecars[source.name].file}"
            problems.append(Problem(name, 0, message, "合并为一个文件"))
        elif source:
            sidecars[source.name], faults = read_sidecar(path, name, source, levels)
            problems += faults
    return sidecars, tuple(problems)


def without_duplicates(sources: list[Source]) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """The sources whose bytes no earlier one has; a problem for each of the others."""
    first: dict[str, Source] = {}
    problems: list[Problem] = []
    for source in sources:
        if (earlier := first.setdefault(source.sha256, source)) is not source:
            message = f"与 {earlier.name} 内容完全相同，未收录"
            problems.append(Problem(source.name, 0, message, "删去其中一个文件"))
    return tuple(first.values()), tuple(problems)


def _bytes_of(path: Path, limits: Limits) -> bytes:
    try:
        size = path.stat().st_size
        if size > limits.source_bytes:
            message = f"文件有 {size:,} 字节，超过上限 {limits.source_bytes:,}"
            raise SourceError(message, "缩小文件，或在 reference/limits.yml 中提高 source_bytes")
        raw = path.read_bytes()
    except OSError as error:
        raise SourceError(*words(error)) from None
    if not raw.strip():
        raise SourceError("文件为空", "删除此文件，或放入有内容的原件")
    return raw


def _is_scan(parts: SeparatedLines, extracted: ExtractedText) -> bool:
    text = squeeze("".join(line.text for line in parts.lines))
    return extracted.pictures > 0 and len(text) <= _SCAN_CHARACTERS and "。" not in text
