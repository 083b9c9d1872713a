"""The garbage collector, which runs at a program's end only, and leaves nothing to chance.

What it finds (a coroutine that was never awaited, a task whose exception nobody looked at) is part
of the transcript. In which order it calls finalizers depends on when it has collected before, and
that shows in one case: it closes the coroutine of a task that is still pending, a TaskGroup in there
cancels the task and, through it, what the task waits for, and cancel() takes the exception of a
future that has failed for seen. Reported before, it is reported; reported after, it never is. So
what pending tasks wait for is reported first.
"""

import asyncio
import contextlib
import gc
from asyncio import tasks


@contextlib.contextmanager
def collected_at_the_end():
    gc.collect()
    gc.freeze()  # so that the collection at the end looks at this program's objects only
    gc.disable()
    try:
        yield
        _report_what_is_awaited()
        gc.collect()
    finally:
        gc.enable()


def _report_what_is_awaited():
    """Report the exceptions that a cancellation of pending tasks would take for seen."""
    pending = [item for item in gc.get_objects() if _is_task(item) and not item.done()]
    for task in pending:
        for future in _reached(task._fut_waiter):
            asyncio.Future.__del__(future)  # its finalizer, which reports once


def _is_task(item):
    return issubclass(type(item), asyncio.Task)


def _reached(waiter):
    """Walk the futures that a task cancels when it is cancelled while it waits for that."""
    if isinstance(waiter, tasks._GatheringFuture):
        for child in waiter._children:
            yield from _reached(child)
    elif isinstance(waiter, asyncio.Future):
        yield waiter
