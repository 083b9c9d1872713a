"""wait() waits for tasks without touching them: it raises and cancels nothing."""

import asyncio


async def wait_for_all():
    """wait() gives two sets when all are done: the tasks that are done, and an empty one."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)

    tasks = [asyncio.create_task(nap(seconds)) for seconds in [1, 2]]
    done, pending = await asyncio.wait(tasks)
    print(len(done), len(pending))


async def first_completed():
    """FIRST_COMPLETED goes on as soon as one is done; the others stay pending, and running."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)
        print("slept", seconds)

    tasks = [asyncio.create_task(nap(seconds)) for seconds in [1, 2]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    await asyncio.wait(pending)


async def two_done_at_the_same_moment():
    """FIRST_COMPLETED may give more than one: all that are done when the waiter goes on."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)

    tasks = [asyncio.create_task(nap(seconds)) for seconds in [1, 1, 2]]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print(len(done), len(pending))
    await asyncio.wait(pending)


async def first_exception():
    """FIRST_EXCEPTION goes on when one has failed; it does not raise what it failed with."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)

    async def fail(seconds: float):
        await asyncio.sleep(seconds)
        raise ValueError("broken")

    failing = asyncio.create_task(fail(2))
    tasks = [asyncio.create_task(nap(1)), failing, asyncio.create_task(nap(3))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending), failing.exception())
    await asyncio.wait(pending)


async def cancellation_is_no_first_exception():
    """FIRST_EXCEPTION does not take a cancellation for an exception."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)

    first = asyncio.create_task(nap(2))
    second = asyncio.create_task(nap(3))
    asyncio.get_running_loop().call_later(1, lambda: first.cancel())
    done, pending = await asyncio.wait([first, second], return_when=asyncio.FIRST_EXCEPTION)
    print(len(done), len(pending))


async def wait_with_a_timeout():
    """When the time is over, wait() raises nothing: what is not done is pending."""

    async def nap(seconds: float):
        await asyncio.sleep(seconds)
        print("slept", seconds)

    tasks = [asyncio.create_task(nap(seconds)) for seconds in [1, 3]]
    done, pending = await asyncio.wait(tasks, timeout=2)
    print(len(done), len(pending))
    await asyncio.wait(pending)


async def wait_does_not_raise():
    """wait() raises nothing of what the tasks raised: look at each of them."""

    async def fail():
        raise ValueError("broken")

    task = asyncio.create_task(fail())
    await asyncio.wait([task])
    print("failed:", task.exception())


async def wait_cancelled():
    """Cancelling a wait() does not cancel the tasks."""

    async def nap():
        await asyncio.sleep(3)
        print("slept")

    async def waiter():
        await asyncio.wait([task])

    task = asyncio.create_task(nap())
    waiting = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    waiting.cancel()
    await asyncio.sleep(1)
    print(waiting.cancelled(), task.done())
    await task


async def wait_refuses_coroutines():
    """wait() takes tasks and futures only, for nobody could find coroutines in its sets."""

    async def nap():
        await asyncio.sleep(1)

    coro = nap()
    try:
        await asyncio.wait([coro])
    except TypeError as error:
        print(error)
    coro.close()


async def wait_for_nothing():
    """wait() of nothing is an error."""
    try:
        await asyncio.wait([])
    except ValueError as error:
        print(error)


async def wait_for_what_is_done():
    """wait() suspends even when all are done already: it learns of it by a callback."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.set_result("done")
    loop.call_soon(print, "callback")
    done, pending = await asyncio.wait([future])
    print(len(done), len(pending))
    await asyncio.sleep(0)
