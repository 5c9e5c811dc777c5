"""Files that readers may take away from the published site."""

from __future__ import annotations

from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Download:
    """One file below `downloads/` of the published site; `make publish` lists all in `downloads/downloads.json`.

    - `path`: from the top of the site, `downloads/packs/sanyansanshi-0.2.0-3f2a9c1b.pdf`
    - `group`: `site` (everything), `pack`, `notice`, `sheet`
    - `of`: the id of the pack or of the document; the id of the kind of addressee for a sheet; "" for the site
    - `title`: of what: name of the site, of the pack, title of the document, name of the addressee
    - `form`: `zip`, `html`, `pdf`, `epub`, `docx`
    - `edition`: `0.2.0-3f2a9c1b`

    The page 下载 cannot know sizes and hashes when it is written, because these files are made from the built site.
    Any page may therefore hold an element `<div data-downloads="GROUP">` or `<div data-downloads="GROUP OF">`
    (`pack sanyansanshi`; `all` for every group). `make publish` replaces what is in it by the list of these files, a
    bundle by the words that they are on the site; `make site` alone leaves it as written.
    """

    path: str
    group: str
    of: str
    title: str
    form: str
    size: int
    sha256: str
    edition: str
