"""A future is a result that is not there yet: pending, then finished or cancelled, once."""

import asyncio
from typing import Any


async def result_of_a_future():
    """Whoever awaits a future sleeps until somebody sets its result."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(2, future.set_result, "done")
    print("done:", future.done())
    print(await future)
    print("done:", future.done())


async def exception_of_a_future():
    """An exception that is set is raised for whoever awaits the future."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_exception, ValueError("out of order"))
    try:
        await future
    except ValueError as error:
        print("caught:", error)


async def result_set_twice():
    """A future gets its result once; a second one is refused."""
    future = asyncio.get_running_loop().create_future()
    future.set_result("first")
    try:
        future.set_result("second")
    except asyncio.InvalidStateError as error:
        print("refused:", error)
    print(await future)


async def future_awaited_by_many():
    """All who await a future get the same result."""
    future = asyncio.get_running_loop().create_future()

    async def reader(name: str):
        print(name, await future)

    readers = asyncio.gather(reader("a"), reader("b"))
    await asyncio.sleep(1)
    future.set_result("news")
    await readers


async def cancelled_future():
    """A future that is cancelled raises CancelledError for whoever awaits it."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.cancel)
    try:
        await future
    except asyncio.CancelledError:
        print("cancelled:", future.cancelled())


async def cancel_of_a_done_future():
    """A future that is done cannot be cancelled any more: cancel() gives False."""
    future = asyncio.get_running_loop().create_future()
    print(future.cancel(), future.cancel())
    other = asyncio.get_running_loop().create_future()
    other.set_result("done")
    print(other.cancel(), other.cancelled())


async def result_after_cancellation():
    """A future that was cancelled takes no result: who sets it has to look first."""
    future = asyncio.get_running_loop().create_future()
    future.cancel()
    try:
        future.set_result("too late")
    except asyncio.InvalidStateError as error:
        print("refused:", error)


async def callbacks_are_called_soon():
    """Callbacks of a future are called in order, in the iteration after it is done."""
    future = asyncio.get_running_loop().create_future()

    def first(done: asyncio.Future):
        print("first:", done.result())

    def second(done: asyncio.Future):
        print("second:", done.result())

    future.add_done_callback(first)
    future.add_done_callback(second)
    future.set_result("done")
    print("set")
    await asyncio.sleep(0)


async def callback_of_a_done_future():
    """A callback that is added to a future that is done is called soon, too."""
    future = asyncio.get_running_loop().create_future()

    def callback(done: asyncio.Future):
        print("callback:", done.result())

    future.set_result("done")
    future.add_done_callback(callback)
    print("added")
    await asyncio.sleep(0)


async def removed_callback():
    """remove_done_callback() removes every one that is the same, and says how many."""
    future = asyncio.get_running_loop().create_future()

    def callback(_done: asyncio.Future):
        print("never called")

    future.add_done_callback(callback)
    future.add_done_callback(callback)
    print(future.remove_done_callback(callback))
    print(future.remove_done_callback(callback))
    future.set_result("done")
    await asyncio.sleep(0)


async def callback_that_fails():
    """An exception in a callback goes to the exception handler; the others are called."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    def handler(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]):
        print("handler:", context["exception"])

    def fail(_done: asyncio.Future):
        raise ValueError("bad callback")

    def callback(done: asyncio.Future):
        print("callback:", done.result())

    loop.set_exception_handler(handler)
    future.add_done_callback(fail)
    future.add_done_callback(callback)
    future.set_result("done")
    await asyncio.sleep(0)


async def future_never_retrieved():
    """An exception of a future at which nobody looks is reported in the end."""
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError("unnoticed"))
    await asyncio.sleep(1)
    print("done:", future.done())


async def exception_is_returned():
    """exception() returns what result() would raise, and None when all went well."""
    loop = asyncio.get_running_loop()
    failed = loop.create_future()
    failed.set_exception(ValueError("broken"))
    fine = loop.create_future()
    fine.set_result("fine")
    print(failed.exception(), fine.exception())
    try:
        failed.result()
    except ValueError as error:
        print("raised:", error)


async def class_as_an_exception():
    """A class of exceptions stands for a new one of it, as it does in raise."""
    future = asyncio.get_running_loop().create_future()
    future.set_exception(ValueError)
    try:
        await future
    except ValueError as error:
        print([error])
