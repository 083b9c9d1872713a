"""A coroutine is work that has not begun; awaiting it runs it, inside the task that awaits."""

import asyncio
from collections.abc import Coroutine


async def lazy_coroutine():
    """Calling a coroutine function runs nothing; awaiting what it returns does."""

    async def greet():
        print("hello")

    greeting = greet()
    print("called")
    await greeting
    print("awaited")


async def await_without_suspension():
    """Awaiting a coroutine does not let other tasks run, unless it is suspended in there."""

    async def other():
        print("another task")

    async def compute():
        return 6 * 7

    task = asyncio.create_task(other())
    print("computed", await compute())
    await task


async def await_runs_in_the_same_task():
    """An awaited coroutine belongs to the task that awaits it, however deep it lies."""

    async def inner():
        await asyncio.sleep(1)
        print("inner")

    async def outer():
        await inner()
        print("outer")

    await outer()
    await asyncio.create_task(outer())


async def one_after_the_other():
    """Coroutines that are awaited one after the other take as long as all of them together."""

    async def fetch(page: str):
        await asyncio.sleep(1)
        print("fetched", page)

    await fetch("A")
    await fetch("B")


async def value_of_await():
    """An await expression has the value that the coroutine returns, None if it returns nothing."""

    async def answer():
        await asyncio.sleep(1)
        return 42

    async def nothing():
        await asyncio.sleep(1)

    print(await answer(), await nothing())


async def exception_through_await():
    """An exception that leaves a coroutine is raised at the await."""

    async def fail():
        await asyncio.sleep(1)
        raise ValueError("no such page")

    try:
        await fail()
    except ValueError as error:
        print("caught:", error)


async def awaited_twice():
    """A coroutine can be awaited once; its second await is an error."""

    async def greet():
        print("hello")

    greeting = greet()
    await greeting
    try:
        await greeting
    except RuntimeError as error:
        print("refused:", error)


async def awaited_by_two_tasks():
    """A coroutine that a task awaits already cannot be awaited by another one."""

    async def nap():
        await asyncio.sleep(1)

    async def join(coro: Coroutine):
        await coro

    shared = nap()
    results = await asyncio.gather(join(shared), join(shared), return_exceptions=True)
    print(results)


async def forgotten():
    print("nobody will ever see this")


async def never_awaited():
    """A coroutine that nobody awaits never runs, and Python warns of it."""
    forgotten()
    await asyncio.sleep(1)


async def awaitable_of_your_own():
    """Whatever says how it is awaited can be awaited: a class too."""

    class Delay:
        def __init__(self, seconds: float):
            self.seconds = seconds

        def __await__(self):
            return asyncio.sleep(self.seconds, "rested").__await__()

    print(await Delay(1))
    print(await asyncio.gather(Delay(1), Delay(2)))


async def await_of_a_done_future():
    """Awaiting a future that is done does not suspend: nobody else gets a turn."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("ready")
    loop.call_soon(print, "callback")
    print(await future)
    print(await future)
    await asyncio.sleep(0)


async def sleep_zero():
    """sleep(0) lets everything that is ready have one turn."""

    async def count(name: str):
        for i in range(3):
            print(name, i)
            await asyncio.sleep(0)

    await asyncio.gather(count("a"), count("b"))


async def closes_itself():
    """A coroutine cannot be closed while it runs."""

    async def work():
        try:
            coroutine.close()
        except ValueError as error:
            print("caught:", error)
        await asyncio.sleep(1)
        print("goes on")

    coroutine = work()
    await coroutine
