"""Simulated threads: functions with a time of their own.

A function cannot be suspended in the middle, so it is called at once and to its end, in the one
thread that there is. `time.sleep` moves its own time on and nothing else; what it prints or hands
to others later than now is scheduled for its instant. So three threads of 3 seconds end at 3.

Only when it has to know something that is not known yet, the result of what it waits for, is it
left by a private exception and, when the answer is there, called again from its start: a journal
answers all that it has done before, until it is past that point. So a function that waits must do
the same things each time, and what it does to shared objects (append to a list) it does as often as
it is called. Nor can it watch a variable that others change: nobody else runs while it does.
"""

import concurrent.futures
import contextvars
import functools
import threading
from concurrent.futures import Future as _Future

from .clock import clock, outside_loops


class _Left(BaseException):
    """Leaves a function that has to wait; nobody else should see it."""


class ThreadRun:
    """One function on one simulated thread; ended(value, error) is called at its end."""

    def __init__(self, thread, function, ended):
        self.thread = thread
        self.now = self._begun = clock().now
        self._function = function
        self._ended = ended
        self._journal = []
        self._position = 0
        self._is_left = False
        self._in_effect = False

    def run(self):
        """Call the function, from its start, until it ends or has to wait."""
        self.now = self._begun
        self._position = 0
        self._is_left = False
        with outside_loops():
            value, error = self._call()
            if not self._is_left:
                clock().at(self.now, functools.partial(self._ended, value, error))

    def sleep(self, seconds):
        self._check_left()
        self.now += seconds

    def once(self, effect):
        """Do something that others see or, if it was done before, give what it gave then."""
        self._check_left()
        if self._in_effect:  # it is part of what is entered as a whole
            return effect()
        if self._position == len(self._journal):
            self._in_effect = True
            try:
                self._journal.append(effect())
            finally:
                self._in_effect = False
        self._position += 1
        return self._journal[self._position - 1]

    def ask(self, question):
        """Answer from the journal, or ask, once the clock has come to the thread's instant."""

        def ask_now():
            if self.now > clock().now:
                self._leave(self.now)
            return question()

        return self.once(ask_now)

    def wait(self, future, timeout):
        deadline = None if timeout is None else self.now + timeout

        def question():
            now = clock().now
            is_done = _Future.done(future)
            if not is_done and (deadline is None or now < deadline):
                self._leave(deadline, future)
            return now, is_done

        now, is_done = self.ask(question)
        self.now = max(self.now, now)
        return is_done

    def _leave(self, instant=None, future=None):
        """Leave the function, until that instant or until the future is done."""
        self._is_left = True
        again = _first(self.run)
        if instant is not None:
            clock().put(instant, again)
        if future is not None:
            _Future.add_done_callback(future, lambda _: clock().put(clock().now, again))
        raise _Left

    def _call(self):
        outer, clock().thread_run = clock().thread_run, self
        try:
            return contextvars.Context().run(self._function), None
        except BaseException as error:
            return None, error
        finally:
            clock().thread_run = outer

    def _check_left(self):
        """A function that is being left must not go on, whatever it catches."""
        if self._is_left:
            raise _Left


def _first(function):
    """Make a function that calls function the first time only."""
    calls = [function]
    return lambda: calls and calls.pop()()


class Future(_Future):
    """concurrent.futures.Future, for which simulated threads can wait."""

    def result(self, timeout=None):
        self._wait(timeout)
        return super().result(0)

    def exception(self, timeout=None):
        self._wait(timeout)
        return super().exception(0)

    def done(self):
        return clock().ask(super().done)

    def running(self):
        return clock().ask(super().running)

    def cancelled(self):
        return clock().ask(super().cancelled)

    def cancel(self):
        return clock().ask(super().cancel)

    def add_done_callback(self, fn):
        clock().ask(functools.partial(super().add_done_callback, fn))

    def _wait(self, timeout):
        if not clock().wait(self, timeout):
            raise TimeoutError


class Thread(threading.Thread):
    """threading.Thread; also what a function on a pool's thread gets as the current thread."""

    def identify(self):
        """Give the thread an ident, as its start does."""
        self._ident, self._end = clock().once(_new_identity)
        self._started.set()

    def start(self):
        if self.ident is not None:
            raise RuntimeError("threads can only be started once")
        self.identify()
        clock().post(lambda: ThreadRun(self, self.run, self._ended).run())

    def run(self):
        if self._target is not None:  # unlike the original, keep what another call needs
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        clock().wait(self._end, timeout)

    def is_alive(self):
        return self.ident is not None and not self._end.done()

    def _ended(self, _value, error):
        self._end.set_result(None)
        if error is not None:
            details = type(error), error, error.__traceback__, self
            threading.excepthook(threading.ExceptHookArgs(details))


def _new_identity():
    return 1_000_001 + clock().count("thread"), Future()


def patches():
    """Put simulated threads behind the threading module."""
    get_ident, current_thread = threading.get_ident, threading.current_thread

    def simulated_get_ident():
        return clock().thread_run.thread.ident if clock().thread_run else get_ident()

    def simulated_current_thread():
        return clock().thread_run.thread if clock().thread_run else current_thread()

    def next_number():
        return clock().once(lambda: clock().count("unnamed thread") + 1)

    yield threading, "Thread", Thread
    yield threading, "get_ident", simulated_get_ident
    yield threading, "current_thread", simulated_current_thread
    yield threading, "_counter", next_number
    yield concurrent.futures, "Future", Future
