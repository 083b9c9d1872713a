"""What call graphs show of a program: its own calls and asyncio's, not those of its interpreter.

The twin of frames.ts. CPython's own code makes the graphs; it is only shown coroutines and frames
that leave out the interpreter's and what is beneath the task. Those who wait for a future are a set
there, in the order of memory addresses; here they come in order of creation. And a task that is done,
or whose coroutine has ended before, has no calls: CPython fails to describe it.
"""

import sys
from asyncio import graph

from virtual_clock.order import born

PROGRAM = "program"


def of_program(function, name):
    """Give a function of the interpreter the name and the file of one of the program's."""
    function.__name__ = function.__qualname__ = name
    function.__code__ = function.__code__.replace(
        co_name=name, co_qualname=name, co_filename=PROGRAM
    )
    return function


def is_hidden(frame):
    return frame.f_code.co_filename == "interpreter.py"


class Coroutine:
    """A coroutine that awaits no coroutine of the interpreter."""

    def __init__(self, coroutine):
        self.cr_frame = coroutine.cr_frame
        self._coroutine = coroutine

    @property
    def cr_await(self):
        inner = self._coroutine.cr_await
        while hasattr(inner, "cr_await"):
            if not is_hidden(inner.cr_frame):
                return Coroutine(inner)
            inner = inner.cr_await
        return inner


class Frame:
    """A frame that no frame of the interpreter has called."""

    def __init__(self, frame):
        self.f_code = frame.f_code
        self.f_lineno = frame.f_lineno
        self.f_generator = frame.f_generator
        self._frame = frame

    @property
    def f_back(self):
        caller = self._frame.f_back
        while is_hidden(caller):
            caller = caller.f_back
        is_beneath = caller.f_generator is None and caller.f_code.co_filename != PROGRAM
        return Frame(caller) if not is_beneath or is_graph(caller) else None


def is_graph(frame):
    return frame.f_globals is vars(graph)


class Sys:
    @staticmethod
    def _getframe(depth):
        frame = Frame(sys._getframe(1))
        for _ in range(depth):
            frame = frame and frame.f_back
        return frame


def visible_attribute(owner, name, default):
    attribute = getattr(owner, name, default)
    if name != "get_coro" or attribute is None:
        return attribute
    return lambda: None if owner.done() or attribute().cr_frame is None else Coroutine(attribute())


def ordered_graph(future, call_stack, awaited_by):
    waiters = sorted(awaited_by, key=lambda waiter: born(waiter.future))
    return FutureCallGraph(future, call_stack, tuple(waiters))


FutureCallGraph = graph.FutureCallGraph
graph.FutureCallGraph = ordered_graph
graph.getattr = visible_attribute
graph.sys = Sys
