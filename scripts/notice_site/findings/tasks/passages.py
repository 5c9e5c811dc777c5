"""Finds in the blocks of a document the passages that each ask one thing of one addressee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from notice_site.findings.tasks.asides import MOST_REMEMBERED, Span, StrippedText, sentences, strip_asides
from notice_site.findings.tasks.demands import FAULTS
from notice_site.findings.tasks.duties import Duty, duties, proposer, reports
from notice_site.findings.tasks.levels import AddresseePatterns
from notice_site.findings.tasks.reports import own_voice, reported
from notice_site.findings.tasks.schedule import deadline
from notice_site.findings.tasks.trailing_brackets import Charge, Charges, only_charges
from notice_site.findings.tasks.vocabulary import MODAL_WORD
from notice_site.findings.tasks.word_classes import PERSONS
from notice_site.model import Block, BlockKind
from notice_site.model.frozen import dataclass
from notice_site.text.quantities import quantities

_READ = frozenset({BlockKind.SECTION, BlockKind.PARAGRAPH, BlockKind.ITEM})
_NOTE_ASKS = re.compile("^[（(][^（）()]*。[^（）()]*[）)]$")
"""A note of whole sentences: （请勿改动此页。）; not （此件公开发布）."""

_SOLVES = re.compile(r"解决.*问题")
"""A heading that says what is to be solved: 解决服务群众的问题."""


_TITLE_SAYS = re.compile("◇(?:已经|还|又|都)?(?:明确)?(?:提出|要求|规定|指出|强调)")
"""What another document says, before the first section, is background: 《决定》提出，要完善机制."""

_ANYBODY = re.compile("任何|哪|其他|其它")
"""Whom a sentence names is not asked of in the next: 任何个人不得…. 要增强意识."""

_MOUTHPIECE = re.compile("(?:政务新媒体|平台|网站|热线)等?$")
"""A name of what others run, whom alone the next sentence asks: 政府网站|要公开. 推动互联互通."""

_CRIME = re.compile("刑事责任|犯罪")
"""What courts do to those before, which is not asked of them: 构成犯罪的，依法追究刑事责任."""

# takes: 有‹下列行为之一的，责令改正：›  有‹以下情形：›; not: 履行下列职责：  具备下列条件：
_LISTS_CASES = re.compile("(?:下列|以下|如下)[^，。；：]{0,6}(?:行为|情形|情况)(?!报告)[^。]*[：:]$")
"""The end of words whose points are cases, not duties."""

_THAT_IS = re.compile(r"即[，：:,]?\s*$")
"""The end of words that the points behind them only spell out: 开展“六问”活动，即|一问…."""


@dataclass(frozen=True, slots=True)
class DutyPassage:
    """The words of one duty in a block; `addressee` is worded there, or `carried` over from a passage before it.

    `span`, `predicate_start` and `addressee` count in `words`. `report` is the title, in the original text,
    of the document whose demand the passage reports.
    """

    block: Block
    words: StrippedText
    span: Span
    predicate_start: int
    addressee: Span | None
    carried: str | None = None
    report: Span | None = None
    introduces: bool = False  # its block runs on in points that are parts of what it asks
    charged: Charge | None = None  # who stands behind the words: （财政部负责）, 责任单位：财政部

    reached: tuple[Span, ...] = ()  # where or with whom something is done, where nobody is named
    concerns: bool = False  # the addressee is no subject, but whom the words concern

    @property
    def start(self) -> int:
        """Where the words begin in the text of the block."""
        return self.words.origin(self.span).start

    @property
    def _named_here(self) -> Span | None:
        """The addressee in the words, unless they only concern him and a bracket behind them names who acts."""
        return None if self.concerns and self.charged else self.addressee

    @property
    def partners(self) -> str | None:
        """Who stands behind the words beside the addressee: 人民银行配合; all of them where the words name another."""
        if self.charged is None:
            return None
        return self.charged.words if self._named_here else self.charged.partners

    @property
    def name(self) -> str | None:
        """The addressee as worded, in the words or else in the bracket behind them."""
        if self._named_here is None:
            return self.charged.lead if self.charged else None
        place = self.words.origin(self._named_here)
        return self.block.text[place.start : place.end]


def passages(blocks: Sequence[Block], patterns: AddresseePatterns) -> Iterator[DutyPassage]:
    """The passages of a document, in reading order: one for each duty.

    Words without a subject take over the one before them where the paragraph has named one only; the points of a list
    are asked of whom its first words name.
    """
    hosts = {block.parent for block in blocks}
    led = {block.parent for block in blocks if block.inline and block.kind is BlockKind.SECTION}
    listing = {block.parent for block in blocks if block.inline and block.kind is BlockKind.ITEM} & {
        block.id for block in blocks if _THAT_IS.search(block.text)
    }
    listed: set[str] = set()
    not_asked: set[str] = set()  # blocks whose points are cases, or asked for by somebody else
    leads: dict[str, str] = {}  # by the block under which points stand, who is asked to do them all
    parents = {block.id: block.parent for block in blocks}
    behind = _charged_behind_blocks(blocks, parents)
    preamble = any(block.kind is BlockKind.SECTION for block in blocks)
    for block in blocks:
        preamble = preamble and block.kind is not BlockKind.SECTION
        if (
            not (block.kind in _READ or (block.kind is BlockKind.NOTE and _NOTE_ASKS.match(block.text)))
            or only_charges(block.text)
            or (block.inline and block.kind is BlockKind.ITEM and block.parent in listed)
        ):
            continue
        if block.kind is BlockKind.ITEM and block.parent in not_asked:
            continue
        if (lists_cases := _LISTS_CASES.search(block.text) is not None) or reports(strip_asides(block.text)):
            not_asked.add(block.id)
        charges = Charges(block.text)
        charged = behind.get(block.id) is not None or charges.behind() is not None
        here = list(
            _in_block(
                block,
                patterns,
                block.id in hosts,
                preamble or block.kind is BlockKind.NOTE,
                _lead(block, leads, parents),
                charged,
            )
        )
        if here and here[-1].name and not lists_cases and block.text.rstrip().endswith(("：", ":")):
            leads |= dict.fromkeys(filter(None, (block.id, block.parent)), here[-1].name)
        if here:
            here = [replace(passage, charged=charges.behind(passage.start) or behind.get(block.id)) for passage in here]
        if block.id in led:  # 着力解决◇的问题。一是…: sums up what its points ask
            here = [passage for passage in here if passage.addressee or _is_measured(passage)]
        if here and block.id in listing:  # …开展◇活动，即|一问…
            listed.add(block.id)
            here[-1] = replace(here[-1], introduces=True)
        yield from here


def _charged_behind_blocks(blocks: Sequence[Block], parents: Mapping[str, str | None]) -> dict[str, Charge]:
    """By block the bodies that a later block of its section charges: 办结。 and a line below it 责任单位：市教育局."""
    charged: dict[str, Charge] = {}
    waiting: list[str] = []
    for block in blocks:
        if not only_charges(block.text):
            waiting.append(block.id)
            continue
        name = Charges(block.text).behind()
        if name is not None and block.parent is not None:
            charged |= {id: name for id in waiting if block.parent in _with_ancestors(id, parents)}
        waiting = []
    return charged


def _with_ancestors(id: str, parents: Mapping[str, str | None]) -> Iterator[str]:
    at: str | None = id
    while at is not None:
        yield at
        at = parents.get(at)


def _lead(block: Block, leads: Mapping[str, str], parents: Mapping[str, str | None]) -> str | None:
    """Who is asked to do all the points among which the block stands: 公安机关履行下列职责：."""
    return next((leads[id] for id in _with_ancestors(block.id, parents) if id != block.id and id in leads), None)


def _is_measured(passage: DutyPassage) -> bool:
    """Whether words without an addressee say how much or by when, which their points do not say again."""
    place = passage.words.origin(passage.span)
    quote = passage.block.text[place.start : place.end]
    return bool(quantities(quote)) or deadline(quote) is not None


def _in_block(
    block: Block,
    patterns: AddresseePatterns,
    has_children: bool,
    preamble: bool,
    lead: str | None,
    charged: bool,
) -> Iterator[DutyPassage]:
    words = strip_asides(block.text, len(block.label or ""))
    body = _body(block, words)
    heading = next(iter(_duties(words, Span(0, body), patterns)), None) if body else None
    run = _Run(block, words, lead)
    if heading and body == len(words.text) and not has_children:
        yield from run.take(heading, None)
    elif heading and _asks(words.text, heading):
        yield from run.take(heading, None)  # 五、各级教育行政部门要坚持…。要将…
    report: Span | None = None
    first = True
    for sentence in sentences(words, body):
        report, begins = _report(block.text, words, sentence, report)
        if preamble and _TITLE_SAYS.match(words.text, sentence.start):
            continue
        if says := proposer(words, sentence, patterns):
            run.lead(says)
        asked = _duties(words, Span(begins, sentence.end), patterns, preamble, charged)
        for duty in asked:
            yield from run.take(_under(heading, duty, words.text) if first else duty, report)
            first, run.adjoins = False, True
        run.adjoins = bool(asked)


@lru_cache(MOST_REMEMBERED)
def _duties(
    words: StrippedText, sentence: Span, patterns: AddresseePatterns, preamble: bool = False, charged: bool = False
) -> tuple[Duty, ...]:
    return tuple(duties(words, sentence, patterns, preamble, charged))


SHORTEST_DEMAND = 20
"""Characters of a heading without a subject that asks something itself; a shorter one is a title: 要加强领导。."""


def _asks(text: str, heading: Duty) -> bool:
    long = heading.span.end - heading.span.start >= SHORTEST_DEMAND
    return (heading.is_subject or long) and MODAL_WORD.match(text, heading.predicate_start) is not None


def _body(block: Block, words: StrippedText) -> int:
    """Where the text behind the heading begins."""
    if not block.heading:
        return 0
    at = block.text.find(block.heading, len(block.label or ""))
    return words.index(at + len(block.heading) + 1) if at >= 0 else 0


def _under(heading: Duty | None, duty: Duty, text: str) -> Duty:
    """The first duty of a section, with its heading where that says who (各校要…。) or what is to be solved."""
    if heading is None or duty.addressee:
        return duty
    span = Span(heading.span.start, duty.span.end)
    return replace(duty, span=span) if _SOLVES.search(text, heading.span.start, heading.span.end) else duty


def _report(text: str, words: StrippedText, sentence: Span, before: Span | None) -> tuple[Span | None, int]:
    """The title of the document that the sentence reports, if any, and where what it asks begins.

    A report goes on as long as lists of faults follow, until the document speaks for itself again.
    """
    original = words.origin(sentence)
    quote = text[original.start : original.end]
    if opening := reported(quote):
        start, end, begins = opening
        return Span(original.start + start, original.start + end), words.index(original.start + begins)
    if before and not own_voice(quote) and FAULTS.search(words.text, sentence.start, sentence.end):
        return before, sentence.start
    return None, sentence.start


class _Run:
    """The duty that is being read, and the addressees that the block has named so far."""

    def __init__(self, block: Block, words: StrippedText, lead: str | None) -> None:
        self.adjoins = True  # whether the sentence before asked something
        self._block, self._words = block, words
        self._named: list[str] = []
        self._passing: str | None = None  # whom the sentence names behind a duty of nobody, for its other duties
        self._ambiguous = False  # whether a sentence has done so
        self._lead = lead

    def take(self, duty: Duty, report: Span | None) -> Iterator[DutyPassage]:
        """The passage of the next duty, with the subject before it where it has none and goes on with it."""
        carried = None
        if not duty.follows:
            self._passing = None
        if duty.addressee:
            self.name(duty)
        elif duty.of_thing:
            carried = None
        elif self._passing and duty.follows:
            carried = self._passing
        elif self._named and self.adjoins and self._is_clear:
            carried = self._named[-1]
        elif not self._named:
            carried = self._lead
        if carried and duty.reached and carried.endswith(PERSONS):
            carried = None  # 流动党员参加…。组织离退休党员参加…
        if carried and _CRIME.search(self._words.text, duty.span.start, duty.span.end):
            carried = None
        yield DutyPassage(
            self._block,
            self._words,
            duty.span,
            duty.predicate_start,
            duty.addressee,
            carried,
            report,
            concerns=duty.is_concerned,
            reached=duty.reached,
        )

    def lead(self, who: Span) -> None:
        """Notes who has said what he will do, for words that name nobody."""
        self._lead = self._worded(who)

    @property
    def _is_clear(self) -> bool:
        return len(self._named) == 1 and not self._ambiguous

    def name(self, duty: Duty) -> None:
        """Notes the subject of a duty."""
        if (
            not duty.addressee
            or not duty.is_subject
            or _ANYBODY.match(self._words.text, duty.addressee.start)
            or _MOUTHPIECE.search(name := self._worded(duty.addressee))
            or name in self._named
        ):
            return
        if duty.follows and not self._named:
            self._passing, self._ambiguous = name, True
        else:
            self._named.append(name)

    def _worded(self, span: Span) -> str:
        original = self._words.origin(span)
        return self._block.text[original.start : original.end]
