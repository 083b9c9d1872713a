"""The real clock: programs that really wait, with a transcript of the same form.

Here nothing is simulated: asyncio's own selector loop, the machine's threads and processes. Only
what chance decides in CPython stays as on the virtual clock: sets are walked in order of creation,
and tasks are named from Task-1 in each loop. Needs an interpreter that has threads.
"""

import asyncio
import contextlib
import itertools
import pathlib
import sys
import tempfile
import threading
import time

from .loop import LoopInOrder, loop_patches


class RealClock:
    """The world's time since the program's start; answers what its virtual twin is asked."""

    def __init__(self):
        self._counters = {}
        self._threads_before = set(threading.enumerate())
        self.begin()

    def begin(self):
        """Begin at 0: the program is loaded now."""
        self._start = time.monotonic()

    @property
    def now(self):
        return time.monotonic() - self._start

    def time(self):
        return self.now

    def post(self, action):
        action()

    def once(self, effect):
        return effect()

    def drain(self):
        """Wait for the threads that are left, as an interpreter does at its exit."""
        for thread in set(threading.enumerate()) - self._threads_before:
            if not thread.daemon:
                thread.join()

    def count(self, name):
        """Return the next number of that name: 0, 1, 2, …"""
        return next(self._counters.setdefault(name, itertools.count()))


class RealLoop(LoopInOrder, asyncio.SelectorEventLoop):
    pass


@contextlib.contextmanager
def importable(source):
    """Let the processes of a pool import the program."""
    with tempfile.TemporaryDirectory() as folder:
        pathlib.Path(folder, "__program__.py").write_text(source, "utf-8")
        sys.path.insert(0, folder)
        try:
            yield
        finally:
            sys.path.remove(folder)


def patches():
    """Make every loop of the program a RealLoop."""
    yield from loop_patches(RealLoop)
