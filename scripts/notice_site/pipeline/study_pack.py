"""Makes the generated files of the site that is one study pack."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from notice_site import reading
from notice_site.findings.part_of_corpus import part_of_corpus
from notice_site.model import Corpus, Pack
from notice_site.model.edition import Edition
from notice_site.pages.kinds import PACK_KINDS
from notice_site.pipeline.files import PROJECT, Tree, make_tree
from notice_site.pipeline.reference import SHIPPED_REFERENCE
from notice_site.pipeline.understand import understand_with_fingerprints


@dataclass(frozen=True, slots=True)
class PackTree:
    """The generated files of a site that is one study pack, and those of the whole site that it is a part of."""

    tree: Tree
    whole: Tree
    pack: Pack
    part: Corpus
    edition: Edition


def generate_pack(sources: Path, name: str) -> PackTree:
    """All generated files of the pack of that name or id; touches nothing.

    LookupError with the names that there are: the folder has no such pack, or it has a fault, which the
    problems of `generate` tell.
    """
    reference, corpus, _ = understand_with_fingerprints(sources)
    pack = next((pack for pack in corpus.packs if name in (pack.name, pack.id)), None)
    if pack is None:
        raise LookupError("、".join(pack.name for pack in corpus.packs))
    part = part_of_corpus(corpus, pack, reference.levels)
    edition = reading.read_edition(PROJECT, sources, SHIPPED_REFERENCE)
    uncut = [source for source in part.sources if source in corpus.sources]
    alone = replace(reference, volumes=())  # a pack lies anywhere, not beside the volumes
    tree = make_tree(sources, part, alone, uncut, PACK_KINDS)
    whole = make_tree(sources, corpus, reference)
    return PackTree(tree, whole, pack, part, edition)
