"""A timer becomes ready at its deadline; the loop sleeps until the next one is due."""

import asyncio
import time


async def order_of_deadlines():
    """Timers fire in the order of their deadlines, not of their making."""
    loop = asyncio.get_running_loop()
    loop.call_later(3, print, "three")
    loop.call_later(1, print, "one")
    loop.call_later(2, print, "two")
    await asyncio.sleep(4)


async def equal_deadlines():
    """Timers with the same deadline fire in the order in which they were made."""
    loop = asyncio.get_running_loop()
    deadline = loop.time() + 1
    loop.call_at(deadline, print, "a")
    loop.call_at(deadline, print, "b")
    loop.call_at(deadline, print, "c")
    await asyncio.sleep(2)


async def equal_sleeps():
    """Tasks that sleep until the same moment wake in the order in which they fell asleep."""

    async def nap(name: str, before: float, seconds: float):
        await asyncio.sleep(before)
        await asyncio.sleep(seconds)
        print(name)

    await asyncio.gather(nap("a", 2, 1), nap("b", 1, 2), nap("c", 0, 3))


async def timer_without_delay():
    """call_later(0) is a timer all the same: it comes after what is ready already."""
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, "timer")
    loop.call_soon(print, "soon")
    await asyncio.sleep(0)


async def sleep_in_the_past():
    """A negative sleep is a sleep(0): one turn for everybody else."""
    asyncio.get_running_loop().call_soon(print, "callback")
    await asyncio.sleep(-1)
    print("awake")


async def sleep_with_a_result():
    """sleep() gives the result that it was handed, when the time is over."""
    print(await asyncio.sleep(1, "refreshed"))


async def cancelled_timer():
    """A timer that is cancelled never fires, and nobody waits for its deadline."""
    loop = asyncio.get_running_loop()
    timer = loop.call_later(1000, print, "never")
    loop.call_later(1, timer.cancel)
    await asyncio.sleep(2)
    print("cancelled:", timer.cancelled())


async def deadline_of_a_timer():
    """A timer knows its deadline, in the time of the loop's clock."""
    loop = asyncio.get_running_loop()
    timer = loop.call_later(5, print, "now")
    print("in", round(timer.when() - loop.time()), "seconds")
    await asyncio.sleep(3)
    print("in", round(timer.when() - loop.time()), "seconds")
    await asyncio.sleep(3)


async def blocked_timers():
    """While the loop is blocked no timer fires; those that are late then do, in order."""
    loop = asyncio.get_running_loop()
    loop.call_later(2, print, "due at 2")
    loop.call_later(1, print, "due at 1")
    time.sleep(5)
    print("blocked for 5 seconds")
    await asyncio.sleep(0)


async def repeated_timer():
    """A callback that schedules itself again makes a clock that ticks."""
    loop = asyncio.get_running_loop()

    def tick(n: int):
        print("tick", n)
        if n < 3:
            loop.call_later(1, tick, n + 1)

    tick(1)
    await asyncio.sleep(5)


async def timer_before_a_sleeper():
    """A sleep ends one turn after its timer: a callback due at the same moment comes first."""

    async def nap():
        await asyncio.sleep(1)
        print("sleeper")

    task = asyncio.create_task(nap())
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_later(1, print, "timer, set after the sleep began")
    await task
