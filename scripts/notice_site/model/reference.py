"""Tables that say how notices are understood."""

from __future__ import annotations

import re

from notice_site.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Level:
    """One level of organisation (市) or kind of addressee (督导组).

    `issuers` tell a level from the name of a body; kinds have none. `addressees` are the words by which a duty
    addresses it, but where they stand in a longer word of `exceptions`; those of an entry that is `otherwise` count
    only where no other entry fits. A kind that every level has is `own`: where a document names it without a level,
    that of its issuer is meant.
    """

    id: str
    name: str
    issuers: tuple[re.Pattern[str], ...] = ()
    addressees: tuple[re.Pattern[str], ...] = ()
    otherwise: bool = False
    own: bool = False
    exceptions: tuple[re.Pattern[str], ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A text so widely known that notices name it without 《》; `names` holds the title and its other names.

    Where one of `not_before` follows a name, the work is not meant (党章 in 党章党纪).
    """

    title: str
    kind: str  # as that of a Citation
    names: tuple[str, ...]
    not_before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Redirect:
    """An address that was published and where its readers are sent: `notices/001.html#sec_2`, both as built.

    Of a document that was withdrawn the page says so, and why; `new` is where it leads on.
    """

    old: str
    new: str
    line: int  # of the table of redirects
    withdrawn: str = ""  # the reason


@dataclass(frozen=True, slots=True)
class OtherName:
    """A name that readers type (中办, mass line), the wordings of documents that it stands for, where it is in use."""

    typed: str
    means: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Volume:
    """Another site that search goes over too: 2014年卷, `../2014/` (seen from the top of this one) or `https://…/`."""

    name: str
    address: str
