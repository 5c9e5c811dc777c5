"""Takes from root what ordinary users cannot do: to read and write what the rights of a file forbid."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

_VERSION = 0x20080522  # _LINUX_CAPABILITY_VERSION_3 of <linux/capability.h>
_DAC_OVERRIDE, _DAC_READ_SEARCH, _FOWNER = 1, 2, 3
_FORBIDDEN = 1 << _DAC_OVERRIDE | 1 << _DAC_READ_SEARCH | 1 << _FOWNER


@contextmanager
def ordinary_user() -> Iterator[None]:
    """The rights of files count for this process too; its own files stay its own."""
    if os.getuid() != 0:
        yield
        return
    if sys.platform != "linux":
        pytest.skip("rights of files do not count for root; run the tests as another user")
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(_VERSION, 0)
    rights = (ctypes.c_uint32 * 6)()  # effective, permitted, inheritable; twice, the higher bits last
    assert libc.capget(header, rights) == 0
    before = rights[0]
    rights[0] = before & ~_FORBIDDEN
    assert libc.capset(header, rights) == 0
    try:
        yield
    finally:
        rights[0] = before
        assert libc.capset(header, rights) == 0
