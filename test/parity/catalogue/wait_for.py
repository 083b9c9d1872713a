"""wait_for() gives one awaitable so many seconds, and cancels it when they are over."""

import asyncio


async def in_time():
    """What ends in time gives its result, as if it were awaited alone."""

    async def work():
        await asyncio.sleep(1)
        return "result"

    print(await asyncio.wait_for(work(), timeout=2))


async def too_late():
    """When the time is over the awaitable is cancelled, and TimeoutError is raised."""

    async def work():
        try:
            await asyncio.sleep(3600)
        finally:
            print("work ends")

    try:
        await asyncio.wait_for(work(), timeout=1)
    except TimeoutError:
        print("timed out")


async def late_cleanup():
    """wait_for() waits until what it has cancelled has ended, however long that takes."""

    async def work():
        try:
            await asyncio.sleep(3600)
        finally:
            await asyncio.sleep(5)
            print("cleaned up")

    try:
        await asyncio.wait_for(work(), timeout=1)
    except TimeoutError:
        print("timed out")


async def no_time_limit():
    """With None there is no limit."""
    print(await asyncio.wait_for(asyncio.sleep(1000, "result"), timeout=None))


async def no_time_at_all():
    """With a timeout of 0 a coroutine does not even begin."""

    async def work():
        print("never printed")

    try:
        await asyncio.wait_for(work(), timeout=0)
    except TimeoutError:
        print("timed out")


async def no_time_but_done():
    """With a timeout of 0, what is done already gives its result."""
    future = asyncio.get_running_loop().create_future()
    future.set_result("result")
    print(await asyncio.wait_for(future, timeout=0))


async def timeout_swallowed():
    """What swallows the cancellation and returns has a result: there is no TimeoutError."""

    async def stubborn():
        try:
            await asyncio.sleep(3600)
        except asyncio.CancelledError:
            await asyncio.sleep(1)
        return "late result"

    print(await asyncio.wait_for(stubborn(), timeout=1))


async def exception_in_time():
    """An exception of the awaitable comes through as it is."""

    async def fail():
        await asyncio.sleep(1)
        raise ValueError("broken")

    try:
        await asyncio.wait_for(fail(), timeout=2)
    except ValueError as error:
        print("caught:", error)


async def wait_for_cancelled():
    """Cancelling the task that is in wait_for() cancels what it waits for."""

    async def work():
        try:
            await asyncio.sleep(3600)
        finally:
            print("work ends")

    async def waiter():
        await asyncio.wait_for(work(), timeout=10)

    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("cancelled:", task.cancelled())


async def done_at_the_deadline():
    """What ends at the very deadline is too late: the limit was there first."""
    try:
        print(await asyncio.wait_for(asyncio.sleep(1, "result"), timeout=1))
    except TimeoutError:
        print("timed out")


async def woken_at_the_deadline():
    """Even a result that comes before the limit is lost, if both come at the same moment."""
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(1, future.set_result, "result")
    try:
        print(await asyncio.wait_for(future, timeout=1))
    except TimeoutError:
        print("timed out, done:", future.done())


async def timeout_of_a_shared_task():
    """A task that is too late is cancelled for everybody: use shield() to keep it."""

    async def work():
        await asyncio.sleep(2)
        return "result"

    task = asyncio.create_task(work())
    try:
        await asyncio.wait_for(asyncio.shield(task), timeout=1)
    except TimeoutError:
        print("timed out, cancelled:", task.cancelled())
    print(await task)
