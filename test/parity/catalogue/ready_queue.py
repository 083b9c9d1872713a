"""The loop runs what is ready in the order in which it became ready, one iteration at a time."""

import asyncio
import time


async def first_in_first_out():
    """Callbacks are called in the order in which they were scheduled."""
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "first")
    loop.call_soon(print, "second")
    loop.call_soon(print, "third")
    await asyncio.sleep(0)
    print("fourth")


async def next_iteration():
    """What a callback schedules waits for the next iteration, behind all that is ready now."""
    loop = asyncio.get_running_loop()

    def first():
        print("first")
        loop.call_soon(print, "scheduled by first")

    loop.call_soon(first)
    loop.call_soon(print, "second")
    await asyncio.sleep(0)
    print("one iteration later")
    await asyncio.sleep(0)


async def tasks_and_callbacks():
    """The steps of tasks and callbacks stand in one queue."""

    async def work(name: str):
        print(name)

    loop = asyncio.get_running_loop()
    loop.call_soon(print, "callback 1")
    asyncio.create_task(work("task 1"))
    loop.call_soon(print, "callback 2")
    asyncio.create_task(work("task 2"))
    await asyncio.sleep(0)


async def taking_turns():
    """Tasks that yield take turns, each in its place, until they are done."""

    async def steps(name: str, count: int):
        for i in range(count):
            print(name, i)
            await asyncio.sleep(0)
        print(name, "done")

    await asyncio.gather(steps("a", 3), steps("b", 1), steps("c", 2))


async def waiters_wake_in_order():
    """A future that is done wakes its waiters in the order in which they came to it."""
    future = asyncio.get_running_loop().create_future()

    async def waiter(name: str):
        print(name, await future)

    tasks = [asyncio.create_task(waiter(name)) for name in ["a", "b", "c"]]
    await asyncio.sleep(1)
    future.set_result("woken")
    await asyncio.gather(*tasks)


async def set_result_wakes_nobody_at_once():
    """set_result() only schedules the waiters: whoever calls it goes on first."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()

    async def waiter():
        print("waiter:", await future)

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0)
    future.set_result("done")
    loop.call_soon(print, "scheduled after the waiter")
    print("still here")
    await task


async def end_of_a_task():
    """A task that ends wakes its awaiter in the next iteration, not at once."""
    loop = asyncio.get_running_loop()

    async def work():
        loop.call_soon(print, "scheduled by the task")
        print("task ends")

    await asyncio.create_task(work())
    print("awaiter goes on")


async def cancelled_handle():
    """A callback that is cancelled before its turn is left out."""
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "first")
    handle = loop.call_soon(print, "second")
    loop.call_soon(print, "third")
    handle.cancel()
    print("cancelled:", handle.cancelled())
    await asyncio.sleep(0)


async def due_timers_come_last():
    """Timers that are due line up behind what is ready already."""
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, "timer")
    time.sleep(2)
    loop.call_soon(print, "ready")
    await asyncio.sleep(0)


async def task_made_by_a_task():
    """A task made by another one starts behind everything that was ready before it."""

    async def inner(name: str):
        print("inner", name)

    async def outer(name: str):
        print("outer", name)
        asyncio.create_task(inner(name))

    await asyncio.gather(outer("a"), outer("b"))
    await asyncio.sleep(0)
