"""The executors of concurrent.futures, on simulated threads.

A pool has at most max_workers threads. A call goes to the thread that has been idle longest, else
to a new thread, else it waits for a free one. Processes and interpreters are simulated threads too:
on a virtual clock all are really parallel, which is what distinguishes them.
"""

import collections
import concurrent.futures
import functools

from .clock import clock
from .threads import Future, Thread, ThreadRun

_cores = 2  # of the simulated machine


class _Threads:
    """The threads of one pool, and the calls that wait for one."""

    def __init__(self, name, limit):
        self.is_shutdown = False
        self._name = name
        self._limit = limit
        self._count = 0
        self._idle = collections.deque()
        self._running = []
        self._waiting = collections.deque()

    def take(self, future, call):
        self._waiting.append((future, call))
        if self._idle:
            self._begin_next(self._idle.popleft())
        elif self._count < self._limit:
            thread = Thread(name=f"{self._name}_{self._count}")
            thread.identify()
            self._count += 1
            self._begin_next(thread)

    def cancel_waiting(self):
        for future, _ in self._waiting:
            future.cancel()

    def outstanding(self):
        return [*self._running, *(future for future, _ in self._waiting)]

    def _begin_next(self, thread):
        while self._waiting:
            future, call = self._waiting.popleft()
            if future.set_running_or_notify_cancel():
                self._running.append(future)
                ThreadRun(thread, call, functools.partial(self._ended, thread, future)).run()
                return
        self._idle.append(thread)

    def _ended(self, thread, future, value, error):
        self._running.remove(future)
        if error is None:
            future.set_result(value)
        else:
            future.set_exception(error)
        self._begin_next(thread)


class ThreadPoolExecutor(concurrent.futures.Executor):
    _default_workers = min(32, _cores + 4)

    def __init__(self, max_workers=None, thread_name_prefix=""):
        if max_workers is None:
            max_workers = self._default_workers
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        self._threads = clock().once(lambda: _Threads(self._named(thread_name_prefix), max_workers))

    def submit(self, fn, /, *args, **kwargs):
        if clock().ask(lambda: self._threads.is_shutdown):
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = clock().once(Future)
        call = functools.partial(fn, *args, **kwargs)
        clock().post(lambda: self._threads.take(future, call))
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        clock().ask(self._refuse_more)
        if cancel_futures:
            clock().ask(self._threads.cancel_waiting)
        if wait:
            for future in clock().ask(self._threads.outstanding):
                clock().wait(future)

    def _named(self, prefix):
        kind = type(self).__name__
        return prefix or f"{kind}-{clock().count(kind)}"

    def _refuse_more(self):
        self._threads.is_shutdown = True


class InterpreterPoolExecutor(ThreadPoolExecutor):
    pass


class ProcessPoolExecutor(ThreadPoolExecutor):
    _default_workers = _cores


def patches():
    """Make every pool of the program a simulated one."""
    for pool in ThreadPoolExecutor, InterpreterPoolExecutor, ProcessPoolExecutor:
        yield concurrent.futures, pool.__name__, pool
