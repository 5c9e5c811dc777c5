"""A `dataclass` whose frozen values are made four times as fast.

A build makes millions of values, and a twelfth of its time went into writing each field past the guard of
`frozen=True`. That nobody changes such a value is what mypy checks; at run time there is no guard.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses

    def dataclass(cls=None, /, *, frozen=False, eq=True, **options):
        """`dataclasses.dataclass`; a frozen class is hashed by its fields, as it would be with the guard.

        >>> @dataclass(frozen=True, slots=True)
        ... class Place:
        ...     block: str
        ...     start: int = 0
        >>> {Place("b_1"): "甲"}[Place("b_1", 0)]
        '甲'
        """
        return dataclasses.dataclass(cls, eq=eq, unsafe_hash=frozen and eq, **options)
