"""Calls pure functions on the machines of a Dask cluster."""

from __future__ import annotations

import math
import pickle
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from notice_site.execution.parallel import ParallelMap
from notice_site.execution.progress import OnProgress

_BATCHES = 400  # of one map at most: fewer messages than values, and enough for many workers
_CONNECT_SECONDS = 10  # a scheduler in the same network answers in far less


class NoCluster(ConnectionError):
    """The library is not installed, or nobody answers at the address; the message says what to do."""


@contextmanager
def on_cluster(address: str) -> Iterator[ParallelMap]:
    """`parallel_map` over the workers of the scheduler at `address` (tcp://host:8786); NoCluster.

    The workers need the same version of this package and of its libraries. Values and results go over the network; a
    function goes to each worker once, with all that it holds.
    """
    try:
        import cloudpickle  # type: ignore[import-untyped]
        from distributed import Client  # an optional dependency, slow to load
    except ImportError:
        raise NoCluster("--scheduler needs the library distributed: pip install -r requirements-cluster.txt") from None
    try:
        client = Client(address, timeout=_CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise NoCluster(f"no scheduler at {address}: {error}") from None

    def map_values(
        function: Callable[[Any], Any],
        values: Sequence[Any],
        min_chunk: int | None = None,
        on_progress: OnProgress | None = None,
    ) -> list[Any]:
        length = max(1, math.ceil(len(values) / _BATCHES))
        batches = [values[at : at + length] for at in range(0, len(values), length)]
        results: list[Any] = []
        if not batches:
            return results
        try:
            sent = client.scatter(cloudpickle.dumps(function), broadcast=True, hash=False)  # type: ignore[no-untyped-call]
        except TimeoutError:
            raise NoCluster(
                f"the scheduler at {address} has no workers: start some and run the command again"
            ) from None
        for future in client.map(_results, batches, function=sent, pure=False):
            results += future.result()
            if on_progress:
                on_progress(len(results), len(values))
        return results

    try:
        yield map_values
    finally:
        client.close()  # type: ignore[no-untyped-call]


def _results(batch: Sequence[Any], function: bytes) -> list[Any]:
    """Runs on a worker: the results of a pickled function."""
    return [*map(_loaded(function), batch)]


@lru_cache(maxsize=1)
def _loaded(function: bytes) -> Callable[[Any], Any]:
    """Keeps the last function, so that what it prepares is prepared once on each worker."""
    loaded: Callable[[Any], Any] = pickle.loads(function)
    return loaded
