"""gather() runs awaitables together and keeps their results in order."""

import asyncio
import sys
import threading
from collections.abc import Callable
from datetime import datetime


def make_die() -> Callable[[], int]:
    """Make a die of ten sides that falls the same way in every run, so that two can be compared."""
    seed = 7

    def roll() -> int:
        nonlocal seed
        seed = seed * 16807 % 2147483647
        return 1 + seed % 10

    return roll


async def do_async_job(roll: Callable[[], int]) -> int:
    await asyncio.sleep(2)
    print(datetime.now().isoformat(), "thread id", threading.get_ident())
    return roll()


async def sequential() -> None:
    roll = make_die()
    results = [
        await do_async_job(roll),
        await do_async_job(roll),
        await do_async_job(roll),
    ]
    for result in results:
        print("result =>", result)


async def gather() -> None:
    roll = make_die()
    results = await asyncio.gather(
        do_async_job(roll),
        do_async_job(roll),
        do_async_job(roll),
    )
    for result in results:
        print("result =>", result)


async def work(seconds: float, what: str) -> str:
    await asyncio.sleep(seconds)
    print(f"{what}: done")
    return f"from {what}"


async def mixed() -> None:
    loop = asyncio.get_running_loop()
    coro = work(3, "a coroutine")
    task = asyncio.create_task(work(1, "a task"))
    future = loop.create_future()
    loop.call_later(2, future.set_result, "from a future")
    for result in await asyncio.gather(coro, task, future):
        print("result =>", result)


async def fail(seconds: float) -> str:
    await asyncio.sleep(seconds)
    raise ValueError(f"failed after {seconds} s")


async def exceptions() -> None:
    try:
        await asyncio.gather(work(2, "left behind"), fail(1))
    except ValueError as error:
        print("raised =>", error)
    results = await asyncio.gather(
        work(2, "kept"),
        fail(1),
        return_exceptions=True,
    )
    for result in results:
        print("result =>", result)


if __name__ == "__main__":
    variants = {
        "sequential": sequential,
        "gather": gather,
        "mixed": mixed,
        "exceptions": exceptions,
    }
    asyncio.run(variants[sys.argv[1] if len(sys.argv) > 1 else "sequential"]())
