"""An event is a flag to wait for: set() wakes everybody, and nobody waits until it is cleared."""

import asyncio


async def event_wakes_all():
    """set() wakes all who wait, in the order in which they came."""
    event = asyncio.Event()

    async def runner(name: str):
        await event.wait()
        print(name, "runs")

    runners = asyncio.gather(runner("a"), runner("b"), runner("c"))
    await asyncio.sleep(1)
    event.set()
    print("go")
    await runners


async def event_set_before():
    """Waiting for an event that is set does not suspend."""
    event = asyncio.Event()
    event.set()
    asyncio.get_running_loop().call_soon(print, "callback")
    print(await event.wait(), event.is_set())
    await asyncio.sleep(0)


async def event_cleared_at_once():
    """Whoever waited when it was set goes on, even if it is cleared in the same breath."""
    event = asyncio.Event()

    async def waiter():
        await event.wait()
        print("woken, is set:", event.is_set())

    task = asyncio.create_task(waiter())
    await asyncio.sleep(1)
    event.set()
    event.clear()
    await task


async def event_used_again():
    """After clear() an event can be waited for again."""
    event = asyncio.Event()

    async def gate(times: int):
        for time in range(times):
            await event.wait()
            print("passed", time)
            event.clear()

    task = asyncio.create_task(gate(2))
    for second in range(2):
        await asyncio.sleep(1)
        event.set()
    await task


async def event_waiter_cancelled():
    """A waiter that is cancelled leaves the event and the other waiters as they are."""
    event = asyncio.Event()

    async def waiter(name: str):
        await event.wait()
        print(name, "woken")

    first = asyncio.create_task(waiter("a"))
    second = asyncio.create_task(waiter("b"))
    await asyncio.sleep(1)
    first.cancel()
    event.set()
    await asyncio.wait([first, second])
    print(first.cancelled(), second.cancelled())
