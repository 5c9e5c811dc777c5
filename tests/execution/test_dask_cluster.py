"""The same bytes, whether sources are converted here or by the workers of a cluster."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from distributed import LocalCluster

import build_docs
import build_site
from tests.pipeline.test_incremental import files

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A scheduler with two workers, each a process of its own."""
    cluster = LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, dashboard_address=None, host="127.0.0.1"
    )
    with cluster:
        yield cluster.scheduler_address


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")  # those of a library that is used here alone
def test_two_workers_give_the_same_bytes(scheduler: str, tmp_path: Path) -> None:
    for name, more in (("here", []), ("there", ["--scheduler", scheduler])):
        arguments = ["--sources", str(ROOT / "source_texts"), "--docs", str(tmp_path / name), "--quiet", *more]
        assert build_docs.main(arguments) == 0
    assert files(tmp_path / "there") == files(tmp_path / "here")


@pytest.mark.long
@pytest.mark.filterwarnings("ignore")
def test_two_workers_render_the_same_bytes(scheduler: str, tmp_path: Path) -> None:
    for name, more in (("here", []), ("there", ["--scheduler", scheduler])):
        project = tmp_path / name
        shutil.copytree(ROOT / "docs", project / "docs")
        shutil.copytree(ROOT / "overrides", project / "overrides")
        shutil.copy(ROOT / "mkdocs.yml", project)
        arguments = ["--project", str(project), "--site", str(project / "site"), "--quiet", *more]
        assert build_site.main(arguments) == 0
        page = project / "docs/about.md"
        page.write_text(f"{page.read_text('utf-8')}\n改。\n", "utf-8")
        assert build_site.main(arguments) == 0  # most pages from the cache
    assert files(tmp_path / "there/site") == files(tmp_path / "here/site")


@pytest.mark.long
def test_nobody_at_the_address_is_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "scripts/build_docs.py", "--sources", "source_texts", "--docs", str(tmp_path / "docs")]
    done = subprocess.run(
        [*command, "--scheduler", "nowhere"], cwd=ROOT, check=False, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert done.stderr.startswith("error: no scheduler at nowhere")
    assert not (tmp_path / "docs").exists()
