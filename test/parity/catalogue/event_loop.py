"""The loop calls callbacks, now and at given times; tasks and futures stand on that alone."""

import asyncio
from collections.abc import Coroutine
from typing import Any


async def callback_with_arguments():
    """call_soon() takes the arguments for the callback; keyword arguments need a function."""
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "two", "arguments")
    loop.call_soon(lambda: print("a function without any"))
    await asyncio.sleep(0)


def run_until_complete():
    """run_until_complete() runs the loop until the future is done, and gives its result."""
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, "result")
    loop.call_later(1, print, "same iteration")
    loop.call_later(2, print, "never printed")
    print(loop.run_until_complete(future))
    loop.close()


def run_forever_and_stop():
    """run_forever() runs until stop() is called, and can be called again."""
    loop = asyncio.new_event_loop()
    loop.call_later(1, print, "one")
    loop.call_later(2, loop.stop)
    loop.call_later(3, print, "three")
    loop.call_later(4, loop.stop)
    loop.run_forever()
    print("stopped")
    loop.run_forever()
    print("stopped again")
    loop.close()


def stop_ends_the_iteration():
    """stop() lets the iteration end: what is ready is called, what that adds is left."""
    loop = asyncio.new_event_loop()

    def callback():
        print("callback")
        loop.call_soon(print, "next iteration")

    loop.call_soon(loop.stop)
    loop.call_soon(callback)
    loop.run_forever()
    print("stopped")
    loop.call_soon(loop.stop)
    loop.run_forever()
    loop.close()


def stopped_too_early():
    """A loop that is stopped before its main is done has no result to give."""

    async def main():
        asyncio.get_running_loop().stop()
        await asyncio.sleep(1)

    loop = asyncio.new_event_loop()
    task = loop.create_task(main())
    try:
        loop.run_until_complete(task)
    except RuntimeError as error:
        print(error)
    loop.run_until_complete(task)
    print("done:", task.done())
    loop.close()


def closed_loop():
    """A closed loop takes no callbacks any more."""
    loop = asyncio.new_event_loop()
    loop.close()
    print("closed:", loop.is_closed())
    try:
        loop.call_soon(print, "never printed")
    except RuntimeError as error:
        print(error)


async def close_while_running():
    """A running loop cannot be closed."""
    loop = asyncio.get_running_loop()
    try:
        loop.close()
    except RuntimeError as error:
        print(error)


def no_running_loop():
    """Outside of coroutines and callbacks there is no running loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        print(error)


async def exception_handler():
    """What a callback raises goes to the exception handler; the loop goes on."""
    loop = asyncio.get_running_loop()

    def handler(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]):
        print("handler:", context["exception"])

    def fail():
        raise ValueError("broken callback")

    loop.set_exception_handler(handler)
    loop.call_soon(fail)
    loop.call_soon(print, "next callback")
    await asyncio.sleep(0)


async def default_exception_handler():
    """Without a handler of your own, the default one reports on standard error."""
    loop = asyncio.get_running_loop()
    loop.call_exception_handler({"message": "something is wrong"})
    loop.call_exception_handler({"message": "worse", "exception": ValueError("broken")})


async def handler_that_fails():
    """An exception handler that raises is reported itself, by the default one."""
    loop = asyncio.get_running_loop()

    def handler(_loop: asyncio.AbstractEventLoop, _context: dict[str, Any]):
        raise RuntimeError("broken handler")

    loop.set_exception_handler(handler)
    loop.call_exception_handler({"message": "something is wrong"})
    print("handler set:", loop.get_exception_handler() is handler)


async def task_factory():
    """A task factory makes all tasks of a loop, and so can give them names."""

    async def work():
        print(asyncio.current_task().get_name())

    def factory(loop: asyncio.AbstractEventLoop, coro: Coroutine, **options: Any):
        return asyncio.Task(coro, **options | {"loop": loop, "name": "from the factory"})

    asyncio.get_running_loop().set_task_factory(factory)
    await asyncio.create_task(work())


async def loop_of_a_task():
    """Tasks and futures know the loop that they belong to."""
    loop = asyncio.get_running_loop()
    task = asyncio.current_task()
    print(task.get_loop() is loop, loop.create_future().get_loop() is loop)
    print(loop.is_running(), loop.is_closed())


def clock_across_runs():
    """The clock of a loop goes on from one run to the next."""
    loop = asyncio.new_event_loop()
    begun = loop.time()
    loop.run_until_complete(asyncio.sleep(2))
    loop.run_until_complete(asyncio.sleep(3))
    print("seconds:", round(loop.time() - begun))
    loop.close()


def future_of_another_loop():
    """A task cannot await the future of another loop."""

    async def main(future: asyncio.Future):
        try:
            await future
        except RuntimeError:
            print("refused")

    other = asyncio.new_event_loop()
    asyncio.run(main(other.create_future()))
    other.close()


async def debug_mode():
    """In debug mode the loop refuses a coroutine where a callback belongs."""
    loop = asyncio.get_running_loop()

    async def work():
        print("never printed")

    loop.set_debug(True)
    print("debug:", loop.get_debug())
    try:
        loop.call_soon(work)
    except TypeError:
        print("refused")
