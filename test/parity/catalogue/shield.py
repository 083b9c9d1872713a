"""shield() lets whoever waits be cancelled, but not what is waited for."""

import asyncio


async def shielded_work():
    """Cancelling the task that awaits a shield leaves the work inside alone."""

    async def work():
        await asyncio.sleep(2)
        print("work done")

    async def waiter():
        await asyncio.shield(inner)

    inner = asyncio.create_task(work())
    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    task.cancel()
    await asyncio.wait([task])
    print("waiter cancelled:", task.cancelled())
    await inner


async def shield_passes_the_result():
    """A shield that nobody cancels gives the result of what is inside."""

    async def work():
        await asyncio.sleep(1)
        return "result"

    print(await asyncio.shield(work()))


async def shield_passes_the_exception():
    """A shield that nobody cancels passes the exception of what is inside."""

    async def fail():
        await asyncio.sleep(1)
        raise ValueError("broken")

    try:
        await asyncio.shield(fail())
    except ValueError as error:
        print("caught:", error)


async def shield_from_outside_only():
    """When the work itself is cancelled, the shield around it is cancelled, too."""

    async def work():
        await asyncio.sleep(3600)

    inner = asyncio.create_task(work())
    outer = asyncio.shield(inner)
    await asyncio.sleep(1)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("cancelled:", outer.cancelled())


async def shield_of_a_done_future():
    """Nothing has to be protected of what is done: shield() gives it back."""
    future = asyncio.get_running_loop().create_future()
    future.set_result("done")
    print(asyncio.shield(future) is future)


async def failure_behind_a_shield():
    """When shielded work fails after its waiter was cancelled, the failure is reported."""

    async def fail():
        await asyncio.sleep(2)
        raise ValueError("broken")

    outer = asyncio.shield(fail())
    await asyncio.sleep(1)
    outer.cancel()
    await asyncio.sleep(2)
    print("nobody caught it")
