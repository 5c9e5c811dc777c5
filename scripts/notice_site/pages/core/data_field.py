"""Declares a field of a published data file: what it means, and what values it may have.

The page 数据 shows the meaning, the JSON Schema of the file the rest.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import partial

from notice_site.model.frozen import dataclass

ISO_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
"""A day, a month or a year: 2014-04-02, 2014-04, 2014."""

SHA_256 = "^[0-9a-f]{64}$"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of an object.

    - `type`: the type of the value in JSON, or of each value where it is a list (`many`)
    - `null`: the value may be null; `optional`: the field may be left out
    - `values`: all values that it may have, each with its meaning, which may be empty
    - `pattern`: a regular expression that a text fits
    - `parts`: the fields of an object
    """

    meaning: str
    type: str = "string"
    many: int = 0  # 1: a list of values; 2: a list of lists
    null: bool = False
    optional: bool = False
    values: Mapping[str, str] = field(default_factory=dict)
    pattern: str = ""
    parts: Mapping[str, Field] = field(default_factory=dict)

    @property
    def explained(self) -> str:
        """The meaning with all values, which stand for {} or at its end.

        >>> Field("角色", values={"main": "主件", "annex": "附件"}).explained
        '角色：main 主件、annex 附件'
        >>> Field("{}；不明为 null", values={"main": "主件"}).explained
        'main 主件；不明为 null'
        """
        values = [f"{value} {meaning}".strip() for value, meaning in self.values.items()]
        mark = "；" if any(sign in value for value in values for sign in "、，；") else "、"
        if "{}" in self.meaning:
            return self.meaning.format(mark.join(values))
        return "：".join(part for part in (self.meaning, mark.join(values)) if part)

    def rows(self, name: str) -> Iterator[tuple[str, str]]:
        """Yields the field and those of its parts with their meanings: blocks, blocks[].id, blocks[].kind."""
        yield name, self.explained
        for inner, part in self.parts.items():
            yield from part.rows(f"{name}{'[]' * self.many}.{inner}")


text = Field
"""A text."""
texts = partial(Field, many=1)
iso_date = partial(Field, pattern=ISO_DATE)
whole_number = partial(Field, type="integer")
number = partial(Field, type="number")
flag = partial(Field, type="boolean")


def record(meaning: str, parts: Mapping[str, Field], *, null: bool = False) -> Field:
    """Declares an object with these fields."""
    return Field(meaning, "object", parts=parts, null=null)


def records(meaning: str, parts: Mapping[str, Field]) -> Field:
    """Declares a list of objects with these fields."""
    return Field(meaning, "object", many=1, parts=parts)
