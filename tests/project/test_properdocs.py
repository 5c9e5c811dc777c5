"""ProperDocs, the fork of MkDocs 1 that is kept up, builds the same site, but for the name of the builder.

Our own command also makes scripts and style sheets smaller.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from rcssmin import cssmin
from rjsmin import jsmin

import build_site

ROOT = Path(__file__).parents[2]
PROPERDOCS = "properdocs==1.6.7"
SMALLER = {".js": jsmin, ".css": cssmin}
_GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')


@pytest.mark.long
def test_properdocs_builds_the_same_site(tmp_path: Path) -> None:
    environment = tmp_path / "environment"
    subprocess.run([sys.executable, "-m", "venv", str(environment)], check=True)
    pip = [str(environment / "bin/python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "install"]
    locked = ["--require-hashes", "--only-binary", ":all:", "-r", str(ROOT / "requirements.txt")]
    for packages in (locked, [PROPERDOCS]):
        installed = subprocess.run([*pip, *packages], capture_output=True, encoding="utf-8", check=False)
        if installed.returncode:
            pytest.skip(f"no package index: {installed.stderr.strip().splitlines()[-1]}")
    command = [str(environment / "bin/properdocs"), "build", "--quiet", "--strict", "--config-file", "mkdocs.yml"]
    variables = {**os.environ, "SOURCE_DATE_EPOCH": "0", "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([*command, "--site-dir", str(tmp_path / "theirs")], cwd=ROOT, env=variables, check=True)
    assert build_site.main(["--project", str(ROOT), "--site", str(tmp_path / "ours")]) == 0
    theirs, ours = files(tmp_path / "theirs"), files(tmp_path / "ours")
    for path in ours.keys() & {path for path in theirs if theirs[path] != ours[path]}:
        smaller = SMALLER.get(Path(path).suffix, lambda text: text)
        theirs[path] = smaller(theirs[path].decode()).encode()
    assert theirs.keys() == ours.keys()
    assert {path for path in ours if theirs[path] != ours[path]} == set()


def files(site: Path) -> dict[str, bytes]:
    """The files of a site by path, without what tells the builder's name."""
    return {
        path.relative_to(site).as_posix(): _GENERATOR.sub(b"", path.read_bytes())
        for path in site.rglob("*")
        if path.is_file() and path.name != "sitemap.xml.gz"
    }
