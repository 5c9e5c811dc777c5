"""Makes the generated files of sites that are one study pack each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from notice_site import reading
from notice_site.findings.chosen_packs import pack_for_level, pack_for_notice, pack_for_term
from notice_site.findings.part_of_corpus import part_of_corpus
from notice_site.model import Corpus, Pack
from notice_site.model.edition import Edition
from notice_site.pages.core.site import Site, site
from notice_site.pages.kinds import PACK_KINDS
from notice_site.pipeline.files import PROJECT, Tree, make_tree
from notice_site.pipeline.reference import SHIPPED_REFERENCE, Reference
from notice_site.pipeline.understand import understand_with_fingerprints


@dataclass(frozen=True, slots=True)
class PackTree:
    """The generated files of a site that is one study pack, and what its pages are made from."""

    tree: Tree
    pack: Pack
    site: Site


@dataclass(frozen=True)
class Study:
    """A folder of sources as packs are made from it."""

    sources: Path
    reference: Reference
    corpus: Corpus
    edition: Edition

    @cached_property
    def whole(self) -> Tree:
        """The generated files of the whole site."""
        return make_tree(self.sources, self.corpus, self.reference)

    def named(self, name: str) -> Pack:
        """The pack of that name or id; LookupError with the names that there are.

        A pack that has a fault is not among them; the problems of the corpus tell the fault.
        """
        for pack in self.corpus.packs:
            if name in (pack.name, pack.id):
                return pack
        raise LookupError("、".join(pack.name for pack in self.corpus.packs))

    def for_level(self, level: str) -> Pack:
        """The pack of what is asked of a level or kind of addressee, by its id or name; LookupError as for `named`."""
        return pack_for_level(self.corpus, level, self.reference.levels)

    def for_term(self, term: str) -> Pack:
        """The pack of where a term stands, by the term or its id; LookupError as for `named`."""
        return pack_for_term(self.corpus, term)

    def for_notice(self, notice: str) -> Pack:
        """The pack of one document with all it carries, by the beginning of its id; LookupError as for `named`."""
        return pack_for_notice(self.corpus, notice)

    def tree(self, pack: Pack) -> PackTree:
        """All generated files of the pack; touches nothing."""
        part = part_of_corpus(self.corpus, pack, self.reference.levels)
        uncut = [source for source in part.sources if source in self.corpus.sources]
        alone = replace(self.reference, volumes=())  # a pack lies anywhere, not beside the volumes
        tree = make_tree(self.sources, part, alone, uncut, PACK_KINDS)
        return PackTree(tree, pack, site(part, self.reference.levels, {}, [], self.edition))


def study(sources: Path) -> Study:
    """Reads and understands a folder of sources."""
    reference, corpus, _ = understand_with_fingerprints(sources)
    return Study(sources, reference, corpus, reading.read_edition(PROJECT, sources, SHIPPED_REFERENCE))
