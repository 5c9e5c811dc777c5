"""Renames a source with its sidecar, in the tables that name it, and writes the redirects from its addresses.

Exit status 1: it is not renamed, and the reason is on stderr. A kill at any moment leaves the old state or the new.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from notice_site.execution.command import command
from notice_site.execution.folder_switch import require_writable
from notice_site.execution.listing import shortened
from notice_site.execution.tree_changes import change_tree
from notice_site.pipeline.renaming import plan_renaming


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Renames one source and returns the exit status."""
    parser = argparse.ArgumentParser(prog="rename_notice.py", description="Rename a source and keep its addresses.")
    parser.add_argument("old", metavar="OLD", help="its name below notices/")
    parser.add_argument("new", metavar="NEW", help="the new name; the suffix may be left out")
    parser.add_argument("--sources", type=Path, required=True, metavar="DIR", help="folder with notices/")
    options = parser.parse_args(arguments)
    if not (options.sources / "notices").is_dir():
        parser.error(f"no such folder: {options.sources / 'notices'}")
    require_writable(options.sources, options.sources / "notices")
    renaming, problems = plan_renaming(options.sources, options.old, options.new)
    if renaming is None:
        print(*shortened(problems), "error: 没有改名", sep="\n", file=sys.stderr)
        return 1
    change_tree(options.sources, renaming.written, renaming.removed)
    for path in sorted(renaming.removed):
        print(f"{options.sources / path}: 已改名")
    for path in sorted(renaming.written):
        print(f"{options.sources / path}: 写入")
    print(f"\n旧地址 {renaming.redirects} 个转向新地址。然后：make docs；make record-addresses；提交。")
    return 0


if __name__ == "__main__":
    sys.exit(main())
