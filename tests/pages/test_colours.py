"""Every pair of text and ground in the two colour schemes has the contrast that WCAG 2.2 AA asks for: 4.5 to 1."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
SHEETS = ROOT / "overrides" / "assets" / "stylesheets"
CSS = SHEETS / "colour.css"
TEXTS = ("ink", "ink-2", "ink-3", "red")
GROUNDS = ("paper", "surface", "raised", "target")
LEVELS = [
    *(
        row["id"]
        for row in yaml.safe_load((ROOT / "source_texts/reference/levels.yml").read_text("utf-8"))
        if "issuers" in row
    ),
    "a-new-level",
]
"""The levels of this project, and one that no style sheet names."""

Colour = tuple[float, float, float]


def _schemes() -> dict[str, dict[str, str]]:
    blocks = re.findall(r'\[data-md-color-scheme="(\w+)"\] \{(.*?)\n *\}', CSS.read_text("utf-8"), re.DOTALL)
    return {name: dict(re.findall(r"--([\w-]+): ([^;]+);", body)) for name, body in blocks}


SCHEMES = _schemes()


def _rgb(value: str) -> Colour:
    red, green, blue = (int(value[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return red, green, blue


def _mixed(top: Colour, ground: Colour, share: float) -> Colour:
    red, green, blue = (share * a + (1 - share) * b for a, b in zip(top, ground, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_both_schemes_are_found() -> None:
    assert SCHEMES.keys() == {"default", "slate"}


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("text", TEXTS)
def test_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    assert contrast(_rgb(colours[text]), _rgb(colours[ground])) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("text", "ground"), [("ink", "mark"), ("red", "red-tint"), ("ink", "red-tint"), ("ink-2", "mark")]
)
def test_marked_text_can_be_read(scheme: str, text: str, ground: str) -> None:
    assert contrast(_rgb(SCHEMES[scheme][text]), _rgb(SCHEMES[scheme][ground])) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("ground", ["paper", "surface"])
@pytest.mark.parametrize("level", LEVELS)
def test_the_word_of_a_level_can_be_read_on_its_tint(scheme: str, level: str, ground: str) -> None:
    colours = SCHEMES[scheme]
    share = float(colours["level-ground"].rstrip("%")) / 100
    tint = _mixed(_rgb(_level_colour(colours, level, "ink-3")), _rgb(colours[ground]), share)
    assert contrast(_rgb(_level_colour(colours, level, "ink-2")), tint) >= 4.5


def _level_colour(colours: dict[str, str], level: str, fallback: str) -> str:
    """The value of var(--level, var(--fallback)) in an element of the class level-LEVEL."""
    rules = re.findall(r"^([^{}]+) \{ --level: var\(--([\w-]+)\); \}", CSS.read_text("utf-8"), re.MULTILINE)
    named = {name: colour for selectors, colour in rules for name in re.findall(r"\.level-([\w-]+)", selectors)}
    return colours[named.get(level, fallback)]


def test_a_level_without_a_colour_of_its_own_is_grey_wherever_levels_have_colours() -> None:
    sheets = {path.name: path.read_text("utf-8") for path in SHEETS.glob("*.css")}
    fallbacks = {
        (name, fallback)
        for name, text in sheets.items()
        for fallback in re.findall(r"var\(--level([^-\w][^;]{0,16})", text)
    }
    assert fallbacks
    assert {name for name, fallback in fallbacks if not re.match(r", var\(--ink-[23]\)\)", fallback)} == set()
