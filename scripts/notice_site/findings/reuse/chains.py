"""Joins runs that follow one another closely into chains, each of which becomes one passage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from notice_site.findings.reuse.shared_runs import SHORTEST, SharedRun
from notice_site.model.frozen import dataclass
from notice_site.text.normalization import Wording

WIDEST_GAP = 15
"""Letters that may stand between two pieces of one chain: about as many as a clause that was put in."""

SHORTEST_PIECE = 5
"""Letters of a piece beside a run: fewer are alike by chance."""

LONG = 60
"""A run of so many letters is a passage on its own, verbatim; it is not joined with what is near."""

LEAST_COMMON_SHARE = 0.6
"""The share of its longer side that the pieces of a chain make up: below it the two sides are not one wording."""

FEW_LETTERS = 4
"""So many letters of a neighbouring clause at the end of a run are a chance likeness: 等问题。"""

_CLAUSE_MARKS = frozenset("。；;，,！？!?：:")


@dataclass(frozen=True, slots=True)
class ReadText:
    """The text of a block and its letters."""

    text: str
    wording: Wording

    def ends_clause(self, letter: int) -> bool:
        """Whether a clause ends before the letter; the edges of a block end one too."""
        at = self.wording.at
        return letter in (0, len(at)) or not _CLAUSE_MARKS.isdisjoint(self.text[at[letter - 1] + 1 : at[letter]])


@dataclass(frozen=True, slots=True)
class Chain:
    """Runs in one pair of texts that follow one another closely: one passage."""

    runs: tuple[SharedRun, ...]

    @property
    def common(self) -> int:
        """Letters that both sides have."""
        return sum(run.length for run in self.runs)

    @property
    def in_a(self) -> tuple[int, int, int]:
        """Text, first letter and end of the side that stands first."""
        return self.runs[0].a, self.runs[0].start_a, self.runs[-1].end_a

    @property
    def in_b(self) -> tuple[int, int, int]:
        """Text, first letter and end of the other side."""
        return self.runs[0].b, self.runs[0].start_b, self.runs[-1].end_b


def chain_around(run: SharedRun, texts: Callable[[int], ReadText]) -> Chain:
    """The run with the pieces around it across small gaps.

    A run that is long, or around which too little is common, stays alone.
    """
    if run.length >= LONG:
        return _trimmed(run, texts)
    in_a, in_b = texts(run.a).wording.letters, texts(run.b).wording.letters
    after = _pieces_behind(in_a, in_b, run)
    mirrored = _pieces_behind(in_a[::-1], in_b[::-1], _mirrored(run, in_a, in_b))
    before = [_mirrored(piece, in_a, in_b) for piece in reversed(mirrored)]
    chain = Chain((*before, run, *after))
    longer = max(chain.runs[-1].end_a - chain.runs[0].start_a, chain.runs[-1].end_b - chain.runs[0].start_b)
    if len(chain.runs) > 1 and chain.common >= LEAST_COMMON_SHARE * longer:
        return chain
    return _trimmed(run, texts)


def _trimmed(run: SharedRun, texts: Callable[[int], ReadText]) -> Chain:
    """The run without a few letters of a neighbouring clause at its ends: 等问题。|执法监管部门…."""

    def ends_clause(at: int) -> bool:
        return texts(run.a).ends_clause(run.start_a + at) and texts(run.b).ends_clause(run.start_b + at)

    few = range(FEW_LETTERS + 1)
    start = next((at for at in few if ends_clause(at)), 0)
    end = next((run.length - at for at in few if ends_clause(run.length - at)), run.length)
    if end - start < SHORTEST:
        return Chain((run,))
    return Chain((run._replace(start_a=run.start_a + start, start_b=run.start_b + start, length=end - start),))


def _pieces_behind(in_a: str, in_b: str, run: SharedRun) -> list[SharedRun]:
    """The common pieces that follow a run closely, up to one that is a passage on its own."""
    pieces: list[SharedRun] = []
    while (piece := _next_piece(in_a, in_b, pieces[-1] if pieces else run)) and piece.length < LONG:
        pieces.append(piece)
    return pieces


def _mirrored(run: SharedRun, in_a: str, in_b: str) -> SharedRun:
    """The run as it stands in both texts read backwards."""
    return run._replace(start_a=len(in_a) - run.end_a, start_b=len(in_b) - run.end_b)


def _next_piece(in_a: str, in_b: str, piece: SharedRun) -> SharedRun | None:
    """The nearest common piece behind this one, at most `WIDEST_GAP` letters on in each text."""
    nearest: tuple[int, int, int] | None = None  # letters between, place in a, place in b
    for gap_b in range(WIDEST_GAP + 1):
        if nearest is not None and gap_b >= nearest[0]:
            break
        opening = in_b[piece.end_b + gap_b : piece.end_b + gap_b + SHORTEST_PIECE]
        if len(opening) < SHORTEST_PIECE:
            break
        start = in_a.find(opening, piece.end_a, piece.end_a + WIDEST_GAP + SHORTEST_PIECE)
        if start >= 0 and (nearest is None or gap_b + start - piece.end_a < nearest[0]):
            nearest = (gap_b + start - piece.end_a, start, piece.end_b + gap_b)
    if nearest is None:
        return None
    _, start_a, start_b = nearest
    return SharedRun(piece.a, piece.b, start_b, start_a, _common_length(in_a, start_a, in_b, start_b))


def _common_length(in_a: str, start_a: int, in_b: str, start_b: int) -> int:
    """How many letters are the same from there on."""
    most = min(len(in_a) - start_a, len(in_b) - start_b)
    return next((n for n in range(most) if in_a[start_a + n] != in_b[start_b + n]), most)


def longest_chains(chains: Sequence[Chain]) -> list[Chain]:
    """The chains of two documents without those that lie in longer ones.

    One is left out where longer ones cover half of both its sides, or, where it is short, half of one: a phrase
    that a document repeats is kept where it stands in the most alike surroundings.
    """
    kept: list[Chain] = []
    for chain in sorted(chains, key=lambda c: (-c.common, c.in_a, c.in_b)):
        covered_a = _is_covered(chain.in_a, [other.in_a for other in kept])
        covered_b = _is_covered(chain.in_b, [other.in_b for other in kept])
        short = chain.common < 2 * SHORTEST
        if not ((covered_a and covered_b) or (short and (covered_a or covered_b))):
            kept.append(chain)
    return kept


def _is_covered(stretch: tuple[int, int, int], others: Iterable[tuple[int, int, int]]) -> bool:
    """Whether the others hold half of the stretch or more."""
    text, start, end = stretch
    shared = [min(end, e) - max(start, s) for t, s, e in others if t == text and s < end and start < e]
    return 2 * sum(shared) >= end - start
