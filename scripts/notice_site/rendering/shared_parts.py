"""Writes what frames the pages of a folder once, not for every page anew."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from contextlib import suppress

from jinja2 import Environment, TemplateNotFound
from jinja2.runtime import Context
from mkdocs.structure.nav import Navigation

SHARED_PARTS = (
    "partials/nav.html",
    "partials/tabs.html",
    "partials/palette.html",
    "partials/search-dialog.html",
    "partials/footer.html",
    "partials/config.html",
    "partials/scripts.html",
)
"""Templates that come out alike for all pages of a folder, except for pages of the navigation: these are marked in it.

They show nothing of the page itself, and its links depend on its folder alone.
"""


def share_parts(env: Environment, navigation: Navigation) -> None:
    """Lets the templates in `env` remember what the shared parts of the pages of each folder are."""
    env.auto_reload = False  # a build does not ask at each use whether a template has changed
    in_navigation = {page.url for page in navigation.pages}
    for name in SHARED_PARTS:
        with suppress(TemplateNotFound):  # another theme
            template = env.get_template(name)
            template.root_render_func = _shared(template.root_render_func, in_navigation)


def _shared(render: Callable[[Context], Iterator[str]], in_navigation: set[str]) -> Callable[[Context], Iterator[str]]:
    by_folder: dict[str, str] = {}

    def shared(context: Context) -> Iterator[str]:
        page = context.get("page")
        if not page or page.url in in_navigation:
            yield from render(context)
            return
        folder = posixpath.dirname(page.url)
        if folder not in by_folder:
            by_folder[folder] = "".join(render(context))
        yield by_folder[folder]

    return shared
