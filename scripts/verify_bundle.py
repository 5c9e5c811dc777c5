"""Checks whether a bundle is byte for byte what was packed, and names each file that is not."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.bundling.verification import is_epub, verify
from notice_site.execution.command import CANNOT_WORK, command


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Checks one bundle and returns the exit status: 1 where it differs."""
    parser = argparse.ArgumentParser(prog="verify_bundle.py", description="Check a bundle file by file.")
    parser.add_argument("file", type=Path, metavar="FILE", help="the bundle, a .zip")
    options = parser.parse_args(arguments)
    content = options.file.read_bytes()
    if is_epub(content):
        print(f"sha256 {hashlib.sha256(content).hexdigest()}")
        print("只能逐个核对 .zip；.epub 请与打包时显示的 sha256 比较", file=sys.stderr)
        return CANNOT_WORK
    verdict = verify(content)
    if verdict.manifest is not None:
        files = len(verdict.manifest.entries) + 1
        print(f"{verdict.manifest.name} {verdict.manifest.edition}：{files} 个文件")
    print(f"sha256 {hashlib.sha256(content).hexdigest()}")
    for fault in verdict.faults:
        print(fault, file=sys.stderr)
    print("与封存时不同" if verdict.faults else "完好：每个字节都与封存时相同")
    return 1 if verdict.faults else 0


if __name__ == "__main__":
    sys.exit(main())
