"""The clock: one time for the whole program, which starts at 0.

Time stands still while code computes. It moves when the main thread waits: its loop has nothing
ready, or it sleeps or blocks. Then the clock steps from event to event; an event is something that
a simulated thread does later than now. Events of one instant happen in the order in which they
were scheduled, and before the loop's timers of that instant.
"""

import contextlib
import heapq
import itertools
import math
import time
from asyncio import events


class DeadlockError(RuntimeError):
    """Everybody waits, and nothing that could wake anybody is outstanding."""


class VirtualClock:
    def __init__(self):
        self.now = 0.0
        self.thread_run = None  # the ThreadRun that executes now; None in the main thread
        self._events = []
        self._order = itertools.count()
        self._counters = {}

    def begin(self):
        """The program is loaded now, which took no time."""

    def time(self):
        """Return the time of whoever asks: a simulated thread may be ahead of the clock."""
        return self.thread_run.now if self.thread_run else self.now

    def sleep(self, seconds):
        """Block the calling thread."""
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        if self.thread_run:
            self.thread_run.sleep(seconds)
        else:
            self._advance(self.now + seconds)

    def wait(self, future, timeout=None):
        """Block the calling thread until the future is done; return False if the time is over."""
        if self.thread_run:
            return self.thread_run.wait(future, timeout)
        self._advance(math.inf if timeout is None else self.now + timeout, future.done)
        return future.done()

    def post(self, action):
        """Let action happen at the caller's instant."""
        if self.thread_run:
            self.thread_run.once(lambda: self.at(self.thread_run.now, action))
        else:
            action()

    def once(self, effect):
        """Call effect; a thread that is replayed gets what it returned the first time."""
        return self.thread_run.once(effect) if self.thread_run else effect()

    def ask(self, question):
        """Call question at the caller's instant, when all that came before has happened."""
        return self.thread_run.ask(question) if self.thread_run else question()

    def at(self, instant, action):
        """Let action happen at that instant: now, if it is not to come."""
        if instant <= self.now:
            action()
        else:
            self.put(instant, action)

    def put(self, instant, action):
        """Schedule action: what is due happens when the main thread waits."""
        heapq.heappush(self._events, (instant, next(self._order), action))

    def settle(self):
        """Let happen all that is due."""
        while self._events and self._events[0][0] <= self.now:
            action = heapq.heappop(self._events)[2]
            with outside_loops():
                action()

    def step(self, limit=math.inf):
        """Move on to the next event, or to limit if that comes first."""
        instant = min(limit, self._events[0][0]) if self._events else limit
        if instant == math.inf:
            raise DeadlockError("nothing is ready, no timer is set, nothing outside is outstanding")
        self.now = max(self.now, instant)
        self.settle()

    def drain(self):
        """Let everything happen that is still to come, as an interpreter does at its exit."""
        while self._events:
            self.step()

    def count(self, name):
        """Return the next number of that name: 0, 1, 2, …"""
        return next(self._counters.setdefault(name, itertools.count()))

    def _advance(self, deadline, is_done=lambda: False):
        self.settle()
        while self.now < deadline and not is_done():
            self.step(deadline)


@contextlib.contextmanager
def outside_loops():
    """Run code of another thread, where no loop is the running one."""
    loop = events._get_running_loop()
    events._set_running_loop(None)
    try:
        yield
    finally:
        events._set_running_loop(loop)


_current = VirtualClock()


def clock():
    """Return the clock of the program that runs."""
    return _current


def start_clock(kind=VirtualClock):
    """Begin a new program, at 0."""
    global _current
    _current = kind()
    return _current


def patches():
    """Put the virtual clock behind the functions of the time module."""

    def read():
        return _current.time()

    def read_ns():
        return round(_current.time() * 1_000_000_000)

    yield time, "sleep", lambda seconds, /: _current.sleep(seconds)
    for name in "time", "monotonic", "perf_counter":
        yield time, name, read
        yield time, f"{name}_ns", read_ns
