"""Writes what frames the pages of a folder once, not for every page anew."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound
from jinja2.environment import TemplateModule
from mkdocs.structure.nav import Navigation

SHARED_PARTS = (
    "partials/icons.html",
    "partials/integrations/analytics.html",
    "partials/javascripts/base.html",
    "partials/javascripts/content.html",
    "partials/javascripts/palette.html",
    "partials/logo.html",
    "partials/nav.html",
    "partials/tabs.html",
    "partials/palette.html",
    "partials/search-dialog.html",
    "partials/footer.html",
    "partials/config.html",
    "partials/scripts.html",
    ".icons/material/magnify.svg",
    ".icons/material/menu.svg",
)
"""Templates that come out alike for all pages of a folder, except for pages of the navigation: these are marked in it.

They show nothing of the page itself, and its links depend on its folder alone.
"""

_WORDS = "partials/language.html"
"""The words of the theme, which are the same on all pages."""


def share_parts(env: Environment, navigation: Navigation) -> None:
    """Lets the templates in `env` remember what the shared parts of the pages of each folder are."""
    env.auto_reload = False  # a build does not ask at each use whether a template has changed
    env.get_template = lru_cache(maxsize=None)(env.get_template)  # type: ignore[method-assign]
    in_navigation = {page.url for page in navigation.pages}
    for name in SHARED_PARTS:
        with suppress(TemplateNotFound):  # another theme
            _share(env.get_template(name), in_navigation)
    with suppress(TemplateNotFound):
        _share_words(env.get_template(_WORDS))


def _share(template: Template, in_navigation: set[str]) -> None:
    """Lets the template be rendered once for the pages of a folder, and its context be made only then."""
    by_folder: dict[str, str] = {}
    new_context, render = template.new_context, template.root_render_func

    def shared(about: tuple[Any, ...]) -> Iterator[str]:
        page = about[0].get("page")
        if not page or page.url in in_navigation:
            yield from render(new_context(*about))
            return
        folder = posixpath.dirname(page.url)
        if folder not in by_folder:
            by_folder[folder] = "".join(render(new_context(*about)))
        yield by_folder[folder]

    template.new_context = lambda *about: about  # type: ignore[method-assign,assignment]
    template.root_render_func = shared  # type: ignore[assignment]


def _share_words(template: Template) -> None:
    """Lets the words be read once for all pages."""
    make = template.make_module
    modules: list[TemplateModule] = []

    def shared(*about: Any) -> TemplateModule:
        if not modules:
            modules.append(make(*about))
        return modules[0]

    template.make_module = shared  # type: ignore[method-assign,assignment]
