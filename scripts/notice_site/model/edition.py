"""The edition of a site: the program's version and the hashes of all it was built from."""

from __future__ import annotations

import hashlib

from notice_site.model.frozen import dataclass

_SHOWN_DIGITS = 8


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of program and sources.

    `name` is that of the project, as files to hand out bear it; `inputs` the path and SHA-256 of every file
    that went in, sorted by path.
    """

    name: str
    version: str
    inputs: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """The SHA-256 of the list of inputs, written as `sha256sum` writes it: 64 hexadecimal digits."""
        listed = "".join(f"{sha256}  {path}\n" for path, sha256 in self.inputs)
        return hashlib.sha256(listed.encode()).hexdigest()

    @property
    def label(self) -> str:
        """What pages and file names show: version and first digits of the digest, `0.1.0-3f2a9c1b`."""
        return f"{self.version}-{self.digest[:_SHOWN_DIGITS]}"
