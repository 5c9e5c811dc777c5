"""Measures the processor time of a function in a process of its own, which a limit ends."""

from __future__ import annotations

import math
import os
import resource
import sys
import time
import traceback
from collections.abc import Callable


def processor_seconds(function: Callable[[], object], limit: int) -> float:
    """The processor time that the function takes; infinite where it takes more than `limit` seconds.

    A fork runs it, so that what it keeps does not make the next one faster, and what never ends is ended.
    """
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        try:
            used = resource.getrusage(resource.RUSAGE_SELF)
            most = int(used.ru_utime + used.ru_stime) + limit
            resource.setrlimit(resource.RLIMIT_CPU, (most, most))
            began = time.process_time()
            function()
            os.write(writes, f"{time.process_time() - began}".encode())
        except BaseException:
            traceback.print_exc(file=sys.__stderr__)
            os.write(writes, b"fault")
        finally:
            os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as answer:
        said = answer.read()
    os.waitpid(child, 0)
    assert said != "fault", "the function raised"
    return float(said) if said else math.inf
