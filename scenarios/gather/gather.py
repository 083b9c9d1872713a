"""gather() runs awaitables together and keeps their results in order."""

import asyncio
import random
import sys
import threading
from datetime import datetime


async def do_async_job() -> int:
    await asyncio.sleep(2)
    print(datetime.now().isoformat(), "thread id", threading.get_ident())
    return random.randint(1, 10)


async def sequential() -> None:
    results = [
        await do_async_job(),
        await do_async_job(),
        await do_async_job(),
    ]
    for result in results:
        print("result =>", result)


async def gather() -> None:
    results = await asyncio.gather(
        do_async_job(),
        do_async_job(),
        do_async_job(),
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
