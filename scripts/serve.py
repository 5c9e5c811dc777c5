"""Serves site/ and rebuilds it whenever a source, a reference file, a page, an override or the program changes."""

from __future__ import annotations

import argparse
import logging
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from mkdocs.livereload import LiveReloadServer

from notice_site.execution.command import command, naming

WATCHED = ("source_texts", "docs", "overrides", "scripts", "mkdocs.yml")


@command
def main(arguments: Sequence[str] | None = None) -> int:
    """Serves until Ctrl-C, which is the way to end it, and returns the exit status."""
    parser = argparse.ArgumentParser(prog="serve.py", description="Serve the site and rebuild it on each change.")
    parser.add_argument("--port", type=int, default=8000, metavar="PORT", help="port on this machine (8000)")
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    server = LiveReloadServer(builder=build, host="127.0.0.1", port=options.port, root="site")
    for path in WATCHED:
        if Path(path).exists():
            server.watch(path)
    try:
        with naming(f"port {options.port}"):
            server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        pass
    finally:
        server.shutdown()
    return 0


def build() -> None:
    """Runs `make site`, which does only what is necessary; raises SystemExit with one line when it fails."""
    if subprocess.run(["make", "--no-print-directory", "site"], check=False).returncode:
        raise SystemExit("The last good site is still served.")


if __name__ == "__main__":
    sys.exit(main())
