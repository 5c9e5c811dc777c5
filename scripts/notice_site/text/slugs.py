"""Makes the stable ASCII slugs that name pages and documents from the file names of sources."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cache
from pathlib import PurePosixPath

from notice_site.text.pinyin import dictionary_readings, toneless

_LONGEST = 60  # characters: a path of folders and a slug fits into the 255 bytes that file systems allow a name
# Names that Windows keeps for devices, whatever their ending. takes: aux, con.txt, COM1; not: auxiliary, com10
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def is_device_name(name: str) -> bool:
    """Whether Windows takes the name of a file for that of a device.

    >>> is_device_name("aux.html"), is_device_name("auxiliary.html")
    (True, False)
    """
    return _DEVICE.fullmatch(name) is not None


@cache
def slug(name: str) -> str:
    """Lower-case ASCII letters, digits, _ and - from the name without its ending; Han characters by their readings.

    The name of a device of Windows is none of a page: aux.txt is called aux-1.

    >>> slug("000_6d8494eddf5d3065.txt"), slug("关于三严三实的通知（终稿）.docx"), slug("…….txt")
    ('000_6d8494eddf5d3065', 'guan-yu-san-yan-san-shi-de-tong-zhi-zhong-gao', 'source-ba5d305a')
    """
    stem = unicodedata.normalize("NFKC", _stem(name))
    sounds = zip(stem, dictionary_readings(stem), strict=True)
    spelled = "".join(f"-{toneless(syllable)}-".replace("ü", "v") if syllable else c.lower() for c, syllable in sounds)
    plain = re.sub(r"[^a-z0-9_]+", "-", spelled).strip("-_")[:_LONGEST].rstrip("-_")
    if is_device_name(plain):
        return f"{plain}-1"
    return plain or f"source-{_digest(name)}"


def slug_names(names: Iterable[str], published: Collection[str] = ()) -> dict[str, str]:
    """One slug for each name, whatever the other names are.

    A slug that is the name without its ending is unique as it stands. One that spells or shortens the name may fit
    others too (通知 and 同志) and ends in a hash of the name. One that was `published` without the hash stays so,
    as long as one name alone can have been meant.

    >>> slug_names(["001.txt", "通知.txt", "同志.txt"])
    {'001.txt': '001', '通知.txt': 'tong-zhi-3065b451', '同志.txt': 'tong-zhi-6f609487'}
    >>> slug_names(["通知.txt"], {"tong-zhi"}), slug_names(["通知.txt"], {"tong-zhi-3065b451"})
    ({'通知.txt': 'tong-zhi'}, {'通知.txt': 'tong-zhi-3065b451'})
    """
    plain = {name: slug(name) for name in names}
    exact = {s for name, s in plain.items() if s == _stem(name)}
    hashed = {name: s if s == _stem(name) else f"{s}-{_digest(name)}" for name, s in plain.items()}
    heirs = Counter(s for name, s in plain.items() if s not in exact and hashed[name] not in published)
    return {
        name: s if heirs[s] == 1 and s in published and hashed[name] not in published else hashed[name]
        for name, s in plain.items()
    }


# takes: 004_8b50126b68af5ed6.txt  012_8b50126b68af5ed6.docx; not: 通知.txt  2014/001.txt  04_8b50126b68af5ed6.txt
_NUMBERED = re.compile(r"(\d{3,})_[0-9a-f]{16}\.\w+")


def name_for(name: str, sha256: str, present: Iterable[str]) -> str:
    """What a new source is called beside others: where one has a number and 16 hexadecimal digits, the next number.

    >>> name_for("通知.docx", "ab" * 32, ["003_2e31e8bc992ce31d.txt", "意见.txt", "2014/004_8b50126b68af5ed6.txt"])
    '005_abababababababab.docx'
    >>> name_for("通知.docx", "ab" * 32, ["意见.txt"])
    '通知.docx'
    """
    last_parts = (PurePosixPath(other).name for other in present)
    numbers = [int(found[1]) for found in map(_NUMBERED.fullmatch, last_parts) if found]
    if not numbers:
        return name
    following = max(numbers) + 1
    return f"{following:03}_{sha256[:16]}{PurePosixPath(name).suffix.lower()}"


def _stem(name: str) -> str:
    return str(PurePosixPath(name).with_suffix(""))


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]
