"""CPython's event loop on the virtual clock.

Everything is the selector loop's own code; only the selector differs: instead of waiting it moves
the clock on, and the sockets that it watches are in memory. Timers need one repair. On the real
clock two sleeps of one second never end at the same moment, for time() has moved on between the two
calls, so they end in the order of the calls. On a clock that stands still they tie, and the timer
heap is not stable; hence TimerHandles that compare by (deadline, order of creation). Tasks are named
from Task-1 in each loop.
"""

import asyncio
import itertools
import math
from asyncio import events, selector_events, tasks

from .clock import clock
from .network import Watch, addresses_of
from .order import OrderedWeakSet, born, conceived


class TimerHandle(events.TimerHandle):
    __slots__ = ("_order",)

    def __init__(self, when, callback, args, loop, context=None):
        super().__init__(when, callback, args, loop, context)
        self._order = clock().count("timer")

    def __lt__(self, other):
        return (self._when, self._order) < (other._when, other._order)


class _Selector(Watch):
    """Where the loop waits: until a socket is ready, a timer is due or a thread has woken it."""

    def __init__(self, loop):
        super().__init__()
        self._loop = loop

    def select(self, timeout):
        clock().settle()
        ready = self.ready()
        if ready or timeout == 0 or self._loop._ready:
            return ready
        clock().step(math.inf if timeout is None else clock().now + timeout)
        return self.ready()


class LoopInOrder:
    """What no loop leaves to chance: the names of its tasks, and who was created before whom."""

    def __init__(self, selector=None):
        super().__init__(selector)
        self._asyncgens = OrderedWeakSet()
        self._task_numbers = itertools.count(1)

    def create_future(self):
        future = super().create_future()
        born(future)
        return future

    def create_task(self, coro, *, name=None, **options):
        if name is None and asyncio.iscoroutine(coro):
            name = f"Task-{next(self._task_numbers)}"
        birth = conceived(coro)
        task = super().create_task(coro, name=name, **options)
        born(task, birth)
        return task


# CPython has it since 3.14.
_ThreadSafeHandle = getattr(events, "_ThreadSafeHandle", events.Handle)


class VirtualLoop(LoopInOrder, selector_events.BaseSelectorEventLoop):
    def __init__(self):
        if clock().thread_run:
            raise RuntimeError("a simulated thread cannot have an event loop of its own")
        super().__init__(_Selector(self))
        self._clock_resolution = 1e-9

    def time(self):
        return clock().time()

    def call_soon_threadsafe(self, callback, *args, context=None):
        if clock().thread_run is None:
            return super().call_soon_threadsafe(callback, *args, context=context)
        handle = clock().once(lambda: _ThreadSafeHandle(callback, args, self, context))
        clock().post(lambda: self._add_from_thread(handle))
        return handle

    def _add_from_thread(self, handle):
        if not self.is_closed():
            self._add_callback(handle)

    async def getaddrinfo(self, host, port, **_wanted):
        return addresses_of(host, port)

    def _make_self_pipe(self):
        pass

    def _close_self_pipe(self):
        pass

    def _write_to_self(self):
        pass


# Programs may print what it is: the loop that Linux and macOS have.
VirtualLoop.__name__ = VirtualLoop.__qualname__ = "_UnixSelectorEventLoop"
VirtualLoop.__module__ = "asyncio.unix_events"

_run_coroutine_threadsafe = tasks.run_coroutine_threadsafe


def run_coroutine_threadsafe(coro, loop):
    submitted = False

    def submit():
        nonlocal submitted
        submitted = True
        return _run_coroutine_threadsafe(coro, loop)

    future = clock().once(submit)
    if not submitted:  # a replay made the coroutine a second time
        coro.close()
    return future


# Before 3.14 the policy of the platform watches processes.
_Policy = getattr(events, "_BaseDefaultEventLoopPolicy", None) or asyncio.DefaultEventLoopPolicy


def loop_patches(loop_class):
    """Make every loop of the program one of that class."""
    policy = type("Policy", (_Policy,), {"_loop_factory": loop_class})
    yield events, "_event_loop_policy", policy()
    yield asyncio, "EventLoop", loop_class


def patches():
    """Make every loop of the program a VirtualLoop."""
    yield from loop_patches(VirtualLoop)
    yield events, "TimerHandle", TimerHandle
    yield tasks, "run_coroutine_threadsafe", run_coroutine_threadsafe
    yield asyncio, "run_coroutine_threadsafe", run_coroutine_threadsafe
