"""Reads reference/volumes.yml: the other volumes that are searched together with this one."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from notice_site.model import Problem, Volume
from notice_site.reading.reference.entries import read_entries
from notice_site.reading.reference.yaml_nodes import Node

THIS_VOLUME = "本卷"  # what search calls the volume that the reader is in
_LONGEST = 20  # characters of a name: it stands beside each answer

# takes: ../2014/, ../../存档/2014/; not: 2014/, ../, ../2014, /2014/, ../2014/../2015/, ../2014/?a
_BESIDE = re.compile(r"(?: \.\./ )+ (?: (?! \.\.?/ ) [^/?\#\\:\x00-\x1f]+ / )+", re.VERBOSE)
# takes: https://example.org/2014/, https://example.org:8443/; not: http://…, https://example.org, https://a/?b
_ELSEWHERE = re.compile(r"https://[^/?#\\@\s]+/(?:[^/?#\\\s]+/)*")


def read_volumes(path: Path) -> tuple[tuple[Volume, ...], tuple[Problem, ...]]:
    """The volumes listed at `path`, none where there is no such file; faulty entries are left out and reported."""
    return read_entries(path, _volume) if os.path.lexists(path) else ((), ())


def _volume(node: Node, before: Sequence[Volume]) -> Volume:
    """One entry, which may repeat neither name nor address of those before it."""
    fields = node.mapping(("name", "address"), required=("name", "address"))
    name, address = fields["name"].text().strip(), fields["address"].text().strip()
    if len(name) > _LONGEST:
        raise fields["name"].error(f"卷名有 {len(name)} 个字", f"不超过 {_LONGEST} 个字，如 2014年卷")
    if name == THIS_VOLUME or name in (volume.name for volume in before):
        raise fields["name"].error(f"卷名“{name}”已用", "每卷一个名称；只列其他各卷，“本卷”指网站自己")
    if not (_BESIDE.fullmatch(address) or _ELSEWHERE.fullmatch(address)):
        raise fields["address"].error(
            f"“{address}”不是另一卷的地址", "写成 ../文件夹/ 或 https://域名/文件夹/，以 / 结尾，指向那一卷的首页所在处"
        )
    if address in (volume.address for volume in before):
        raise fields["address"].error(f"地址 {address} 已列", "每卷只列一次")
    return Volume(name, address)
