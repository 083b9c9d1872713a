"""Sets walked in order of creation.

asyncio keeps tasks in sets and walks them: the leftovers that asyncio.run cancels, a TaskGroup's
abort, wait, as_completed. CPython's order there is that of memory addresses, different in each run.
Here these modules get a set of their own under the name `set`: still a set, but one that is walked
in order of creation. A future counts as created when its loop made it, anything else when it was
put into such a set.
"""

import asyncio
import inspect
import weakref
from asyncio import taskgroups, tasks

from .clock import clock

_births = weakref.WeakKeyDictionary()


def born(item, birth=None):
    """Give item its place in the order of creation, if it has none yet; return the place."""
    if item not in _births:
        if birth is None and isinstance(item, asyncio.Task) and item.get_coro():
            birth = _births.get(item.get_coro())
        _births[item] = birth or _next_birth()
    return _births[item]


def conceived(coro):
    """Return the place of the task to be made of coro: an eager one makes others before it is."""
    birth = _next_birth()
    if inspect.iscoroutine(coro):
        _births[coro] = birth
    return birth


def _next_birth():
    return clock().count("birth") + 1


class OrderedSet(set):
    """A set of weakly referable objects, in order of creation."""

    def __init__(self, items=()):
        super().__init__()
        for item in items:
            self.add(item)

    def add(self, item):
        if asyncio.isfuture(item):
            born(item)
        elif item not in self:
            _births[item] = _next_birth()
        super().add(item)

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=born))

    def pop(self):
        for item in self:
            self.remove(item)
            return item
        raise KeyError("pop from an empty set")

    def __or__(self, other):
        return OrderedSet(super().__or__(other))

    def __and__(self, other):
        return OrderedSet(super().__and__(other))

    def __sub__(self, other):
        return OrderedSet(super().__sub__(other))

    def __xor__(self, other):
        return OrderedSet(super().__xor__(other))

    def __repr__(self):
        return f"{{{', '.join(map(repr, self))}}}" if self else "set()"


# Programs may print what it is.
OrderedSet.__name__ = OrderedSet.__qualname__ = "set"
OrderedSet.__module__ = "builtins"


class OrderedWeakSet(weakref.WeakSet):
    """A WeakSet, in order of creation."""

    def add(self, item):
        born(item)
        super().add(item)

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=born))


class _GatheringFuture(tasks._GatheringFuture):
    """Made by gather itself, not by the loop."""

    def __init__(self, children, *, loop):
        super().__init__(children, loop=loop)
        born(self)


class _AsCompletedIterator(getattr(tasks, "_AsCompletedIterator", object)):
    """as_completed writes its set as a comprehension, out of reach of the name `set`."""

    def __init__(self, aws, timeout):
        super().__init__((), None)
        loop = asyncio.get_event_loop()
        self._todo = OrderedSet(tasks.ensure_future(aw, loop=loop) for aw in OrderedSet(aws))
        self._todo_left = len(self._todo)
        for future in self._todo:
            future.add_done_callback(self._handle_completion)
        if self._todo and timeout is not None:
            self._timeout_handle = loop.call_later(timeout, self._handle_timeout)


def patches():
    """Give asyncio ordered sets."""
    all_tasks = tasks.all_tasks

    def ordered_all_tasks(loop=None):
        return OrderedSet(all_tasks(loop))

    yield asyncio, "all_tasks", ordered_all_tasks
    yield tasks, "all_tasks", ordered_all_tasks
    yield tasks, "set", OrderedSet
    yield taskgroups, "set", OrderedSet
    yield tasks, "_GatheringFuture", _GatheringFuture
    if hasattr(tasks, "_AsCompletedIterator"):  # since 3.13
        yield tasks, "_AsCompletedIterator", _AsCompletedIterator
